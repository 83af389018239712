"""The scores domain on any `Database`. One public method makes one call to it."""

from datetime import datetime
from typing import Any

from mastra_storage_core.domains.scores.drafts import ANY_JSON, OBJECTS, OPTIONAL_OBJECTS
from mastra_storage_core.domains.scores.interface import ScoresStorage
from mastra_storage_core.domains.scores.requests import Found, Row, ScoreDraft, ScoreQuery

from mastra_storage_sql.domains.scores.legacy import SqlLegacy
from mastra_storage_sql.domains.scores.statements import ScoreStatements
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.pruning import SqlPruning
from mastra_storage_sql.statement import Flow

_NO_JSON: dict[str, Any] = dict.fromkeys((*OBJECTS, *OPTIONAL_OBJECTS, *ANY_JSON))


class SqlScores(SqlLegacy, SqlPruning[ScoreStatements], ScoresStorage):
    async def _save_score(self, draft: ScoreDraft) -> datetime:
        call = self._sql.scores.save_score()(**{**draft.values, **_NO_JSON, **draft.texts})
        (row,) = await self._db.fetch(call)
        created_at: datetime = row["createdAt"]
        return created_at

    async def _get_score(self, score_id: str) -> Row | None:
        rows = await self._db.fetch(self._sql.scores.get_score()(score_id=score_id))
        return rows[0] if rows else None

    async def _list_scores(self, query: ScoreQuery) -> Found:
        call = self._sql.scores.list_scores(query)(**query.wanted, **window(query.page))
        return Found(*split(await self._db.fetch(call), query.page))

    def _drop(self, table: str, rows: list[Row]) -> Flow[None]:
        yield self._sql.pruning.delete_scores()(ids=[row["id"] for row in rows])
