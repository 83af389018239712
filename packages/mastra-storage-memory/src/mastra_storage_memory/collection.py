"""Rows by id, and in order. What it takes and gives is never shared with what it holds."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import Any, NamedTuple, TypeAlias

from mastra_storage_core.jsoncodec import decode, encode

Row: TypeAlias = dict[str, Any]
Id: TypeAlias = Any
"""Whatever can be hashed and sorted: text, or a tuple of texts."""
Key: TypeAlias = tuple[Any, Id]

_NO_LIMIT = 2**63


class Order(NamedTuple):
    """Rows that are equal in `group`, sorted by `by`, then by id; without `group`, all rows."""

    group: str | None
    by: str

    def of(self, row: Row) -> tuple[Any, Key]:
        """Return the group that a row is in, and its place there."""
        return row[self.group] if self.group else None, (row[self.by], row["id"])


class Collection:
    """Rows by id, kept in one or more orders. An order that is asked for later is kept from then
    on.

    JSON is held as text and decoded on every read, which costs a third of a deep copy. No other
    value can be changed.
    """

    def __init__(self, *orders: Order, json: tuple[str, ...] = ()) -> None:
        self._json = json
        self._rows: dict[Id, Row] = {}
        self._orders: dict[Order, defaultdict[Any, list[Key]]] = {
            order: defaultdict(list) for order in orders
        }

    def get(self, row_id: Id) -> Row | None:
        """Return a row, or `None`."""
        if row_id not in self._rows:
            return None
        row = self._rows[row_id].copy()
        for name in self._json:
            if row[name] is not None:
                row[name] = decode(row[name])
        return row

    def read(self, ids: Iterable[Id]) -> Iterator[Row]:
        """Go through rows by id, in the same order; unknown ids are left out."""
        return (row for row_id in ids if (row := self.get(row_id)) is not None)

    def put(self, *rows: Row) -> None:
        """Insert or replace rows. All of them, or none, where a value is no JSON."""
        for row in [self._encoded(row) for row in rows]:
            self.delete(row["id"])
            self._rows[row["id"]] = row
            for order, groups in self._orders.items():
                group, key = order.of(row)
                insort(groups[group], key)

    def delete(self, *ids: Id) -> int:
        """Delete rows by id; return how many there were."""
        found = [row for row_id in ids if (row := self._rows.pop(row_id, None)) is not None]
        for row in found:
            for order, groups in self._orders.items():
                group, key = order.of(row)
                keys = groups[group]
                del keys[bisect_left(keys, key)]
                if not keys:
                    del groups[group]
        return len(found)

    def ids(self, order: Order, *groups: str | None, descending: bool = False) -> Iterator[Id]:
        """Go through the ids of some groups, which become one list in order."""
        lists = [self._keys(order, group) for group in groups]
        keys = merge(*(map(reversed, lists) if descending else lists), reverse=descending)
        return (row_id for _, row_id in keys)

    def beside(self, order: Order, row: Row) -> tuple[Iterator[Id], Iterator[Id]]:
        """Go through a row's group twice: from the row itself back, and from the next one on."""
        group, key = order.of(row)
        keys = self._keys(order, group)
        place = bisect_right(keys, key)
        return (
            (keys[index][1] for index in range(place - 1, -1, -1)),
            (keys[index][1] for index in range(place, len(keys))),
        )

    def _keys(self, order: Order, group: str | None) -> list[Key]:
        if order not in self._orders:
            self._orders[order] = self._sorted(order)
        return self._orders[order].get(group, [])

    def _sorted(self, order: Order) -> defaultdict[Any, list[Key]]:
        groups: defaultdict[Any, list[Key]] = defaultdict(list)
        for row in self._rows.values():
            group, key = order.of(row)
            groups[group].append(key)
        for keys in groups.values():
            keys.sort()
        return groups

    def _encoded(self, row: Row) -> Row:
        return row | {
            name: encode(row[name], name, _NO_LIMIT).text
            for name in self._json
            if row[name] is not None
        }
