"""Threads: how they change. The rest is in `memory_threads`."""

from collections.abc import Mapping
from typing import Any

import pytest
from mastra_storage_core import MemoryStorage, NotFoundError, Thread

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import observe, reread, save


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateThread:
    """`update_thread` changes what it names, and nothing else."""

    @pytest.mark.parametrize(
        ("title", "metadata", "expected_title", "expected_metadata"),
        [
            (None, None, "A title", {"a": {"b": 1}, "c": 2}),
            ("", None, "", {"a": {"b": 1}, "c": 2}),
            ("New", None, "New", {"a": {"b": 1}, "c": 2}),
            (None, {}, "A title", {"a": {"b": 1}, "c": 2}),
            (None, {"d": 3}, "A title", {"a": {"b": 1}, "c": 2, "d": 3}),
            (None, {"a": {"x": 1}}, "A title", {"a": {"x": 1}, "c": 2}),
            ("New", {"c": None}, "New", {"a": {"b": 1}, "c": None}),
        ],
    )
    async def test_what_is_not_given_is_left_alone_and_metadata_is_merged_key_by_key(
        self,
        memory: MemoryStorage,
        make: Make,
        title: str | None,
        metadata: Mapping[str, Any] | None,
        expected_title: str,
        expected_metadata: Mapping[str, Any],
    ) -> None:
        """Rule 7; a key whose value is null is stored as null."""
        thread = await make.thread(memory, metadata={"a": {"b": 1}, "c": 2})

        updated = await memory.update_thread(thread.id, title=title, metadata=metadata)

        assert (updated.title, updated.metadata) == (expected_title, expected_metadata)
        assert (updated.created_at, updated.resource_id) == (thread.created_at, make.owner)
        assert await reread(memory, thread) == updated

    async def test_metadata_is_merged_into_a_thread_that_has_none(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)

        updated = await memory.update_thread(thread.id, metadata={"a": None})

        assert updated.metadata == {"a": None}

    async def test_a_new_title_does_not_make_metadata(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 7: what is omitted is untouched, where the original writes an empty object."""
        thread = await make.thread(memory)

        assert (await memory.update_thread(thread.id, title="New")).metadata is None

    async def test_updated_at_rises_and_never_falls(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 4: it becomes the later of its old value and the clock."""
        past = await make.thread(memory)
        future = await make.thread(memory, updated_at=make.noon.replace(year=2999))

        raised = await memory.update_thread(past.id, title="New")
        kept = await memory.update_thread(future.id, title="New")

        assert raised.updated_at > past.updated_at
        assert kept.updated_at == future.updated_at

    @pytest.mark.parametrize("owned", [False, True])
    async def test_an_unknown_thread_is_not_found(
        self, memory: MemoryStorage, make: Make, owned: bool
    ) -> None:
        """Rule 16: with a guard, a thread of another resource is unknown."""
        thread = await make.thread(memory)
        thread_id = thread.id if owned else make.id("unknown")
        guard = make.id("stranger") if owned else None

        with pytest.raises(NotFoundError):
            await memory.update_thread(thread_id, title="New", resource_id=guard)

        assert await reread(memory, thread) == thread

    async def test_patch_thread_is_another_name_for_it(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory, metadata={"a": 1})

        patched = await memory.patch_thread(thread.id, metadata={"b": 2}, resource_id=make.owner)

        assert (patched.title, patched.metadata) == ("A title", {"a": 1, "b": 2})


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateThreadMetadata:
    """`update_thread_metadata` merges what a function makes of the thread."""

    async def test_what_the_function_makes_of_the_thread_is_merged(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory, metadata={"n": 1, "kept": True})
        seen: list[Thread] = []

        def increment(current: Thread) -> Mapping[str, Any]:
            seen.append(current)
            return {"n": (current.metadata or {})["n"] + 1}

        updated = await memory.update_thread_metadata(thread.id, increment)

        assert seen == [thread]
        assert updated is not None
        assert updated.metadata == {"n": 2, "kept": True}
        assert await reread(memory, thread) == updated

    async def test_where_the_function_returns_none_nothing_is_written(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory, metadata={"a": 1})

        assert await memory.update_thread_metadata(thread.id, lambda _: None) == thread

        assert await reread(memory, thread) == thread

    async def test_what_the_function_raises_reaches_the_caller(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory, metadata={"a": 1})

        with pytest.raises(ZeroDivisionError):
            await memory.update_thread_metadata(thread.id, lambda _: {"a": 1 / 0})

        assert await reread(memory, thread) == thread
        assert (await memory.update_thread(thread.id, title="Unlocked")).title == "Unlocked"

    async def test_an_unknown_thread_is_none_and_the_function_is_not_called(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16: with a guard, a thread of another resource is unknown."""
        thread = await make.thread(memory)
        called: list[Thread] = []

        def note(current: Thread) -> None:
            called.append(current)

        unknown = await memory.update_thread_metadata(make.id("unknown"), note)
        theirs = await memory.update_thread_metadata(
            thread.id, note, resource_id=make.id("stranger")
        )

        assert (unknown, theirs, called) == (None, None, [])


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateThreadResourceId:
    """`update_thread_resource_id` moves a thread to another owner."""

    async def test_the_thread_and_all_of_its_messages_move(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory, metadata={"a": 1})
        foreign = make.message(thread, owner=make.id("third"))
        await save(memory, *make.messages(thread, 2), foreign)
        heir = make.id("heir")

        moved = await memory.update_thread_resource_id(thread.id, heir)

        messages = await memory.list_messages(thread.id)
        assert (moved.resource_id, moved.created_at) == (heir, thread.created_at)
        assert moved.updated_at > thread.updated_at
        assert await reread(memory, thread) == moved
        assert {message.resource_id for message in messages.messages} == {heir}

    async def test_its_observational_memory_moves_with_it(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16: else the heir would not see it, and the old owner still would."""
        record = await observe(memory, make)
        thread = await make.thread(memory, thread_id=record.thread_id)
        heir = make.id("heir")

        await memory.update_thread_resource_id(thread.id, heir)

        moved = await memory.get_observational_memory(thread.id, resource_id=heir)
        assert moved == record.model_copy(update={"resource_id": heir})
        assert await memory.get_observational_memory(thread.id, resource_id=make.owner) is None

    async def test_for_the_owner_that_it_has_already_nothing_changes(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)

        assert await memory.update_thread_resource_id(thread.id, make.owner) == thread
        assert await reread(memory, thread) == thread

    async def test_an_unknown_thread_is_not_found(self, memory: MemoryStorage, make: Make) -> None:
        with pytest.raises(NotFoundError):
            await memory.update_thread_resource_id(make.id("unknown"), make.owner)
