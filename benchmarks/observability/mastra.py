"""The jobs of the observability domain, as calls to Mastra's own storage."""

from collections.abc import Sequence
from typing import Any

from mastra_storage_core import NewSpan

from benchmarks.contender import Json
from benchmarks.mastra import Original
from benchmarks.observability.contender import Page, TraceContender
from benchmarks.observability.contents import PER_PAGE, columns


class OriginalTraces(Original, TraceContender):
    def made(self, spans: Sequence[NewSpan]) -> Sequence[Any]:
        return list(map(columns, spans))

    async def ingest(self, spans: Sequence[Json]) -> None:
        await self.call("observability", "batchCreateSpans", {"records": spans})

    async def trace(self, trace_id: str) -> Sequence[object]:
        return await self.call("observability", "getTrace", {"traceId": trace_id})

    async def traces(self, page: Page) -> Sequence[object]:
        filters = {"userId": page.user} if page.user else {}
        if page.failed:
            filters["status"] = "error"
        wanted = {"page": page.number, "perPage": PER_PAGE}
        asked = {"filters": filters, "pagination": wanted}
        return await self.call("observability", "listTraces", asked)
