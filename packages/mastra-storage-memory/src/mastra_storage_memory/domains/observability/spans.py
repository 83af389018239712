"""Spans in memory."""

from datetime import datetime

from mastra_storage_core.domains.observability.drafts import Refusal, settle
from mastra_storage_core.domains.observability.requests import Change, Row, SpanKey
from mastra_storage_core.domains.observability.spans import SpanStorage

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.observability.tables import (
    ObservabilityTables,
    columns_of,
    shown,
)


class InMemorySpans(ObservabilityTables, SpanStorage):
    @atomic
    def _put_spans(self, rows: list[Row], at: datetime) -> None:
        for row in rows:
            stored = self._spans.get(SpanKey(row["trace_id"], row["span_id"]))
            first = {"createdAt": stored["createdAt"]} if stored else None
            self._store_span(columns_of(row), at, first)

    @atomic
    def _change_spans(self, changes: list[tuple[int, Change]], at: datetime) -> list[Refusal]:
        found = {change.key: self._spans.get(change.key) for _, change in changes}
        stored = {key: row for key, row in found.items() if row is not None}
        times = {key: (row["startedAt"], row["endedAt"]) for key, row in stored.items()}
        settled = settle(changes, times)
        for _, (key, values) in settled.changes:
            self._store_span(columns_of(values), at, stored[key])
        return settled.refused

    @atomic
    def _get_spans(self, trace_id: str, span_ids: list[str]) -> list[Row]:
        return list(map(shown, self._spans.read(SpanKey(trace_id, each) for each in span_ids)))
