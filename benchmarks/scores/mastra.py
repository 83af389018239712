"""The jobs of the scores domain, as calls to Mastra's own storage."""

from collections.abc import Sequence

from benchmarks.contender import Json
from benchmarks.mastra import Original
from benchmarks.scores.contender import ScoresContender


class OriginalScores(Original, ScoresContender):
    async def save(self, score: Json) -> object:
        """Save a score; Mastra gives it an id of its own, and so inserts each."""
        return await self.call("scores", "saveScore", score)

    async def get(self, score_id: str) -> object:
        return await self.call("scores", "getScoreById", {"id": score_id})

    async def of_scorer(self, scorer: str, size: int, *, total: bool) -> Sequence[object]:
        wanted = {"scorerId": scorer, "pagination": {"page": 0, "perPage": size}}
        return await self.call("scores", "listScoresByScorerId", wanted)

    async def of_span(self, trace: str, span: str) -> Sequence[object]:
        wanted = {"traceId": trace, "spanId": span, "pagination": {"page": 0, "perPage": 100}}
        return await self.call("scores", "listScoresBySpan", wanted)
