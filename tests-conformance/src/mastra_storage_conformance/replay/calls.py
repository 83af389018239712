"""From a recorded call to a call of our API, and from its outcome to an answer.

Names follow by rule: `getThreadById({threadId})` is `get_thread_by_id(thread_id=…)`. Where the
original's arguments have another shape, the table `SHAPES` says which.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from inspect import signature
from typing import Any

from mastra_storage_core.domains.datasets.models import NewItem
from mastra_storage_core.domains.experiments.results import STARTED_AT_ASC
from mastra_storage_core.domains.memory.models import (
    Include,
    MessageUpdate,
    NewMessage,
    ObservationalMemory,
    ObservationChunk,
    Resource,
    Thread,
)
from mastra_storage_core.domains.observability.filters import TraceFilter
from mastra_storage_core.domains.observability.lists import STARTED_AT_DESC
from mastra_storage_core.errors import InvalidInputError, StorageError
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import CREATED_AT_ASC, CREATED_AT_DESC, OrderBy
from mastra_storage_core.store import Store
from pydantic import BaseModel, ValidationError
from pydantic.alias_generators import to_camel, to_snake

from mastra_storage_conformance.replay.transcript import Answer, Call, Raised, Returned


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
_BY_RULE = Shape()

_MODELS: dict[str, type[BaseModel]] = {
    "buffered_chunks": ObservationChunk,
    "chunk": ObservationChunk,
    "current_record": ObservationalMemory,
    "date_range": DateRange,
    "filters": TraceFilter,
    "include": Include,
    "items": NewItem,
    "record": ObservationalMemory,
    "resource": Resource,
    "thread": Thread,
}
"""Arguments that are values of the API; all others are passed as they are."""


async def perform(store: Store, call: Call, args: tuple[Any, ...]) -> Answer:
    """Make a recorded call with `args`, in which placeholders have values; return the answer.

    Arguments that a model refuses count as `InvalidInputError`: the caller learns of both before
    any I/O. So do those that a method does not have, where the original refuses them as well.
    """
    shape = SHAPES.get((call.domain, call.method), _BY_RULE)
    method = getattr(store.get_store(call.domain), to_snake(call.method), None)
    if method is None:
        return Raised(None, f"{to_snake(call.method)} is missing")
    try:
        given = arguments(shape, args)
        if shape.strict and (unknown := given.keys() - signature(method).parameters.keys()):
            return Raised(InvalidInputError, f"no argument {min(unknown)!r}")
        value = plain(await method(**given))
    except ValidationError as error:
        return Raised(InvalidInputError, str(error))
    except StorageError as error:
        return Raised(type(error), str(error))
    except Exception as error:  # noqa: BLE001 # any other failure is a finding, and must not end the replay
        return Raised(None, repr(error))
    if shape.paged:
        value = _with_pagination(value)
    if shape.wrapped and value is not None:
        value = {shape.wrapped: value}
    if shape.echoed:
        value[to_camel(shape.echoed)] = given[shape.echoed]
    return Returned(value)


def arguments(shape: Shape, args: tuple[Any, ...]) -> dict[str, Any]:
    """Return the keyword arguments of our method."""
    if shape.positional:
        fields = dict(zip(shape.positional, args, strict=False))
    else:
        fields = {to_snake(key): value for arg in args for key, value in arg.items()}
    for name in shape.lifted:
        lifted = fields.pop(name, None) or {}
        fields |= {to_snake(key): value for key, value in lifted.items()}
    for name in shape.ignored:
        fields.pop(name, None)
    if shape.gathered:
        return {shape.gathered: fields}
    ends = [fields.pop(name, None) for name in shape.dates]
    if any(ends):
        fields["date_range"] = {"start": ends[0], "end": ends[1]}
    return {
        shape.renamed.get(name, name): _argument(shape, name, value)
        for name, value in fields.items()
    }


def _argument(shape: Shape, name: str, value: Any) -> Any:
    if name == "per_page":
        return None if value is False else value
    if name == "order_by":
        column, direction = value.get("field"), value.get("direction")
        return OrderBy(
            to_snake(column) if column else shape.order.field,
            direction.lower() if direction else shape.order.direction,
        )
    if name == "records":
        return [_with_updates(dict(each)) for each in value]
    model = shape.messages if name == "messages" else _MODELS.get(name)
    if model is None or value is None:
        return value
    if isinstance(value, list):
        return [model.model_validate(item) for item in value]
    return model.model_validate(value)


def _with_updates(record: dict[str, Any]) -> dict[str, Any]:
    updates: dict[str, Any] = record.pop("updates", {})
    return record | updates


def plain(value: Any) -> Any:
    """Return a result as the original spells it: objects with camelCase keys. Times stay times."""
    if isinstance(value, BaseModel):
        return value.model_dump(by_alias=True)
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


_PAGINATION = ("total", "page", "perPage", "hasMore")


def _with_pagination(page: dict[str, Any]) -> dict[str, Any]:
    rows = {key: value for key, value in page.items() if key not in _PAGINATION}
    return {**rows, "pagination": {key: page[key] for key in _PAGINATION}}
