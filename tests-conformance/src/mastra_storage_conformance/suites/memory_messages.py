"""Messages: save and replace. Listing, changing and deleting have modules of their own."""

import pytest
from mastra_storage_core import (
    ConflictError,
    InvalidInputError,
    MemoryStorage,
    NewMessage,
    NotFoundError,
)

from mastra_storage_conformance.make import Make, said
from mastra_storage_conformance.suites._support import ids, reread, save, texts


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestSaveMessages:
    """`save_messages` inserts or replaces by id, all or none."""

    async def test_saved_messages_are_returned_and_read_back_as_stored_in_order(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        messages = make.messages(thread, 3)

        saved = await memory.save_messages(messages[::-1])

        assert [message.model_dump() for message in saved] == [
            message.model_dump() for message in messages
        ]
        assert (await memory.list_messages(thread.id)).messages == saved

    async def test_no_messages_nothing_touched(self, memory: MemoryStorage, make: Make) -> None:
        assert await memory.save_messages([]) == []

    async def test_messages_of_several_threads_are_saved_in_one_call(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        one, two = await make.thread(memory), await make.thread(memory)

        await save(memory, *make.messages(one, 2), *make.messages(two, 3))

        assert (await memory.list_messages(one.id)).total == 2
        assert (await memory.list_messages(two.id)).total == 3

    async def test_a_batch_beyond_the_parameters_of_a_statement_is_saved_whole(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)

        await memory.save_messages(make.messages(thread, 1_000))

        page = await memory.list_messages(thread.id, page=9, per_page=100)
        assert (page.total, texts(page.messages)[-1]) == (1_000, "Text 999")

    @pytest.mark.parametrize("role", ["user", "assistant", "system", "signal", "odd role"])
    async def test_the_role_is_kept_as_it_is_given(
        self, memory: MemoryStorage, make: Make, role: str
    ) -> None:
        thread = await make.thread(memory)

        (saved,) = await save(memory, make.message(thread, role=role))

        assert saved.role == role
        assert await memory.list_messages_by_id([saved.id], include_system=True) == [saved]

    @pytest.mark.parametrize("kind", [None, "text", "tool-call"])
    async def test_a_type_is_kept_and_an_absent_one_stays_absent(
        self, memory: MemoryStorage, make: Make, kind: str | None
    ) -> None:
        thread = await make.thread(memory)

        (saved,) = await save(memory, make.message(thread, kind=kind))

        assert saved.type == kind
        assert (await memory.list_messages(thread.id)).messages[0].type == kind


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestReplaceMessages:
    """A message id that exists is replaced (rule 4)."""

    async def test_the_first_created_at_is_kept_and_the_rest_is_replaced(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        (first,) = await save(memory, make.message(thread, "Old", created_at=make.noon))
        again = make.message(
            thread, "New", message_id=first.id, role="assistant", created_at=make.after(9)
        )

        (second,) = await save(memory, again)

        assert (second.created_at, second.role, texts([second])) == (
            make.noon,
            "assistant",
            ["New"],
        )
        assert (await memory.list_messages(thread.id)).messages == [second]

    async def test_without_created_at_the_first_one_is_kept_as_well(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        (first,) = await save(memory, make.message(thread, created_at=make.noon))

        (second,) = await save(memory, make.message(thread, "New", message_id=first.id))

        assert second.created_at == make.noon

    async def test_a_message_moves_if_another_thread_is_named(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        old, new = await make.thread(memory), await make.thread(memory)
        (first,) = await save(memory, make.message(old, created_at=make.noon))

        (moved,) = await save(memory, make.message(new, message_id=first.id))

        assert (moved.thread_id, moved.created_at) == (new.id, make.noon)
        assert (await memory.list_messages(old.id)).messages == []
        assert (await memory.list_messages(new.id)).messages == [moved]

    async def test_an_id_that_stands_twice_counts_once(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """The last content, the first place and `created_at`."""
        thread = await make.thread(memory)
        first, second = make.messages(thread, 2)
        again = make.message(thread, "Last", message_id=first.id, created_at=make.after(9))

        saved = await save(memory, first, second, again)

        assert ids(saved) == [first.id, second.id]
        assert (texts(saved), saved[0].created_at) == (["Last", "Text 1"], make.noon)
        assert (await memory.list_messages(thread.id)).messages == saved


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestSaveMessagesNeedsThreads:
    """Saving a message needs its thread, and raises its `updated_at` (rule 4)."""

    async def test_a_missing_thread_is_not_found_and_nothing_is_saved(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread, missing = await make.thread(memory), make.new_thread()
        messages = [make.message(thread), make.message(missing)]

        with pytest.raises(NotFoundError, match=missing.id):
            await memory.save_messages(messages)

        assert await memory.list_messages_by_id(ids(messages)) == []
        assert await reread(memory, thread) == thread

    async def test_a_message_without_a_resource_is_refused_and_nothing_is_saved(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        good = make.message(thread)
        bad = NewMessage(thread_id=thread.id, role="user", content=said("Whose?"))

        with pytest.raises(InvalidInputError):
            await save(memory, good, bad)

        assert (await memory.list_messages(thread.id)).total == 0

    async def test_every_touched_thread_gets_the_clock(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """The one that a message moves out of as well; the original raises the first only."""
        source, one, two = [await make.thread(memory) for _ in range(3)]
        (moving,) = await save(memory, make.message(source))
        await memory.save_thread(source)

        await save(
            memory,
            make.message(one, message_id=moving.id),
            make.message(two),
        )

        for thread in (source, one, two):
            assert (await reread(memory, thread)).updated_at > thread.updated_at

    async def test_updated_at_never_falls(self, memory: MemoryStorage, make: Make) -> None:
        future = make.noon.replace(year=2999)
        thread = await make.thread(memory, updated_at=future)

        await save(memory, make.message(thread))

        assert (await reread(memory, thread)).updated_at == future


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestSaveMessagesGuarded:
    """With `resource_id`, what belongs to another resource is a conflict (rule 16)."""

    async def test_what_is_new_and_what_is_own_passes(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        messages = make.messages(thread, 2)
        await memory.save_messages(messages[:1], resource_id=make.owner)

        saved = await memory.save_messages(messages, resource_id=make.owner)

        assert ids(saved) == ids(messages)

    @pytest.mark.parametrize("theirs", ["message", "thread"])
    async def test_what_belongs_to_another_is_a_conflict_and_nothing_is_saved(
        self, memory: MemoryStorage, make: Make, theirs: str
    ) -> None:
        """The error does not say whose it is."""
        stranger = make.id("stranger")
        own, foreign = await make.thread(memory), await make.thread(memory, owner=stranger)
        (their_message,) = await save(memory, make.message(foreign))
        bad = (
            make.message(own, message_id=their_message.id)
            if theirs == "message"
            else make.message(foreign, owner=make.owner)
        )
        good = make.message(own)

        with pytest.raises(ConflictError) as caught:
            await memory.save_messages([good, bad], resource_id=make.owner)

        assert stranger not in str(caught.value)
        assert await memory.list_messages_by_id([good.id, their_message.id]) == [their_message]
        assert await reread(memory, own) == own
