"""Every public method of every domain is cancelled wherever it waits.

Once as soon as it waits, once when what it waits for has come. Afterwards the call has happened
wholly or not at all, every connection is at rest, and no task and no thread is left.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mastra_storage_conformance.cancelling import Attempts, Tally
from mastra_storage_conformance.examples import DOMAINS, Names
from mastra_storage_core import Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

from torture.report import Section
from torture.targets import Target

Progress = Callable[[int], object]


def cancellation(target: Target, told: Progress, domains: Sequence[str] = ()) -> Section:
    """Cancel all calls of all domains, or of some; `told` hears of each suspension."""
    return asyncio.run(_cancel(target, told, domains or tuple(DOMAINS)))


async def _cancel(target: Target, told: Progress, domains: Sequence[str]) -> Section:
    tally, problems, numbers = Tally(), list[str](), count()
    await target.prepare()
    url = await target.fresh()
    with TemporaryDirectory(prefix="mastra-torture-") as folder:

        def names() -> Names:
            return Names(f"try{next(numbers)}", Path(folder))

        async with target.open(url) as store:
            for domain in domains:
                example = DOMAINS[domain]
                for index in range(len(example.calls(names()))):
                    for late in (False, True):
                        attempts = Attempts(store, example, index, names, _rest_of(store))
                        try:
                            await attempts.everywhere(late=late)
                        except (AssertionError, TimeoutError) as error:
                            problems.append(str(error) or f"{domain}, call {index}: no rest")
                        tally.add(attempts.tally)
                        told(tally.points)
    await target.drop(url)
    figures: dict[str, int | float | str] = {
        "calls, each early and late": tally.calls,
        "suspensions at which they were cancelled": tally.points,
        "calls that had happened all the same": tally.done,
        "calls that had not happened at all": tally.points - tally.done,
    }
    return Section("cancellation", target.name, figures, problems)


def _rest_of(store: Store) -> Callable[[], Awaitable[None]]:
    """Return what waits until a store does nothing, and finds a transaction that is open."""
    database: Any = store._db  # type: ignore[attr-defined]

    async def of_file() -> None:
        assert not await database.run(lambda raw: raw.in_transaction), "a transaction is open"

    async def of_pool() -> None:
        pool = database._pool
        while pool.get_idle_size() < pool.get_size():  # noqa: ASYNC110 - nothing tells
            await asyncio.sleep(0.001)
        async with pool.acquire() as connection:
            idle = "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'"
            assert await connection.fetchval(idle) == 0, "a transaction is open"

    if isinstance(store, LibSQLStore):
        return of_file
    assert isinstance(store, PostgresStore)
    return of_pool
