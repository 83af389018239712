"""Deleting what is too old: the same for both domains."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice
from typing import NamedTuple, TypeVar

from mastra_storage_core.backend import Batch, PrunableDomain, milliseconds

from mastra_storage_lmdb.domain import LmdbDomain, reads, writes
from mastra_storage_lmdb.rows import Order, Row, Rows

T = TypeVar("T")


class Aged(NamedTuple):
    """Rows that can be pruned."""

    rows: Rows
    by: str
    """The time that they go by; there is an order by it."""
    may_go: Callable[[Row], bool] = lambda row: True
    """Whether a row that is old may go."""

    def before(self, end: datetime, since: datetime | None = None) -> Iterator[Row]:
        """Go through the rows that may go, the oldest first."""
        start = None if since is None else milliseconds(since)
        for number, row_id in self.rows.places(Order(self.by), None, start=start):
            if number >= milliseconds(end):
                return
            yield from filter(self.may_go, self.rows.read([row_id]))


class LmdbPruning(LmdbDomain[T], PrunableDomain):
    @writes
    def _prune_batch(
        self, tables: T, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        aged = self._aged(tables, table)
        old = list(islice(aged.before(before, since), limit))
        for row in old:
            self._drop(tables, table, row)
        return Batch(len(old), old[-1][aged.by] if len(old) == limit else None)

    @reads
    def _count_prunable(self, tables: T, table: str, before: datetime) -> int:
        return sum(1 for _ in self._aged(tables, table).before(before))

    @abstractmethod
    def _aged(self, tables: T, table: str) -> Aged:
        """Return the rows of a table that can be pruned, by the name that the policy has."""

    @abstractmethod
    def _drop(self, tables: T, table: str, row: Row) -> None:
        """Delete a row with all that it owns."""
