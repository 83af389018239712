"""Logs, metrics, feedback and scores of spans as data: which fields each has, of which kind, and
what can be asked of them. What is the same for all of them is written once, from this.
"""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import NamedTuple, TypeAlias

from mastra_storage_core.domains.observability.signal_models import (
    FeedbackRecord,
    LogRecord,
    MetricRecord,
    SpanScore,
)

Record: TypeAlias = LogRecord | MetricRecord | FeedbackRecord | SpanScore


class Kind(Enum):
    """What a field holds."""

    KEY = auto()
    """The id of a record."""
    WORD = auto()
    """A text of at most 1,024 bytes, which can be filtered and grouped by. An empty one is none."""
    TEXT = auto()
    """A text of any length."""
    TIME = auto()
    NUMBER = auto()
    TAGS = auto()
    """A list of texts."""
    LABELS = auto()
    """A JSON object whose values are texts."""
    OBJECT = auto()
    """A JSON object."""


class Field(NamedTuple):
    name: str
    kind: Kind
    required: bool = False


def _words(*names: str) -> tuple[Field, ...]:
    return tuple(Field(name, Kind.WORD) for name in names)


_ENTITY = ("entity_type", "entity_id", "entity_name", "entity_version_id")
CONTEXT = (
    *_words("trace_id", "span_id", "experiment_id"),
    *_words(*(f"{whose}{name}" for whose in ("", "parent_", "root_") for name in _ENTITY)),
    *_words("user_id", "organization_id", "resource_id", "run_id", "session_id", "thread_id"),
    *_words("request_id", "environment", "execution_source", "service_name"),
    Field("tags", Kind.TAGS),
    Field("metadata", Kind.OBJECT),
    Field("scope", Kind.OBJECT),
)
"""What every signal says of where it comes from."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Signal:
    """A kind of record, and what is particular to it."""

    name: str
    """As methods are named after it."""
    table: str
    """A table of ours: Mastra keeps these in memory, or in tables that only it can make."""
    model: type[Record]
    own: tuple[Field, ...]
    """The fields that only this signal has; the first one is its key."""
    measure: str = ""
    """The number that is aggregated, where there is one."""
    costs: bool = False
    """Whether records have a cost, which is added up beside the measure."""
    orders: tuple[str, ...] = ("timestamp",)
    """What lists can be sorted by."""
    first_wins: frozenset[str] = frozenset()
    """Fields that stay as they are when a record of the same id is written again."""

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """All fields, in the order of the columns."""
        key, *others = self.own
        return (key, Field("timestamp", Kind.TIME, required=True), *others, *CONTEXT)

    @cached_property
    def key(self) -> str:
        """The field by which a record is named."""
        return self.own[0].name

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """What each field holds, by its name."""
        return {field.name: field.kind for field in self.fields}

    @cached_property
    def words(self) -> frozenset[str]:
        """The fields that can be grouped by."""
        return frozenset(field.name for field in self.fields if field.kind is Kind.WORD)

    def __repr__(self) -> str:
        return f"Signal({self.name})"


LOGS = Signal(
    name="logs",
    table="mastra_py_log_events",
    model=LogRecord,
    own=(
        Field("log_id", Kind.KEY, required=True),
        Field("level", Kind.WORD, required=True),
        Field("message", Kind.TEXT, required=True),
        Field("data", Kind.OBJECT),
    ),
)
METRICS = Signal(
    name="metrics",
    table="mastra_py_metric_events",
    model=MetricRecord,
    own=(
        Field("metric_id", Kind.KEY, required=True),
        Field("name", Kind.WORD, required=True),
        Field("value", Kind.NUMBER, required=True),
        *_words("provider", "model"),
        Field("estimated_cost", Kind.NUMBER),
        *_words("cost_unit"),
        Field("labels", Kind.LABELS, required=True),
        Field("cost_metadata", Kind.OBJECT),
    ),
    measure="value",
    costs=True,
)
SCORES = Signal(
    name="scores",
    table="mastra_py_score_events",
    model=SpanScore,
    own=(
        Field("score_id", Kind.KEY, required=True),
        Field("scorer_id", Kind.WORD, required=True),
        *_words("scorer_name", "scorer_version", "score_source"),
        Field("score", Kind.NUMBER, required=True),
        Field("reason", Kind.TEXT),
        *_words("score_trace_id"),
    ),
    measure="score",
    orders=("timestamp", "score"),
)
FEEDBACK = Signal(
    name="feedback",
    table="mastra_py_feedback_events",
    model=FeedbackRecord,
    own=(
        Field("feedback_id", Kind.KEY, required=True),
        Field("feedback_source", Kind.WORD, required=True),
        Field("feedback_type", Kind.WORD, required=True),
        Field("value_string", Kind.TEXT),
        Field("value_number", Kind.NUMBER),
        Field("comment", Kind.TEXT),
        *_words("feedback_user_id", "source_id"),
        Field("review_status", Kind.WORD, required=True),
    ),
    measure="value_number",
    first_wins=frozenset({"review_status"}),
)
SIGNALS = (LOGS, METRICS, SCORES, FEEDBACK)
SIGNALS_BY_NAME = {signal.name: signal for signal in SIGNALS}
