"""Logs, metrics, scores and feedback in words for any of them. No case lives here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from mastra_storage_core import (
    BatchResult,
    FeedbackFilter,
    FeedbackRecord,
    LogFilter,
    LogRecord,
    MetricFilter,
    MetricRecord,
    ObservabilityStorage,
    OrderBy,
    SpanScore,
    SpanScoreFilter,
)

from mastra_storage_conformance.make import Make

Record: TypeAlias = Any
"""A record of any signal."""


@dataclass(frozen=True)
class Signal:
    """What cases need to know of a signal."""

    name: str
    model: type[Record]
    key: str
    filters: type[Any]
    least: dict[str, Any]
    """What a record needs."""
    own: dict[str, Any]
    """All other fields that are its own."""

    def record(self, make: Make, **fields: Any) -> Record:
        """Return a record of noon that is not stored; `resource_id` is the case's own."""
        common = {"timestamp": make.noon, "resource_id": make.owner, self.key: make.id(self.name)}
        return self.model(**self.least | common | fields)

    async def write(self, storage: ObservabilityStorage, *records: Any) -> BatchResult:
        """Store records in one batch."""
        write = getattr(storage, f"batch_create_{self.name}")
        result: BatchResult = await write(records)
        return result

    async def page(self, storage: ObservabilityStorage, make: Make, **options: Any) -> Any:
        """Return a page of the case's own records that meet conditions, which are among the
        options.
        """
        paging = ("page", "per_page", "order_by", "include_total")
        asked = {name: options.pop(name) for name in paging if name in options}
        filters = self.filters(**{"resource_id": make.owner, **options})
        return await getattr(storage, f"list_{self.name}")(filters, **asked)

    async def read(self, storage: ObservabilityStorage, make: Make, **options: Any) -> list[Record]:
        """Return all of the case's own records that meet conditions, the earliest first."""
        earliest = OrderBy("timestamp", "asc")
        page = await self.page(storage, make, **{"order_by": earliest, "per_page": None, **options})
        return self.rows(page)

    def rows(self, page: Any) -> list[Record]:
        """Return the records of a page."""
        found: list[Record] = getattr(page, self.name)
        return found

    def ids(self, records: Sequence[Record]) -> list[str]:
        """Return what records are called."""
        return [getattr(record, self.key) for record in records]


LOGS = Signal(
    name="logs",
    model=LogRecord,
    key="log_id",
    filters=LogFilter,
    least={"level": "info", "message": "Hello."},
    own={"data": {"a": [1, None]}, "execution_source": "cloud"},
)
METRICS = Signal(
    name="metrics",
    model=MetricRecord,
    key="metric_id",
    filters=MetricFilter,
    least={"name": "tokens", "value": 1.5},
    own={
        "provider": "anthropic",
        "model": "small",
        "estimated_cost": 0.25,
        "cost_unit": "usd",
        "cost_metadata": {"per": 1000},
        "labels": {"kind": "input", "a.b": "'\"`$"},
        "execution_source": "cloud",
    },
)
SCORES = Signal(
    name="scores",
    model=SpanScore,
    key="score_id",
    filters=SpanScoreFilter,
    least={"scorer_id": "tone", "score": 0.75},
    own={
        "scorer_name": "Tone",
        "scorer_version": "2",
        "score_source": "live",
        "reason": "It is friendly.",
        "score_trace_id": "t-score",
        "execution_source": "cloud",
    },
)
FEEDBACK = Signal(
    name="feedback",
    model=FeedbackRecord,
    key="feedback_id",
    filters=FeedbackFilter,
    least={"feedback_source": "user", "feedback_type": "thumbs", "value": 1.0},
    own={
        "comment": "Good.",
        "feedback_user_id": "u-2",
        "source_id": "m-1",
        "review_status": "reviewed",
        "execution_source": "cloud",
    },
)
SIGNALS = {each.name: each for each in (LOGS, METRICS, SCORES, FEEDBACK)}

ENTITIES = [
    f"{whose}entity_{what}"
    for whose in ("", "parent_", "root_")
    for what in ("type", "id", "name", "version_id")
]
WORDS = [
    *("trace_id", "span_id", "experiment_id", *ENTITIES, "user_id", "organization_id"),
    *("run_id", "session_id", "thread_id", "request_id", "environment", "service_name"),
]
"""The texts that every signal can say of where it comes from, but for `resource_id`, by which cases
tell their records from those of others.
"""
CONTEXT: dict[str, Any] = {
    **{name: f"the {name}" for name in WORDS},
    "tags": ["a", "b"],
    "metadata": {"n": 1, "deep": {"x": [True, None]}},
    "scope": {"version": "1.0"},
}


async def measure(storage: ObservabilityStorage, make: Make, *values: float, **fields: Any) -> None:
    """Store observations of `tokens`, a second after another from noon on."""
    records = [
        METRICS.record(make, value=value, **{"timestamp": make.after(number), **fields})
        for number, value in enumerate(values)
    ]
    assert (await METRICS.write(storage, *records)).rejected == []


def own(make: Make, **conditions: Any) -> dict[str, Any]:
    """Return what asks for the case's own observations of `tokens`."""
    return {"name": "tokens", "filters": MetricFilter(resource_id=make.owner, **conditions)}


def costly(make: Make, cost: float | None, unit: str | None, **fields: Any) -> Any:
    """Return an observation that costs something."""
    return METRICS.record(make, estimated_cost=cost, cost_unit=unit, **fields)
