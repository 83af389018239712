"""The SQL of pruning."""

from typing import Any

from sqlalchemy import Table, delete, select, tuple_
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql import pruning
from mastra_storage_sql.domains.workflows.statements.base import Statements
from mastra_storage_sql.domains.workflows.tables import KEY
from mastra_storage_sql.statement import Statement


class PruningStatements(Statements):
    def old_rows(self, table: str, *, later: bool) -> Statement:
        """The oldest rows before a moment that may go, which nobody else changes until the
        transaction ends. A row that somebody holds is passed over.
        """
        aged = self.tables.pruning[table]
        return self.make(
            "old_rows", table, later, build=lambda: pruning.old_rows(aged, later=later)
        )

    def count_old_rows(self, table: str) -> Statement:
        """How many rows before a moment may go."""
        aged = self.tables.pruning[table]
        return self.make("count_old_rows", table, build=lambda: pruning.count_old_rows(aged))

    def delete_runs(self) -> Statement:
        """Delete runs, given as a table of their workflows and ids."""
        table = self.tables.runs
        return self.make("delete_runs", build=lambda: delete(table).where(self._listed(table)))

    def delete_owners(self) -> Statement:
        """Delete what is known of the owners of such runs. The next generation of a run of that
        name starts from the clock, so it goes on to rise; an owner that is ahead of it stays.
        """
        table = self.tables.owners
        passed = table.c.generation < self.dialect.clock()
        return self.make(
            "delete_owners", build=lambda: delete(table).where(self._listed(table), passed)
        )

    def _listed(self, table: Table) -> ColumnElement[bool]:
        listed = self.dialect.table_of("runs", KEY)
        keys: Any = select(*(listed.c[name] for name in KEY))
        return tuple_(*(table.c[name] for name in KEY)).in_(keys)
