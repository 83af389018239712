"""What the statements of all topics share."""

from typing import Any, ClassVar, TypeVar

from mastra_storage_core.domains.datasets.requests import Scope
from mastra_storage_core.paging import OrderBy
from sqlalchemy import FromClause, Table, bindparam, false, func
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import DomainStatements
from mastra_storage_sql.domains.datasets.tables import DatasetTables
from mastra_storage_sql.tables import DomainTables

T = TypeVar("T", bound=DomainTables)


class ScopedStatements(DomainStatements[T]):
    """Statements of tables whose rows belong to organizations and projects."""

    def within(self, table: Table, scope: Scope) -> list[ColumnElement[bool]]:
        """Name whose rows are meant by the parameters `organization` and `project`."""
        conditions = []
        if scope.organization_id is not None:
            conditions.append(table.c.organization_id == bindparam("organization"))
        if scope.project_id is not None:
            conditions.append(table.c.project_id == bindparam("project"))
        return conditions

    def sorted_by(
        self, table: FromClause, order: OrderBy, texts: frozenset[str] = frozenset()
    ) -> list[ColumnElement[Any]]:
        """Return the sort keys of a list: its field, which is a time unless it is one of the texts,
        then the id, in one direction.
        """
        by_text, column = order.field in texts, table.c[order.field]
        first = self.dialect.exact(column) if by_text else self.dialect.instant(table, order.field)
        return directed([first, self.dialect.exact(table.c.id)], order)


class Statements(ScopedStatements[DatasetTables]):
    domain: ClassVar[str] = "datasets"


def unindexed(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Spell a condition so that no index answers it, where another narrows the rows down better and
    a planner that knows nothing of the values might choose this one.
    """
    return func.coalesce(condition, false())


def directed(keys: list[ColumnElement[Any]], order: OrderBy) -> list[ColumnElement[Any]]:
    """Return sort keys in the direction of an order."""
    return [key.desc() for key in keys] if order.descending else keys


def shape_of_scope(scope: Scope) -> tuple[bool, bool]:
    """Return what of a scope decides the text of a statement."""
    return scope.organization_id is not None, scope.project_id is not None


def of_scope(scope: Scope) -> dict[str, Any]:
    """Return the parameters that name a scope."""
    return {"organization": scope.organization_id, "project": scope.project_id}
