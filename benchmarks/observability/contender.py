"""The jobs of the observability domain."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, NamedTuple

from mastra_storage_core import NewSpan

from benchmarks.contender import Contender


class Page(NamedTuple):
    """Which traces: the newest first, all of them or those of a user, in the environment."""

    number: int
    user: str | None = None
    failed: bool = False
    total: bool = False


class TraceContender(Contender):
    def made(self, spans: Sequence[NewSpan]) -> Sequence[Any]:
        """Return spans as they are handed to `ingest`."""
        return spans

    @abstractmethod
    async def ingest(self, spans: Sequence[Any]) -> None:
        """Store spans that are new, all or none."""

    @abstractmethod
    async def trace(self, trace_id: str) -> Sequence[object]:
        """Return all spans of a trace in order."""

    @abstractmethod
    async def traces(self, page: Page) -> Sequence[object]:
        """Return a page of root spans."""
