"""Threads: save, create, get, delete. How they change is in `memory_thread_updates`."""

from typing import Any

import pytest
from mastra_storage_core import ConflictError, InvalidInputError, MemoryStorage, Resource

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, reread


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestSaveThread:
    """`save_thread` inserts or replaces by id."""

    async def test_a_saved_thread_is_read_back_equal(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = make.new_thread(metadata={"a": [1, {"b": None}]}, updated_at=make.after(5))

        saved = await memory.save_thread(thread)

        assert saved == thread
        assert await memory.get_thread_by_id(thread.id) == thread

    async def test_an_empty_title_is_a_title(self, memory: MemoryStorage, make: Make) -> None:
        thread = await make.thread(memory, title="")

        assert (await reread(memory, thread)).title == ""

    @pytest.mark.parametrize("metadata", [None, {}])
    async def test_absent_metadata_and_empty_metadata_stay_what_they_are(
        self, memory: MemoryStorage, make: Make, metadata: dict[str, Any] | None
    ) -> None:
        """Rules 9 and 10."""
        thread = await make.thread(memory, metadata=metadata)

        assert (await reread(memory, thread)).metadata == metadata

    async def test_a_thread_is_replaced_with_the_times_it_is_given(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 4: `save_thread` stores the `updated_at` that it is given."""
        first = await make.thread(memory, metadata={"old": 1}, created_at=make.after(100))

        second = await make.thread(memory, thread_id=first.id, title="Other", owner=make.id())

        assert await reread(memory, first) == second
        assert (second.created_at, second.updated_at) == (make.noon, make.noon)

    async def test_replacing_a_thread_leaves_its_messages(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        messages = await memory.save_messages(make.messages(thread, 2))

        await memory.save_thread(thread)

        assert (await memory.list_messages(thread.id)).messages == messages

    async def test_a_guarded_save_of_a_new_thread_and_of_an_own_one_passes(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        thread = make.new_thread()
        await memory.save_thread(thread, resource_id=make.owner)
        renamed = thread.model_copy(update={"title": "Renamed"})

        await memory.save_thread(renamed, resource_id=make.owner)

        assert await reread(memory, thread) == renamed

    async def test_a_guarded_save_over_a_thread_of_another_resource_is_a_conflict(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16: the error does not say whose it is, and the thread stays as it is."""
        stranger = make.id("stranger")
        theirs = await make.thread(memory, owner=stranger)
        ours = make.new_thread(thread_id=theirs.id)

        with pytest.raises(ConflictError) as caught:
            await memory.save_thread(ours, resource_id=make.owner)

        assert stranger not in str(caught.value)
        assert await reread(memory, theirs) == theirs

    async def test_a_guard_that_differs_from_the_thread_itself_is_refused(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        with pytest.raises(InvalidInputError):
            await memory.save_thread(make.new_thread(), resource_id=make.id("stranger"))


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestCreateThread:
    """`create_thread` saves a new thread."""

    async def test_the_id_is_made_here_unless_the_caller_names_one(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        named = await memory.create_thread(resource_id=make.owner, thread_id=make.id("named"))

        made = await memory.create_thread(resource_id=make.owner, title="T", metadata={"a": 1})

        assert named.id.startswith("named")
        assert made.id != named.id
        assert (made.title, made.metadata) == ("T", {"a": 1})
        assert await reread(memory, made) == made

    async def test_ids_that_are_made_here_increase(self, memory: MemoryStorage, make: Make) -> None:
        """Rule 2."""
        made = [await memory.create_thread(resource_id=make.owner) for _ in range(20)]

        assert ids(made) == sorted(set(ids(made)))

    async def test_an_id_that_another_thread_has_is_a_conflict(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)

        with pytest.raises(ConflictError):
            await memory.create_thread(resource_id=make.owner, thread_id=thread.id)

        assert await reread(memory, thread) == thread


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestGetThreadById:
    """`get_thread_by_id` returns a thread, or `None`."""

    async def test_an_unknown_thread_is_none(self, memory: MemoryStorage, make: Make) -> None:
        assert await memory.get_thread_by_id(make.id("unknown")) is None

    async def test_a_thread_of_another_resource_is_none(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        thread = await make.thread(memory)

        theirs = await memory.get_thread_by_id(thread.id, resource_id=make.id("stranger"))
        ours = await memory.get_thread_by_id(thread.id, resource_id=make.owner)

        assert (theirs, ours) == (None, thread)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestDeleteThread:
    """`delete_thread` deletes a thread with everything it owns."""

    async def test_the_thread_goes_with_its_messages_and_nothing_else_does(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 13; also mastra#12225: what was deleted stayed retrievable."""
        thread, other = await make.thread(memory), await make.thread(memory)
        gone = await memory.save_messages(make.messages(thread, 3))
        kept = await memory.save_messages(make.messages(other, 3))
        resource = await memory.save_resource(Resource(id=make.owner, working_memory="kept"))

        assert await memory.delete_thread(thread.id) is True

        assert await memory.get_thread_by_id(thread.id) is None
        assert await memory.list_messages_by_id(ids(gone + kept)) == kept
        assert await memory.get_resource_by_id(make.owner) == resource

    async def test_its_observational_memory_goes_with_it(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 13."""
        thread = await make.thread(memory)
        await memory.initialize_observational_memory(
            thread_id=thread.id, resource_id=make.owner, scope="thread", config={}
        )

        await memory.delete_thread(thread.id)

        assert await memory.get_observational_memory(thread.id) is None

    async def test_a_thread_of_the_same_id_starts_empty(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        await memory.save_messages(make.messages(thread, 3))
        await memory.delete_thread(thread.id)

        await memory.save_thread(thread)

        assert (await memory.list_messages(thread.id)).total == 0

    async def test_deleting_what_is_not_there_says_so(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rules 13 and 16: with a guard, a thread of another resource is not there."""
        thread = await make.thread(memory)

        assert await memory.delete_thread(make.id("unknown")) is False
        assert await memory.delete_thread(thread.id, resource_id=make.id("stranger")) is False

        assert await reread(memory, thread) == thread
        assert await memory.delete_thread(thread.id, resource_id=make.owner) is True
        assert await memory.delete_thread(thread.id) is False
