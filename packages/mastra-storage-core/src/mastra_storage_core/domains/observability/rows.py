"""Rows on their way out, made into models. The other half of `drafts`."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import TypeAdapter

from mastra_storage_core.domains.observability.models import (
    LIGHT_SPANS,
    PREVIEWS,
    SPANS,
    LightSpan,
    Span,
    TracePreview,
)
from mastra_storage_core.domains.observability.previews import preview
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.reading import models_of

T = TypeVar("T")

TABLE = "mastra_ai_spans"


def read_span(row: Row | None) -> Span | None:
    """Make one span of its row."""
    return read_spans([row])[0] if row else None


def read_spans(rows: Sequence[Row]) -> list[Span]:
    """Make spans of their rows, in the same order."""
    return _validated(SPANS, rows)


def read_light_spans(rows: Sequence[Row]) -> list[LightSpan]:
    """Make light spans of their rows, in the same order."""
    return _validated(LIGHT_SPANS, rows)


def read_previews(rows: Sequence[Row]) -> list[TracePreview]:
    """Make previews of rows that have an `input`, in the same order."""
    return _validated(PREVIEWS, [{**row, "inputPreview": preview(row["input"])} for row in rows])


def branch_of(rows: Sequence[Row], span_id: str, depth: int | None) -> list[Row]:
    """Return the anchor of a branch and its descendants down to a depth, in the order of `rows`;
    nothing where the anchor is not among them.

    Parents that go in circles are followed once.
    """
    if all(row["spanId"] != span_id for row in rows):
        return []
    children: dict[str | None, list[str]] = {}
    for row in rows:
        children.setdefault(row["parentSpanId"], []).append(row["spanId"])
    level, found, left = [span_id], {span_id}, depth
    while level and left != 0:
        level = [each for parent in level for each in children.get(parent, ()) if each not in found]
        found.update(level)
        left = None if left is None else left - 1
    return [row for row in rows if row["spanId"] in found]


def _validated(adapter: TypeAdapter[list[T]], rows: Sequence[Row]) -> list[T]:
    return models_of(adapter, rows, TABLE, what="span", key=("traceId", "spanId"))
