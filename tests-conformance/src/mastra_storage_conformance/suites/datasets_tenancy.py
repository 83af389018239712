"""Organizations and projects: what belongs to another is absent, to every method (rule 16)."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import (
    Dataset,
    DatasetItem,
    DatasetsStorage,
    NewItem,
    NotFoundError,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids

Ours: TypeAlias = tuple[Dataset, DatasetItem]
Call: TypeAlias = Callable[[DatasetsStorage, Ours, dict[str, Any]], Awaitable[Any]]

OTHERS: list[dict[str, Any]] = [
    {"organization_id": "other"},
    {"project_id": "other"},
    {"organization_id": "other", "project_id": "project"},
    {"organization_id": "org", "project_id": "other"},
]
OURS: dict[str, Any] = {"organization_id": "org", "project_id": "project"}

REFUSED_CALLS: dict[str, Call] = {
    "update_dataset": lambda d, ours, by: d.update_dataset(ours[0].id, name="x", **by),
    "add_item": lambda d, ours, by: d.add_item(dataset_id=ours[0].id, input=1, **by),
    "batch_insert_items": lambda d, ours, by: d.batch_insert_items(
        [NewItem(input=1)], dataset_id=ours[0].id, **by
    ),
    "add_items": lambda d, ours, by: d.add_items([NewItem(input=1)], dataset_id=ours[0].id, **by),
    "update_item": lambda d, ours, by: d.update_item(
        ours[1].id, dataset_id=ours[0].id, input=1, **by
    ),
    "batch_delete_items": lambda d, ours, by: d.batch_delete_items(
        [ours[1].id], dataset_id=ours[0].id, **by
    ),
}
HIDDEN_CALLS: dict[str, Call] = {
    "get_dataset_by_id": lambda d, ours, by: d.get_dataset_by_id(ours[0].id, **by),
    "delete_dataset": lambda d, ours, by: d.delete_dataset(ours[0].id, **by),
    "get_item_by_id": lambda d, ours, by: d.get_item_by_id(ours[1].id, **by),
    "get_item_by_id at a version": lambda d, ours, by: d.get_item_by_id(
        ours[1].id, dataset_version=1, **by
    ),
    "get_items_by_version": lambda d, ours, by: d.get_items_by_version(ours[0].id, version=1, **by),
    "get_item_history": lambda d, ours, by: d.get_item_history(ours[1].id, **by),
    "delete_item": lambda d, ours, by: d.delete_item(ours[1].id, dataset_id=ours[0].id, **by),
    "purge_item": lambda d, ours, by: d.purge_item(ours[1].id, dataset_id=ours[0].id, **by),
}


async def ours(datasets: DatasetsStorage, make: Make) -> Ours:
    dataset = await make.dataset(datasets, **OURS)
    (item,) = await make.items(datasets, dataset, "a")
    return dataset, item


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestTenantsOfDatasets:
    """`organization_id` and `project_id` guard every method that takes them."""

    async def test_an_item_belongs_where_its_data_set_does(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset, item = await ours(datasets, make)
        changed = await datasets.update_item(item.id, dataset_id=dataset.id, input=2)

        for each in (item, changed, *await datasets.get_item_history(item.id)):
            assert (each.organization_id, each.project_id) == ("org", "project")

    @pytest.mark.parametrize("name", [*REFUSED_CALLS, *HIDDEN_CALLS])
    async def test_what_belongs_to_another_is_as_absent_as_what_never_was(
        self, datasets: DatasetsStorage, make: Make, name: str
    ) -> None:
        dataset, item = await ours(datasets, make)

        for other in OTHERS:
            call = (REFUSED_CALLS | HIDDEN_CALLS)[name](datasets, (dataset, item), other)
            if name in REFUSED_CALLS:
                with pytest.raises(NotFoundError):
                    await call
            else:
                assert not await call

        assert await datasets.get_dataset_by_id(dataset.id, **OURS) == dataset.model_copy(
            update={"version": 1}
        )
        assert await datasets.get_item_by_id(item.id, **OURS) == item

    @pytest.mark.parametrize("name", [*REFUSED_CALLS, *HIDDEN_CALLS])
    async def test_what_is_ours_is_there(
        self, datasets: DatasetsStorage, make: Make, name: str
    ) -> None:
        for by in (OURS, {"organization_id": "org"}, {"project_id": "project"}):
            assert await (REFUSED_CALLS | HIDDEN_CALLS)[name](
                datasets, await ours(datasets, make), by
            )

    async def test_lists_show_what_is_ours(self, datasets: DatasetsStorage, make: Make) -> None:
        organization = make.id("org")
        one = await make.dataset(datasets, organization_id=organization, project_id="1")
        two = await make.dataset(datasets, organization_id=organization, project_id="2")
        await make.dataset(datasets, organization_id=make.id("org"), project_id="1")
        items = await make.items(datasets, one, 1, 2)

        both = await datasets.list_datasets(organization_id=organization)
        first = await datasets.list_datasets(organization_id=organization, project_id="1")
        shown = await datasets.list_items(one.id, organization_id=organization, project_id="1")
        hidden = await datasets.list_items(one.id, organization_id=organization, project_id="2")

        assert ids(both.datasets) == [two.id, one.id]
        assert ids(first.datasets) == [one.id]
        assert (shown.items, shown.total) == (items[::-1], 2)
        assert (hidden.items, hidden.total) == ([], 0)
