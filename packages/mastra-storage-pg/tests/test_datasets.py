"""Additions to data sets on a server: the memory they take, and tables that change meanwhile."""

import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import NewItem
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]


def numbered(count: int, size: int = 1) -> Iterator[NewItem]:
    return (NewItem(input=f"{n} " + "x" * size, external_id=f"{size}/{n}") for n in range(count))


async def test_adding_takes_the_same_memory_however_many_there_are(
    url: str, open_store: OpenStore
) -> None:
    """What was inserted is let go before the transaction ends."""
    data = open_store(url).datasets
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


async def test_a_schema_is_held_against_any_number_of_items_in_the_same_memory(
    url: str, open_store: OpenStore
) -> None:
    data = open_store(url).datasets
    peaks = []
    for count in (1_000, 4_000):
        dataset = await data.create_dataset(name="many")
        await data.add_items(numbered(count, 5_000), dataset_id=dataset.id)
        tracemalloc.start()
        try:
            await data.update_dataset(dataset.id, input_schema={"type": "string"})
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()

    assert peaks[1] < 1.5 * peaks[0]


async def test_additions_begin_anew_where_a_table_has_changed(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    data = open_store(url).datasets
    dataset = await data.create_dataset(name="changed")
    await data.add_items(numbered(2), dataset_id=dataset.id)
    await (await connect(url)).execute(
        'ALTER TABLE mastra_dataset_items ALTER "organizationId" TYPE varchar(500)'
    )

    done = await data.add_items(numbered(600), dataset_id=dataset.id)

    assert (done.version, done.added, done.known) == (2, 598, 2)
    assert (await data.list_items(dataset.id)).total == 600
