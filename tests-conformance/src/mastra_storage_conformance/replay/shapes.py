"""Where the arguments of recorded calls, or what they return, follow no rule."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mastra_storage_core.domains.experiments.results import STARTED_AT_ASC
from mastra_storage_core.domains.memory.models import (
    MessageUpdate,
    NewMessage,
)
from mastra_storage_core.domains.observability.lists import STARTED_AT_DESC
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mastra_storage_core.paging import CREATED_AT_ASC, CREATED_AT_DESC, OrderBy
from pydantic import BaseModel
from pydantic.alias_generators import to_camel, to_snake


@dataclass(frozen=True, slots=True)
class Shape:
    """How the arguments of a method, and what it returns, differ from the rule."""

    positional: tuple[str, ...] = ()
    """The names of arguments that come by position; else one object holds them all by name."""
    lifted: tuple[str, ...] = ()
    """Arguments that are objects whose fields are arguments of ours."""
    dates: tuple[str, str] = ("", "")
    """Two arguments that are the ends of our `date_range`."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    messages: type[BaseModel] = NewMessage
    order: OrderBy = CREATED_AT_ASC
    """What is meant where the order is not given, or half of it."""
    ignored: tuple[str, ...] = ()
    """Arguments that were given, and that the original does not have. Ours might mean something."""
    beside_config: tuple[str, ...] = ()
    """Where it is given, all arguments but these are fields of our `config`."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """What the original means by arguments that are left out, where we mean something else."""
    items: str = ""
    """The key under which the original's pages have what ours call `items`."""
    wrapped: str = ""
    """The key under which the original returns what we return as it is, unless that is nothing."""
    echoed: str = ""
    """An argument that the original returns beside what we return."""
    gathered: str = ""
    """The argument of ours that holds all of the original's."""
    strict: bool = False
    """Whether the original refuses arguments that it does not know."""
    paged: bool = False
    """Whether the original returns what it says of the page apart, as `pagination`."""


_THREAD = Shape(renamed={"id": "thread_id"})
_RECORD = Shape(renamed={"id": "record_id"})
_KEY = Shape(positional=("thread_id", "resource_id"))
_LIST = Shape(lifted=("filter",))
_SPAN = Shape(wrapped="span")
_TRACES = Shape(lifted=("pagination",), order=STARTED_AT_DESC, strict=True, paged=True)
_SCORES = Shape(lifted=("pagination", "filters"), paged=True)
_COPY = Shape(lifted=("options", "message_filter"), dates=("start_date", "end_date"))

