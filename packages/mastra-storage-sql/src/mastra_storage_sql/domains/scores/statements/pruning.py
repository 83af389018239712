"""The SQL of pruning."""

from sqlalchemy import delete

from mastra_storage_sql import pruning
from mastra_storage_sql.domains.scores.statements.base import Statements
from mastra_storage_sql.statement import Statement


class PruningStatements(Statements):
    def old_rows(self, table: str, *, later: bool) -> Statement:
        """The oldest rows before a moment, which nobody else changes until the transaction ends.

        A row that somebody holds is passed over.
        """
        aged = self.tables.pruning[table]
        return self.make(
            "old_rows", table, later, build=lambda: pruning.old_rows(aged, later=later)
        )

    def count_old_rows(self, table: str) -> Statement:
        """How many rows there are before a moment."""
        aged = self.tables.pruning[table]
        return self.make("count_old_rows", table, build=lambda: pruning.count_old_rows(aged))

    def delete_scores(self) -> Statement:
        """Delete scores by id."""
        table = self.tables.scores
        return self.make(
            "delete_scores",
            build=lambda: delete(table).where(self.dialect.one_of(table.c.id, "ids")),
        )
