"""Items that are erased for the sake of privacy: at every version, and for good."""

import pytest
from mastra_storage_core import ConflictError, DatasetsStorage, NewItem

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, version_of
from mastra_storage_conformance.suites.datasets_items import CONTENT


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestPurgeItem:
    """`purge_item` erases what is in an item, at every version."""

    async def test_nothing_of_its_content_is_left_at_any_version(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, external_id="x", **CONTENT)
        await datasets.update_item(item.id, dataset_id=dataset.id, input="secret")

        assert await datasets.purge_item(item.id, dataset_id=dataset.id) is True

        for row in await datasets.get_item_history(item.id):
            left = {name: value for name in CONTENT if (value := getattr(row, name)) is not None}
            assert left.keys() == {"metadata"}
            assert left["metadata"]["__purged"] is True
            assert row.purged
            assert (row.external_id, row.created_at) == ("x", item.created_at)

    async def test_it_stays_listed_and_makes_no_version(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        items = await make.items(datasets, dataset, 1, 2)

        await datasets.purge_item(items[0].id, dataset_id=dataset.id)
        await datasets.purge_item(items[0].id, dataset_id=dataset.id)

        page = await datasets.list_items(dataset.id)
        assert ids(page.items) == ids(items[::-1])
        assert page.items[0] == items[1]
        assert await version_of(datasets, dataset) == 1

    async def test_it_cannot_be_changed_any_more_and_can_be_deleted(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        (item,) = await make.items(datasets, dataset, 1)
        await datasets.purge_item(item.id, dataset_id=dataset.id)

        with pytest.raises(ConflictError) as caught:
            await datasets.update_item(item.id, dataset_id=dataset.id, input=1)

        assert caught.value.constraint == "purged"
        assert await datasets.delete_item(item.id, dataset_id=dataset.id)

    async def test_what_is_not_there_is_no_error(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset, other = await make.dataset(datasets), await make.dataset(datasets)
        (theirs,) = await make.items(datasets, other, 1)

        assert await datasets.purge_item(make.id(), dataset_id=dataset.id) is False
        assert await datasets.purge_item(theirs.id, dataset_id=dataset.id) is False
        assert await datasets.purge_item(theirs.id, dataset_id=make.id("dataset")) is False
        assert await datasets.get_item_by_id(theirs.id) == theirs

    async def test_metadata_of_a_caller_cannot_say_that_an_item_is_erased(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        item = NewItem(input=1, metadata={"deep": {"__purged": True}})

        (added,) = await datasets.batch_insert_items([item], dataset_id=dataset.id)

        assert not added.purged
        updated = await datasets.update_item(added.id, dataset_id=dataset.id, input=2)
        assert updated.input == 2
