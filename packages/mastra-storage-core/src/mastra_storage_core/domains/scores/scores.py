"""Scores one by one: the public methods that save and read them."""

from abc import abstractmethod
from datetime import datetime

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.scores.drafts import check_draft
from mastra_storage_core.domains.scores.models import NewScore, Score
from mastra_storage_core.domains.scores.requests import Row, ScoreDraft
from mastra_storage_core.domains.scores.rows import read_score, read_scores
from mastra_storage_core.ids import now


class ScoreStorage(StorageDomain):
    """What a scorer said: a number, why, and of what."""

    @operation
    async def save_score(self, score: NewScore) -> Score:
        """Insert a score, or replace the one of its id whole, in one step; return it as stored.

        A score that is replaced keeps its first `created_at`; `updated_at` is the store's clock. A
        score that is NaN or infinite, a missing scorer, or whatever else does not fit is
        `InvalidInputError`, and nothing is saved.
        """
        draft = check_draft(score, self._limits.max_json_bytes, now())
        created_at = await self._save_score(draft)
        (stored,) = read_scores([{**draft.values, "created_at": created_at}])
        return stored

    @operation
    async def get_score_by_id(self, score_id: str) -> Score | None:
        """Return a score, or `None`."""
        return read_score(await self._get_score(checks.identifier(score_id, "score_id")))

    @abstractmethod
    async def _save_score(self, draft: ScoreDraft) -> datetime:
        """Insert or replace in one atomic step; return the `created_at` that is stored."""

    @abstractmethod
    async def _get_score(self, score_id: str) -> Row | None: ...
