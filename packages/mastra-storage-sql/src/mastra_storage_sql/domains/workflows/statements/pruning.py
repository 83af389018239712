"""The SQL of pruning."""

from sqlalchemy import delete

from mastra_storage_sql import pruning
from mastra_storage_sql.domains.workflows.statements.base import Statements
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

    def drop_run(self) -> Statement:
        """Delete a run that is locked. Once for each of a batch: SQLite takes a list of pairs for
        two lists, and tries each name with each id.
        """
        table = self.tables.runs
        return self.make("drop_run", build=lambda: delete(table).where(*self.of_run(table)))

    def drop_owner(self) -> Statement:
        """Delete what is known of the owner of such a run. The next generation of a run of that
        name starts from the clock, so it goes on to rise; an owner that is ahead of it stays.
        """
        table = self.tables.owners
        passed = table.c.generation < self.dialect.clock()
        return self.make(
            "drop_owner", build=lambda: delete(table).where(*self.of_run(table), passed)
        )
