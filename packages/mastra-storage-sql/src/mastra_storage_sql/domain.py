"""What every domain in SQL has in common: its tables, its statements, and what they share."""

from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits, StorageDomain
from mastra_storage_core.model import DateRange
from sqlalchemy import FromClause, Table, bindparam
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.database import Database
from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.statement import Clause, Statement
from mastra_storage_sql.tables import DomainTables
from mastra_storage_sql.types import Utc, UtcMirror

T = TypeVar("T", bound=DomainTables)


class DomainStatements(Generic[T]):
    """Builds statements once for a set of tables, each when it is first asked for."""

    domain: ClassVar[str]

    def __init__(self, tables: T) -> None:
        self.tables = tables
        self.dialect: Dialect = tables.dialect
        self._made: dict[tuple[object, ...], Statement] = {}

    def make(self, name: str, *shape: object, build: Callable[[], Clause]) -> Statement:
        """Return the statement of that name and shape. Values never decide the shape, so that texts
        are few.
        """
        statement = self._made.get((name, *shape))
        if statement is None:
            statement = Statement(f"{self.domain}.{name}", build(), self.dialect.compiler)
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


S = TypeVar("S")


class SqlDomain(StorageDomain, Generic[S]):
    """A domain that talks to a `Database` in statements of its own."""

    def __init__(
        self, db: Database, statements: S, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(store_name=store_name, limits=limits)
        self._db = db
        self._sql = statements


def values_of(table: Table) -> dict[str, Any]:
    """Return a parameter for every column of a table, for an insert."""
    return {column.key: parameter(column) for column in table.c}


def parameter(column: ColumnElement[Any], name: str | None = None) -> ColumnElement[Any]:
    """Return a parameter that is written like a column, and named like it unless another name is
    given.
    """
    return bindparam(name or column.key, type_=column.type)


def within(
    column: ColumnElement[Any], dates: DateRange, prefix: str = ""
) -> list[ColumnElement[bool]]:
    """Compare a time with the parameters `start` and `end`, as far as the range has them; a prefix
    tells the parameters of several ranges apart.
    """
    conditions = []
    if dates.start is not None:
        start = parameter(column, f"{prefix}start")
        conditions.append(column > start if dates.start_exclusive else column >= start)
    if dates.end is not None:
        end = parameter(column, f"{prefix}end")
        conditions.append(column < end if dates.end_exclusive else column <= end)
    return conditions


def shape_of(dates: DateRange) -> tuple[object, ...]:
    """Return what of a range decides the text of a statement."""
    return (
        dates.start is not None and ("start", dates.start_exclusive),
        dates.end is not None and ("end", dates.end_exclusive),
    )
