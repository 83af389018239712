"""What lists of traces and branches can be asked for."""

from typing import Any

from pydantic import ConfigDict

from mastra_storage_core import checks
from mastra_storage_core.domains.observability.models import SpanStatus
from mastra_storage_core.domains.observability.requests import SpanConditions
from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.model import DateRange, JsonObject, StorageModel


class BranchFilter(StorageModel):
    """Conditions about a span, which must all hold; `None` is no condition. Unknown names are
    refused.
    """

    model_config = ConfigDict(extra="forbid")

    trace_id: str | None = None
    span_type: str | None = None
    status: SpanStatus | str | None = None
    started_at: DateRange = DateRange()
    ended_at: DateRange = DateRange()
    """A span that runs still is in no range."""
    entity_type: str | None = None
    entity_id: str | None = None
    entity_name: str | None = None
    entity_version_id: str | None = None
    parent_entity_type: str | None = None
    parent_entity_id: str | None = None
    parent_entity_name: str | None = None
    parent_entity_version_id: str | None = None
    root_entity_type: str | None = None
    root_entity_id: str | None = None
    root_entity_name: str | None = None
    root_entity_version_id: str | None = None
    user_id: str | None = None
    organization_id: str | None = None
    resource_id: str | None = None
    run_id: str | None = None
    session_id: str | None = None
    thread_id: str | None = None
    request_id: str | None = None
    environment: str | None = None
    service_name: str | None = None
    experiment_id: str | None = None
    source: str | None = None
    scope: JsonObject | None = None
    """Pairs that must all match, as in every metadata filter: the types count, `null` matches a key
    that is there and null, and an object matches an object that contains it.
    """
    metadata: JsonObject | None = None
    """As `scope`."""
    tags: list[str] | None = None
    """Tags that the span must all have; none is no condition."""


class TraceFilter(BranchFilter):
    """Conditions about the root span of a trace, and one about all of its spans."""

    has_child_error: bool | None = None
    """Whether any span of the trace, its root included, has an error."""


_NO_TEXTS = frozenset(
    {"status", "started_at", "ended_at", "scope", "metadata", "tags", "has_child_error"}
)


def checked_filter(value: BranchFilter, max_bytes: int) -> SpanConditions:
    """Check a filter, and take from it what there is."""
    texts: dict[str, str] = {}
    for name in type(value).model_fields:
        given = getattr(value, name)
        if name not in _NO_TEXTS and given is not None:
            texts[name] = checks.text(given, name)
    return SpanConditions(
        texts=texts,
        status=None if value.status is None else _status(value.status),
        started=value.started_at,
        ended=value.ended_at,
        scope=checks.metadata_filter(value.scope, max_bytes),
        metadata=checks.metadata_filter(value.metadata, max_bytes),
        tags=_tags(value.tags),
        has_child_error=_flag(getattr(value, "has_child_error", None)),
    )


def _status(value: object) -> str:
    if isinstance(value, str) and value in set(SpanStatus):
        return str(value)
    raise InvalidInputError(f"no status {named(value)}; there are: {', '.join(SpanStatus)}")


def _tags(value: list[str] | None) -> tuple[str, ...]:
    tags: Any = () if value is None else checks.instances(value, str, "tags")
    return tuple(dict.fromkeys(checks.text(tag, "a tag") for tag in tags))


def _flag(value: object) -> bool | None:
    return None if value is None else checks.flag(value, "has_child_error")
