"""Items: added, changed, deleted. Each call that changes anything is one version."""

from typing import Any

import pytest
from mastra_storage_core import (
    ConflictError,
    DatasetsStorage,
    NotFoundError,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import (
    ids,
    moment_between,
    next_millisecond,
    version_of,
)

CONTENT: dict[str, Any] = {
    "input": {"question": "Why?"},
    "ground_truth": ["Because", None],
    "expected_trajectory": {"steps": [{"tool": "search"}]},
    "tool_mocks": [{"tool": "search", "result": None}],
    "unmocked_tool_policy": "error",
    "scorer_ids": ["s1", "s2"],
    "request_context": {"user": 1},
    "metadata": {"level": 1.5},
    "source": {"type": "csv", "referenceId": "f"},
}


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestAddItem:
    """`add_item` adds one item, as the next version."""

    async def test_it_is_stored_as_given(self, datasets: DatasetsStorage, make: Make) -> None:
        dataset = await make.dataset(datasets)
        between = moment_between()

        item = await datasets.add_item(dataset_id=dataset.id, external_id="x", **CONTENT)

        between(item.created_at)
        assert item.created_at == item.updated_at
        assert item.model_dump(include=set(CONTENT)) == CONTENT
        assert (item.dataset_id, item.dataset_version, item.external_id) == (dataset.id, 1, "x")
        assert await datasets.get_item_by_id(item.id) == item

    async def test_all_but_the_input_may_be_absent_and_the_input_may_be_null(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)

        item = await datasets.add_item(dataset_id=dataset.id, input=None)

        assert await datasets.get_item_by_id(item.id) == item
        assert all(getattr(item, name) is None for name in CONTENT)

    async def test_each_call_is_a_version_and_the_data_set_is_not_touched(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        next_millisecond()

        versions = [
            (await datasets.add_item(dataset_id=dataset.id, input=n)).dataset_version
            for n in range(3)
        ]

        assert versions == [1, 2, 3]
        found = await datasets.get_dataset_by_id(dataset.id)
        assert found == dataset.model_copy(update={"version": 3})

    async def test_an_unknown_data_set_is_not_found(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        name = make.id("dataset")

        with pytest.raises(NotFoundError, match=name):
            await datasets.add_item(dataset_id=name, input=1)

        assert (await datasets.list_items(name)).items == []


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestBatchInsertItems:
    """`batch_insert_items` adds many items as one version."""

    async def test_they_are_one_version_in_the_order_given(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)

        items = await datasets.batch_insert_items(
            (each for each in make.new_items(*range(7))), dataset_id=dataset.id
        )

        assert [item.input for item in items] == list(range(7))
        assert {item.dataset_version for item in items} == {1}
        assert len({item.created_at for item in items}) == 1
        assert sorted(ids(items)) == ids(items)
        assert await version_of(datasets, dataset) == 1

    async def test_nothing_to_add_makes_no_version(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)

        assert await datasets.batch_insert_items([], dataset_id=dataset.id) == []
        assert await version_of(datasets, dataset) == 0

    async def test_an_unknown_data_set_is_not_found_even_with_nothing_to_add(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        for items in ([], make.new_items(1)):
            with pytest.raises(NotFoundError):
                await datasets.batch_insert_items(items, dataset_id=make.id("dataset"))


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateItem:
    """`update_item` makes a new version of an item, and keeps the one before."""

    @pytest.mark.parametrize("field", CONTENT)
    async def test_only_what_is_given_is_replaced(
        self, datasets: DatasetsStorage, make: Make, field: str
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, external_id="x", **CONTENT)
        others = {"unmocked_tool_policy": "other", "scorer_ids": ["other"]}
        value: Any = others.get(field, {"other": [None]})
        between = moment_between()

        updated = await datasets.update_item(item.id, dataset_id=dataset.id, **{field: value})

        between(updated.updated_at)
        changed = {field: value, "dataset_version": 2, "updated_at": updated.updated_at}
        assert updated == item.model_copy(update=changed)
        assert await datasets.get_item_by_id(item.id) == updated

    async def test_none_clears_and_the_input_becomes_null(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        item = await datasets.add_item(dataset_id=dataset.id, **CONTENT)

        updated = await datasets.update_item(
            item.id, dataset_id=dataset.id, **dict.fromkeys(CONTENT)
        )

        assert updated.model_dump(include=set(CONTENT)) == dict.fromkeys(CONTENT)

    async def test_it_makes_a_version_even_where_nothing_differs(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        (item,) = await make.items(datasets, dataset, 1)

        updated = await datasets.update_item(item.id, dataset_id=dataset.id)

        assert updated.dataset_version == 2
        assert await version_of(datasets, dataset) == 2

    async def test_what_cannot_be_changed_is_an_error_and_makes_no_version(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset, other = await make.dataset(datasets), await make.dataset(datasets)
        (gone,), (theirs,) = (
            await make.items(datasets, dataset, 1),
            await make.items(datasets, other, 2),
        )
        await datasets.delete_item(gone.id, dataset_id=dataset.id)

        for item, error in (
            (make.id(), NotFoundError),
            (gone.id, NotFoundError),
            (theirs.id, ConflictError),
        ):
            with pytest.raises(error, match=item):
                await datasets.update_item(item, dataset_id=dataset.id, input=3)
        with pytest.raises(NotFoundError):
            await datasets.update_item(theirs.id, dataset_id=make.id("dataset"), input=3)

        assert await version_of(datasets, dataset) == 2
        assert await datasets.get_item_by_id(theirs.id) == theirs


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestDeleteItem:
    """`delete_item` and `batch_delete_items` hide items from the next version on."""

    async def test_it_is_gone_from_the_next_version_on(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        one, two = await make.items(datasets, dataset, 1, 2)

        assert await datasets.delete_item(one.id, dataset_id=dataset.id) is True

        assert await datasets.get_item_by_id(one.id) is None
        assert (await datasets.list_items(dataset.id)).items == [two]
        assert await datasets.get_item_by_id(one.id, dataset_version=1) == one
        assert await version_of(datasets, dataset) == 2

    async def test_what_is_not_there_is_no_error_and_makes_no_version(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset = await make.dataset(datasets)
        (item,) = await make.items(datasets, dataset, 1)
        await datasets.delete_item(item.id, dataset_id=dataset.id)

        assert await datasets.delete_item(item.id, dataset_id=dataset.id) is False
        assert await datasets.delete_item(make.id(), dataset_id=dataset.id) is False
        assert await datasets.delete_item(item.id, dataset_id=make.id("dataset")) is False
        assert await datasets.batch_delete_items([item.id], dataset_id=dataset.id) == 0
        assert await datasets.batch_delete_items([], dataset_id=dataset.id) == 0
        assert await version_of(datasets, dataset) == 2

    async def test_an_item_of_another_data_set_is_a_conflict_and_stays(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset, other = await make.dataset(datasets), await make.dataset(datasets)
        (theirs,) = await make.items(datasets, other, 2)

        with pytest.raises(ConflictError) as caught:
            await datasets.delete_item(theirs.id, dataset_id=dataset.id)

        assert (caught.value.constraint, other.id in str(caught.value)) == ("dataset_id", False)
        assert await datasets.get_item_by_id(theirs.id) == theirs
        assert await version_of(datasets, dataset) == 0

    async def test_many_are_deleted_as_one_version_and_the_rest_is_passed_over(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset, other = await make.dataset(datasets), await make.dataset(datasets)
        items = await make.items(datasets, dataset, *range(5))
        (theirs,) = await make.items(datasets, other, 2)
        await datasets.delete_item(items[0].id, dataset_id=dataset.id)

        wanted = [items[0].id, items[1].id, items[1].id, make.id(), theirs.id, items[3].id]
        deleted = await datasets.batch_delete_items(iter(wanted), dataset_id=dataset.id)

        assert deleted == 2
        assert (await datasets.list_items(dataset.id)).items == [items[4], items[2]]
        assert await datasets.get_item_by_id(theirs.id) == theirs
        assert await version_of(datasets, dataset) == 3

    async def test_many_of_an_unknown_data_set_is_not_found(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        with pytest.raises(NotFoundError):
            await datasets.batch_delete_items([make.id()], dataset_id=make.id("dataset"))
