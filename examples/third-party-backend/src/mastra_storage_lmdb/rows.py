"""Tables of rows in LMDB: rows by id, and in orders. Nothing here knows a domain.

A row is one entry, as JSON. Each order of its table adds an entry whose key is the group of the
row, its place there and its id, so that walking the keys is walking the rows in order.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import merge
from itertools import dropwhile, groupby
from typing import Any, NamedTuple, TypeAlias

import lmdb
from mastra_storage_core import CorruptDataError
from mastra_storage_core.backend import at_milliseconds, decode, milliseconds, named

from mastra_storage_lmdb.keys import LONGEST, group_key, number_key, shortened

Row: TypeAlias = dict[str, Any]
Transaction: TypeAlias = "lmdb.Transaction[bytes]"
Place: TypeAlias = tuple[int, str]
"""Where a row stands in an order: a number, and its id, which breaks ties."""


class Order(NamedTuple):
    """Rows that are equal in the column `group`, sorted by the column `by`; without `group`, all
    rows. What is sorted by is a time or a whole number.
    """

    by: str
    group: str | None = None


@dataclass(frozen=True)
class Table:
    """What is kept together."""

    name: str
    orders: tuple[Order, ...] = ()


class Rows:
    """The rows of a table as one transaction sees them. What is read belongs to the caller."""

    def __init__(self, table: Table, transaction: Transaction) -> None:
        self._table = table
        self._transaction = transaction

    def get(self, row_id: str) -> Row | None:
        """Return a row, or `None`."""
        stored = self._transaction.get(self._key(row_id))
        if stored is None:
            return None
        try:
            return _decoded(stored)
        except (ValueError, TypeError, OverflowError) as error:
            name = self._table.name
            message = f"the row {named(row_id)} of {name} cannot be read"
            raise CorruptDataError(message, table=name, key=row_id) from error

    def read(self, ids: Iterable[str]) -> Iterator[Row]:
        """Go through rows by id, in the same order; unknown ids are left out."""
        return (row for row_id in ids if (row := self.get(row_id)) is not None)

    def put(self, *rows: Row) -> None:
        """Insert or replace rows."""
        for row in rows:
            self.delete(row["id"])
            self._transaction.put(self._key(row["id"]), _encoded(row))
            for order in self._table.orders:
                self._transaction.put(self._entry(order, row), row["id"].encode())

    def delete(self, *ids: str) -> int:
        """Delete rows by id; return how many there were."""
        found = list(self.read(ids))
        for row in found:
            self._transaction.delete(self._key(row["id"]))
            for order in self._table.orders:
                self._transaction.delete(self._entry(order, row))
        return len(found)

    def ids(self, order: Order, *groups: str | None, descending: bool = False) -> Iterator[str]:
        """Go through the ids of some groups, which become one list in order."""
        lists = [self.places(order, group, descending=descending) for group in groups]
        return (row_id for _, row_id in merge(*lists, reverse=descending))

    def beside(self, order: Order, row: Row) -> tuple[Iterator[str], Iterator[str]]:
        """Go through a row's group twice: from the row itself back, and from the next one on."""
        group, mine = _group(order, row), (_number(row[order.by]), row["id"])
        back = self.places(order, group, start=mine[0], descending=True)
        on = self.places(order, group, start=mine[0])
        return (
            (row_id for _, row_id in dropwhile(lambda place: place > mine, back)),
            (row_id for _, row_id in dropwhile(lambda place: place <= mine, on)),
        )

    def places(
        self,
        order: Order,
        group: str | None,
        *,
        start: int | None = None,
        descending: bool = False,
    ) -> Iterator[Place]:
        """Go through a group in order, from the rows with the number `start` on."""
        prefix = self._prefix(order, group)
        entries = self._entries(prefix, start, descending)
        # Ids that begin alike may stand in the order of their digests.
        for key, alike in groupby(entries, lambda entry: entry[0][: len(prefix) + 8 + LONGEST]):
            number = int.from_bytes(key[len(prefix) :][:8]) - 2**63
            for row_id in sorted((value.decode() for _, value in alike), reverse=descending):
                yield number, row_id

    def _entries(
        self, prefix: bytes, start: int | None, descending: bool
    ) -> Iterator[tuple[bytes, bytes]]:
        with self._transaction.cursor() as cursor:
            if descending:
                after = b"\xff" * 8 if start is None else number_key(start + 1)
                placed = cursor.prev() if cursor.set_range(prefix + after) else cursor.last()
            else:
                placed = cursor.set_range(prefix + (b"" if start is None else number_key(start)))
            if placed:
                for key, value in cursor.iterprev() if descending else cursor.iternext():
                    if not key.startswith(prefix):
                        return
                    yield key, value

    def _key(self, row_id: str) -> bytes:
        return f"{self._table.name}/".encode() + shortened(row_id)

    def _prefix(self, order: Order, group: str | None) -> bytes:
        name = f"{self._table.name}.{order.group or ''}.{order.by}/"
        return name.encode() + group_key(group)

    def _entry(self, order: Order, row: Row) -> bytes:
        place = number_key(_number(row[order.by])) + shortened(row["id"])
        return self._prefix(order, _group(order, row)) + place


def _group(order: Order, row: Row) -> str | None:
    return row[order.group] if order.group else None


def _number(value: datetime | int) -> int:
    return milliseconds(value) if isinstance(value, datetime) else value


def _encoded(row: Row) -> bytes:
    """Write a row as JSON, its times apart, as milliseconds."""
    times = {name: milliseconds(value) for name, value in row.items() if _is_time(value)}
    rest = {name: value for name, value in row.items() if not _is_time(value)}
    return json.dumps([times, rest], separators=(",", ":")).encode()


def _decoded(stored: bytes) -> Row:
    times, rest = decode(stored)
    return {**rest, **{name: at_milliseconds(value) for name, value in times.items()}}


def _is_time(value: object) -> bool:
    return isinstance(value, datetime)
