"""The life of a store: opened by `init` or on first use, closed once, never used again."""

import asyncio
import os
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from mastra_storage_core import ClosedError, StorageError, Store, Thread

from mastra_storage_conformance.make import Make

OpenStore = Callable[[], Store]


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestInit:
    """A store opens on first use, or by `init()`."""

    async def test_the_first_use_needs_no_init(self, empty_store: Store, make: Make) -> None:
        thread = await make.thread(empty_store.memory)

        assert await empty_store.memory.get_thread_by_id(thread.id) == thread

    async def test_an_empty_store_can_be_read(self, empty_store: Store, make: Make) -> None:
        assert (await empty_store.memory.list_threads()).threads == []

    async def test_init_twice_changes_nothing(self, empty_store: Store, make: Make) -> None:
        await empty_store.init()
        thread = await make.thread(empty_store.memory)

        await empty_store.init()

        assert (await empty_store.memory.list_threads()).threads == [thread]

    async def test_many_first_uses_at_once_lose_nothing(
        self, empty_store: Store, make: Make
    ) -> None:
        """openai-agents-python#2722: the first concurrent access raced and lost writes."""
        threads = await asyncio.gather(*(make.thread(empty_store.memory) for _ in range(20)))

        page = await empty_store.memory.list_threads()

        assert {thread.id for thread in page.threads} == {thread.id for thread in threads}

    @pytest.mark.mastra_feature("durable")
    async def test_eight_stores_may_init_one_empty_space_at_once(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        """mastra#18282: `CREATE TABLE IF NOT EXISTS` is not atomic between sessions."""
        stores = [open_fresh() for _ in range(8)]

        await asyncio.gather(*(store.init() for store in stores))

        threads = await asyncio.gather(*(make.thread(store.memory) for store in stores))
        page = await stores[0].memory.list_threads()
        assert {thread.id for thread in page.threads} == {thread.id for thread in threads}

    async def test_a_caller_that_is_cancelled_does_not_stop_init_for_the_others(
        self, empty_store: Store, make: Make
    ) -> None:
        first = asyncio.create_task(empty_store.init())
        second = asyncio.create_task(make.thread(empty_store.memory))
        await asyncio.sleep(0)

        first.cancel()

        thread = await second
        assert (await empty_store.memory.list_threads()).threads == [thread]

    async def test_after_an_init_that_was_cancelled_the_next_call_works(
        self, empty_store: Store, make: Make
    ) -> None:
        """A failure is not cached."""
        for _ in range(3):
            attempt = asyncio.create_task(empty_store.init())
            await asyncio.sleep(0)
            attempt.cancel()
            await asyncio.wait([attempt])

        thread = await make.thread(empty_store.memory)
        assert await empty_store.memory.get_thread_by_id(thread.id) == thread


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestClose:
    """A store is closed once; any use afterwards is `ClosedError`."""

    async def test_closing_twice_does_nothing(self, empty_store: Store) -> None:
        await empty_store.init()

        await empty_store.close()
        await empty_store.close()

    async def test_a_store_that_was_never_used_can_be_closed(self, empty_store: Store) -> None:
        await empty_store.close()

    @pytest.mark.parametrize("used", [False, True])
    async def test_any_use_afterwards_is_closed(
        self, empty_store: Store, make: Make, used: bool
    ) -> None:
        memory, thread = empty_store.memory, make.new_thread()
        if used:
            await memory.save_thread(thread)
        await empty_store.close()

        for call in (
            lambda: memory.get_thread_by_id(thread.id),
            lambda: memory.save_thread(thread),
            lambda: memory.save_messages([make.message(thread)]),
            lambda: memory.list_messages(thread.id),
            lambda: memory.copy_thread(thread.id),
            lambda: memory.update_resource(make.owner),
            lambda: memory.get_observational_memory(thread.id),
            empty_store.init,
        ):
            with pytest.raises(ClosedError):
                await call()

    async def test_async_with_opens_and_closes(self, open_fresh: OpenStore, make: Make) -> None:
        async with open_fresh() as store:
            await make.thread(store.memory)

        with pytest.raises(ClosedError):
            await store.memory.list_threads()

    async def test_calls_under_way_end_in_a_result_or_in_an_error_of_ours(
        self, empty_store: Store, make: Make
    ) -> None:
        await empty_store.init()
        calls = [asyncio.create_task(make.thread(empty_store.memory)) for _ in range(20)]
        await asyncio.sleep(0)

        await empty_store.close()

        async with asyncio.timeout(10):
            ends = await asyncio.gather(*calls, return_exceptions=True)
        assert [end for end in ends if not isinstance(end, (Thread, StorageError))] == []

    async def test_nothing_stays_behind(self, empty_store: Store, make: Make) -> None:
        """mastra#13026: the original's own tests left four hundred connections open."""
        tasks, threads = asyncio.all_tasks(), set(threading.enumerate())

        await asyncio.gather(*(make.thread(empty_store.memory) for _ in range(5)))
        await empty_store.close()

        for _ in range(500):
            if asyncio.all_tasks() == tasks and not left_running(threads):
                break
            await asyncio.sleep(0.01)
        assert asyncio.all_tasks() == tasks
        assert not left_running(threads)

    async def test_no_file_and_no_connection_stays_open(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        """As many are open after a second store as after the first, which may prepare something."""
        opened: list[int] = []
        for _ in range(2):
            store = open_fresh()
            await asyncio.gather(*(make.thread(store.memory) for _ in range(5)))
            await store.close()
            opened.append(await fewest_open(opened))

        assert opened[1] <= opened[0]


async def fewest_open(earlier: list[int]) -> int:
    """Count the files and sockets that are open once they are no more than before, or after a
    while.
    """
    for _ in range(100):
        if earlier and open_descriptors() <= earlier[-1]:
            break
        await asyncio.sleep(0.01)
    return open_descriptors()


def open_descriptors() -> int:
    """Count the descriptors that are open, of the first few thousand."""
    found = 0
    for number in range(4_096):
        with suppress(OSError):
            os.fstat(number)
            found += 1
    return found


def left_running(before: set[threading.Thread]) -> set[threading.Thread]:
    """Return the threads that were not there before, but for those of the event loop itself."""
    now = set(threading.enumerate()) - before
    return {thread for thread in now if not thread.name.startswith("asyncio_")}


@pytest.mark.mastra_feature("durable")
@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestDurable:
    """What was acknowledged outlives the store object."""

    async def test_another_store_reads_what_a_closed_one_wrote(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        first = open_fresh()
        thread = await make.thread(first.memory, metadata={"a": 1})
        saved = await first.memory.save_messages(make.messages(thread, 3))
        resource = await first.memory.update_resource(make.owner, working_memory="Notes")
        await first.close()

        memory = open_fresh().memory

        assert (await memory.list_messages(thread.id)).messages == saved
        assert await memory.get_resource_by_id(make.owner) == resource

    async def test_a_store_sees_at_once_what_another_wrote(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        one, two = open_fresh().memory, open_fresh().memory
        thread = await make.thread(one)

        for number in range(5):
            writer, reader = (one, two) if number % 2 else (two, one)
            await writer.save_messages([make.message(thread)])
            assert (await reader.list_messages(thread.id)).total == number + 1

    async def test_what_was_acknowledged_before_close_is_there_afterwards(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        store = open_fresh()
        await store.init()
        calls = [asyncio.create_task(make.thread(store.memory)) for _ in range(20)]
        await asyncio.sleep(0.001)
        await store.close()
        ends = await asyncio.gather(*calls, return_exceptions=True)

        page = await open_fresh().memory.list_threads()

        acknowledged = {end.id for end in ends if isinstance(end, Thread)}
        assert acknowledged <= {thread.id for thread in page.threads}
