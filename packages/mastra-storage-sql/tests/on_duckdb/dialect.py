"""How DuckDB says what SQL leaves open; compiles only. SQLAlchemy's compiler for SQLite writes what
DuckDB reads, and with it come the forms in which SQLite's files have JSON, times and flags.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import datetime
from typing import Any, ClassVar

from mastra_storage_sql.dialect import Dialect, Layout, TextPath
from mastra_storage_sql.statement import Upsert
from mastra_storage_sql.types import Json, Number, Rows, TextList, Utc
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    CompoundSelect,
    FromClause,
    Index,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    column as sql_column,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler, SQLiteDialect
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.compiler import DDLCompiler


class _Expressions(SQLiteCompiler):
    """What SQLite spells otherwise: its `IS NOT` takes any value, its `/` is of whole numbers."""

    def visit_floordiv_binary(self, binary: Any, operator: Any, **options: Any) -> str:
        return f"{self.process(binary.left)} // {self.process(binary.right)}"

    def visit_is_distinct_from_binary(self, binary: Any, operator: Any, **options: Any) -> str:
        return f"{self.process(binary.left)} IS DISTINCT FROM {self.process(binary.right)}"

    def visit_is_not_distinct_from_binary(self, binary: Any, operator: Any, **options: Any) -> str:
        return f"{self.process(binary.left)} IS NOT DISTINCT FROM {self.process(binary.right)}"


class _Compiler(SQLiteDialect):
    """SQLAlchemy's compiler under a name of its own, by which types can be spelled otherwise."""

    name = "duckdb"
    statement_compiler = _Expressions
    supports_statement_cache = True


@compiles(Number, "duckdb")
def _double(element: Number, compiler: DDLCompiler, **options: Any) -> str:
    return "DOUBLE"  # REAL has 32 bits here


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ISO = "%Y-%m-%dT%H:%M:%S.%gZ"


def _quoted(text: str) -> ColumnElement[Any]:
    """A text of ours, as a constant."""
    return literal_column(f"'{text}'")


def _list(texts: ColumnElement[Any]) -> ColumnElement[Any]:
    """A JSON array of texts as a list."""
    return func.from_json(texts, _quoted('["VARCHAR"]'))


def _listed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The texts of the array in a JSON column; none where it is no array."""
    return _list(func.mastra_texts(column))


def _rows(listed: ColumnElement[Any], name: str) -> ColumnElement[Any]:
    """The elements of a list, as rows beside that which it is in."""
    rows = func.unnest(listed).table_valued(sql_column("value", Text()), name=name)
    return rows.render_derived().c.value


class DuckDBDialect(Dialect):
    name: ClassVar[str] = "duckdb"
    layout: ClassVar[Layout] = "sqlite"
    mirrors: ClassVar[bool] = False
    filters_content: ClassVar[bool] = False
    names_constraints: ClassVar[bool] = False
    empty_unless_told: ClassVar[bool] = True
    largest_entry: ClassVar[int | None] = None

    def __init__(self) -> None:
        make: type[Any] = _Compiler
        self.compiler: Compiler = make(paramstyle="qmark")

    def exact(self, column: ColumnElement[str]) -> ColumnElement[str]:
        return column

    def one_of(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        return column.in_(select(func.unnest(_list(bindparam(parameter, type_=TextList())))))

    def in_rows_of(
        self, column: ColumnElement[str], rows: Select[tuple[str]] | CompoundSelect[tuple[str]]
    ) -> ColumnElement[bool]:
        return column.in_(rows)

    def table_of(self, parameter: str, columns: Sequence[str]) -> FromClause:
        lists = func.from_json(bindparam(parameter, type_=Rows()), _quoted('[["VARCHAR"]]'))
        rows = select(func.unnest(lists).label("value")).subquery("given")
        return select(
            *(
                func.list_extract(rows.c.value, literal_column(str(index)), type_=Text()).label(
                    name
                )
                for index, name in enumerate(columns, start=1)
            )
        ).subquery("listed")

    def contains(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        return func.mastra_matches(column, bindparam(parameter, type_=Json()), type_=Boolean())

    def has_all(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        return self.includes(column, parameter)

    def absent_last(self, key: ColumnElement[Any]) -> ColumnElement[Any]:
        return func.coalesce(key, _quoted("~"))

    def merged(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        return func.mastra_merge(column, bindparam(parameter, type_=Json()), type_=Json())

    def overlaps(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        return func.list_has_any(_listed(column), _list(bindparam(parameter, type_=TextList())))

    def includes(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        return func.list_has_all(_listed(column), _list(bindparam(parameter, type_=TextList())))

    def present(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        return func.json_type(column) != _quoted("NULL")

    def text_within(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        return func.mastra_text_within(column, bindparam(parameter), type_=Boolean())

    def part_of(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        small = func.translate(column, _quoted(_LETTERS.upper()), _quoted(_LETTERS))
        return func.contains(small, bindparam(parameter), type_=Boolean())

    def later(self, table: Table, key: str, parameter: str) -> Mapping[str, ColumnElement[Any]]:
        return {key: func.greatest(table.c[key], bindparam(parameter, type_=Utc()))}

    def instant(self, table: FromClause, key: str) -> ColumnElement[Any]:
        return table.c[key]

    def text_at(self, column: ColumnElement[Any], path: Sequence[str]) -> ColumnElement[Any]:
        return func.mastra_text_at(column, _quoted(json.dumps(list(path))), type_=Text())

    def any_text(
        self, column: ColumnElement[Any], paths: Sequence[TextPath], parameter: str
    ) -> ColumnElement[bool]:
        where = _quoted(json.dumps(list(map(astuple, paths))))
        return func.mastra_any_text(column, where, bindparam(parameter), type_=Boolean())

    def text_index(
        self, name: str, column: Column[Any], paths: Sequence[TextPath]
    ) -> tuple[Index, ...]:
        return ()

    def found_first(self, key: ColumnElement[Any]) -> ColumnElement[Any]:
        return key

    def members(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        wanted = bindparam(parameter, type_=TextList())
        return func.mastra_members(column, wanted, type_=Json())

    def member_text(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        path = func.json_array(bindparam(parameter))
        return func.mastra_text_at(column, path, type_=Text())

    def names_in(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        return _rows(func.json_keys(column), "member")

    def texts_in(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        return _rows(_listed(column), "item")

    def total(self, number: ColumnElement[Any]) -> ColumnElement[float]:
        return func.mastra_total(func.list(number), type_=Number())

    def seconds(self, column: ColumnElement[Any]) -> ColumnElement[int]:
        moment: Any = cast(func.epoch_ms(func.strptime(column, _quoted(_ISO))), BigInteger)
        return func.floor(moment / 1000, type_=BigInteger())

    def clock(self) -> ColumnElement[int]:
        # When the transaction began: the driver has waited for its turn to write before that.
        return func.epoch_ms(func.now(), type_=BigInteger())

    def exists(self, table: Table) -> Select[Any]:
        there = func.duckdb_tables().table_valued("table_name")
        return select(there.c.table_name).where(there.c.table_name == _quoted(table.name))

    def anchor(self, column: Column[datetime]) -> ColumnElement[datetime]:
        return column

    def upsert(self, table: Table) -> Upsert:
        return insert(table)


DUCKDB = DuckDBDialect()
