"""Versions: what a data set was stays readable, item by item."""

from functools import partial

import pytest
from mastra_storage_core import (
    ConflictError,
    DatasetItem,
    DatasetsStorage,
    DatasetVersionPage,
    NotFoundError,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList
from mastra_storage_conformance.suites._support import moment_between, version_of


async def items_at(datasets: DatasetsStorage, dataset_id: str, version: int) -> list[DatasetItem]:
    """Return what a data set was at a version, by each of the ways to ask; they agree."""
    items = await datasets.get_items_by_version(dataset_id, version=version)
    page = await datasets.list_items(dataset_id, version=version, per_page=None)
    passed = [item async for item in datasets.iterate_items(dataset_id, version=version)]
    alone = [await datasets.get_item_by_id(item.id, dataset_version=version) for item in items]
    assert page.items == alone == passed[::-1] == items
    assert page.total == len(items)
    return items


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestItemsAtAVersion:
    """A version that was made never changes."""

    async def test_every_version_shows_what_it_showed_when_it_was_the_newest(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        seen: list[list[DatasetItem]] = [[]]

        async def note() -> None:
            page = await datasets.list_items(dataset.id, per_page=None)
            seen.append(page.items)

        one, two, three = await make.items(datasets, dataset, 1, 2, 3)
        await note()
        await datasets.update_item(two.id, dataset_id=dataset.id, input="2")
        await note()
        await datasets.delete_item(one.id, dataset_id=dataset.id)
        await note()
        await make.items(datasets, dataset, 4)
        await note()
        await datasets.batch_delete_items([two.id, three.id], dataset_id=dataset.id)
        await note()

        for version, items in enumerate(seen):
            assert await items_at(datasets, dataset.id, version) == items
        assert [len(items) for items in seen] == [0, 3, 3, 2, 3, 1]

    async def test_a_version_that_is_not_made_yet_shows_what_the_newest_does(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        items = await make.items(datasets, dataset, 1)

        assert await items_at(datasets, dataset.id, 2**31 - 1) == items

    async def test_an_item_before_it_was_added_is_none(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        await make.items(datasets, dataset, 1)
        (item,) = await make.items(datasets, dataset, 2)

        assert await datasets.get_item_by_id(item.id, dataset_version=1) is None
        assert await datasets.get_item_by_id(make.id()) is None


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestGetItemHistory:
    """`get_item_history` returns all that an item ever was."""

    async def test_rows_follow_one_another_without_a_gap(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        (item,) = await make.items(datasets, dataset, 1)
        await make.items(datasets, dataset, "another")
        await datasets.update_item(item.id, dataset_id=dataset.id, input=2)
        await datasets.delete_item(item.id, dataset_id=dataset.id)

        rows = await datasets.get_item_history(item.id)

        told = [(row.dataset_version, row.valid_to, row.is_deleted, row.input) for row in rows]
        assert told == [(4, None, True, 2), (3, 4, False, 2), (1, 3, False, 1)]
        assert {row.created_at for row in rows} == {item.created_at}
        assert rows[0].updated_at >= rows[1].updated_at >= rows[2].updated_at == item.updated_at

    async def test_an_unknown_item_has_none(self, datasets: DatasetsStorage, make: Make) -> None:
        assert await datasets.get_item_history(make.id()) == []


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestDatasetVersions:
    """Each call that changes items is one version, and recorded."""

    async def test_versions_are_recorded_with_the_time_of_their_call(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        between = moment_between()
        one, two = await make.items(datasets, dataset, 1, 2)
        await datasets.update_item(one.id, dataset_id=dataset.id, input=3)
        await datasets.batch_delete_items([one.id, two.id], dataset_id=dataset.id)

        page = await datasets.list_dataset_versions(dataset.id)

        assert [each.version for each in page.versions] == [3, 2, 1]
        assert {each.dataset_id for each in page.versions} == {dataset.id}
        between(page.versions[0].created_at)
        assert page.versions[2].created_at == one.created_at

    async def test_a_version_that_is_recorded_or_was_never_made_cannot_be_recorded(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        await make.items(datasets, dataset, 1)

        for version in (0, 1, 2):
            with pytest.raises(ConflictError) as caught:
                await datasets.create_dataset_version(dataset.id, version=version)
            assert (caught.value.constraint, caught.value.current) == ("version", 1)
        with pytest.raises(NotFoundError):
            await datasets.create_dataset_version(make.id("dataset"), version=1)

        assert (await datasets.list_dataset_versions(dataset.id)).total == 1
        await make.items(datasets, dataset, 2)
        assert await version_of(datasets, dataset) == 2


async def of_dataset(datasets: DatasetsStorage, make: Make, rows: int) -> Listing:
    """Versions of a data set."""
    dataset = await make.dataset(datasets)
    for value in range(rows):
        await make.items(datasets, dataset, value)
    expected = [f"{version}" for version in range(rows, 0, -1)]
    return Listing(expected, partial(datasets.list_dataset_versions, dataset.id), versions_of)


def versions_of(page: DatasetVersionPage) -> list[str]:
    """Return the versions of a page."""
    return [f"{each.version}" for each in page.versions]


@pytest.mark.parametrize("seed", [of_dataset])
@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestPagesOfDatasetVersions(PagesOfAList):
    """Versions are cut into pages as every list is (rule 5)."""

    @pytest.fixture
    def domain(self, datasets: DatasetsStorage) -> DatasetsStorage:
        return datasets
