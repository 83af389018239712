"""How PostgreSQL says what SQL leaves open; compiles only. PostgreSQL 14 is the oldest that
understands it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from typing import Any, ClassVar

from mastra_storage_sql.dialect import Dialect, Layout, TextPath
from mastra_storage_sql.statement import Upsert
from mastra_storage_sql.types import Json, Rows, TextList, Utc, UtcMirror
from sqlalchemy import (
    BigInteger,
    Column,
    CompoundSelect,
    Double,
    FromClause,
    Index,
    Select,
    Table,
    Text,
    and_,
    any_,
    bindparam,
    case,
    cast,
    exists,
    extract,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

_MILLISECONDS = text("'milliseconds'")
"""No column, not even a literal one: an index takes its table from the first column that it finds.
"""
_UTC: ColumnElement[str] = literal_column("'UTC'")


class PostgresDialect(Dialect):
    name: ClassVar[str] = "postgresql"
    layout: ClassVar[Layout] = "postgresql"
    mirrors: ClassVar[bool] = True
    filters_content: ClassVar[bool] = False
    """A cast of text that is no JSON fails the statement, and before version 16 nothing can ask
    first.
    """

    names_constraints: ClassVar[bool] = True
    empty_unless_told: ClassVar[bool] = False
    largest_entry: ClassVar[int | None] = 2_704

    def __init__(self) -> None:
        make: type[Any] = PGDialect
        self.compiler = make(paramstyle="numeric_dollar")

    def exact(self, column: ColumnElement[str]) -> ColumnElement[str]:
        return column.collate("C")

    def one_of(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        return column == any_(bindparam(parameter, type_=TextList()))

    def one_of_keys(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        # A list that is a parameter has a length, from which the server plans anew on each call;
        # rows have none. Of 300 µs for the two statements before a save, plans took 170.
        return self.in_rows_of(column, select(_rows(parameter)))

    def in_rows_of(
        self, column: ColumnElement[str], rows: Select[tuple[str]] | CompoundSelect[tuple[str]]
    ) -> ColumnElement[bool]:
        # As an array the subquery becomes a condition of the index; as a set it would be a
        # filter on every row.
        return column == any_(func.array(rows.scalar_subquery()))

    def table_of(self, parameter: str, columns: Sequence[str]) -> FromClause:
        listed = func.json_array_elements(bindparam(parameter, type_=Rows())).table_valued("value")
        return select(
            *(
                listed.c.value.op("->>")(literal_column(str(index))).label(name)
                for index, name in enumerate(columns)
            )
        ).subquery("listed")

    def contains(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        """Containment, which is right for everything but arrays: those must be equal."""
        arrays = bindparam(f"{parameter}__arrays", type_=_Arrays())
        listed = func.jsonb_array_elements(arrays).table_valued("value", name="listed")
        steps = func.jsonb_array_elements_text(listed.c.value.op("->")(literal_column("'path'")))
        path = select(steps).correlate(listed).scalar_subquery()
        found = column.op("#>")(func.array(path))
        differs = found.is_distinct_from(listed.c.value.op("->")(literal_column("'value'")))
        return and_(
            column.op("@>")(bindparam(parameter, type_=Json())),
            ~exists(select(literal_column("1")).select_from(listed).where(differs)),
        )

    def has_all(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        return column.op("@>")(bindparam(parameter, type_=Json()))

    def absent_last(self, key: ColumnElement[Any]) -> ColumnElement[Any]:
        return key

    def merged(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        inner = column.op("#>>")(literal_column("'{}'"))
        old = case(
            (func.jsonb_typeof(column) == literal_column("'object'"), column),
            # The original's adapter encodes the metadata of resources twice.
            (inner.like(literal_column("'{%'")), cast(inner, Json())),
            else_=literal_column("'{}'::jsonb"),
        )
        return old.op("||")(bindparam(parameter, type_=Json()))

    def overlaps(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        return column.op("?|", is_comparison=True)(bindparam(parameter, type_=TextList()))

    def includes(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        return column.op("?&", is_comparison=True)(bindparam(parameter, type_=TextList()))

    def present(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        return func.jsonb_typeof(column) != literal_column("'null'")

    def text_within(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        texts = (
            func.jsonb_path_query(column, text(_EVERY_TEXT)).table_valued("value").render_derived()
        )
        found = self.part_of(texts.c.value.op("#>>")(literal_column("'{}'")), parameter)
        return exists(select(literal_column("1")).select_from(texts).where(found))

    def part_of(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        # In the collation C, lower() knows the letters A to Z, and no others.
        small = func.lower(column.collate("C"))
        return func.strpos(small, bindparam(parameter)) > literal_column("0")

    def later(self, table: Table, key: str, parameter: str) -> Mapping[str, ColumnElement[Any]]:
        column, mirror = table.c[key], table.c[f"{key}_z"]
        old = func.coalesce(mirror, func.timezone(_UTC, column))
        new = func.date_trunc(
            _MILLISECONDS, func.greatest(old, bindparam(parameter, type_=UtcMirror()))
        )
        return {key: func.timezone(_UTC, new), f"{key}_z": new}

    def instant(self, table: FromClause, key: str) -> ColumnElement[Any]:
        """The column itself, or its mirror, where the original writes local time into the other."""
        column = table.c[key]
        if not column.info.get("mirror_is_truth"):
            return column
        truth = func.coalesce(func.timezone(_UTC, table.c[f"{key}_z"]), column)
        return func.date_trunc(_MILLISECONDS, truth, type_=Utc())

    def text_at(self, column: ColumnElement[Any], path: Sequence[str]) -> ColumnElement[Any]:
        if len(path) == 1:  # As an index of the original has it.
            return _jsonb(column).op("->>", return_type=Text())(literal_column(f"'{path[0]}'"))
        steps: ColumnElement[str] = literal_column(f"'{{{','.join(path)}}}'")
        return _jsonb(column).op("#>>", return_type=Text())(steps)

    def any_text(
        self, column: ColumnElement[Any], paths: Sequence[TextPath], parameter: str
    ) -> ColumnElement[bool]:
        wanted = func.jsonb_build_array(cast(bindparam(parameter), Text()))
        found = _texts(_jsonb(column), paths)
        return and_(found != _NONE, found.op("@>")(wanted))

    def text_index(
        self, name: str, column: Column[Any], paths: Sequence[TextPath]
    ) -> tuple[Index, ...]:
        """Only of the rows that have such texts, which may be few."""
        found = _texts(column, paths)
        return (Index(name, found, postgresql_using="gin", postgresql_where=found != _NONE),)

    def found_first(self, key: ColumnElement[Any]) -> ColumnElement[Any]:
        # Of 100,000 runs the first page of a thread took 380 ms otherwise, and 1 ms so.
        return func.coalesce(key, key)

    def members(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        listed = _rows(parameter).table_valued("name").render_derived()
        name = listed.c.name
        # Member by member: `jsonb_each` makes a copy of each first, of which one may be a megabyte.
        value = _jsonb(column).op("->")(name).label("value")
        values = select(name, value).correlate_except(listed).offset(literal_column("0"))
        found = values.subquery("found")
        members = func.jsonb_object_agg(found.c.name, found.c.value)
        some = func.coalesce(members, literal_column("'{}'::jsonb"), type_=Json())
        return select(some).where(found.c.value.is_not(None)).scalar_subquery()

    def member_text(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        return column.op("->>", return_type=Text())(cast(bindparam(parameter), Text()))

    def names_in(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        return func.jsonb_object_keys(column, type_=Text()).column_valued("member")

    def texts_in(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        is_array = func.jsonb_typeof(column) == literal_column("'array'")
        array = case((is_array, column), else_=literal_column("'[]'::jsonb"))
        return func.jsonb_array_elements_text(array, type_=Text()).column_valued("item")

    def total(self, number: ColumnElement[Any]) -> ColumnElement[float]:
        return cast(func.sum(number), Double())

    def seconds(self, column: ColumnElement[Any]) -> ColumnElement[int]:
        return cast(func.floor(extract("epoch", column)), BigInteger)

    def clock(self) -> ColumnElement[int]:
        # Not now(), which is when the transaction began, and may have waited for a lock since.
        seconds = extract("epoch", func.clock_timestamp())
        return cast(func.floor(seconds * 1000), BigInteger)

    def exists(self, table: Table) -> Select[Any]:
        name = self.compiler.identifier_preparer.format_table(table).replace("'", "''")
        there = func.to_regclass(literal_column(f"'{name}'")).is_not(None)
        return select(literal_column("1").label("found")).where(there)

    def anchor(self, column: Column[datetime]) -> ColumnElement[datetime]:
        return func.date_trunc(_MILLISECONDS, column, type_=Utc())

    def upsert(self, table: Table) -> Upsert:
        return insert(table)


def _rows(parameter: str) -> FunctionElement[Any]:
    """A list of texts, which is one parameter, as rows."""
    return func.unnest(cast(bindparam(parameter, type_=TextList()), ARRAY(Text())))


def _jsonb(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """A JSON column as jsonb: in the oldest databases of the original, snapshots are text."""
    return cast(column, Json())


_NONE = text("'[]'::jsonb")

_EVERY_TEXT = """'strict $.** ? (@.type() == "string")'::jsonpath"""
"""Strict, or what is in an array would be found twice."""


def _texts(column: ColumnElement[Any], paths: Sequence[TextPath]) -> ColumnElement[Any]:
    """All that is at some paths, as one array. What does not fit a path is silently left out."""
    # Not `literal_column`, which SQLAlchemy would take for the column that an index is on.
    silently = (text("'{}'"), text("true"))
    first, *others = (
        func.jsonb_path_query_array(column, text(_path(path)), *silently) for path in paths
    )
    return reduce(lambda found, more: found.op("||")(more), others, first)


def _path(path: TextPath) -> str:
    """Strict, or arrays would be looked into. Of members that say so, one without a leaf must not
    end the search.
    """
    leaf, members = "".join(f'."{name}"' for name in path.leaf), ""
    if path.where is not None:
        name, word = path.where
        members = f'.*?(@."{name}" == "{word}" && exists(@{leaf}))'
    return f"""'strict $."{path.parent}"{members}{leaf}'::jsonpath"""


class _Arrays(Json):
    """The arrays of a metadata filter, each with its path."""

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Callable[[Any], str]:
        write = super().bind_processor(dialect)
        return lambda wanted: str(write(_arrays(wanted, [])))


def _arrays(wanted: Mapping[str, Any], path: list[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for key, value in wanted.items():
        if isinstance(value, list):
            found.append({"path": [*path, key], "value": value})
        elif isinstance(value, dict):
            found += _arrays(value, [*path, key])
    return found


POSTGRES = PostgresDialect()
