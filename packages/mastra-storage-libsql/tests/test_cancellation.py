"""Calls that are cancelled while SQLite's thread works: it finishes, wholly or not at all."""

import asyncio
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mastra_storage_conformance.cancelling import Attempts, Moment, cancelled
from mastra_storage_conformance.examples import DOMAINS, Example, Names
from mastra_storage_core import Domain
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
SHAPES = (Domain.WORKFLOWS, Domain.DATASETS)
"""Domains whose methods use the driver in every way that there is; the suite has the others."""


@pytest.mark.parametrize("example", [DOMAINS[name] for name in SHAPES], ids=SHAPES)
async def test_a_call_cancelled_anywhere_leaves_no_transaction_open(
    open_store: OpenStore, tmp_path: Path, example: Example
) -> None:
    numbers, store = count(), open_store()

    async def rest() -> None:
        """Wait for what was posted before."""
        assert not await store._db.run(lambda raw: raw.in_transaction)

    def names() -> Names:
        return Names(f"try{next(numbers)}", tmp_path)

    for index in range(len(example.calls(names()))):
        attempts = Attempts(store, example, index, names, rest)
        await attempts.everywhere(late=bool(index % 2))


@pytest.mark.parametrize("late", [True, False])
async def test_a_first_call_cancelled_anywhere_leaves_a_store_that_opens(
    tmp_path: Path, late: bool
) -> None:
    for point in count():
        moment = Moment(point, late)
        async with asyncio.timeout(10):
            store = LibSQLStore(f"file:{tmp_path / f'{late}{point}.db'}")
            await asyncio.wait([asyncio.ensure_future(cancelled(_first_call(store), moment))])
            thread = await store.memory.create_thread(resource_id="next")
            assert await store.memory.get_thread_by_id(thread.id)
            await store.close()
        if moment.reached <= point:
            break

    assert point > 1


async def _first_call(store: LibSQLStore) -> Any:
    return await store.memory.create_thread(resource_id="first")
