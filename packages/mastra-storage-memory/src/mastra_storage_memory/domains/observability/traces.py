"""Traces in memory."""

from mastra_storage_core.domains.observability.requests import Owner, Row, SpanKey
from mastra_storage_core.domains.observability.rows import branch_of
from mastra_storage_core.domains.observability.traces import TraceStorage

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.observability.signals import InMemorySignals
from mastra_storage_memory.domains.observability.tables import shown


class InMemoryTraces(InMemorySignals, TraceStorage):
    @atomic
    def _get_trace(self, trace_id: str, *, light: bool) -> list[Row]:
        return list(map(shown, self._trace(trace_id)))

    @atomic
    def _get_root_span(self, trace_id: str) -> Row | None:
        root = self._root(trace_id)
        return root and shown(root)

    @atomic
    def _get_branch(self, key: SpanKey) -> list[Row]:
        return list(map(shown, branch_of(self._trace(key.trace_id), key.span_id, None)))

    @atomic
    def _delete_traces(self, trace_ids: list[str], owner: Owner) -> int:
        owned = [each for each in trace_ids if self._belongs(each, owner)]
        for trace_id in owned:
            self._drop_trace(trace_id)
        self._drop_signals(trace_ids, owned, owner)
        return len(owned)

    def _drop_trace(self, trace_id: str) -> None:
        self._spans.delete(*(row["id"] for row in self._trace(trace_id)))

    def _belongs(self, trace_id: str, owner: Owner) -> bool:
        """Return whether there is such a trace, and its root, or else its first span, is of the
        owner.
        """
        told = self._root(trace_id) or next(iter(self._trace(trace_id)), None)
        return (
            told is not None
            and owner.organization_id in (None, told["organizationId"])
            and owner.resource_id in (None, told["resourceId"])
        )
