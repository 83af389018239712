"""Traces on any SQL database."""

from mastra_storage_core.domains.observability.requests import Owner, Row, SpanKey
from mastra_storage_core.domains.observability.traces import TraceStorage

from mastra_storage_sql.domains.observability.signals import SqlSignals
from mastra_storage_sql.statement import Flow


class SqlTraces(SqlSignals, TraceStorage):
    async def _get_trace(self, trace_id: str, *, light: bool) -> list[Row]:
        return await self._db.fetch(self._sql.traces.get_trace(light=light)(trace=trace_id))

    async def _get_root_span(self, trace_id: str) -> Row | None:
        rows = await self._db.fetch(self._sql.traces.get_root_span()(trace=trace_id))
        return rows[0] if rows else None

    async def _get_branch(self, key: SpanKey) -> list[Row]:
        call = self._sql.traces.get_branch()(trace=key.trace_id, span=key.span_id)
        return await self._db.fetch(call)

    async def _delete_traces(self, trace_ids: list[str], owner: Owner) -> int:
        return await self._db.transact(self._deletion(trace_ids, owner))

    def _deletion(self, trace_ids: list[str], owner: Owner) -> Flow[int]:
        """Delete the traces that are the owner's, and the signals that belong to them."""
        found = yield self._sql.traces.owners_of()(traces=trace_ids)
        owned = [
            row["traceId"]
            for row in found
            if owner.organization_id in (None, row["organizationId"])
            and owner.resource_id in (None, row["resourceId"])
        ]
        if owned:
            yield self._sql.traces.delete_traces()(traces=owned)
        yield from self._drop_signals(trace_ids, owned, owner)
        return len(owned)
