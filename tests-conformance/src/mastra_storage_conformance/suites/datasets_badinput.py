"""Bad values for data sets: refused on every backend alike, before any I/O, and nothing is lost."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import DatasetsStorage, NewItem, OrderBy, Store

from mastra_storage_conformance.suites._refusals import (
    BLANK,
    NAIVE,
    NO_COUNT,
    NUL,
    TOO_LONG,
    Call,
    CallWith,
    grid,
    refused,
)
from mastra_storage_conformance.suites.values import nested

DatasetCall: TypeAlias = Call[DatasetsStorage]
ITEM: dict[str, Any] = {"item_id": "i", "dataset_id": "d"}


async def first(items: Any) -> object:
    """Begin to go through items."""
    return await anext(items)


DATASET_METHODS: dict[str, Callable[..., DatasetCall]] = {
    "create": lambda **x: lambda d: d.create_dataset(**{"name": "n", **x}),
    "get": lambda **x: lambda d: d.get_dataset_by_id(**{"dataset_id": "d", **x}),
    "update": lambda **x: lambda d: d.update_dataset(**{"dataset_id": "d", **x}),
    "delete": lambda **x: lambda d: d.delete_dataset(**{"dataset_id": "d", **x}),
    "list": lambda **x: lambda d: d.list_datasets(**x),
    "add": lambda **x: lambda d: d.add_item(**{"dataset_id": "d", "input": 1, **x}),
    "batch": lambda **x: lambda d: d.batch_insert_items(**{"dataset_id": "d", "items": [], **x}),
    "stream": lambda **x: lambda d: d.add_items(**{"dataset_id": "d", "items": [], **x}),
    "update_item": lambda **x: lambda d: d.update_item(**{**ITEM, **x}),
    "delete_item": lambda **x: lambda d: d.delete_item(**{**ITEM, **x}),
    "purge": lambda **x: lambda d: d.purge_item(**{**ITEM, **x}),
    "delete_items": lambda **x: (
        lambda d: d.batch_delete_items(**{"dataset_id": "d", "item_ids": [], **x})
    ),
    "get_item": lambda **x: lambda d: d.get_item_by_id(**{"item_id": "i", **x}),
    "history": lambda **x: lambda d: d.get_item_history(**{"item_id": "i", **x}),
    "list_items": lambda **x: lambda d: d.list_items(**{"dataset_id": "d", **x}),
    "at_version": lambda **x: (
        lambda d: d.get_items_by_version(**{"dataset_id": "d", "version": 1, **x})
    ),
    "versions": lambda **x: lambda d: d.list_dataset_versions(**{"dataset_id": "d", **x}),
    "record": lambda **x: (
        lambda d: d.create_dataset_version(**{"dataset_id": "d", "version": 1, **x})
    ),
    "iterate": lambda **x: lambda d: first(d.iterate_items(**{"dataset_id": "d", **x})),
}
"""A sound call of each method, but for the arguments that are given."""
OF_ITEMS = "add batch stream update_item delete_item purge delete_items"


def with_values(
    methods: str, argument: str, *values: object, **others: Any
) -> dict[str, DatasetCall]:
    """Return a call of each method with each value of an argument."""

    def with_value(method: str) -> CallWith[DatasetsStorage]:
        return lambda d, x: DATASET_METHODS[method](**{argument: x, **others})(d)

    return grid(values, {f"{method} {argument}": with_value(method) for method in methods.split()})


NO_ID = (*BLANK, *NUL, *TOO_LONG, 5, b"bytes", ["a"], None)
SCOPED = f"get update delete list {OF_ITEMS} get_item history list_items at_version iterate"
IDS_OF_DATASETS = {
    **with_values(f"get update delete {OF_ITEMS} list_items at_version", "dataset_id", *NO_ID),
    **with_values("versions record iterate", "dataset_id", *NO_ID),
    **with_values("create", "dataset_id", *NO_ID[:-1]),
    **with_values("update_item delete_item purge get_item history", "item_id", *NO_ID),
    **with_values(f"create {SCOPED}", "organization_id", *NO_ID[:-1]),
    **with_values(f"create {SCOPED}", "project_id", *NO_ID[:-1]),
    **with_values("create list", "candidate_key", *NO_ID[:-1]),
    **with_values("create list", "candidate_id", *NO_ID[:-1]),
    **with_values("add", "external_id", *NO_ID[:-1]),
    **with_values("delete_items", "item_ids", None, 5, "text", {"a": 1}, [""], [None], [5]),
    **with_values("create update list", "target_ids", 5, "text", {"a": 1}, [""], [None]),
    **with_values("create update add update_item", "scorer_ids", 5, "text", {"a": 1}, [""], [5]),
}
NO_TEXT = (*NUL, 5, b"bytes", ["a"])
TEXTS_OF_DATASETS = {
    **with_values("create update", "name", *NO_TEXT, *BLANK, None),
    **with_values("create update", "description", *NO_TEXT),
    **with_values("create update", "tags", "text", 5, {"a": 1}, [5], [None], ["a\0"]),
    **with_values("create update list", "target_type", "", "Agent", "tool", 5, ["agent"]),
    **with_values("add update_item", "unmocked_tool_policy", *NO_TEXT),
    **with_values("list", "name", *NO_TEXT),
    **with_values("list_items", "search", *NO_TEXT),
}
NO_ORDERS = (OrderBy("id"), OrderBy("version"), OrderBy("created_at", "up"))  # type: ignore[arg-type] # on purpose
NUMBERS_OF_DATASETS = {
    **with_values("list list_items versions", "page", *NO_COUNT, None),
    **with_values("list list_items versions", "per_page", *NO_COUNT),
    **with_values("list list_items versions", "page", 1, per_page=None),
    **with_values("list list_items versions", "include_total", 1, None),
    **with_values("list list_items", "order_by", *NO_ORDERS, "created_at", None),
    **with_values("list_items", "order_by", OrderBy("name")),
    **with_values("list_items iterate at_version record", "version", *NO_COUNT, 2**31),
    **with_values("at_version record", "version", None),
    **with_values("get_item", "dataset_version", *NO_COUNT, 2**31),
    **with_values("iterate", "batch_size", *NO_COUNT, None, 10_001),
}
NO_OBJECT: tuple[Any, ...] = (5, True, "text", "{}", [], [("a", 1)], b"{}", {1, 2}, ...)
NO_VALUE = (..., {1}, b"x", NAIVE, {1: 2}, [{None: 1}], nested(201), 10**4300, object)
CONTENTS_OF_ITEMS = {
    **with_values("create update", "metadata", *NO_OBJECT, {"k": {1}}),
    **with_values("create update", "input_schema", *NO_OBJECT, {"const": {1}}),
    **with_values("create update", "ground_truth_schema", *NO_OBJECT),
    **with_values("create update", "request_context_schema", *NO_OBJECT),
    **with_values("add update_item", "metadata", *NO_OBJECT, {"__purged": True}),
    **with_values("add update_item", "request_context", *NO_OBJECT),
    **with_values("add update_item", "source", *NO_OBJECT),
    **with_values("add update_item", "input", *NO_VALUE),
    **with_values("add update_item", "ground_truth", *NO_VALUE),
    **with_values("add update_item", "expected_trajectory", *NO_VALUE),
    **with_values("add update_item", "tool_mocks", *NO_VALUE),
    **with_values("batch stream", "items", None, 5, "text", {"a": 1}, [{"input": 1}], [None]),
    **with_values(
        "batch stream", "items", [NewItem(input={1})], [NewItem(input=1, external_id="")]
    ),
}


@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestBadInputForDatasets:
    """What no backend stores is refused in the same way by all."""

    @pytest.mark.parametrize(
        "group", [IDS_OF_DATASETS, TEXTS_OF_DATASETS, NUMBERS_OF_DATASETS, CONTENTS_OF_ITEMS]
    )
    async def test_it_is_refused_before_any_io(
        self, open_fresh: Callable[[], Store], group: dict[str, DatasetCall]
    ) -> None:
        """Even by a store that is closed: there is nothing to ask it."""
        store = open_fresh()
        await store.close()

        for call in group.values():
            await refused(call, store.datasets)
