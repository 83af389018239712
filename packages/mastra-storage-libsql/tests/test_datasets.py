"""Additions to data sets in a file: the memory they take."""

import tracemalloc
from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from mastra_storage_core import NewItem
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]


def numbered(count: int, size: int) -> Iterator[NewItem]:
    return (NewItem(input=f"{n} " + "x" * size, external_id=f"{size}/{n}") for n in range(count))


async def test_adding_takes_the_same_memory_however_many_there_are(open_store: OpenStore) -> None:
    """What was inserted is let go before the transaction ends."""
    data = open_store().datasets
    dataset = await data.create_dataset(name="many")
    peaks = []
    for count, size in ((1_000, 5_001), (4_000, 5_002)):
        tracemalloc.start()
        try:
            done = await data.add_items(numbered(count, size), dataset_id=dataset.id)
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
        assert done.added == count

    assert peaks[1] < 1.5 * peaks[0]
