"""The values of the scores domain. Fields carry the names of Mastra, in snake_case."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter

from mastra_storage_core import checks
from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime


class ScoreSource(StrEnum):
    """What was scored."""

    LIVE = "LIVE"
    """Work as it was done."""
    TEST = "TEST"
    """An item of a test."""


class ScoreValues(StorageModel):
    """What a score may have besides what it must have."""

    entity_type: str | None = None
    """`AGENT`, `WORKFLOW`, `TRAJECTORY`, `STEP`, `EXTERNAL`, or the type of a span; any other is
    kept as well.
    """
    input: Any = None
    """Any JSON, of what was scored."""
    additional_context: JsonObject | None = None
    request_context: JsonObject | None = None
    metadata: JsonObject | None = None
    reason: str | None = None
    preprocess_step_result: JsonObject | None = None
    extract_step_result: JsonObject | None = None
    analyze_step_result: JsonObject | None = None
    preprocess_prompt: str | None = None
    extract_prompt: str | None = None
    analyze_prompt: str | None = None
    generate_score_prompt: str | None = None
    generate_reason_prompt: str | None = None
    reason_prompt: str | None = None
    trace_id: str | None = None
    span_id: str | None = None
    resource_id: str | None = None
    thread_id: str | None = None
    organization_id: str | None = None
    project_id: str | None = None
    batch_id: str | None = None
    dataset_id: str | None = None
    dataset_item_id: str | None = None


class NewScore(ScoreValues):
    """A score to save. What Mastra's scorers say besides, such as `structuredOutput`, has no column
    and is left out.
    """

    id: str | None = None
    """Made by the store if absent. A score of that id is replaced, so that a scorer that is run
    again for the same thing leaves one score.
    """
    scorer_id: str
    run_id: str
    entity_id: str
    source: str
    """A `ScoreSource`."""
    score: Annotated[float, BeforeValidator(lambda value: checks.number(value, "score"))]
    """A finite number, kept in double precision."""
    scorer: JsonObject
    """The scorer as it was when it scored."""
    entity: JsonObject
    """What was scored, such as an agent, as it was then."""
    output: Any
    """Any JSON, `None` included, of what was scored. It has to be said."""
    created_at: UtcDatetime | None = None
    """By the store's clock if absent, and kept from the first time."""


class Score(ScoreValues):
    """A score as it is stored."""

    id: str
    scorer_id: str
    run_id: str
    entity_id: str | None = None
    """Every score has one now; the column may be empty in old rows, and so may `entity`."""
    source: str
    """A `ScoreSource`, unless a newer Mastra wrote another."""
    score: float
    # Objects that come from a database are checked here, those of a caller by `save_score`.
    scorer: dict[str, Any]
    entity: dict[str, Any] | None = None
    additional_context: dict[str, Any] | None = None
    request_context: dict[str, Any] | None = None
    metadata: dict[str, Any] | None = None
    preprocess_step_result: dict[str, Any] | None = None
    extract_step_result: dict[str, Any] | None = None
    analyze_step_result: dict[str, Any] | None = None
    output: Any = None
    created_at: UtcDatetime
    updated_at: UtcDatetime
    """When it was last saved, by the store's clock."""


class ScorePage(StorageModel):
    """One page of scores, and how many there are."""

    scores: list[Score]
    total: int | None
    """How many scores match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


SCORES = TypeAdapter(list[Score])
"""Validates a whole result at once."""
