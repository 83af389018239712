"""Calls that are cancelled while the server works: nothing stays checked out, nothing open."""

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mastra_storage_conformance.cancelling import Attempts, Moment, cancelled
from mastra_storage_conformance.examples import DOMAINS, Example, Names
from mastra_storage_core import Domain
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
SHAPES = (Domain.WORKFLOWS, Domain.DATASETS)
"""Domains whose methods use the driver in every way that there is; the suite has the others."""
OPEN = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND state LIKE 'idle in transaction%'
"""


async def all_returned(store: PostgresStore) -> None:
    """Wait until every connection is back in the pool; what is still to be cancelled holds one."""
    pool: Any = store._db._pool
    while pool.get_idle_size() < pool.get_size():  # noqa: ASYNC110 - nothing tells
        await asyncio.sleep(0.001)


@pytest.mark.parametrize("example", [DOMAINS[name] for name in SHAPES], ids=SHAPES)
async def test_a_call_cancelled_anywhere_returns_its_connection_without_a_transaction(
    url: str, open_store: OpenStore, connect: Any, tmp_path: Path, example: Example
) -> None:
    numbers, store, observer = count(), open_store(url, max_connections=2), await connect(url)

    async def rest() -> None:
        await all_returned(store)
        assert await observer.fetchval(OPEN) == 0

    def names() -> Names:
        return Names(f"try{next(numbers)}", tmp_path)

    for index in range(len(example.calls(names()))):
        attempts = Attempts(store, example, index, names, rest)
        await attempts.everywhere(late=bool(index % 2))


@pytest.mark.parametrize("late", [True, False])
async def test_a_first_call_cancelled_anywhere_leaves_a_store_that_opens(
    url: str, late: bool
) -> None:
    for point in count():
        moment = Moment(point, late)
        async with asyncio.timeout(20):
            store = PostgresStore(url, schema_name=f"first_{point}", max_connections=1)
            await asyncio.wait([asyncio.ensure_future(cancelled(_first_call(store), moment))])
            thread = await store.memory.create_thread(resource_id="next")
            assert await store.memory.get_thread_by_id(thread.id)
            await all_returned(store)
            await store.close()
        if moment.reached <= point:
            break

    assert point > 1


@pytest.mark.parametrize("late", [True, False])
async def test_one_connection_serves_whoever_comes_after_a_cancelled_call(
    url: str, open_store: OpenStore, late: bool
) -> None:
    """Waiting for a connection is cancelled as well, whoever has it."""
    store = open_store(url, max_connections=1)
    await store.init()
    for point in range(6):
        calls = [
            asyncio.ensure_future(cancelled(_first_call(store), Moment(each, late)))
            for each in (point, point, -1)
        ]
        async with asyncio.timeout(10):
            await asyncio.wait(calls)
            assert not calls[-1].cancelled()
            await all_returned(store)


async def _first_call(store: PostgresStore) -> Any:
    return await store.memory.create_thread(resource_id="first", metadata={"a": 1})
