"""SQL of the scores domain by hand, on `sqlite3`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic_core import from_json, to_json

from benchmarks.contender import Json
from benchmarks.raw_sqlite import RawSqlite, text
from benchmarks.scores.contender import ScoresContender
from benchmarks.scores.contents import JSON

GIVEN = (
    *("id", "scorerId", "runId", "traceId", "spanId", "scorer", "score", "reason", "metadata"),
    *("input", "output", "entityType", "entity", "entityId", "source"),
)
NAMES = ", ".join(f'"{name}"' for name in GIVEN)
REPLACED = ", ".join(f'"{name}" = excluded."{name}"' for name in (*GIVEN[1:], "updatedAt"))
SAVE = f"""
INSERT INTO mastra_scorers ({NAMES}, "createdAt", "updatedAt")
VALUES ({", ".join("?" * (len(GIVEN) + 2))})
ON CONFLICT (id) DO UPDATE SET {REPLACED} RETURNING "createdAt"
"""
GET = "SELECT * FROM mastra_scorers WHERE id = ?"
OF_SCORER = """
SELECT * FROM mastra_scorers WHERE "scorerId" = ?1
ORDER BY "createdAt" DESC, id DESC LIMIT ?2
"""
OF_SCORER_AND_TOTAL = OF_SCORER.replace(
    "*", '*, (SELECT count(*) FROM mastra_scorers WHERE "scorerId" = ?1) AS total', 1
)
OF_SPAN = """
SELECT * FROM mastra_scorers WHERE "traceId" = ? AND "spanId" = ?
ORDER BY "createdAt" DESC, id DESC LIMIT 101
"""


class RawSqliteScores(RawSqlite, ScoresContender):
    async def save(self, score: Json) -> object:
        clock = text(datetime.now(UTC))
        values = [_written(name, score[name]) for name in GIVEN]
        (row,) = self.connection.execute(SAVE, (*values, clock, clock)).fetchall()
        return row

    async def get(self, score_id: str) -> object:
        return self._scores(GET, (score_id,))[0]

    async def of_scorer(self, scorer: str, size: int, *, total: bool) -> Sequence[object]:
        if total:
            return self._scores(OF_SCORER_AND_TOTAL, (scorer, size))
        return self._scores(OF_SCORER, (scorer, size + 1))[:size]

    async def of_span(self, trace: str, span: str) -> Sequence[object]:
        return self._scores(OF_SPAN, (trace, span))[:100]

    def _scores(self, sql: str, values: tuple[Any, ...]) -> list[Json]:
        cursor = self.connection.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [_read(dict(zip(names, row, strict=True))) for row in cursor.fetchall()]


def _written(name: str, value: Any) -> Any:
    return to_json(value).decode() if name in JSON else value


def _read(row: Json) -> Json:
    for name in JSON:
        row[name] = from_json(row[name])
    for name in ("createdAt", "updatedAt"):
        row[name] = datetime.fromisoformat(row[name])
    return row
