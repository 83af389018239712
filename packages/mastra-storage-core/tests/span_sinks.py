"""A store that takes spans, or fails as it is told."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from mastra_storage_core.domains.observability.models import BatchResult, NewSpan, Rejected


def a_span(number: int = 0) -> NewSpan:
    return NewSpan(
        trace_id="t",
        span_id=f"s{number}",
        name="step",
        span_type="generic",
        started_at=datetime(2026, 5, 1, tzinfo=UTC),
    )


class Sink:
    """Keeps what it is sent."""

    def __init__(self, *fails: Exception) -> None:
        self.batches: list[list[str]] = []
        self.attempts: list[float] = []
        self.fails = list(fails)
        """What is raised instead, one each time, until none is left."""
        self.refuses: set[str] = set()
        self.open = asyncio.Event()
        """Nothing is written before this is set."""
        self.open.set()
        self.between: Callable[[], Awaitable[object]] = self.open.wait

    @property
    def ids(self) -> list[str]:
        return [each for batch in self.batches for each in batch]

    async def batch_create_spans(self, spans: Sequence[NewSpan], /) -> BatchResult:
        self.attempts.append(time.monotonic())
        await self.between()
        if self.fails:
            raise self.fails.pop(0)
        stored = [span.span_id for span in spans if span.span_id not in self.refuses]
        self.batches.append(stored)
        rejected = [
            Rejected(position=place, key=span.span_id, reason="too large")
            for place, span in enumerate(spans)
            if span.span_id in self.refuses
        ]
        return BatchResult(stored=len(stored), rejected=rejected)
