"""Rows on their way out, made into models."""

from collections.abc import Sequence

from mastra_storage_core.domains.scores.models import SCORES, Score
from mastra_storage_core.domains.scores.requests import TABLE, Row
from mastra_storage_core.reading import models_of


def read_score(row: Row | None) -> Score | None:
    """Make one score of its row."""
    return read_scores([row])[0] if row else None


def read_scores(rows: Sequence[Row]) -> list[Score]:
    """Make scores of their rows, in the same order."""
    return models_of(SCORES, rows, TABLE, what="score")
