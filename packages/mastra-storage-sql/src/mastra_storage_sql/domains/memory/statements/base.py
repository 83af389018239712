"""What the statements of all topics share: the tables, the read columns, a place for those made on
demand.
"""

from collections.abc import Callable
from typing import Any

from mastra_storage_core.domains.memory.models import DateRange
from sqlalchemy import Column, FromClause, Table, bindparam, false, func
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.memory.tables import MemoryTables
from mastra_storage_sql.statement import Clause, Statement
from mastra_storage_sql.types import Utc, UtcMirror


class Statements:
    """Builds statements once for a set of tables, each when it is first asked for."""

    def __init__(self, tables: MemoryTables) -> None:
        self.tables = tables
        self.dialect: Dialect = tables.dialect
        self._made: dict[tuple[object, ...], Statement] = {}

    def make(self, name: str, *shape: object, build: Callable[[], Clause]) -> Statement:
        """Return the statement of that name and shape. Values never decide the shape, so that texts
        are few.
        """
        statement = self._made.get((name, *shape))
        if statement is None:
            statement = Statement(f"memory.{name}", build(), self.dialect.compiler)
            self._made[(name, *shape)] = statement
        return statement

    def shown(self, table: FromClause) -> list[ColumnElement[Any]]:
        """Return the columns of a table as they are read: one for each value, mirrors folded in."""
        return [
            self.dialect.instant(table, column.key).label(column.name)
            if isinstance(column.type, Utc)
            else column
            for column in table.c
            if not isinstance(column.type, UtcMirror)
        ]


def values_of(table: Table) -> dict[str, Any]:
    """Return a parameter for every column of a table, for an insert."""
    return {column.key: parameter(column) for column in table.c}


def parameter(column: Column[Any], name: str | None = None) -> ColumnElement[Any]:
    """Return a parameter that is written like a column, and named like it unless another name is
    given.
    """
    return bindparam(name or column.key, type_=column.type)


def within(column: Column[Any], dates: DateRange) -> list[ColumnElement[bool]]:
    """Compare a time with the parameters `start` and `end`, as far as the range has them."""
    conditions = []
    if dates.start is not None:
        start = parameter(column, "start")
        conditions.append(column > start if dates.start_exclusive else column >= start)
    if dates.end is not None:
        end = parameter(column, "end")
        conditions.append(column < end if dates.end_exclusive else column <= end)
    return conditions


def shape_of(dates: DateRange) -> tuple[object, ...]:
    """Return what of a range decides the text of a statement."""
    return (
        dates.start is not None and ("start", dates.start_exclusive),
        dates.end is not None and ("end", dates.end_exclusive),
    )


def owned_by(table: FromClause) -> ColumnElement[bool]:
    """Guard messages that are found by id or in a thread: a condition for each row.

    Spelled so that no index answers it, which could hold a million messages of the owner, and
    so that no statistics make a planner expect one row of a thread and sort all of them.
    """
    return func.coalesce(table.c.resource_id == bindparam("owner"), false())
