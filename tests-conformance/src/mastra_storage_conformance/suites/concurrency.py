"""Many writers at once: nothing is lost, nothing is half written.

The writers are of two stores where the backend is durable, else of one. Each writes something of
its own, so that every lost write can be told.
"""

import asyncio
from collections.abc import Awaitable, Iterable
from itertools import cycle
from typing import TypeVar

import pytest
from mastra_storage_core import (
    Activation,
    ConflictError,
    MemoryStorage,
    MessageUpdate,
    NotFoundError,
    Thread,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import chunk, ids, observe, record_of, reread, save

Result = TypeVar("Result")
CROWD = 20
EXPECTED = {f"k{number}": number for number in range(CROWD)}


async def ends_of(calls: Iterable[Awaitable[Result]]) -> list[Result | BaseException]:
    """Run calls together and return what they return or raise."""
    async with asyncio.timeout(60):
        return list(await asyncio.gather(*calls, return_exceptions=True))


async def at_once(calls: Iterable[Awaitable[Result]]) -> list[Result]:
    """Run calls together to their ends; none may fail."""
    results: list[Result] = []
    for end in await ends_of(calls):
        if isinstance(end, BaseException):
            raise end
        results.append(end)
    return results


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentMerges:
    """Merges are atomic: concurrent writers of different keys all survive (rules 7 and 8)."""

    async def test_metadata_of_a_thread(self, writers: list[MemoryStorage], make: Make) -> None:
        """In the original, twenty updates at once left one key."""
        thread = await make.thread(writers[0])

        await at_once(
            memory.update_thread(thread.id, metadata={key: number})
            for memory, (key, number) in zip(cycle(writers), EXPECTED.items(), strict=False)
        )

        assert (await reread(writers[0], thread)).metadata == EXPECTED

    async def test_a_counter_in_metadata(self, writers: list[MemoryStorage], make: Make) -> None:
        """What the function of `update_thread_metadata` reads is still true when it is written."""
        thread = await make.thread(writers[0], metadata={"n": 0})

        def increment(current: Thread) -> dict[str, int]:
            return {"n": (current.metadata or {})["n"] + 1}

        await at_once(
            memory.update_thread_metadata(thread.id, increment)
            for memory, _ in zip(cycle(writers), range(CROWD), strict=False)
        )

        assert (await reread(writers[0], thread)).metadata == {"n": CROWD}

    async def test_the_first_writers_of_a_resource(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        """Rule 8: first-writer races have no losers."""
        await at_once(
            memory.update_resource(make.owner, metadata={key: number})
            for memory, (key, number) in zip(cycle(writers), EXPECTED.items(), strict=False)
        )

        resource = await writers[0].get_resource_by_id(make.owner)
        assert resource is not None
        assert resource.metadata == EXPECTED

    async def test_metadata_in_the_content_of_a_message(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        thread = await make.thread(writers[0])
        (message,) = await save(writers[0], make.message(thread))

        await at_once(
            memory.update_messages(
                [MessageUpdate(id=message.id, content={"metadata": {key: number}})]
            )
            for memory, (key, number) in zip(cycle(writers), EXPECTED.items(), strict=False)
        )

        (changed,) = await writers[0].list_messages_by_id([message.id])
        assert changed.content["metadata"] == EXPECTED

    async def test_chunks_and_configuration_of_observational_memory(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        """mastra#20110: observations of concurrent writers overwrote one another."""
        record = await observe(writers[0], make)

        await at_once(
            call
            for memory, (key, number) in zip(cycle(writers), EXPECTED.items(), strict=False)
            for call in (
                memory.update_buffered_observations(record.id, chunk=chunk(make, key)),
                memory.update_observational_memory_config(record.id, config={"a": {key: number}}),
            )
        )

        after = await record_of(writers[0], record)
        assert {each.cycle_id for each in after.buffered_observation_chunks or []} == set(EXPECTED)
        assert after.config == {"a": EXPECTED}


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentWinners:
    """Where there can be one winner only, there is one."""

    async def test_one_creates_a_thread_and_the_others_conflict(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        thread_id = make.id("thread")

        ends = await ends_of(
            memory.create_thread(resource_id=make.owner, thread_id=thread_id, title=f"{number}")
            for memory, number in zip(cycle(writers), range(CROWD), strict=False)
        )

        won = [end for end in ends if isinstance(end, Thread)]
        assert [await writers[0].get_thread_by_id(thread_id)] == won
        assert sum(isinstance(end, ConflictError) for end in ends) == CROWD - 1

    async def test_one_copies_to_an_id_and_the_others_conflict(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        thread, copy_id = await make.thread(writers[0]), make.id("copy")
        await writers[0].save_messages(make.messages(thread, 3))

        ends = await ends_of(
            memory.copy_thread(thread.id, new_thread_id=copy_id)
            for memory, _ in zip(cycle(writers), range(CROWD), strict=False)
        )

        assert sum(isinstance(end, ConflictError) for end in ends) == CROWD - 1
        assert (await writers[0].list_messages(copy_id)).total == 3

    async def test_one_starts_the_observational_memory_and_all_get_its_record(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        """mastra#22188: twenty-four at once made twenty-four generations 0."""
        thread_id = make.id("thread")

        records = await at_once(
            memory.initialize_observational_memory(
                thread_id=thread_id, resource_id=make.owner, scope="thread", config={"n": number}
            )
            for memory, number in zip(cycle(writers), range(CROWD), strict=False)
        )

        assert await writers[0].get_observational_memory_history(thread_id) == records[:1]
        assert records == records[:1] * CROWD

    async def test_a_chunk_is_activated_once(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        """The original's swap reads outside of its transaction, and repeats text."""
        record = await observe(writers[0], make)
        for key in EXPECTED:
            await writers[0].update_buffered_observations(record.id, chunk=chunk(make, key))

        activations: list[Activation] = await at_once(
            memory.swap_buffered_to_active(
                record.id,
                activation_ratio=1,
                message_tokens_threshold=50,
                current_pending_tokens=50,
            )
            for memory, _ in zip(cycle(writers), range(CROWD), strict=False)
        )

        moved = [key for activation in activations for key in activation.activated_cycle_ids]
        after = await record_of(writers[0], record)
        assert sorted(moved) == sorted(EXPECTED)
        assert after.active_observations.count("Saw ") == CROWD


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentMessages:
    """Messages of concurrent writers are all there, wholly, in one order."""

    async def test_all_are_saved_and_those_without_a_time_get_one_each(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        """Rule 2: each comes after the newest message that its thread had."""
        thread = await make.thread(writers[0])

        saved = await at_once(
            save(memory, make.message(thread), make.message(thread))
            for memory, _ in zip(cycle(writers), range(CROWD), strict=False)
        )

        page = await writers[0].list_messages(thread.id, per_page=None)
        every = [message for pair in saved for message in pair]
        assert sorted(ids(page.messages)) == sorted(ids(every))
        assert len({message.created_at for message in page.messages}) == 2 * CROWD
        for first, second in saved:
            assert page.messages.index(second) == page.messages.index(first) + 1

    async def test_moves_in_both_directions_neither_lock_up_nor_lose(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        threads = [await make.thread(writers[0]) for _ in range(2)]
        messages = [make.message(threads[number % 2]) for number in range(CROWD)]
        await writers[0].save_messages(messages)

        await at_once(
            memory.update_messages(
                [MessageUpdate(id=message.id, thread_id=threads[(number + 1) % 2].id)]
            )
            for memory, (number, message) in zip(cycle(writers), enumerate(messages), strict=False)
        )

        for number, thread in enumerate(threads):
            found = ids((await writers[0].list_messages(thread.id)).messages)
            assert sorted(found) == sorted(ids(messages[(number + 1) % 2 :: 2]))

    async def test_a_message_never_outlives_a_thread_that_is_deleted_meanwhile(
        self, writers: list[MemoryStorage], make: Make
    ) -> None:
        """mastra#23177: writers under way brought deleted text back."""
        for _ in range(10):
            thread = await make.thread(writers[0])
            before, deleted, after = await ends_of(
                [
                    save(writers[0], make.message(thread)),
                    writers[-1].delete_thread(thread.id),
                    save(writers[-1], make.message(thread)),
                ]
            )

            assert deleted is True
            assert isinstance(before, (list, NotFoundError))
            assert isinstance(after, (list, NotFoundError))
            assert await writers[0].get_thread_by_id(thread.id) is None
            assert (await writers[0].list_messages(thread.id)).total == 0
