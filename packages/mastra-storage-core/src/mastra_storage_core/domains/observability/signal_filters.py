"""What lists of signals, and questions about them, can be narrowed by."""

from typing import Any

from pydantic import ConfigDict

from mastra_storage_core import checks
from mastra_storage_core.domains.observability.signal_models import also
from mastra_storage_core.domains.observability.signal_requests import SignalConditions
from mastra_storage_core.domains.observability.signals import Signal
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.model import DateRange, JsonObject, StorageModel

MAX_CHOICES = 1000
"""How many values one condition may name."""


class SignalFilter(StorageModel):
    """Conditions about a record, which must all hold; `None` is no condition. Unknown names are
    refused. Where a list may be given, any of its values will do.
    """

    model_config = ConfigDict(extra="forbid")

    timestamp: DateRange = DateRange()
    trace_id: str | None = None
    span_id: str | None = None
    experiment_id: str | None = None
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
    execution_source: str | None = None
    service_name: str | None = None
    tags: list[str] | None = None
    """Tags that the record must all have; none is no condition."""
    metadata: JsonObject | None = None
    """Pairs that must all match: the types count, `null` matches a key that is there and null, and
    an object matches an object that contains it.
    """


class LogFilter(SignalFilter):
    """Conditions about a line of a log."""

    level: str | list[str] | None = None
    execution_source: str | None = also("execution_source", "executionSource", "source")


class MetricFilter(SignalFilter):
    """Conditions about an observation of a metric."""

    name: str | list[str] | None = None
    trace_ids: list[str] | None = None
    provider: str | list[str] | None = None
    model: str | list[str] | None = None
    cost_unit: str | list[str] | None = None
    labels: dict[str, str] | None = None
    """Labels that it must all have."""
    execution_source: str | None = also("execution_source", "executionSource", "source")


class SpanScoreFilter(SignalFilter):
    """Conditions about a score."""

    scorer_id: str | list[str] | None = None
    score_source: str | None = also("score_source", "scoreSource", "source")


class FeedbackFilter(SignalFilter):
    """Conditions about feedback."""

    feedback_type: str | list[str] | None = None
    feedback_source: str | None = also("feedback_source", "feedbackSource", "source")
    feedback_user_id: str | None = None
    source_id: str | None = None
    review_status: str | None = None


def checked_conditions(
    signal: Signal, filters: object, kind: type[SignalFilter], max_bytes: int
) -> SignalConditions:
    """Check a filter, and take from it what there is."""
    if not isinstance(filters, kind):
        raise InvalidInputError(f"filters must be {kind.__name__}, not {type(filters).__name__}")
    texts: dict[str, str] = {}
    choices: dict[str, tuple[str, ...]] = {}
    objects: dict[str, dict[str, Any]] = {}
    for name in kind.model_fields:
        value = getattr(filters, name)
        if value is None or name in ("timestamp", "tags"):
            continue
        if name == "metadata":
            objects[name] = checks.metadata_filter(value, max_bytes)
        elif name == "labels":
            objects[name] = _labels(value)
        elif isinstance(value, str):
            texts[name] = checks.text(value, name)
        else:
            choices[_CHOSEN.get(name, name)] = checked_choices(value, name)
    return SignalConditions(
        texts=texts,
        choices=choices,
        dates=_dates(filters.timestamp),
        tags=_tags(filters.tags),
        objects={name: pairs for name, pairs in objects.items() if pairs},
    )


def checked_choices(value: object, what: str) -> tuple[str, ...]:
    """Check several values of which one will do."""
    found = tuple(checks.identifiers(value, what))
    if not 0 < len(found) <= MAX_CHOICES:
        raise InvalidInputError(f"{what} must name one value at least, and {MAX_CHOICES} at most")
    return found


_CHOSEN = {"trace_ids": "trace_id"}
"""Conditions that are called otherwise than the field which they are about."""


def _dates(value: object) -> DateRange:
    if not isinstance(value, DateRange):
        raise InvalidInputError(f"timestamp must be a DateRange, not a {type(value).__name__}")
    return value


def _tags(value: list[str] | None) -> tuple[str, ...]:
    tags: Any = () if value is None else checks.instances(value, str, "tags")
    return tuple(dict.fromkeys(checks.text(tag, "one of the tags") for tag in tags))


def _labels(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise InvalidInputError(f"labels must be an object, not {type(value).__name__}")
    return {
        checks.text(name, "the name of a label"): checks.text(label, "a label")
        for name, label in value.items()
    }
