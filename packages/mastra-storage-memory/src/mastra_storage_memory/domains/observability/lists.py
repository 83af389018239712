"""Lists of traces and branches in memory."""

from mastra_storage_core.domains.observability.lists import ListStorage
from mastra_storage_core.domains.observability.models import status_of
from mastra_storage_core.domains.observability.requests import Found, Row, SpanConditions, SpanQuery
from mastra_storage_core.matching import matches
from mastra_storage_core.model import DateRange

from mastra_storage_memory.collection import Order
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.observability.tables import (
    ANCHOR,
    COLUMNS,
    ROOT,
    ObservabilityTables,
    shown,
)
from mastra_storage_memory.paging import read_page

_KEYS = {"started_at": "startedAt", "ended_at": "sortedEnd"}


class InMemoryLists(ObservabilityTables, ListStorage):
    @atomic
    def _list_spans(self, query: SpanQuery) -> Found:
        kind, group = ("branch", ANCHOR) if query.branches else ("rank", ROOT)
        order = Order(kind, _KEYS[query.order_by.field])
        listed = self._spans.ids(order, group, descending=query.order_by.descending)
        ids = (
            row["id"]
            for row in self._spans.read(listed)
            if (query.branches or self._is_first(row)) and self._meets(row, query.conditions)
        )
        rows, total = read_page(self._spans, ids, query.page)
        return Found(list(map(shown, rows)), total)

    def _is_first(self, row: Row) -> bool:
        """Return whether a root is the one that started first."""
        root = self._root(row["traceId"])
        return root is not None and root["id"] == row["id"]

    def _meets(self, row: Row, wanted: SpanConditions) -> bool:
        if any(row[COLUMNS[name]] != value for name, value in wanted.texts.items()):
            return False
        if not (wanted.started.contains(row["startedAt"]) and _ended_within(row, wanted.ended)):
            return False
        if wanted.status not in (None, status_of(row["error"], row["endedAt"])):
            return False
        if wanted.has_child_error not in (None, self._has_error(row["traceId"])):
            return False
        return _contains(shown(row), wanted)

    def _has_error(self, trace_id: str) -> bool:
        return any(row["error"] is not None for row in self._trace(trace_id))


def _ended_within(row: Row, dates: DateRange) -> bool:
    if dates.start is None and dates.end is None:
        return True
    return row["endedAt"] is not None and dates.contains(row["endedAt"])


def _contains(row: Row, wanted: SpanConditions) -> bool:
    return (
        (not wanted.scope or matches(row["scope"], wanted.scope))
        and (not wanted.metadata or matches(row["metadata"], wanted.metadata))
        and set(wanted.tags) <= set(row["tags"] or ())
    )
