"""Ten thousand items in one call: one version, all or none, and memory that does not grow."""

import tracemalloc
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from mastra_storage_core import DatasetsStorage, InvalidInputError, NewItem, NotFoundError

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import version_of

MANY = 10_000


def numbered(count: int) -> Iterator[NewItem]:
    return (NewItem(input={"n": number, "text": "x" * 200}) for number in range(count))


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestManyItems:
    """`add_items` takes any number of items, from wherever they come."""

    async def test_ten_thousand_are_added_and_deleted_as_one_version_each(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)

        done = await datasets.add_items(numbered(MANY), dataset_id=dataset.id)

        assert (done.version, done.added, done.known) == (1, MANY, 0)
        found = [item async for item in datasets.iterate_items(dataset.id, batch_size=5_000)]
        assert [item.input["n"] for item in found] == list(range(MANY))
        ids = (item.id for item in found)
        assert await datasets.batch_delete_items(ids, dataset_id=dataset.id) == MANY
        assert (await datasets.list_items(dataset.id)).total == 0
        assert (await datasets.list_items(dataset.id, version=1, per_page=0)).total == MANY
        assert await version_of(datasets, dataset) == 2

    async def test_memory_does_not_grow_with_their_number(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        """While they are read and checked, which is ours; a store in memory has to keep them."""
        dataset = await make.dataset(datasets)
        peaks = []
        for count in (500, 4_000):

            def ending(count: int = count) -> Iterator[NewItem]:
                for number in range(count):
                    yield NewItem(input={"n": number, "text": "x" * 4_000})
                peaks.append(tracemalloc.get_traced_memory()[1])
                raise OfTheCallerError

            tracemalloc.start()
            with pytest.raises(OfTheCallerError):
                await datasets.add_items(ending(), dataset_id=dataset.id)
            tracemalloc.stop()

        assert peaks[1] <= peaks[0] + 5_000_000
        assert await version_of(datasets, dataset) == 0

    async def test_items_may_come_from_an_async_iterator(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)

        async def coming() -> AsyncIterator[NewItem]:
            for item in numbered(3):
                # The store is free meanwhile: nothing is locked while items come.
                await datasets.update_dataset(dataset.id, description="while they come")
                yield item

        done = await datasets.add_items(coming(), dataset_id=dataset.id)

        assert (done.version, done.added) == (1, 3)

    async def test_what_the_iterator_raises_reaches_the_caller_and_nothing_is_added(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)

        def breaking() -> Iterator[NewItem]:
            yield from numbered(1_500)
            raise OfTheCallerError

        with pytest.raises(OfTheCallerError):
            await datasets.add_items(breaking(), dataset_id=dataset.id)

        assert (await datasets.list_items(dataset.id)).total == 0

    async def test_a_bad_item_is_named_by_its_place_and_nothing_is_added(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        bad: Any = NewItem(input={"x": {1}})

        with pytest.raises(InvalidInputError, match=r"items\[1200\]\.input\.x"):
            await datasets.add_items([*numbered(1_200), bad], dataset_id=dataset.id)

        assert await version_of(datasets, dataset) == 0

    async def test_nothing_to_add_makes_no_version_and_an_unknown_data_set_is_not_found(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)

        done = await datasets.add_items([], dataset_id=dataset.id)

        assert (done.version, done.added, done.known) == (0, 0, 0)
        assert await version_of(datasets, dataset) == 0
        with pytest.raises(NotFoundError):
            await datasets.add_items([], dataset_id=make.id("dataset"))


class OfTheCallerError(Exception):
    """An error of the caller's own."""
