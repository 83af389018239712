"""Copies and clones of threads."""

from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from mastra_storage_core import (
    ConflictError,
    DateRange,
    MemoryStorage,
    Message,
    NotFoundError,
    Thread,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, reread, save, texts

ODD = {"format": 2, "parts": [], "odd": {"b": 1, "a": [None]}}


async def five(memory: MemoryStorage, make: Make) -> tuple[Thread, list[Message]]:
    """Save a thread whose messages say `0` to `4`."""
    thread = await make.thread(memory, title="Source", metadata={"own": 1})
    messages = [make.message(thread, f"{n}", created_at=make.after(n)) for n in range(5)]
    return thread, await memory.save_messages(messages)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestCopyThread:
    """`copy_thread` copies a thread and its messages, all or none."""

    async def test_copies_keep_everything_but_their_ids_and_their_thread(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        sources = await save(
            memory,
            make.message(thread, ODD, kind="text", created_at=make.noon),
            make.message(thread, role="assistant", created_at=make.after(1)),
            make.message(thread, role="system", created_at=make.after(2)),
        )

        copy = await memory.copy_thread(thread.id)

        copies = await memory.list_messages(copy.thread.id, include_system=True)
        assert copies.messages == [
            source.model_copy(
                update={"id": copy.message_id_map[source.id], "thread_id": copy.thread.id}
            )
            for source in sources
        ]

    async def test_the_map_has_a_new_id_for_each_copied_message(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread, sources = await five(memory, make)

        copy = await memory.copy_thread(thread.id)

        new = list(copy.message_id_map.values())
        assert list(copy.message_id_map) == ids(sources)
        assert len({*new, *ids(sources)}) == 10

    async def test_the_new_thread_names_its_source_and_has_its_own_times(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """The source's own metadata is not copied; a `clone` key of the caller's is replaced."""
        thread, sources = await five(memory, make)
        before = datetime.now(UTC).replace(microsecond=0)

        copy = await memory.copy_thread(thread.id, metadata={"given": 1, "clone": "mine"})

        new = copy.thread
        assert new == await reread(memory, new)
        assert (new.title, new.resource_id) == ("Clone of Source", make.owner)
        assert before <= new.created_at == new.updated_at
        assert new.metadata is not None
        cloned_at = new.metadata["clone"].pop("clonedAt")
        assert datetime.fromisoformat(cloned_at) == new.created_at
        assert new.metadata == {
            "given": 1,
            "clone": {"sourceThreadId": thread.id, "lastMessageId": sources[-1].id},
        }

    async def test_id_owner_and_title_are_the_callers_where_given(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread, _ = await five(memory, make)
        heir, new_id = make.id("heir"), make.id("new")

        copy = await memory.copy_thread(thread.id, new_thread_id=new_id, resource_id=heir, title="")

        copies = await memory.list_messages(new_id)
        assert (copy.thread.id, copy.thread.resource_id, copy.thread.title) == (new_id, heir, "")
        assert {message.resource_id for message in copies.messages} == {heir}

    async def test_the_copy_of_a_thread_without_a_title_has_none(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory, title="")

        copy = await memory.copy_thread(thread.id)

        assert (copy.thread.title, copy.message_id_map) == ("", {})
        assert "lastMessageId" not in (copy.thread.metadata or {})["clone"]

    async def test_copies_of_a_stranger_s_messages_belong_to_the_new_owner(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        await save(memory, make.message(thread, owner=make.id("stranger")))

        copy = await memory.copy_thread(thread.id)

        assert (await memory.list_messages(copy.thread.id, resource_id=make.owner)).total == 1

    async def test_the_source_is_untouched(self, memory: MemoryStorage, make: Make) -> None:
        thread, sources = await five(memory, make)
        before = await reread(memory, thread)

        copy = await memory.copy_thread(thread.id)
        await memory.delete_thread(copy.thread.id)

        assert await reread(memory, thread) == before
        assert (await memory.list_messages(thread.id)).messages == sources


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestCopyThreadChoice:
    """What chooses the messages that are copied."""

    @pytest.mark.parametrize(
        ("choice", "expected"),
        [
            ({"message_limit": 2}, "34"),
            ({"message_limit": 0}, "01234"),
            ({"message_limit": 99}, "01234"),
            ({"first": 1}, "1234"),
            ({"last": 3}, "0123"),
            ({"first": 1, "last": 3, "message_limit": 2}, "23"),
            ({"first": 1, "last": 3, "open": True}, "2"),
            ({"chosen": [3, 0, 3]}, "03"),
            ({"chosen": []}, "01234"),
            ({"chosen": [0, 2, 4], "message_limit": 2}, "24"),
            ({"chosen": [0, 4], "last": 2}, "0"),
            ({"first": 9}, ""),
        ],
    )
    async def test_ids_and_dates_choose_messages_of_which_the_limit_keeps_the_newest(
        self, memory: MemoryStorage, make: Make, choice: dict[str, Any], expected: str
    ) -> None:
        """No ids, and a limit of 0, mean all."""
        thread, sources = await five(memory, make)
        times = {name: make.after(choice[name]) for name in ("first", "last") if name in choice}
        dates = DateRange(
            start=times.get("first"),
            end=times.get("last"),
            start_exclusive="open" in choice,
            end_exclusive="open" in choice,
        )

        clone = await memory.clone_thread(
            thread.id,
            message_limit=choice.get("message_limit"),
            date_range=dates,
            message_ids=[sources[n].id for n in choice.get("chosen", [])],
        )

        assert "".join(texts(clone.cloned_messages)) == expected

    async def test_unknown_messages_and_those_of_other_threads_are_not_copied(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread, sources = await five(memory, make)
        (other,) = await save(memory, make.message(await make.thread(memory)))
        chosen = [other.id, sources[1].id, make.id("unknown")]

        copy = await memory.copy_thread(thread.id, message_ids=chosen)

        assert list(copy.message_id_map) == [sources[1].id]

    async def test_of_messages_of_one_time_the_limit_keeps_the_last_by_id(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 2."""
        thread = await make.thread(memory)
        names = [make.id(name) for name in ("B", "Z1", "_x", "a", "z0")]
        await memory.save_messages(make.messages(thread, 5, ids=names[::-1], created_at=make.noon))

        copy = await memory.copy_thread(thread.id, message_limit=2)

        assert list(copy.message_id_map) == names[3:]


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestCloneThread:
    """`clone_thread` copies as `copy_thread` does, and returns the new messages as well."""

    async def test_the_new_messages_are_returned_those_of_role_system_left_out(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread, sources = await five(memory, make)
        await save(memory, make.message(thread, role="system", created_at=make.after(9)))

        clone = await memory.clone_thread(thread.id)

        assert texts(clone.cloned_messages) == list("01234")
        assert [clone.message_id_map[source.id] for source in sources] == ids(clone.cloned_messages)
        assert (await memory.list_messages(clone.thread.id)).messages == clone.cloned_messages
        assert len(clone.message_id_map) == 6

    @pytest.mark.parametrize("method", ["copy_thread", "clone_thread"])
    async def test_an_unknown_source_is_not_found(
        self, memory: MemoryStorage, make: Make, method: str
    ) -> None:
        """Rule 16: with `source_resource_id`, a source of another resource is unknown."""
        thread, _ = await five(memory, make)
        new_id = make.id("new")
        copy = partial(getattr(memory, method), new_thread_id=new_id)

        with pytest.raises(NotFoundError):
            await copy(make.id("unknown"))
        with pytest.raises(NotFoundError):
            await copy(thread.id, source_resource_id=make.id("stranger"))

        assert await memory.get_thread_by_id(new_id) is None
        await copy(thread.id, source_resource_id=make.owner)

    @pytest.mark.parametrize("method", ["copy_thread", "clone_thread"])
    async def test_a_new_id_that_is_taken_is_a_conflict_and_nothing_is_copied(
        self, memory: MemoryStorage, make: Make, method: str
    ) -> None:
        thread, _ = await five(memory, make)
        taken = await make.thread(memory)

        with pytest.raises(ConflictError):
            await getattr(memory, method)(thread.id, new_thread_id=taken.id)

        assert await reread(memory, taken) == taken
        assert (await memory.list_messages(taken.id)).total == 0
