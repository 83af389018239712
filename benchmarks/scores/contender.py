"""The jobs of the scores domain."""

from abc import abstractmethod
from collections.abc import Sequence

from benchmarks.contender import Contender, Json


class ScoresContender(Contender):
    @abstractmethod
    async def save(self, score: Json) -> object:
        """Insert a score, or replace the one of its id but for its first time."""

    @abstractmethod
    async def get(self, score_id: str) -> object:
        """Return a score."""

    @abstractmethod
    async def of_scorer(self, scorer: str, size: int, *, total: bool) -> Sequence[object]:
        """Return the newest scores of a scorer, and count all or see whether there are more."""

    @abstractmethod
    async def of_span(self, trace: str, span: str) -> Sequence[object]:
        """Return the scores of a span, 100 at most."""
