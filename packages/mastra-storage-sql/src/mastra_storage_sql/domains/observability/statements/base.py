"""What the statements of all topics share."""

from typing import Any, ClassVar

from sqlalchemy import FromClause, bindparam
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import DomainStatements
from mastra_storage_sql.domains.observability.tables import ObservabilityTables


class Statements(DomainStatements[ObservabilityTables]):
    domain: ClassVar[str] = "observability"

    def of_trace(self, spans: FromClause) -> ColumnElement[bool]:
        """Name a trace by the parameter `trace`."""
        return spans.c.trace_id == bindparam("trace")

    def by_start(self, spans: FromClause) -> list[ColumnElement[Any]]:
        """Sort the spans of one trace."""
        return [spans.c.started_at, self.dialect.exact(spans.c.span_id)]

    def shown_of(self, table: FromClause, names: frozenset[str]) -> list[ColumnElement[Any]]:
        """Return some columns as they are read, by the names of the fields."""
        wanted = {column.name for column in table.c if column.key in names}
        return [column for column in self.shown(table) if column.name in wanted]
