"""Logs, metrics, feedback and scores of spans in memory: how they are kept, found and listed."""

from collections.abc import Iterator

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.observability.requests import Found, Owner, Row
from mastra_storage_core.domains.observability.signal_requests import SignalConditions, SignalQuery
from mastra_storage_core.domains.observability.signal_storage import SignalStorage
from mastra_storage_core.domains.observability.signals import SIGNALS, Kind, Signal
from mastra_storage_core.jsoncodec import decode
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.matching import matches
from pydantic.alias_generators import to_camel

from mastra_storage_memory.collection import Collection, Order
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.observability.tables import ObservabilityTables
from mastra_storage_memory.paging import read_page

BY_TIME = Order(None, "timestamp")
OF_TRACE = Order("trace_id", "timestamp")

_JSON = frozenset({Kind.TAGS, Kind.LABELS, Kind.OBJECT})


class InMemorySignals(ObservabilityTables, SignalStorage):
    """Holds the records of each signal by the names of the fields, with JSON as text, which is
    decoded on every read.
    """

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._signals = {signal: Collection(BY_TIME, OF_TRACE) for signal in SIGNALS}

    @atomic
    def _put_signals(self, signal: Signal, rows: list[Row]) -> None:
        records = self._signals[signal]
        for row in rows:
            stored = records.get(row[signal.key])
            kept = {name: stored[name] for name in signal.first_wins} if stored else {}
            records.put({**row, **kept, "id": row[signal.key]})

    @atomic
    def _list_signals(self, query: SignalQuery) -> Found:
        records, order = self._signals[query.signal], Order(None, query.order_by.field)
        ids = records.ids(order, None, descending=query.order_by.descending)
        matching = (row["id"] for row in records.read(ids) if meets(row, query.conditions))
        rows, total = read_page(records, matching, query.page)
        return Found([shown(query.signal, row) for row in rows], total)

    @atomic
    def _get_signal(self, signal: Signal, key: str) -> Row | None:
        row = self._signals[signal].get(key)
        return row and shown(signal, row)

    @atomic
    def _delete_signals(self, signal: Signal, keys: list[str], owner: Owner) -> int:
        records = self._signals[signal]
        return records.delete(*(row["id"] for row in records.read(keys) if owns(owner, row)))

    def _found(self, signal: Signal, conditions: SignalConditions) -> Iterator[Row]:
        """Go through the records that meet conditions, the earliest first."""
        records = self._signals[signal]
        trace = conditions.texts.get("trace_id")
        ids = records.ids(BY_TIME, None) if trace is None else records.ids(OF_TRACE, trace)
        return (row for row in records.read(ids) if meets(row, conditions))

    def _drop_signals(self, trace_ids: list[str], deleted: list[str], owner: Owner) -> None:
        """Delete what names some traces and is of a tenant, or goes with a trace that was deleted
        and is of nobody.
        """
        for records in self._signals.values():
            of_traces = list(records.read(records.ids(OF_TRACE, *trace_ids)))
            records.delete(
                *(
                    row["id"]
                    for row in of_traces
                    if owns(owner, row, or_nobodys=row["trace_id"] in deleted)
                )
            )


def owns(owner: Owner, row: Row, *, or_nobodys: bool = False) -> bool:
    """Return whether a record belongs to a tenant, as far as one is named."""
    return all(
        wanted in (None, row[name]) or (or_nobodys and row[name] is None)
        for name, wanted in owner._asdict().items()
    )


def meets(row: Row, conditions: SignalConditions) -> bool:
    """Return whether a record meets all conditions."""
    return (
        conditions.dates.contains(row["timestamp"])
        and all(row[name] == text for name, text in conditions.texts.items())
        and all(row[name] in choices for name, choices in conditions.choices.items())
        and (not conditions.measured or row[conditions.measured] is not None)
        and (not conditions.tags or {*conditions.tags} <= {*decode(row["tags"] or "[]")})
        and all(
            matches(decode(row[name] or "null"), pairs)
            for name, pairs in conditions.objects.items()
        )
    )


def shown(signal: Signal, row: Row) -> Row:
    """Return a record as it is read: by the names of columns, decoded."""
    return {
        to_camel(name): decode(row[name]) if kind in _JSON and row[name] is not None else row[name]
        for name, kind in signal.kinds.items()
    }