SHAPES: dict[tuple[str, str], Shape] = {
    ("memory", "updateThread"): _THREAD,
    ("memory", "patchThread"): _THREAD,
    ("memory", "updateThreadMetadata"): _THREAD,
    ("memory", "listThreads"): Shape(lifted=("filter",), order=CREATED_AT_DESC),
    ("memory", "saveMessages"): Shape(wrapped="messages"),
    ("memory", "listMessages"): _LIST,
    ("memory", "listMessagesByResourceId"): _LIST,
    ("memory", "listMessagesById"): Shape(wrapped="messages"),
    ("memory", "updateMessages"): Shape(messages=MessageUpdate),
    ("memory", "deleteMessages"): Shape(positional=("message_ids",)),
    ("memory", "copyThread"): _COPY,
    ("memory", "cloneThread"): _COPY,
    ("memory", "getObservationalMemory"): _KEY,
    ("memory", "getObservationalMemoryHistory"): Shape(
        positional=("thread_id", "resource_id", "limit", "options"),
        lifted=("options",),
        dates=("from", "to"),
    ),
    ("memory", "clearObservationalMemory"): _KEY,
    ("memory", "insertObservationalMemoryRecord"): Shape(positional=("record",)),
    ("memory", "updateActiveObservations"): _RECORD,
    ("memory", "updateBufferedObservations"): _RECORD,
    ("memory", "swapBufferedToActive"): _RECORD,
    ("memory", "updateBufferedReflection"): _RECORD,
    ("memory", "updateObservationalMemoryConfig"): _RECORD,
    ("memory", "setObservingFlag"): Shape(positional=("record_id", "is_observing")),
    ("memory", "setReflectingFlag"): Shape(positional=("record_id", "is_reflecting")),
    ("memory", "setBufferingReflectionFlag"): Shape(positional=("record_id", "is_buffering")),
    ("memory", "setBufferingObservationFlag"): Shape(
        positional=("record_id", "is_buffering", "last_buffered_at_tokens")
    ),
    ("memory", "setPendingMessageTokens"): Shape(positional=("record_id", "token_count")),
    ("observability", "batchCreateSpans"): Shape(renamed={"records": "spans"}),
    ("observability", "updateSpan"): Shape(lifted=("updates",), gathered="update"),
    ("observability", "batchUpdateSpans"): Shape(renamed={"records": "updates"}),
    ("observability", "getSpan"): _SPAN,
    ("observability", "getRootSpan"): _SPAN,
    ("observability", "getSpans"): Shape(wrapped="spans", echoed="trace_id"),
    ("observability", "listTraces"): _TRACES,
    ("workflows", "getWorkflowRunById"): Shape(ignored=("fields",)),
    ("workflows", "updateWorkflowState"): Shape(lifted=("opts",)),
    ("scores", "saveScore"): Shape(positional=("score",), wrapped="score"),
    ("scores", "getScoreById"): Shape(renamed={"id": "score_id"}),
    ("scores", "listScoresByScorerId"): _SCORES,
    ("scores", "listScoresByRunId"): _SCORES,
    ("scores", "listScoresByEntityId"): _SCORES,
    ("scores", "listScoresBySpan"): _SCORES,
}
_DATASET = Shape(renamed={"id": "dataset_id"}, lifted=("filters",))
_ITEM = Shape(renamed={"id": "item_id"}, lifted=("filters",))
_DATASET_LIST = Shape(lifted=("filters", "pagination"), order=CREATED_AT_DESC, paged=True)
SHAPES |= {
    ("datasets", "createDataset"): _DATASET,
    ("datasets", "getDatasetById"): _DATASET,
    ("datasets", "updateDataset"): _DATASET,
    ("datasets", "deleteDataset"): _DATASET,
    ("datasets", "listDatasets"): _DATASET_LIST,
    ("datasets", "updateItem"): _ITEM,
    ("datasets", "deleteItem"): _ITEM,
    ("datasets", "getItemById"): _ITEM,
    ("datasets", "purgeItem"): _ITEM,
    ("datasets", "getItemHistory"): Shape(positional=("item_id",)),
    ("datasets", "listItems"): _DATASET_LIST,
    ("datasets", "listDatasetVersions"): _DATASET_LIST,
}
_EXPERIMENT = Shape(renamed={"id": "experiment_id"}, lifted=("filters",))
_RESULT = Shape(renamed={"id": "result_id"}, lifted=("filters",))
SHAPES |= {
    ("experiments", "createExperiment"): _EXPERIMENT,
    ("experiments", "updateExperiment"): _EXPERIMENT,
    ("experiments", "getExperimentById"): _EXPERIMENT,
    ("experiments", "deleteExperiment"): _EXPERIMENT,
    ("experiments", "listExperiments"): _DATASET_LIST,
    ("experiments", "addExperimentResult"): _RESULT,
    ("experiments", "upsertExperimentResult"): _RESULT,
    ("experiments", "updateExperimentResult"): _RESULT,
    ("experiments", "getExperimentResultById"): _RESULT,
    ("experiments", "listExperimentResults"): Shape(
        lifted=("filters", "pagination"), order=STARTED_AT_ASC, paged=True
    ),
}


def _of_kind(kind: Kind[Any, Any]) -> dict[tuple[str, str], Shape]:
    """Return the shapes of the methods of a kind of versioned entity."""
    parent, version, listed = (
        Shape(positional=("parent_id",)),
        Shape(positional=("version_id",)),
        (Shape(order=CREATED_AT_DESC, items=to_camel(kind.domain))),
    )
    owner = {to_snake(kind.parent): "parent_id"}
    details = ("id", "author_id", *(field.name for field in kind.details))
    told = ("id", to_snake(kind.parent), "version_number", "changed_fields", "change_message")
    shapes = {
        "create": Shape(lifted=(kind.domain.removesuffix("s"),), beside_config=details),
        "getById": Shape(positional=("id",)),
        "getByIdResolved": Shape(positional=("id", "options"), lifted=("options",)),
        "update": Shape(ignored=tuple(field.name for field in kind.fields)),
        "delete": Shape(positional=("id",)),
        "list": listed,
        "listResolved": listed,
        "createVersion": Shape(
            renamed=owner, beside_config=told, defaults={"changed_fields": None}
        ),
        "getVersion": version,
        "getVersions": Shape(positional=("version_ids",)),
        "getVersionByNumber": Shape(positional=("parent_id", "version_number")),
        "getLatestVersion": parent,
        "listVersions": Shape(renamed=owner, order=OrderBy("version_number", "desc")),
        "deleteVersion": version,
        "deleteVersionsByParentId": parent,
        "countVersions": parent,
    }
    return {(kind.domain, method): shape for method, shape in shapes.items()}


for _interface in EVERY:
    SHAPES |= _of_kind(_interface.kind)
