"""Deleting what is too old: the same for every domain in memory."""

from abc import abstractmethod
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import islice, takewhile
from typing import NamedTuple

from mastra_storage_core.pruning import Batch, PrunableDomain

from mastra_storage_memory.collection import Collection, Order, Row
from mastra_storage_memory.domain import InMemoryDomain, atomic


class Aged(NamedTuple):
    """Rows that can be pruned."""

    rows: Collection
    by: str
    """The time that they go by."""
    may_go: Callable[[Row], bool] = lambda row: True
    """Whether a row that is old may go."""


class InMemoryPruning(InMemoryDomain, PrunableDomain):
    @atomic
    def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        old = list(islice(self._old(table, before), limit))
        for row in old:
            self._drop(table, row)
        return Batch(len(old), old[-1][self._aged(table).by] if len(old) == limit else None)

    @atomic
    def _count_prunable(self, table: str, before: datetime) -> int:
        return sum(1 for _ in self._old(table, before))

    def _old(self, table: str, before: datetime) -> Iterator[Row]:
        """Go through the rows before a moment, the oldest first."""
        rows, by, may_go = self._aged(table)
        oldest_first = rows.read(rows.ids(Order(None, by), None))
        return filter(may_go, takewhile(lambda row: row[by] < before, oldest_first))

    @abstractmethod
    def _aged(self, table: str) -> Aged:
        """Return the rows of a table that can be pruned."""

    @abstractmethod
    def _drop(self, table: str, row: Row) -> None:
        """Delete a row with all that it owns."""
