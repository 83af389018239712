"""The values of logs, metrics, feedback and scores of spans. Fields carry the names of Mastra, in
snake_case.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import AliasChoices, Field, StrictStr, model_validator

from mastra_storage_core.domains.observability.context import SignalContext
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime


def also(name: str, camel: str, old: str) -> Any:
    """Return a field that can be given by the name that Mastra had for it before, too."""
    return Field(default=None, validation_alias=AliasChoices(name, camel, old))


class LogLevel(StrEnum):
    """How bad it is. Other words are kept as they are."""

    DEBUG = "debug"
    INFO = "info"
    WARN = "warn"
    ERROR = "error"
    FATAL = "fatal"


class ReviewStatus(StrEnum):
    """Whether somebody has looked at a piece of feedback."""

    NEEDS_REVIEW = "needs-review"
    REVIEWED = "reviewed"


class _Signal(SignalContext):
    """What logs, metrics, feedback and scores have in common."""

    timestamp: UtcDatetime = Field(default_factory=now)
    """When it happened; the time at which this value is made, unless it is given."""
    trace_id: str | None = None
    """The trace that it belongs to, and goes with."""
    span_id: str | None = None
    metadata: JsonObject | None = None


class LogRecord(_Signal):
    """A line of a log. Writing it twice, under one id, leaves one."""

    log_id: str = Field(default_factory=new_id)
    level: str
    """A `LogLevel`, or any other word."""
    message: str
    data: JsonObject | None = None
    """What belongs to the message, as an object."""
    execution_source: str | None = also("execution_source", "executionSource", "source")


class MetricRecord(_Signal):
    """One observation of a metric. Writing it twice, under one id, leaves one."""

    metric_id: str = Field(default_factory=new_id)
    name: str
    value: float
    """From -1e290 to 1e290; what is smaller than 1e-290 is zero."""
    provider: str | None = None
    model: str | None = None
    estimated_cost: float | None = None
    """As `value`."""
    cost_unit: str | None = None
    """What the cost is in, such as `usd`."""
    cost_metadata: JsonObject | None = None
    labels: dict[str, str] = Field(default_factory=dict)
    execution_source: str | None = also("execution_source", "executionSource", "source")


class SpanScore(_Signal):
    """How a scorer judged a span, or a whole trace. It is another thing than the scores of the
    domain of that name, which Mastra keeps beside these.
    """

    score_id: str = Field(default_factory=new_id)
    scorer_id: str
    scorer_name: str | None = None
    scorer_version: str | None = None
    score_source: str | None = also("score_source", "scoreSource", "source")
    """What made the score, such as `live` or `experiment`."""
    score: float
    """From -1e290 to 1e290; what is smaller than 1e-290 is zero."""
    reason: str | None = None
    score_trace_id: str | None = None
    """The trace of the scorer itself."""
    execution_source: str | None = None


class FeedbackRecord(_Signal):
    """What somebody said about a span, or a whole trace."""

    feedback_id: str = Field(default_factory=new_id)
    feedback_source: Annotated[
        str, Field(validation_alias=AliasChoices("feedback_source", "feedbackSource", "source"))
    ]
    """Where it comes from, such as `user` or `studio`."""
    feedback_type: str
    """What kind it is, such as `thumbs`, `rating` or `comment`."""
    value: float | StrictStr
    """A number, from -1e290 to 1e290, which can be aggregated; or a text, which is kept."""
    comment: str | None = None
    feedback_user_id: str | None = None
    """Who said it: the user of the context, unless somebody else is named."""
    source_id: str | None = None
    """What it is called where it comes from."""
    review_status: str = ReviewStatus.NEEDS_REVIEW
    """Once the feedback is stored, only `update_feedback_review_status` changes it."""
    execution_source: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_value(cls, given: Any) -> Any:
        """Take the two columns of a stored value for one."""
        if not isinstance(given, dict) or "valueNumber" not in given:
            return given
        number, text = given["valueNumber"], given["valueString"]
        return {**given, "value": text if number is None else number}

    @model_validator(mode="before")
    @classmethod
    def _said_by(cls, given: Any) -> Any:
        """Take the user for who said it, as Mastra does, unless somebody else is named."""
        if not isinstance(given, dict):
            return given
        said_by = given.get("feedback_user_id") or given.get("feedbackUserId")
        user = given.get("user_id") or given.get("userId")
        if said_by or not user:
            return given
        others = {name: value for name, value in given.items() if name != "feedbackUserId"}
        return {**others, "feedback_user_id": user}


class SignalPage(StorageModel):
    """What one page of any signal says, beside its records."""

    total: int | None
    """How many there are on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything."""
    has_more: bool


class LogPage(SignalPage):
    """One page of logs, and how many there are."""

    logs: list[LogRecord]


class MetricPage(SignalPage):
    """One page of observations of metrics, and how many there are."""

    metrics: list[MetricRecord]


class SpanScorePage(SignalPage):
    """One page of scores of spans, and how many there are."""

    scores: list[SpanScore]


class FeedbackPage(SignalPage):
    """One page of feedback, and how many there are."""

    feedback: list[FeedbackRecord]
