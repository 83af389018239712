"""What a buffer writes to."""

from collections.abc import Sequence
from typing import Protocol

from mastra_storage_core.domains.observability.models import BatchResult, NewSpan


class SpanSink(Protocol):
    """Where spans go: the observability domain of a store, or what stands in for it."""

    async def batch_create_spans(self, spans: Sequence[NewSpan], /) -> BatchResult:
        """Store spans; those that are named already are replaced."""
