"""A store of this project."""

from collections.abc import Sequence

from mastra_storage_core import NewScore

from benchmarks.contender import Json
from benchmarks.ours import Ours
from benchmarks.scores.contender import ScoresContender


class OurScores(Ours, ScoresContender):
    async def save(self, score: Json) -> object:
        return await self.store.scores.save_score(NewScore.model_validate(score))

    async def get(self, score_id: str) -> object:
        return await self.store.scores.get_score_by_id(score_id)

    async def of_scorer(self, scorer: str, size: int, *, total: bool) -> Sequence[object]:
        page = await self.store.scores.list_scores_by_scorer_id(
            scorer, per_page=size, include_total=total
        )
        return page.scores

    async def of_span(self, trace: str, span: str) -> Sequence[object]:
        page = await self.store.scores.list_scores_by_span(
            trace_id=trace, span_id=span, include_total=False
        )
        return page.scores
