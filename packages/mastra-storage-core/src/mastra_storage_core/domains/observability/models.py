"""The values of tracing. Fields carry the names of Mastra, in snake_case."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import ConfigDict, SkipValidation, TypeAdapter, computed_field

from mastra_storage_core.domains.observability.context import SignalContext
from mastra_storage_core.domains.observability.view.viewable import Viewable
from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime

JsonValue = Annotated[Any, SkipValidation]
"""Any JSON value. It is checked when it is written."""

JsonList = Annotated[list[Any], SkipValidation]
"""A JSON array. It is checked when it is written."""


class SpanStatus(StrEnum):
    """Where a span stands, and with its root span a trace. It is derived, never stored."""

    SUCCESS = "success"
    ERROR = "error"
    RUNNING = "running"


def status_of(error: object, ended_at: object) -> SpanStatus:
    """Derive a status: an error wins, even over a span that has not ended."""
    if error is not None:
        return SpanStatus.ERROR
    return SpanStatus.RUNNING if ended_at is None else SpanStatus.SUCCESS


class NewSpan(SignalContext):
    """A span on its way into its trace. It is named by its trace and its id together."""

    trace_id: str
    span_id: str
    parent_span_id: str | None = None
    """Absent in the root of a trace. A parent may be stored after its children, or never."""
    name: str
    span_type: str
    """A `SpanType`, or any other word: unknown ones are kept."""
    is_event: bool = False
    """Whether it is a point in time, with no duration."""
    started_at: UtcDatetime
    ended_at: UtcDatetime | None = None
    """Absent while the span runs. Never before `started_at`."""
    source: str | None = None
    """Where the span was made, such as `local` or `cloud`."""
    metadata: JsonObject | None = None
    attributes: JsonObject | None = None
    """What the type of the span defines, such as a model and its tokens."""
    links: JsonList | None = None
    input: JsonValue = None
    output: JsonValue = None
    error: JsonValue = None
    """Its presence is the failure; usually an object with `message`."""
    request_context: JsonObject | None = None


class _Derived(StorageModel):
    """What is read of a stored span beside its columns."""

    @computed_field  # type: ignore[prop-decorator] # pydantic's own way to say it
    @property
    def status(self) -> SpanStatus:
        """Whether the span has failed, runs still, or has ended well."""
        return status_of(getattr(self, "error", None), getattr(self, "ended_at", None))


class Span(_Derived, NewSpan):
    """A span as it is stored."""

    created_at: UtcDatetime
    """When it was first stored."""
    updated_at: UtcDatetime | None = None


class LightSpan(_Derived):
    """What a timeline shows of a span: everything small."""

    trace_id: str
    span_id: str
    parent_span_id: str | None = None
    name: str
    span_type: str
    is_event: bool = False
    started_at: UtcDatetime
    ended_at: UtcDatetime | None = None
    error: JsonValue = None
    entity_type: str | None = None
    entity_id: str | None = None
    entity_name: str | None = None
    created_at: UtcDatetime
    updated_at: UtcDatetime | None = None


class TracePreview(LightSpan):
    """What a list shows of a trace: its root span, with the beginning of its input."""

    metadata: JsonObject | None = None
    input_preview: str | None = None
    """At most 100 characters of what the user said, or of the input; absent where there is none."""


class SpanUpdate(SignalContext):
    """Changes to one span. A field that is not given is left alone; `None` clears it where it may
    be empty. JSON is replaced, not merged.
    """

    model_config = ConfigDict(extra="forbid")

    trace_id: str
    span_id: str
    parent_span_id: str | None = None
    name: str | None = None
    span_type: str | None = None
    is_event: bool | None = None
    started_at: UtcDatetime | None = None
    ended_at: UtcDatetime | None = None
    source: str | None = None
    metadata: JsonObject | None = None
    attributes: JsonObject | None = None
    links: JsonList | None = None
    input: JsonValue = None
    output: JsonValue = None
    error: JsonValue = None
    request_context: JsonObject | None = None


class Trace(Viewable, StorageModel):
    """The spans of a trace, or of one branch of it, ordered by `started_at`, then by `span_id`."""

    trace_id: str
    spans: list[Span]
    """Never empty."""


class LightTrace(Viewable, StorageModel):
    """A trace with what a timeline shows of its spans, in the same order as in `Trace`."""

    trace_id: str
    spans: list[LightSpan]


class Rejected(StorageModel):
    """A record of a batch that was not stored."""

    position: int
    """Its place in the batch, from 0."""
    key: str | None
    """What names it, for a span `trace_id/span_id`, as far as it could be read."""
    reason: str
    """What is wrong with it. It names fields, never their contents."""


class BatchResult(StorageModel):
    """What became of a batch: all that is not rejected is stored."""

    stored: int
    """How many records; one whose key stands again later in the batch counts, its values do not."""
    rejected: list[Rejected]


class _Paged(StorageModel):
    total: int | None
    """How many there are on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything."""
    has_more: bool


class TracePage(_Paged):
    """One page of traces, each as its root span, and how many there are."""

    spans: list[Span]


class LightTracePage(_Paged):
    """One page of traces, each as a preview of its root span, and how many there are."""

    spans: list[TracePreview]


class BranchPage(_Paged):
    """One page of spans that anchor branches, and how many there are."""

    branches: list[Span]


SPANS = TypeAdapter(list[Span])
"""Validates a whole result at once."""
LIGHT_SPANS = TypeAdapter(list[LightSpan])
PREVIEWS = TypeAdapter(list[TracePreview])
