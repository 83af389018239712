"""Many instances that change one data set: versions without gaps, and nothing lost."""

import asyncio
from collections.abc import Callable
from itertools import cycle
from typing import TypeAlias

import pytest
from mastra_storage_core import DatasetsStorage, Feature, Store

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, version_of
from mastra_storage_conformance.suites.concurrency import CROWD, at_once

OpenStore: TypeAlias = Callable[[], Store]
INSTANCES = 32


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentChangesOfItems:
    """Changes of one data set are one after another, whoever makes them."""

    async def test_thirty_two_instances_get_distinct_versions_without_a_gap(
        self, open_fresh: OpenStore, backend: Backend, make: Make
    ) -> None:
        durable = Feature.DURABLE in backend.capabilities.features
        stores = [open_fresh() for _ in range(INSTANCES if durable else 1)]
        await at_once(store.init() for store in stores)
        dataset = await make.dataset(stores[0].datasets)

        added = await at_once(
            store.datasets.add_item(dataset_id=dataset.id, input=number)
            for store, number in zip(cycle(stores), range(2 * INSTANCES), strict=False)
        )

        assert sorted(item.dataset_version for item in added) == list(range(1, 2 * INSTANCES + 1))
        assert await version_of(stores[-1].datasets, dataset) == 2 * INSTANCES
        page = await stores[-1].datasets.list_items(dataset.id)
        assert sorted(item.input for item in page.items) == list(range(2 * INSTANCES))

    async def test_changes_of_one_item_are_a_history_without_a_gap(
        self, stores: list[Store], make: Make
    ) -> None:
        datasets = [store.datasets for store in stores]
        dataset = await make.dataset(datasets[0])
        (item,) = await make.items(datasets[0], dataset, "first")

        await at_once(
            each.update_item(item.id, dataset_id=dataset.id, input=number)
            for each, number in zip(cycle(datasets), range(CROWD), strict=False)
        )

        rows = await datasets[-1].get_item_history(item.id)
        ends = [(row.dataset_version, row.valid_to) for row in rows]
        assert ends == [
            (version, version + 1 if version <= CROWD else None)
            for version in range(CROWD + 1, 0, -1)
        ]
        assert sorted(row.input for row in rows[:-1]) == list(range(CROWD))

    async def test_one_external_id_is_added_once_and_everybody_gets_it(
        self, stores: list[Store], make: Make
    ) -> None:
        datasets = [store.datasets for store in stores]
        dataset = await make.dataset(datasets[0])

        added = await at_once(
            each.add_item(dataset_id=dataset.id, input=1, external_id=f"{number % 2}")
            for each, number in zip(cycle(datasets), range(CROWD), strict=False)
        )

        assert len(set(ids(added))) == 2
        assert await version_of(datasets[-1], dataset) == 2

    async def test_an_item_is_deleted_once(self, stores: list[Store], make: Make) -> None:
        datasets = [store.datasets for store in stores]
        dataset = await make.dataset(datasets[0])
        (item,) = await make.items(datasets[0], dataset, 1)

        deleted = await at_once(
            each.delete_item(item.id, dataset_id=dataset.id)
            for each, _ in zip(cycle(datasets), range(CROWD), strict=False)
        )

        assert sum(deleted) == 1
        assert await version_of(datasets[-1], dataset) == 2

    async def test_one_id_is_one_data_set(self, stores: list[Store], make: Make) -> None:
        name = make.id("dataset")

        made = await at_once(
            store.datasets.create_dataset(name=f"{number}", dataset_id=name)
            for store, number in zip(cycle(stores), range(CROWD), strict=False)
        )

        assert len({each.name for each in made}) == 1


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestCancelledAdditions:
    """A call that is cancelled has happened wholly or not at all."""

    @pytest.mark.parametrize("delay", [None, 0, 0.001, 0.005, 0.02])
    async def test_a_cancelled_batch_is_whole_or_nothing(
        self, datasets: DatasetsStorage, make: Make, delay: float | None
    ) -> None:
        dataset = await make.dataset(datasets)
        call = asyncio.create_task(make.items(datasets, dataset, *range(1_100)))
        if delay is not None:
            await asyncio.sleep(delay)
        call.cancel()
        await asyncio.wait([call])

        # What is cancelled may still be under way; another write waits for its end.
        await datasets.update_dataset(dataset.id, name="afterwards")
        total = (await datasets.list_items(dataset.id, per_page=0)).total

        assert total in ({0, 1_100} if call.cancelled() else {1_100})
        assert await version_of(datasets, dataset) == (1 if total else 0)
