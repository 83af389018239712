"""Messages: how they are changed and deleted."""

from typing import Any

import pytest
from mastra_storage_core import MemoryStorage, MessageUpdate, NotFoundError

from mastra_storage_conformance.make import Make, said
from mastra_storage_conformance.suites._support import content_of, ids, reread, save, texts

OLD = {**said("Old", {"a": {"x": 1}, "b": 1}), "content": "Old", "extra": [1]}


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateMessages:
    """`update_messages` changes what it names, all or none."""

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({}, OLD),
            ({"content": "New"}, {**OLD, "content": "New"}),
            ({"parts": []}, {**OLD, "parts": []}),
            ({"extra": None, "more": {}}, {**OLD, "extra": None, "more": {}}),
            ({"metadata": {}}, OLD),
            ({"metadata": {"c": 3}}, {**OLD, "metadata": {"a": {"x": 1}, "b": 1, "c": 3}}),
            ({"metadata": {"a": {"y": 2}}}, {**OLD, "metadata": {"a": {"y": 2}, "b": 1}}),
        ],
    )
    async def test_content_is_merged_key_by_key_and_so_is_its_metadata(
        self, memory: MemoryStorage, make: Make, change: dict[str, Any], expected: dict[str, Any]
    ) -> None:
        """Rule 7."""
        thread = await make.thread(memory)
        (message,) = await save(memory, make.message(thread, OLD))

        (updated,) = await memory.update_messages([MessageUpdate(id=message.id, content=change)])

        assert updated == message.model_copy(update={"content": expected})
        assert await memory.list_messages_by_id([message.id]) == [updated]

    async def test_metadata_is_merged_into_content_that_has_none(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        (message,) = await save(memory, make.message(thread, "Hello"))

        await memory.update_messages(
            [MessageUpdate(id=message.id, content={"metadata": {"a": None}})]
        )

        assert await content_of(memory, message.id) == said("Hello", {"a": None})

    async def test_other_fields_are_replaced_and_what_is_not_given_is_left_alone(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Also `created_at`, which the original breaks."""
        thread = await make.thread(memory)
        (message,) = await save(memory, make.message(thread, created_at=make.noon))
        change = MessageUpdate(
            id=message.id, role="assistant", type="text", created_at=make.after(60)
        )

        (updated,) = await memory.update_messages([change])

        assert updated == message.model_copy(
            update={"role": "assistant", "type": "text", "created_at": make.after(60)}
        )
        assert (await memory.list_messages(thread.id)).messages == [updated]

    async def test_a_new_created_at_gives_a_new_place(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        first, second = await memory.save_messages(make.messages(thread, 2))

        await memory.update_messages([MessageUpdate(id=first.id, created_at=make.after(9))])

        page = await memory.list_messages(thread.id)
        assert ids(page.messages) == [second.id, first.id]

    async def test_the_owner_can_be_changed_and_cleared(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 7: `None` clears where the column may be empty."""
        thread = await make.thread(memory)
        one, two = await memory.save_messages(make.messages(thread, 2))
        heir = make.id("heir")

        updated = await memory.update_messages(
            [MessageUpdate(id=one.id, resource_id=heir), MessageUpdate(id=two.id, resource_id=None)]
        )

        assert [message.resource_id for message in updated] == [heir, None]
        assert (await memory.list_messages(thread.id)).messages == updated

    async def test_the_changed_ones_are_returned_in_order_and_unknown_ids_are_left_out(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        messages = await memory.save_messages(make.messages(thread, 3))
        wanted = [messages[2].id, make.id("unknown"), messages[0].id]

        updated = await memory.update_messages(
            [MessageUpdate(id=each, role="x") for each in wanted]
        )

        assert ids(updated) == [messages[0].id, messages[2].id]
        assert {message.role for message in updated} == {"x"}

    async def test_several_changes_of_one_message_are_applied_in_turn(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        (message,) = await save(memory, make.message(thread))

        (updated,) = await memory.update_messages(
            [
                MessageUpdate(id=message.id, content={"metadata": {"a": 1, "b": 1}}),
                MessageUpdate(id=message.id, content={"metadata": {"b": 2}}, role="x"),
            ]
        )

        assert (updated.content["metadata"], updated.role) == ({"a": 1, "b": 2}, "x")

    async def test_no_changes_nothing_touched(self, memory: MemoryStorage, make: Make) -> None:
        assert await memory.update_messages([]) == []
        assert await memory.update_messages([MessageUpdate(id=make.id("unknown"), role="x")]) == []


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateMessagesAndThreads:
    """What `update_messages` means for the threads."""

    async def test_another_thread_id_moves_the_message(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Both threads' `updated_at` rise; the owner is not changed."""
        old, new = await make.thread(memory), await make.thread(memory, owner=make.id("heir"))
        (message,) = await save(memory, make.message(old))
        await memory.save_thread(old)

        (moved,) = await memory.update_messages([MessageUpdate(id=message.id, thread_id=new.id)])

        assert moved == message.model_copy(update={"thread_id": new.id})
        assert (await memory.list_messages(old.id)).messages == []
        assert (await memory.list_messages(new.id)).messages == [moved]
        for thread in (old, new):
            assert (await reread(memory, thread)).updated_at > thread.updated_at

    async def test_a_missing_thread_is_not_found_and_nothing_is_changed(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        one, two = await memory.save_messages(make.messages(thread, 2))
        missing = make.id("missing")

        with pytest.raises(NotFoundError, match=missing):
            await memory.update_messages(
                [MessageUpdate(id=one.id, role="x"), MessageUpdate(id=two.id, thread_id=missing)]
            )

        assert (await memory.list_messages(thread.id)).messages == [one, two]

    async def test_updated_at_rises_unless_nothing_but_ids_was_given(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        (message,) = await save(memory, make.message(thread))
        await memory.save_thread(thread)

        assert await memory.update_messages([MessageUpdate(id=message.id)]) == [message]
        unchanged = await reread(memory, thread)
        await memory.update_messages([MessageUpdate(id=message.id, role="x")])

        assert unchanged == thread
        assert (await reread(memory, thread)).updated_at > thread.updated_at

    async def test_with_a_guard_messages_of_another_resource_are_left_out(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        thread = await make.thread(memory)
        own = make.message(thread, created_at=make.noon)
        theirs = make.message(thread, owner=make.id("stranger"), created_at=make.after(1))
        _, stored = await save(memory, own, theirs)

        updated = await memory.update_messages(
            [MessageUpdate(id=each, role="x") for each in (own.id, theirs.id)],
            resource_id=make.owner,
        )

        assert ids(updated) == [own.id]
        assert await memory.list_messages_by_id([theirs.id]) == [stored]

    async def test_with_a_guard_a_message_does_not_move_into_a_thread_of_another_resource(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        own, theirs = await make.thread(memory), await make.thread(memory, owner=make.id("them"))
        (message,) = await save(memory, make.message(own))
        move = MessageUpdate(id=message.id, thread_id=theirs.id)

        with pytest.raises(NotFoundError):
            await memory.update_messages([move], resource_id=make.owner)

        assert (await memory.list_messages(own.id)).messages == [message]
        assert await reread(memory, theirs) == theirs


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestDeleteMessages:
    """`delete_messages` deletes by id, all or none."""

    async def test_how_many_there_were_is_returned_and_the_others_stay(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 13: unknown and repeated ids are no error, and do not count."""
        thread = await make.thread(memory)
        messages = await memory.save_messages(make.messages(thread, 4))
        doomed = [messages[2].id, make.id("unknown"), messages[0].id, messages[0].id]

        assert await memory.delete_messages(doomed) == 2

        page = await memory.list_messages(thread.id)
        assert (texts(page.messages), page.total) == (["Text 1", "Text 3"], 2)
        assert await memory.delete_messages(doomed) == 0

    async def test_no_ids_nothing_touched(self, memory: MemoryStorage, make: Make) -> None:
        assert await memory.delete_messages([]) == 0

    async def test_the_updated_at_of_each_thread_that_lost_a_message_rises(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        one, two, other = [await make.thread(memory) for _ in range(3)]
        doomed = await save(memory, make.message(one), make.message(two))
        await save(memory, make.message(other))
        for thread in (one, two, other):
            await memory.save_thread(thread)

        await memory.delete_messages(ids(doomed))

        assert (await reread(memory, one)).updated_at > one.updated_at
        assert (await reread(memory, two)).updated_at > two.updated_at
        assert await reread(memory, other) == other

    async def test_with_a_guard_messages_of_another_resource_stay(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        thread = await make.thread(memory)
        own, theirs = make.message(thread), make.message(thread, owner=make.id("stranger"))
        await save(memory, own, theirs)

        deleted = await memory.delete_messages([own.id, theirs.id], resource_id=make.owner)

        assert deleted == 1
        assert ids((await memory.list_messages(thread.id)).messages) == [theirs.id]
