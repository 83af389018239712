"""Spans on any SQL database."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.observability.drafts import Refusal, settle
from mastra_storage_core.domains.observability.requests import Change, Row, SpanKey
from mastra_storage_core.domains.observability.spans import SpanStorage

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.observability.statements import ObservabilityStatements
from mastra_storage_sql.statement import Flow


class SqlSpans(SqlDomain[ObservabilityStatements], SpanStorage):
    async def _put_spans(self, rows: list[Row], at: datetime) -> None:
        times = {"created_at": at, "updated_at": at}
        # In one order for every caller, so that no two transactions wait for each other.
        ordered = sorted(rows, key=_place)
        await self._db.fetch(self._sql.spans.put_span().many([row | times for row in ordered]))

    async def _change_spans(self, changes: list[tuple[int, Change]], at: datetime) -> list[Refusal]:
        return await self._db.transact(self._changing(changes, at))

    def _changing(self, changes: list[tuple[int, Change]], at: datetime) -> Flow[list[Refusal]]:
        keys = dict.fromkeys(change.key for _, change in changes)
        found = yield self._sql.spans.lock_spans()(keys=[list(key) for key in keys])
        stored = {
            SpanKey(row["traceId"], row["spanId"]): (row["startedAt"], row["endedAt"])
            for row in found
        }
        settled = settle(changes, stored)
        shapes: dict[frozenset[str], list[dict[str, Any]]] = defaultdict(list)
        for _, (key, values) in settled.changes:
            named = {"trace": key.trace_id, "span": key.span_id, "updated_at": at}
            shapes[frozenset(values)].append(values | named)
        for fields, rows in shapes.items():
            yield self._sql.spans.change_span(sorted(fields)).many(rows)
        return settled.refused

    async def _get_spans(self, trace_id: str, span_ids: list[str]) -> list[Row]:
        return await self._db.fetch(self._sql.spans.get_spans()(trace=trace_id, spans=span_ids))


def _place(row: Row) -> tuple[str, str]:
    return row["trace_id"], row["span_id"]
