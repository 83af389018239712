"""Scores on their way in: checked and encoded. Every backend stores what comes of it."""

from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domains.scores.models import NewScore, ScoreSource
from mastra_storage_core.domains.scores.requests import ScoreDraft
from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.ids import new_id
from mastra_storage_core.jsoncodec import encode

IDS = ("scorer_id", "run_id", "entity_id")
OPTIONAL_IDS = (
    "entity_type",
    "trace_id",
    "span_id",
    "resource_id",
    "thread_id",
    "organization_id",
    "project_id",
    "batch_id",
    "dataset_id",
    "dataset_item_id",
)
TEXTS = (
    "reason",
    "preprocess_prompt",
    "extract_prompt",
    "analyze_prompt",
    "generate_score_prompt",
    "generate_reason_prompt",
    "reason_prompt",
)
OBJECTS = ("scorer", "entity")
OPTIONAL_OBJECTS = (
    "additional_context",
    "request_context",
    "metadata",
    "preprocess_step_result",
    "extract_step_result",
    "analyze_step_result",
)
ANY_JSON = ("input", "output")


def check_draft(score: NewScore, max_bytes: int, at: datetime) -> ScoreDraft:
    """Check and encode a score; `at` is the store's clock."""
    (new,) = checks.instances([score], NewScore, "score")
    values: dict[str, Any] = {
        "id": new_id() if new.id is None else checks.identifier(new.id, "the score's id"),
        "score": checks.number(new.score, "score"),
        "source": checked_source(new.source),
        "created_at": new.created_at or at,
        "updated_at": at,
    }
    for name in IDS:
        values[name] = checks.identifier(getattr(new, name), name)
    for name in OPTIONAL_IDS:
        values[name] = checks.optional_identifier(getattr(new, name), name)
    for name in TEXTS:
        given = getattr(new, name)
        values[name] = None if given is None else checks.text(given, name, max_bytes)
    texts: dict[str, str] = {}
    for name in (*OBJECTS, *OPTIONAL_OBJECTS, *ANY_JSON):
        given = values[name] = getattr(new, name)
        if given is None and name not in OBJECTS:
            continue
        if name not in ANY_JSON and not isinstance(given, dict):
            raise InvalidInputError(f"{name} must be a JSON object, not {type(given).__name__}")
        texts[name], values[name] = encode(given, name, max_bytes)
    return ScoreDraft(values, texts)


def checked_source(value: object) -> str:
    """Check what was scored."""
    if isinstance(value, str) and value in set(ScoreSource):
        return str(value)
    raise InvalidInputError(f"no source {named(value)}; there are: {', '.join(ScoreSource)}")
