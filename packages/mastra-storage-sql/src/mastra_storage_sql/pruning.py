"""Deleting what is too old: the same for every domain in SQL."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol, TypeVar

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.pruning import Batch, PrunableDomain
from mastra_storage_core.retention import Retention
from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.statement import Flow, Row, Statement
from mastra_storage_sql.tables import Aged, DomainTables
from mastra_storage_sql.types import Utc


def old_rows(aged: Aged, *, later: bool) -> Select[Any]:
    """Select the keys and times of the oldest rows before a moment, and lock them until the
    transaction ends; a `later` batch starts where the one before it ended.

    A row that somebody holds is passed over: who waits for no row is in no deadlock, and a thread
    that is being written to is old no longer.
    """
    rows = select(*aged.key, aged.at.label("at")).where(*_prunable(aged))
    if later:
        # Rows that were deleted leave traces in an index, which are not gone through again.
        rows = rows.where(aged.at >= bindparam("since", type_=Utc()))
    return rows.order_by(aged.at).limit(bindparam("limit")).with_for_update(skip_locked=True)


def count_old_rows(aged: Aged) -> Select[Any]:
    """Count the rows before a moment."""
    return select(func.count().label("total")).select_from(aged.table).where(*_prunable(aged))


def _prunable(aged: Aged) -> list[ColumnElement[bool]]:
    old = aged.at < bindparam("before", type_=Utc())
    return [old] if aged.may_go is None else [old, aged.may_go]


class PruningStatements(Protocol):
    def old_rows(self, table: str, *, later: bool) -> Statement: ...

    def count_old_rows(self, table: str) -> Statement: ...


class PruningDomain(Protocol):
    """What the statements of a domain have that can be pruned."""

    @property
    def tables(self) -> DomainTables: ...

    @property
    def pruning(self) -> PruningStatements: ...


P = TypeVar("P", bound=PruningDomain)


class SqlPruning(SqlDomain[P], PrunableDomain):
    """A domain that can be pruned on any `Database`, each batch in one call to it."""

    async def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        if since is None:
            await self._db.ensure(self._sql.tables.pruning[table].needs)
        return await self._db.transact(self._batch(table, before, limit, since))

    def _batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Flow[Batch]:
        find = self._sql.pruning.old_rows(table, later=since is not None)
        rows = yield find(before=before, limit=limit, since=since)
        if rows:
            yield from self._drop(table, rows)
        return Batch(len(rows), rows[-1]["at"] if len(rows) == limit else None)

    async def _count_prunable(self, table: str, before: datetime) -> int:
        call = self._sql.pruning.count_old_rows(table)(before=before)
        (row,) = await self._db.fetch(call)
        return int(row["total"])

    @abstractmethod
    def _drop(self, table: str, rows: list[Row]) -> Flow[None]:
        """Delete rows that are locked, of which the keys are given, with all that they own."""


def needed(retention: Retention, tables: Mapping[Domain, DomainTables]) -> list[DomainTables]:
    """Return what the tables need of which a retention has a policy. A table of ours, which may not
    be there yet, comes with all that it needs.
    """
    found = [
        tables[domain].pruning[name].needs
        for domain, policies in retention.given()
        if domain in tables
        for name, _ in policies.given()
    ]
    return [needs for needs in found if not needs.all]
