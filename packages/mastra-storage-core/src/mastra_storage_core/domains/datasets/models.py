"""The values of the datasets domain. Fields carry the names of Mastra, in snake_case."""

from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime

PURGED = "__purged"
"""The key in the metadata of an item whose content was erased, as Mastra writes it."""


class TargetType(StrEnum):
    """What the items of a data set are run on."""

    AGENT = "agent"
    WORKFLOW = "workflow"
    SCORER = "scorer"
    PROCESSOR = "processor"


class Dataset(StorageModel):
    """A data set: what its items have in common, and how far its versions go."""

    id: str
    name: str
    description: str | None = None
    metadata: JsonObject | None = None
    input_schema: JsonObject | None = None
    """The JSON Schema that the input of every item fits."""
    ground_truth_schema: JsonObject | None = None
    """The JSON Schema that every ground truth fits, where there is one."""
    request_context_schema: JsonObject | None = None
    """Kept for whoever runs the items; nothing is held to it here."""
    tags: list[str] | None = None
    target_type: str | None = None
    """A `TargetType`, unless a newer Mastra wrote another."""
    target_ids: list[str] | None = None
    scorer_ids: list[str] | None = None
    organization_id: str | None = None
    project_id: str | None = None
    candidate_key: str | None = None
    candidate_id: str | None = None
    version: int
    """0 at first; each call that changes items makes the next one."""
    created_at: UtcDatetime
    updated_at: UtcDatetime
    """When the data set itself was changed last; changes of its items do not count."""


class _Payload(StorageModel):
    """What is in an item."""

    input: Any
    """What is handed to the target: any JSON, null included."""
    ground_truth: Any = None
    """What a good answer is, if that is known."""
    expected_trajectory: Any = None
    tool_mocks: Any = None
    unmocked_tool_policy: str | None = None
    scorer_ids: list[str] | None = None
    request_context: JsonObject | None = None
    metadata: JsonObject | None = None
    source: JsonObject | None = None
    """Where the item comes from: `{"type": "csv", "referenceId": "…"}`."""


class NewItem(_Payload):
    """An item to add."""

    external_id: str | None = None
    """By what the item is known elsewhere. To add it again adds nothing."""


class DatasetItem(_Payload):
    """An item, as it is from `dataset_version` on."""

    id: str
    dataset_id: str
    dataset_version: int
    """The version with which the item became what it is here."""
    external_id: str | None = None
    organization_id: str | None = None
    project_id: str | None = None
    created_at: UtcDatetime
    """When the item was added; kept through its changes."""
    updated_at: UtcDatetime

    @property
    def purged(self) -> bool:
        """Whether the content was erased (`purge_item`)."""
        return self.metadata is not None and self.metadata.get(PURGED) is True


class ItemVersion(DatasetItem):
    """One row in the history of an item."""

    valid_to: int | None = None
    """The version with which it was changed or deleted; `None` for the newest row."""
    is_deleted: bool = False
    """Whether this row says that the item was deleted."""


class DatasetVersion(StorageModel):
    """A version of a data set, and when it was made."""

    id: str
    dataset_id: str
    version: int
    created_at: UtcDatetime


class IdentityConflict(StorageModel):
    """Why an item cannot be added under its external id."""

    index: int
    """Its place in the call, from 0."""
    external_id: str
    existing_item_id: str
    reason: str
    """`payload_mismatch`: it was accepted with another content. `deleted`: it was deleted."""


class ItemsAdded(StorageModel):
    """What became of items that were added in one call."""

    version: int
    """The version of the data set now; a new one if any item was added."""
    added: int
    known: int
    """How many were there already, under their external ids."""


class LineFailure(StorageModel):
    """A line of a file that was left out, and why."""

    line: int
    reason: str


class ImportReport(ItemsAdded):
    """What became of the items of a file."""

    failed: int
    """How many lines were left out."""
    failures: list[LineFailure]
    """The first hundred of them."""


class TransferProgress(StorageModel):
    """How far an import or an export is."""

    items: int
    done: int
    """Of an import the bytes that were read, of an export the items that were written."""
    total: int | None
    """What `done` will be in the end."""


class DatasetPage(StorageModel):
    """One page of data sets, and how many there are."""

    datasets: list[Dataset]
    total: int | None
    """How many match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


class ItemPage(StorageModel):
    """One page of items, and how many there are."""

    items: list[DatasetItem]
    total: int | None
    """How many match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


class DatasetVersionPage(StorageModel):
    """One page of versions, the newest first, and how many there are."""

    versions: list[DatasetVersion]
    total: int | None
    """How many there are, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


DATASETS = TypeAdapter(list[Dataset])
ITEMS = TypeAdapter(list[DatasetItem])
ITEM_VERSIONS = TypeAdapter(list[ItemVersion])
VERSIONS = TypeAdapter(list[DatasetVersion])
"""Each validates a whole result at once."""
