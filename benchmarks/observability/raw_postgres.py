"""SQL of the observability domain by hand, on asyncpg."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar

from mastra_storage_core import NewSpan
from pydantic_core import from_json, to_json

from benchmarks.contender import Json
from benchmarks.observability.contender import Page, TraceContender
from benchmarks.observability.contents import PER_PAGE, columns
from benchmarks.observability.raw_sqlite import ALL, JSONS, changed
from benchmarks.raw_postgres import RawPostgres

TEXT = [f'"{name}"::text' if place in JSONS else f'"{name}"' for place, name in enumerate(ALL)]
LISTED = ", ".join([*TEXT[:-2], '"createdAtZ"', '"updatedAtZ"'])
CLOCKS = ("createdAt", "updatedAt", "createdAtZ", "updatedAtZ")
COLUMNS = [*ALL[:-2], "startedAtZ", "endedAtZ", *CLOCKS]
STARTED, ENDED = ALL.index("startedAt"), ALL.index("endedAt")
FROM = f"SELECT {LISTED} FROM mastra_ai_spans"
FIRST = """
    NOT EXISTS (
        SELECT 1 FROM mastra_ai_spans AS other
        WHERE other."traceId" = mastra_ai_spans."traceId" AND other."parentSpanId" IS NULL
            AND (other."startedAt", other."spanId" COLLATE "C")
                < (mastra_ai_spans."startedAt", mastra_ai_spans."spanId" COLLATE "C")
    )
"""
PAGE = """
    {where} ORDER BY "startedAt" DESC, "traceId" COLLATE "C" DESC, "spanId" COLLATE "C" DESC
    LIMIT $1 OFFSET $2
"""
ROOTS = f'WHERE "parentSpanId" IS NULL AND {FIRST}'
OF_USER, FAILED = f'{ROOTS} AND "userId" = $3', f"{ROOTS} AND error IS NOT NULL"
COUNT = """
    SELECT count(*) FROM (
        SELECT DISTINCT "traceId" FROM mastra_ai_spans WHERE "parentSpanId" IS NULL
        ORDER BY "traceId"
    ) AS traces
"""
TOTAL = f"SELECT {LISTED}, ({COUNT}) FROM mastra_ai_spans"
PLACES = [f"${number + 1}" for number, _ in enumerate(COLUMNS)]
CASTS = [
    f"{place}::text::jsonb" if number in JSONS else place for number, place in enumerate(PLACES)
]
PUT = f"""
    INSERT INTO mastra_ai_spans ({", ".join(f'"{name}"' for name in COLUMNS)})
    VALUES ({", ".join(CASTS)})
    ON CONFLICT ("traceId", "spanId") DO UPDATE SET {changed(COLUMNS)}
"""

STATEMENTS = {
    "put": PUT,
    "trace": f'{FROM} WHERE "traceId" = $1 ORDER BY "startedAt", "spanId" COLLATE "C"',
    "traces": f"{FROM} {PAGE.format(where=ROOTS)}",
    "total": f"{TOTAL} {PAGE.format(where=ROOTS)}",
    "user": f"{FROM} {PAGE.format(where=OF_USER)}",
    "failed": f"{FROM} {PAGE.format(where=FAILED)}",
}


class RawPostgresTraces(RawPostgres, TraceContender):
    statements: ClassVar[dict[str, str]] = STATEMENTS

    def made(self, spans: Sequence[NewSpan]) -> Sequence[Json]:
        return list(map(columns, spans))

    async def ingest(self, spans: Sequence[Json]) -> None:
        clock = datetime.now(UTC)
        plain = clock.replace(tzinfo=None)
        clocks = (plain, plain, clock, clock)
        await self.prepared["put"].executemany([_record(each, clocks) for each in spans])

    async def trace(self, trace_id: str) -> Sequence[object]:
        return list(map(_span, await self.prepared["trace"].fetch(trace_id)))

    async def traces(self, page: Page) -> Sequence[object]:
        size = PER_PAGE if page.total else PER_PAGE + 1
        name = "user" if page.user else "failed" if page.failed else "traces"
        values = (size, page.number * PER_PAGE, *([page.user] if page.user else []))
        rows = await self.prepared["total" if page.total else name].fetch(*values)
        return list(map(_span, rows[:PER_PAGE]))


def _record(given: Json, clocks: Sequence[datetime]) -> list[Any]:
    values = list(map(_stored, given.values()))
    return [*values, given["startedAt"], given["endedAt"], *clocks]


def _stored(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return to_json(value).decode() if isinstance(value, (dict, list)) else value


def _span(row: Any) -> Json:
    values = list(row)[: len(ALL)]
    for place in (STARTED, ENDED):
        if values[place] is not None:
            values[place] = values[place].replace(tzinfo=UTC)
    for place in JSONS:
        if values[place] is not None:
            values[place] = from_json(values[place])
    return dict(zip(ALL, values, strict=True))
