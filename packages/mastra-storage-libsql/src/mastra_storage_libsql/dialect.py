"""How SQLite says what SQL leaves open; compiles only. SQLite 3.35 is the oldest that understands
it (RETURNING).
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.statement import Upsert
from mastra_storage_sql.types import Json, Rows, TextList, Utc
from sqlalchemy import (
    CompoundSelect,
    FromClause,
    Select,
    Table,
    bindparam,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql import ColumnElement

from mastra_storage_libsql import jsonb


class _Compiler(SQLiteDialect_pysqlite):
    """SQLAlchemy's compiler, and how blobs of JSONB are read."""

    supports_statement_cache = True
    decode_jsonb = staticmethod(jsonb.decode)

    def __init__(self, *, engine_jsonb: bool) -> None:
        super().__init__(paramstyle="qmark")
        self.engine_jsonb = engine_jsonb


class SqliteDialect(Dialect):
    """SQLite and libSQL. `engine_jsonb` leaves the reading of JSONB blobs to the engine, from
    SQLite 3.45.
    """

    name: ClassVar[str] = "sqlite"
    mirrors: ClassVar[bool] = False
    filters_content: ClassVar[bool] = True

    def __init__(self, *, engine_jsonb: bool) -> None:
        self.compiler = _Compiler(engine_jsonb=engine_jsonb)

    def exact(self, column: ColumnElement[str]) -> ColumnElement[str]:
        return column

    def one_of(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        listed = func.json_each(bindparam(parameter, type_=TextList())).table_valued("value")
        return column.in_(select(listed.c.value))

    def in_rows_of(
        self, column: ColumnElement[str], rows: Select[tuple[str]] | CompoundSelect[tuple[str]]
    ) -> ColumnElement[bool]:
        return column.in_(rows)

    def table_of(self, parameter: str, columns: Sequence[str]) -> FromClause:
        listed = func.json_each(bindparam(parameter, type_=Rows())).table_valued("value")
        return select(
            *(
                func.json_extract(listed.c.value, literal_column(f"'$[{index}]'")).label(name)
                for index, name in enumerate(columns)
            )
        ).subquery("listed")

    def contains(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        is_json = isinstance(column.type, Json)
        matches = func.mastra_matches if is_json else func.mastra_content_matches
        return matches(column, bindparam(parameter, type_=Json())) == literal_column("1")

    def merged(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        return func.mastra_merge(column, bindparam(parameter, type_=Json()))

    def later(self, table: Table, key: str, parameter: str) -> Mapping[str, ColumnElement[Any]]:
        return {key: func.max(table.c[key], bindparam(parameter, type_=Utc()))}

    def instant(self, table: FromClause, key: str) -> ColumnElement[Any]:
        return table.c[key]

    def upsert(self, table: Table) -> Upsert:
        return insert(table)


SQLITE = SqliteDialect(engine_jsonb=False)
SQLITE_WITH_JSONB = SqliteDialect(engine_jsonb=True)
