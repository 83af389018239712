"""SQL of the scores domain by hand, on asyncpg. JSON is encoded once, as one would by hand."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar

from pydantic_core import from_json, to_json

from benchmarks.contender import Json
from benchmarks.raw_postgres import RawPostgres
from benchmarks.scores.contender import ScoresContender
from benchmarks.scores.contents import JSON
from benchmarks.scores.raw_sqlite import GIVEN, NAMES, REPLACED

PLACES = ", ".join(
    f"${number}::text::jsonb" if name in JSON else f"${number}"
    for number, name in enumerate(GIVEN, 1)
)
NAIVE, ZONED = f"${len(GIVEN) + 1}", f"${len(GIVEN) + 2}"
COLUMNS = ", ".join(f'"{name}"::text' if name in JSON else f'"{name}"' for name in GIVEN)
SCORES = f'SELECT {COLUMNS}, "createdAt", "updatedAt" FROM mastra_scorers'
ORDER = 'ORDER BY "createdAt" DESC, id COLLATE "C" DESC'
STATEMENTS = {
    "save": f"""
        INSERT INTO mastra_scorers ({NAMES}, "createdAt", "updatedAt", "createdAtZ", "updatedAtZ")
        VALUES ({PLACES}, {NAIVE}, {NAIVE}, {ZONED}, {ZONED})
        ON CONFLICT (id) DO UPDATE SET {REPLACED}, "updatedAtZ" = excluded."updatedAtZ"
        RETURNING "createdAt"
    """,
    "get": f"{SCORES} WHERE id = $1",
    "of_scorer": f'{SCORES} WHERE "scorerId" = $1 {ORDER} LIMIT $2',
    "of_scorer_and_total": f"""
        SELECT {COLUMNS}, "createdAt", "updatedAt",
            (SELECT count(*) FROM mastra_scorers WHERE "scorerId" = $1) AS total
        FROM mastra_scorers WHERE "scorerId" = $1 {ORDER} LIMIT $2
    """,
    "of_span": f'{SCORES} WHERE "traceId" = $1 AND "spanId" = $2 {ORDER} LIMIT 101',
}


class RawPostgresScores(RawPostgres, ScoresContender):
    statements: ClassVar[dict[str, str]] = STATEMENTS

    async def save(self, score: Json) -> object:
        clock = datetime.now(UTC)
        values = [to_json(score[name]).decode() if name in JSON else score[name] for name in GIVEN]
        return await self.prepared["save"].fetch(*values, clock.replace(tzinfo=None), clock)

    async def get(self, score_id: str) -> object:
        return _read(await self.prepared["get"].fetchrow(score_id))

    async def of_scorer(self, scorer: str, size: int, *, total: bool) -> Sequence[object]:
        if total:
            rows = await self.prepared["of_scorer_and_total"].fetch(scorer, size)
        else:
            rows = (await self.prepared["of_scorer"].fetch(scorer, size + 1))[:size]
        return list(map(_read, rows))

    async def of_span(self, trace: str, span: str) -> Sequence[object]:
        rows = await self.prepared["of_span"].fetch(trace, span)
        return list(map(_read, rows[:100]))


def _read(record: Any) -> Json:
    row = dict(record)
    for name in JSON:
        row[name] = from_json(row[name])
    for name in ("createdAt", "updatedAt"):
        row[name] = row[name].replace(tzinfo=UTC)
    return row
