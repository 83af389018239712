"""Pruning in steps: batches, their bounds, and what happens between them and beside them."""

import asyncio
from collections.abc import Callable

import pytest
from mastra_storage_core import (
    BusyError,
    Feature,
    Message,
    NotFoundError,
    PruneReport,
    Store,
    Thread,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, save
from mastra_storage_conformance.suites.memory_retention import (
    MONTH,
    TABLES,
    left,
    old_thread,
    policy,
    short,
)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestPruneInBatches:
    """Batches are bounded and reported, and a later call goes on where one ended."""

    @pytest.mark.parametrize("table", TABLES)
    @pytest.mark.parametrize("step", [0, 1], ids=["of one time", "of many times"])
    async def test_batches_of_any_rows_delete_all_of_them(
        self, empty_store: Store, make: Make, table: str, step: int
    ) -> None:
        """Rows of one time may be more than a batch holds."""
        seed, find = TABLES[table]
        rows = [
            await seed(empty_store.memory, make, make.after(step * number)) for number in range(7)
        ]
        told: list[PruneReport] = []

        await empty_store.prune(policy(table, 2), pause=0, progress=told.append)

        assert [report.deleted for report in told] == [2, 4, 6, 7]
        assert [report.done for report in told] == [False, False, False, True]
        assert not any([await find(empty_store.memory, row_id) for row_id in rows])

    async def test_the_oldest_go_first_and_the_next_call_goes_on(
        self, empty_store: Store, make: Make
    ) -> None:
        thread = await make.thread(empty_store.memory)
        messages = make.messages(thread, 7)
        await empty_store.memory.save_messages(messages[::-1])
        few = policy("messages", 2)

        by_batches = await empty_store.prune(few, max_batches=1)
        by_rows = await empty_store.prune(few, max_rows=3, pause=0)
        page = await empty_store.memory.list_messages(thread.id)
        rest = await empty_store.prune(few, pause=0)

        assert short(by_batches + by_rows) == [("messages", 2, False), ("messages", 3, False)]
        assert ids(page.messages) == ids(messages)[5:]
        assert short(rest) == [("messages", 2, True)]

    async def test_what_progress_raises_reaches_the_caller_and_nothing_is_half_done(
        self, empty_store: Store, make: Make
    ) -> None:
        memory = empty_store.memory
        threads = [await old_thread(memory, make) for _ in range(3)]

        def stop(report: PruneReport) -> None:
            raise BusyError(f"{report.deleted}")

        with pytest.raises(BusyError, match="1"):
            await empty_store.prune(policy("threads", 1), progress=stop)

        states = [await left(memory, thread) for thread in threads]
        assert sorted(states) == [(False, 0, False), (True, 3, True), (True, 3, True)]
        assert short(await empty_store.prune(MONTH)) == [("threads", 2, True)]

    @pytest.mark.parametrize("delay", [None, 0, 0.0005, 0.001, 0.002, 0.005, 0.02])
    async def test_a_cancelled_call_leaves_whole_threads(
        self, empty_store: Store, make: Make, delay: float | None
    ) -> None:
        memory = empty_store.memory
        threads = [await old_thread(memory, make) for _ in range(8)]
        call = asyncio.create_task(empty_store.prune(policy("threads", 2), pause=0))
        if delay is not None:
            await asyncio.sleep(delay)
        call.cancel()
        await asyncio.wait([call])
        await make.thread(memory)  # Written after the batch that may still have been under way.

        states = {await left(memory, thread) for thread in threads}
        await empty_store.prune(MONTH)

        assert states <= {(True, 3, True), (False, 0, False)}
        assert {await left(memory, thread) for thread in threads} == {(False, 0, False)}


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestPruneBesideOthers:
    """Whoever writes or prunes at the same moment loses nothing, and leaves nothing behind."""

    @pytest.mark.parametrize("batch_size", [3, 20])
    async def test_a_message_keeps_its_thread_or_is_refused(
        self, open_fresh: Callable[[], Store], make: Make, batch_size: int
    ) -> None:
        stores = several(open_fresh)
        memory = stores[0].memory
        threads = [await old_thread(memory, make) for _ in range(20)]

        async def save_after(turns: int, thread: Thread) -> list[Message]:
            for _ in range(turns):
                await asyncio.sleep(0)
            return await save(memory, make.message(thread))

        saves = [save_after(turns, thread) for turns, thread in enumerate(threads[::-1])]

        async with asyncio.timeout(60):
            _, *ends = await asyncio.gather(
                stores[-1].prune(policy("threads", batch_size), pause=0),
                *saves,
                return_exceptions=True,
            )

        for thread, end in zip(threads[::-1], ends, strict=True):
            kept = isinstance(end, list)
            assert kept or isinstance(end, NotFoundError)
            assert await left(memory, thread) == ((True, 4, True) if kept else (False, 0, False))

    async def test_two_that_prune_at_once_delete_each_row_once(
        self, open_fresh: Callable[[], Store], make: Make
    ) -> None:
        stores = several(open_fresh)
        memory = stores[0].memory
        threads = [await old_thread(memory, make, 1) for _ in range(20)]

        async with asyncio.timeout(60):
            both = await asyncio.gather(
                *(store.prune(policy("threads", 3), pause=0) for store in (stores[0], stores[-1]))
            )

        assert sum(report.deleted for reports in both for report in reports) == 20
        assert {await left(memory, thread) for thread in threads} == {(False, 0, False)}


def several(open_fresh: Callable[[], Store]) -> list[Store]:
    """Return stores on the same data: two where they are durable, else one."""
    store = open_fresh()
    durable = Feature.DURABLE in store.capabilities.features
    return [store, open_fresh()] if durable else [store]
