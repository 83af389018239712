"""SQL of the observability domain by hand, on `sqlite3`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from mastra_storage_core import NewSpan
from pydantic_core import from_json, to_json

from benchmarks.contender import Json
from benchmarks.observability.contender import Page, TraceContender
from benchmarks.observability.contents import JSON, PER_PAGE, columns
from benchmarks.raw_sqlite import RawSqlite, text

NAMES = [field.alias or name for name, field in NewSpan.model_fields.items()]
ALL = [*NAMES, "createdAt", "updatedAt"]
LISTED = ", ".join(f'"{name}"' for name in ALL)
KEPT = ("traceId", "spanId", "createdAt", "createdAtZ")


def changed(columns: Sequence[str]) -> str:
    """Return what a span that is there already takes from one that comes in."""
    return ", ".join(f'"{name}" = excluded."{name}"' for name in columns if name not in KEPT)


PUT = f"""
INSERT INTO mastra_ai_spans ({LISTED}) VALUES ({", ".join("?" * len(ALL))})
ON CONFLICT ("traceId", "spanId") DO UPDATE SET {changed(ALL)}
"""
TRACE = f"""
SELECT {LISTED} FROM mastra_ai_spans WHERE "traceId" = ? ORDER BY "startedAt", "spanId"
"""
TIMES = [ALL.index(name) for name in ("startedAt", "endedAt", "createdAt", "updatedAt")]
JSONS = [ALL.index(name) for name in sorted({*JSON, "scope", "links", "requestContext"})]


def traces(page: Page) -> str:
    """Return the SQL of a page, as somebody writes it who knows what is asked for: of a trace with
    two roots, the first.
    """
    conditions = ['"parentSpanId" IS NULL']
    conditions += ['"userId" = :user'] if page.user else []
    conditions += ["error IS NOT NULL"] if page.failed else []
    where = " AND ".join(conditions)
    total = """, (SELECT count(*) FROM (
        SELECT DISTINCT "traceId" FROM mastra_ai_spans WHERE "parentSpanId" IS NULL
        ORDER BY "traceId"))"""
    return f"""
        SELECT {LISTED}{total if page.total else ""} FROM mastra_ai_spans AS span
        WHERE {where} AND NOT EXISTS (
            SELECT 1 FROM mastra_ai_spans AS other
            WHERE other."traceId" = span."traceId" AND other."parentSpanId" IS NULL
                AND (other."startedAt", other."spanId") < (span."startedAt", span."spanId")
        )
        ORDER BY "startedAt" DESC, "traceId" DESC, "spanId" DESC LIMIT :size OFFSET :first
    """


class RawSqliteTraces(RawSqlite, TraceContender):
    def made(self, spans: Sequence[NewSpan]) -> Sequence[Json]:
        return list(map(columns, spans))

    async def ingest(self, spans: Sequence[Json]) -> None:
        clock = text(datetime.now(UTC))
        self.connection.execute("BEGIN IMMEDIATE")
        with self.connection:
            rows = ([*map(_stored, each.values()), clock, clock] for each in spans)
            self.connection.executemany(PUT, rows)

    async def trace(self, trace_id: str) -> Sequence[object]:
        return list(map(_span, self.connection.execute(TRACE, (trace_id,)).fetchall()))

    async def traces(self, page: Page) -> Sequence[object]:
        size = PER_PAGE if page.total else PER_PAGE + 1
        values = {"user": page.user, "size": size, "first": page.number * PER_PAGE}
        rows = self.connection.execute(traces(page), values).fetchall()
        return [_span(row[: len(ALL)]) for row in rows[:PER_PAGE]]


def _stored(value: Any) -> Any:
    if isinstance(value, datetime):
        return text(value)
    return to_json(value).decode() if isinstance(value, (dict, list)) else value


def _span(row: Sequence[Any]) -> Json:
    values = list(row)
    for place in TIMES:
        if values[place] is not None:
            values[place] = datetime.fromisoformat(values[place])
    for place in JSONS:
        if values[place] is not None:
            values[place] = from_json(values[place])
    return dict(zip(ALL, values, strict=True))
