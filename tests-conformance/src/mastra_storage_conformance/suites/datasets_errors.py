"""The life of a store seen from its data sets, and what their errors say."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import (
    ClosedError,
    ConflictError,
    DatasetsStorage,
    NewItem,
    NotFoundError,
    StorageError,
    Store,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import keeper
from mastra_storage_conformance.suites.datasets_badinput import first

OpenStore: TypeAlias = Callable[[], Store]
Call: TypeAlias = Callable[[DatasetsStorage], Awaitable[Any]]

DATASET_CALLS: dict[str, Call] = {
    "create_dataset": lambda d: d.create_dataset(name="n"),
    "get_dataset_by_id": lambda d: d.get_dataset_by_id("d"),
    "update_dataset": lambda d: d.update_dataset("d", name="n"),
    "delete_dataset": lambda d: d.delete_dataset("d"),
    "list_datasets": lambda d: d.list_datasets(),
    "add_item": lambda d: d.add_item(dataset_id="d", input=1),
    "batch_insert_items": lambda d: d.batch_insert_items([NewItem(input=1)], dataset_id="d"),
    "add_items": lambda d: d.add_items([NewItem(input=1)], dataset_id="d"),
    "update_item": lambda d: d.update_item("i", dataset_id="d"),
    "delete_item": lambda d: d.delete_item("i", dataset_id="d"),
    "batch_delete_items": lambda d: d.batch_delete_items(["i"], dataset_id="d"),
    "purge_item": lambda d: d.purge_item("i", dataset_id="d"),
    "get_item_by_id": lambda d: d.get_item_by_id("i"),
    "get_items_by_version": lambda d: d.get_items_by_version("d", version=1),
    "get_item_history": lambda d: d.get_item_history("i"),
    "list_items": lambda d: d.list_items("d"),
    "iterate_items": lambda d: first(d.iterate_items("d")),
    "create_dataset_version": lambda d: d.create_dataset_version("d", version=1),
    "list_dataset_versions": lambda d: d.list_dataset_versions("d"),
}
"""A call of every method."""
NEED_A_DATASET = {
    "update_dataset",
    "add_item",
    "batch_insert_items",
    "add_items",
    "update_item",
    "batch_delete_items",
    "iterate_items",
    "create_dataset_version",
}
"""Those that need the data set to be there."""


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestDatasetsAndTheirStore:
    """Any call may be the first, and none is made after the last."""

    async def test_any_call_may_be_the_first(self, open_fresh: OpenStore) -> None:
        for name, call in DATASET_CALLS.items():
            if name in NEED_A_DATASET:
                with pytest.raises(NotFoundError) as caught:
                    await call(open_fresh().datasets)
                assert caught.value.operation == f"datasets.{name}"
            else:
                await call(open_fresh().datasets)

    async def test_any_use_after_close_is_closed(self, empty_store: Store) -> None:
        await empty_store.datasets.create_dataset(name="n")
        await empty_store.close()

        for call in DATASET_CALLS.values():
            with pytest.raises(ClosedError):
                await call(empty_store.datasets)

    @pytest.mark.mastra_feature("durable")
    async def test_another_store_reads_what_a_closed_one_wrote(
        self, open_fresh: OpenStore, make: Make
    ) -> None:
        one = open_fresh()
        dataset = await make.dataset(one.datasets, metadata={"a": 1})
        (item,) = await make.items(one.datasets, dataset, {"q": 1})
        await one.datasets.update_item(item.id, dataset_id=dataset.id, input=2)
        history = await one.datasets.get_item_history(item.id)
        await one.close()

        datasets = open_fresh().datasets

        assert await datasets.get_dataset_by_id(dataset.id) == dataset.model_copy(
            update={"version": 2}
        )
        assert await datasets.get_item_history(item.id) == history
        assert await datasets.get_items_by_version(dataset.id, version=1) == [item]


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestErrorsOfDatasets:
    """Errors say what happened and where (rule 14), and nothing of any content."""

    async def test_they_name_the_store_and_the_method(
        self, datasets: DatasetsStorage, make: Make
    ) -> None:
        name = make.id("dataset")

        with pytest.raises(NotFoundError) as caught:
            await datasets.add_item(dataset_id=name, input=1)

        error = caught.value
        assert error.operation == "datasets.add_item"
        assert error.mastra_id == f"MASTRA_STORAGE_{keeper(datasets)}_ADD_ITEM_NOT_FOUND"
        assert name in str(error)

    async def test_contents_are_not_in_them(self, datasets: DatasetsStorage, make: Make) -> None:
        dataset = await make.dataset(datasets, input_schema={"type": "string"})
        await datasets.add_item(dataset_id=dataset.id, input="secret", external_id="x")
        calls = (
            datasets.add_item(dataset_id=dataset.id, input="secret 2", external_id="x"),
            datasets.add_item(dataset_id=dataset.id, input=["secret"]),
            datasets.update_dataset(dataset.id, input_schema={"const": "secret 2"}),
        )

        for call in calls:
            with pytest.raises(StorageError) as caught:
                await call
            assert "secret" not in str(caught.value)
            if isinstance(caught.value, ConflictError):
                assert "secret" not in repr(caught.value.current)
