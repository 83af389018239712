"""The rows of the observability domain, and the orders in which they are kept."""

from datetime import UTC, datetime

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.observability.drafts import JSON
from mastra_storage_core.domains.observability.kinds import BRANCH_TYPES
from mastra_storage_core.domains.observability.models import NewSpan
from mastra_storage_core.domains.observability.requests import Row, SpanKey
from mastra_storage_core.jsoncodec import decode
from mastra_storage_core.lifecycle import Lifecycle

from mastra_storage_memory.collection import Collection, Order
from mastra_storage_memory.domain import InMemoryDomain

SPANS_OF_TRACE = Order("traceId", "startedAt")
SPANS = Order(None, "startedAt")

ROOT, ANCHOR = "root", "anchor"

COLUMNS = {name: field.alias or name for name, field in NewSpan.model_fields.items()}
"""The columns of the fields, by their names."""

_JSON = tuple(COLUMNS[name] for name in sorted(JSON))
_NEVER = datetime.max.replace(tzinfo=UTC)


class ObservabilityTables(InMemoryDomain):
    """Holds the rows, which are those of the database table; the topics share them.

    A span's `id` here is its trace and its id, by which spans of one time are sorted. JSON is text,
    which is decoded on every read. `rank`, `branch` and `sortedEnd` are there to sort by.
    """

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._spans = Collection(SPANS_OF_TRACE)

    def _store_span(self, values: Row, at: datetime, stored: Row | None) -> None:
        """Put what is given over what is stored."""
        row = (stored or {"createdAt": at}) | values | {"updatedAt": at}
        row["id"] = SpanKey(row["traceId"], row["spanId"])
        row["rank"] = ROOT if row["parentSpanId"] is None else "child"
        row["branch"] = ANCHOR if row["spanType"] in BRANCH_TYPES else "within"
        row["sortedEnd"] = row["endedAt"] or _NEVER
        self._spans.put(row)

    def _trace(self, trace_id: str) -> list[Row]:
        """Return the spans of a trace in order, their JSON as text."""
        return list(self._spans.read(self._spans.ids(SPANS_OF_TRACE, trace_id)))

    def _root(self, trace_id: str) -> Row | None:
        return next((row for row in self._trace(trace_id) if row["rank"] == ROOT), None)


def columns_of(values: Row) -> Row:
    """Return values by their columns."""
    return {COLUMNS[name]: value for name, value in values.items()}


def shown(row: Row) -> Row:
    """Return a span as it is read."""
    found = {name: decode(row[name]) for name in _JSON if row[name] is not None}
    return row | found
