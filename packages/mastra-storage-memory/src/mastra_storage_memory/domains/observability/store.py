"""The observability domain in plain Python: the readable specification of every backend."""

from mastra_storage_core.domains.observability.interface import ObservabilityStorage
from mastra_storage_core.domains.observability.signals import SIGNALS_BY_NAME

from mastra_storage_memory.collection import Row
from mastra_storage_memory.domains.observability.discovery import InMemoryDiscovery
from mastra_storage_memory.domains.observability.feedback import InMemoryFeedback
from mastra_storage_memory.domains.observability.lists import InMemoryLists
from mastra_storage_memory.domains.observability.spans import InMemorySpans
from mastra_storage_memory.domains.observability.tables import SPANS_OF_TRACE
from mastra_storage_memory.domains.observability.traces import InMemoryTraces
from mastra_storage_memory.pruning import Aged, InMemoryPruning


class InMemoryObservability(
    InMemorySpans,
    InMemoryTraces,
    InMemoryLists,
    InMemoryFeedback,
    InMemoryDiscovery,
    InMemoryPruning,
    ObservabilityStorage,
):
    """Joins the topics, which share the tables."""

    def _aged(self, table: str) -> Aged:
        if signal := SIGNALS_BY_NAME.get(table):
            return Aged(self._signals[signal], "timestamp")
        return {"spans": Aged(self._spans, "startedAt", self._is_last)}[table]

    def _is_last(self, row: Row) -> bool:
        """Return whether a span is the one of its trace that started last."""
        ids = self._spans.ids(SPANS_OF_TRACE, row["traceId"], descending=True)
        return bool(next(ids) == row["id"])

    def _drop(self, table: str, row: Row) -> None:
        if signal := SIGNALS_BY_NAME.get(table):
            self._signals[signal].delete(row["id"])
        else:
            self._drop_trace(row["traceId"])
