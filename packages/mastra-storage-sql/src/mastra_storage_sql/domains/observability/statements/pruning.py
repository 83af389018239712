"""The SQL of pruning."""

from mastra_storage_sql import pruning
from mastra_storage_sql.domains.observability.statements.base import Statements
from mastra_storage_sql.statement import Statement


class PruningStatements(Statements):
    def old_rows(self, table: str, *, later: bool) -> Statement:
        """The traces whose last span is the oldest before a moment; that span nobody else changes
        until the transaction ends. A trace whose last span somebody holds is passed over.
        """
        aged = self.tables.pruning[table]
        return self.make(
            "old_rows", table, later, build=lambda: pruning.old_rows(aged, later=later)
        )

    def count_old_rows(self, table: str) -> Statement:
        """How many traces there are whose last span lies before a moment."""
        aged = self.tables.pruning[table]
        return self.make("count_old_rows", table, build=lambda: pruning.count_old_rows(aged))
