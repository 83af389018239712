"""How many trips calls make, on backends that count them: few, and not more where more is stored.

A trip is what a call waits for: a request to a server, a hop to the thread of a driver. How much is
done in one is the backend's affair.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_core import MemoryStorage, StorageError, Store, WorkflowsStorage

from mastra_storage_conformance.examples import DOMAINS, Example, Names
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, key

Trips = Callable[[Store], int]
Prepared = Callable[[], Awaitable[Any]]

MOST = 3
"""Enough to read, to lock and to write one after the other."""
FEW, MANY = 2, 200
IN_STEPS = ("export", "import", "iterate", "prune")
"""What goes through any number of rows, in constant memory and many transactions."""


@pytest.mark.asyncio(loop_scope="session")
class TestTrips:
    """Every method makes three trips to the database at the most."""

    @pytest.mark.parametrize(
        "example",
        [
            pytest.param(each, id=each.domain, marks=pytest.mark.mastra_domain(*each.needs))
            for each in DOMAINS.values()
        ],
    )
    async def test_a_call_makes_three_trips_at_most(
        self, trips: Trips, empty_store: Store, example: Example, tmp_path: Path
    ) -> None:
        """But for those that go through any number of rows in steps."""
        domain, found = getattr(empty_store, example.domain), {}
        for index, call in enumerate(example.calls(Names("any", tmp_path))):
            names = Names(f"{index}", tmp_path)
            await example.seed(empty_store, names)
            again = example.calls(names)[index]
            before = trips(empty_store)
            with suppress(StorageError):  # a conflict has made its trips as well
                await again.made_of(domain)
            if not call.method.startswith(IN_STEPS):
                found[call.method] = trips(empty_store) - before

        assert max(found.values()) > 0, "nothing is counted"
        assert {method: made for method, made in found.items() if made > MOST} == {}


async def _saved(memory: MemoryStorage, make: Make, size: int) -> Prepared:
    thread = await make.thread(memory)
    return lambda: memory.save_messages(make.messages(thread, size))


async def _listed(memory: MemoryStorage, make: Make, size: int) -> Prepared:
    thread = await make.thread(memory)
    await memory.save_messages(make.messages(thread, size))
    return lambda: memory.list_messages(thread.id, per_page=None)


async def _listed_by_id(memory: MemoryStorage, make: Make, size: int) -> Prepared:
    thread = await make.thread(memory)
    messages = await memory.save_messages(make.messages(thread, size))
    return lambda: memory.list_messages_by_id(ids(messages))


async def _deleted(memory: MemoryStorage, make: Make, size: int) -> Prepared:
    thread = await make.thread(memory)
    messages = await memory.save_messages(make.messages(thread, size))
    return lambda: memory.delete_messages(ids(messages))


async def _deleted_with_the_thread(memory: MemoryStorage, make: Make, size: int) -> Prepared:
    thread = await make.thread(memory)
    await memory.save_messages(make.messages(thread, size))
    return lambda: memory.delete_thread(thread.id)


async def _copied(memory: MemoryStorage, make: Make, size: int) -> Prepared:
    thread = await make.thread(memory)
    await memory.save_messages(make.messages(thread, size))
    return lambda: memory.copy_thread(thread.id)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestTripsForMessages:
    """Two hundred messages take no more trips than two."""

    @pytest.mark.parametrize(
        "prepare", [_saved, _listed, _listed_by_id, _deleted, _deleted_with_the_thread, _copied]
    )
    async def test_the_number_of_trips_is_that_of_few_messages(
        self,
        trips: Trips,
        empty_store: Store,
        make: Make,
        prepare: Callable[[MemoryStorage, Make, int], Awaitable[Prepared]],
    ) -> None:
        """In the original, saving took a statement for each message."""
        made = []
        for size in (FEW, FEW, MANY):
            call = await prepare(empty_store.memory, make, size)
            before = trips(empty_store)
            await call()
            made.append(trips(empty_store) - before)

        assert made[1] == made[2], "the first one may prepare something"


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestTripsForRuns:
    """A run with two hundred steps, or among two hundred, takes no more trips than a small one."""

    async def test_a_result_of_a_step_takes_no_more_trips_in_a_large_run(
        self, trips: Trips, empty_store: Store, make: Make
    ) -> None:
        workflows = empty_store.workflows

        made = [await self.written(trips, empty_store, make, size) for size in (FEW, FEW, MANY)]

        assert made[1] == made[2]
        assert (await workflows.list_workflow_runs()).total == len(made)

    async def written(self, trips: Trips, store: Store, make: Make, size: int) -> int:
        """Return how many trips the result of a step takes in a run of so many."""
        workflows: WorkflowsStorage = store.workflows
        steps = {f"step {number}": {"status": "success"} for number in range(size)}
        run = await make.run(workflows, make.snapshot(context=steps))
        before = trips(store)
        await workflows.update_workflow_results(
            **key(run), step_id="last", result={}, request_context={}
        )
        return trips(store) - before

    async def test_a_list_takes_no_more_trips_for_many_runs(
        self, trips: Trips, empty_store: Store, make: Make
    ) -> None:
        made = []
        for size in (FEW, FEW, MANY):
            for _ in range(size):
                await make.run(empty_store.workflows)
            before = trips(empty_store)
            await empty_store.workflows.list_workflow_runs()
            made.append(trips(empty_store) - before)

        assert made[1] == made[2]
