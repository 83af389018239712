"""The domains of datasets and experiments: items and their versions, and what runs on them yield.
They are proved together, as one is of little use without the other.
"""

from typing import Any

from interop.domains import experiments
from interop.domains.datasets_load import DatasetsLoad
from interop.domains.domain import Domain, Kept, Step, step
from interop.domains.scores import LOOK_ALIKES
from interop.domains.values import HARD

PAGE = {"page": 0, "perPage": 100}
SCHEMA = {"type": "object", "properties": {"yes": {"type": "boolean"}}}
CANDIDATE = {"candidateKey": "key", "candidateId": "candidate"}
FULL: dict[str, Any] = {
    "name": 'Grüße, "日本語"',
    "description": "d",
    "metadata": HARD,
    "inputSchema": SCHEMA,
    "groundTruthSchema": SCHEMA,
    "requestContextSchema": SCHEMA,
    "targetType": "agent",
    "targetIds": ["one", "two"],
    "scorerIds": ["scorer"],
    "organizationId": "o",
    "projectId": "p",
} | CANDIDATE
ITEM: dict[str, Any] = {
    "externalId": 'it\'s "external", 日本語',
    "input": HARD,
    "groundTruth": HARD,
    "expectedTrajectory": {"steps": [{"name": "one"}], "hard": HARD},
    "toolMocks": [{"toolName": "t", "args": {"a": None}, "output": HARD}],
    "unmockedToolPolicy": "fail",
    "scorerIds": [],
    "requestContext": HARD,
    "metadata": HARD,
    "source": {"type": "csv", "referenceId": "file:1"},
}
CHANGED = {"input": {"yes": True, "list": [1]}, "metadata": {"changed": None}}


def call(method: str, *args: Any, **more: Any) -> Step:
    """Return a call of the datasets domain."""
    return step(method, *args, domain="datasets", **more)


def of_item(name: str, path: str, **fields: Any) -> dict[str, Any]:
    """Return the argument that names an item of the plain data set."""
    return {"id": Kept(name, path), "datasetId": "plain"} | fields


WRITES = (
    call("createDataset", {"id": "full"} | FULL),
    *(call("createDataset", {"id": name, "name": name}) for name in ("plain", "gone", "empty")),
    call("updateDataset", {"id": "plain", "tags": ["a", "日本"], "metadata": HARD}),
    call("updateDataset", {"id": "full", "tags": [], "targetIds": None, "description": "new"}),
    call("addItem", {"datasetId": "full"} | ITEM),
    call("addItem", {"datasetId": "gone", "input": 1}),
    call(
        "batchInsertItems",
        {"datasetId": "plain", "items": [{"input": text} for text in LOOK_ALIKES]},
        keep="texts",
    ),
    call("addItem", {"datasetId": "plain", "input": "needle", "groundTruth": [0]}, keep="item"),
    call("updateItem", of_item("item", "id", **CHANGED)),
    call("updateItem", of_item("item", "id", groundTruth={"a": 'needle "2"'})),
    call("deleteItem", of_item("texts", "0.id")),
    call("batchDeleteItems", {"datasetId": "plain", "itemIds": [Kept("texts", "1.id"), "none"]}),
    call("purgeItem", of_item("texts", "2.id")),
    call("deleteDataset", {"id": "gone"}),
    *experiments.WRITES,
)

NAMES = ("full", "plain", "gone", "empty")
VERSIONS = range(6)
FOUND = Kept("needle", "items.0.id")
WRITTEN = {key: value for key, value in FULL.items() if key not in ("description", "targetIds")}
READS = (
    *(call("getDatasetById", {"id": name}) for name in NAMES),
    call("getDatasetById", {"id": "full"}, expected=WRITTEN | {"description": "new"}),
    call("getDatasetById", {"id": "full", "filters": {"organizationId": "another"}}),
    call("listDatasets", {"pagination": PAGE}, unordered=True),
    call("listDatasets", {"pagination": PAGE, "filters": CANDIDATE}),
    *(call("listItems", {"datasetId": name, "pagination": PAGE}, unordered=True) for name in NAMES),
    call(
        "listItems",
        {"datasetId": "plain", "version": 1, "pagination": {"page": 0, "perPage": 100}},
        unordered=True,
    ),
    call(
        "listItems", {"datasetId": "plain", "search": "needle", "pagination": PAGE}, keep="needle"
    ),
    call("listItems", {"datasetId": "full", "pagination": PAGE}, keep="hard"),
    call("getItemById", {"id": Kept("hard", "items.0.id")}, expected=ITEM),
    call("getItemHistory", Kept("hard", "items.0.id")),
    call("getItemHistory", FOUND),
    *(call("getItemById", {"id": FOUND, "datasetVersion": number}) for number in VERSIONS),
    *(
        call("getItemsByVersion", {"datasetId": "plain", "version": number}, unordered=True)
        for number in VERSIONS
    ),
    *(call("listDatasetVersions", {"datasetId": name, "pagination": PAGE}) for name in NAMES),
    *experiments.READS,
)

RECORDS_WHAT_IS_MISSING = "createDatasetVersion"
"""Ours records a version only where a database was put together by hand and lacks it."""

DOMAIN = Domain(
    name="datasets and experiments",
    parts=("datasets", "experiments"),
    tables=(
        "mastra_datasets",
        "mastra_dataset_items",
        "mastra_dataset_versions",
        *experiments.TABLES,
    ),
    writes=WRITES,
    reads=READS,
    load=DatasetsLoad,
    young=(
        ("mastra_datasets", "tags"),
        ("mastra_datasets", "createdAtZ"),
        ("mastra_dataset_items", "toolMocks"),
        ("mastra_dataset_items", "source"),
        *experiments.YOUNG,
    ),
    internal=frozenset(
        {"_doAddItem", "_doBatchDeleteItems", "_doBatchInsertItems", "_doDeleteItem"}
        | {"_doPurgeItem", "_doUpdateDataset", "_doUpdateItem", "datasetItemFromRow"}
        | {"experimentTablesExist", "getDatasetForMutation", "listItemsForMutation"}
        | {"planDatasetItemBatch", "resolveExistingDataset", "transformDatasetRow"}
        | {"transformDatasetVersionRow", "transformItemRow", "transformItemRowFull"}
        | {"validateCallerDefinedDatasetId", RECORDS_WHAT_IS_MISSING}
        | experiments.INTERNAL
    ),
)
