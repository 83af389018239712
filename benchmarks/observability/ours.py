"""The jobs of the observability domain on a store of ours."""

from collections.abc import Sequence

from mastra_storage_core import NewSpan, TraceFilter

from benchmarks.observability.contender import Page, TraceContender
from benchmarks.observability.contents import PER_PAGE
from benchmarks.ours import Ours


class OurTraces(Ours, TraceContender):
    async def ingest(self, spans: Sequence[NewSpan]) -> None:
        result = await self.store.observability.batch_create_spans(spans)
        assert not result.rejected

    async def trace(self, trace_id: str) -> Sequence[object]:
        trace = await self.store.observability.get_trace(trace_id)
        assert trace is not None
        return trace.spans

    async def traces(self, page: Page) -> Sequence[object]:
        filters = TraceFilter(user_id=page.user, status="error" if page.failed else None)
        found = await self.store.observability.list_traces(
            filters, page=page.number, per_page=PER_PAGE, include_total=page.total
        )
        return found.spans
