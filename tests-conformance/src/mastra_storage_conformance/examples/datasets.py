"""Examples of the datasets domain: a data set with three items, one of which changed once."""

import json
from typing import Any

from mastra_storage_core import DatasetsStorage, NewItem, Store

from mastra_storage_conformance.examples.example import Call, Example, Names

_ANY_OBJECT = {"type": "object"}


def _tenant(n: Names) -> dict[str, Any]:
    return {"organization_id": n("organization"), "project_id": n("project")}


def _items(n: Names, *names: str) -> list[NewItem]:
    return [NewItem(input={"item": name}, external_id=n(name)) for name in names]


def _file(n: Names) -> str:
    return str(n.folder / f"{n('items')}.jsonl")


async def _seed(store: Store, n: Names) -> None:
    datasets = store.datasets
    await datasets.create_dataset(
        name="Questions", dataset_id=n("dataset"), metadata={"a": 1}, **_tenant(n)
    )
    added = await datasets.batch_insert_items(
        _items(n, "item", "item 2", "item 3"), dataset_id=n("dataset"), **_tenant(n)
    )
    n.made[n.whose, "item"] = added[0].id
    await datasets.update_item(added[0].id, dataset_id=n("dataset"), metadata={"a": 1})
    lines = [json.dumps({"input": number, "externalId": str(number)}) for number in range(2)]
    (n.folder / f"{n('items')}.jsonl").write_text("\n".join(lines))


def _calls(n: Names) -> list[Call]:
    mine, dataset, item = _tenant(n), n("dataset"), n("item")
    of_set: Any = {"dataset_id": dataset, **mine}
    return [
        Call("create_dataset", name="New", dataset_id=n("new dataset"), **mine),
        Call("get_dataset_by_id", dataset, **mine),
        Call("update_dataset", dataset, metadata={"b": 2}, input_schema=_ANY_OBJECT, **mine),
        Call("list_datasets", name="Questions", **mine),
        Call("delete_dataset", dataset, **mine),
        Call("add_item", input={"new": 1}, external_id=n("new item"), **of_set),
        Call("batch_insert_items", _items(n, "new item", "new item 2"), **of_set),
        Call("add_items", _items(n, "new item", "new item 2"), **of_set),
        Call("update_item", item, metadata={"b": 2}, **of_set),
        Call("delete_item", item, **of_set),
        Call("batch_delete_items", [item], **of_set),
        Call("purge_item", item, **of_set),
        Call("get_item_by_id", item, **mine),
        Call("get_items_by_version", dataset, version=2, **mine),
        Call("get_item_history", item, **mine),
        Call("list_items", dataset, search="item", **mine),
        Call("create_dataset_version", dataset, version=3),
        Call("list_dataset_versions", dataset),
        Call("iterate_items", dataset, batch_size=2, **mine),
        Call("items_frame", dataset, **mine),
        Call("export_items", str(n.folder / f"{n('exported')}.jsonl"), **of_set),
        Call("import_items", _file(n), **of_set),
    ]


async def _probe(store: Store, n: Names) -> Any:
    datasets = store.datasets
    found = []
    for dataset in (n("dataset"), n("new dataset")):
        found += [
            await datasets.get_dataset_by_id(dataset),
            (await datasets.list_items(dataset, per_page=None)).items,
            (await datasets.list_dataset_versions(dataset, per_page=None)).versions,
        ]
    return found


DATASETS = Example("datasets", DatasetsStorage, _seed, _calls, _probe)
