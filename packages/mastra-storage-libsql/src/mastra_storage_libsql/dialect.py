"""How SQLite says what SQL leaves open; compiles only. SQLite 3.35 is the oldest that understands
it (RETURNING).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from mastra_storage_sql.dialect import Dialect, Layout, TextPath
from mastra_storage_sql.statement import Upsert
from mastra_storage_sql.types import Json, Number, Rows, TextList, Utc
from sqlalchemy import (
    Column,
    CompoundSelect,
    FromClause,
    Index,
    Integer,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    column as sql_column,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    table as sql_table,
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


_UNIX_EPOCH = "2440587.5"
"""1970 as a Julian day. https://www.sqlite.org/lang_datefunc.html"""


def _quoted(text: str) -> ColumnElement[Any]:
    """A text of ours, as a constant."""
    return literal_column(f"'{text}'")


def _path(names: Sequence[str]) -> ColumnElement[Any]:
    return _quoted("$" + "".join(f'."{name}"' for name in names))


def _pair(text: ColumnElement[Any], path: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.json_extract(text, path, _quoted("$[0]"))


class SqliteDialect(Dialect):
    """SQLite and libSQL. `engine_jsonb` leaves the reading of JSONB blobs to the engine, from
    SQLite 3.45.
    """

    name: ClassVar[str] = "sqlite"
    layout: ClassVar[Layout] = "sqlite"
    mirrors: ClassVar[bool] = False
    filters_content: ClassVar[bool] = True
    names_constraints: ClassVar[bool] = False
    empty_unless_told: ClassVar[bool] = True
    largest_entry: ClassVar[int | None] = None

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

    def has_all(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        wanted = bindparam(parameter, type_=TextList())
        return func.mastra_has_all(column, wanted) == literal_column("1")

    def absent_last(self, key: ColumnElement[Any]) -> ColumnElement[Any]:
        # Above every digit. With NULLS LAST no index would have the order.
        return func.coalesce(key, _quoted("~"))

    def merged(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        return func.mastra_merge(column, bindparam(parameter, type_=Json()))

    def overlaps(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        listed = func.json_each(self._readable(column)).table_valued("value", name="member")
        found = self.one_of(listed.c.value, parameter)
        return exists(select(literal_column("1")).select_from(listed).where(found))

    def includes(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        wanted = func.json_each(bindparam(parameter, type_=TextList())).table_valued("value")
        listed = func.json_each(self._readable(column)).table_valued("value", name="member")
        # Compared one by one: in a column that holds null, everything would be among its values.
        same: Select[Any] = (
            select(literal_column("1")).select_from(listed).where(listed.c.value == wanted.c.value)
        )
        missing = ~exists(same.correlate(wanted))
        return ~exists(select(literal_column("1")).select_from(wanted).where(missing))

    def present(self, column: ColumnElement[Any]) -> ColumnElement[bool]:
        return func.json_type(self._readable(column)) != _quoted("null")

    def text_within(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[bool]:
        listed = func.json_tree(self._readable(column)).table_valued("atom", "type", name="member")
        is_text = listed.c.type == _quoted("text")
        found = self.part_of(listed.c.atom, parameter)
        return exists(select(literal_column("1")).select_from(listed).where(is_text, found))

    def part_of(self, column: ColumnElement[str], parameter: str) -> ColumnElement[bool]:
        # lower() knows the letters A to Z, and no others, which is what is promised.
        return func.instr(func.lower(column), bindparam(parameter)) > literal_column("0")

    def later(self, table: Table, key: str, parameter: str) -> Mapping[str, ColumnElement[Any]]:
        return {key: func.max(table.c[key], bindparam(parameter, type_=Utc()))}

    def instant(self, table: FromClause, key: str) -> ColumnElement[Any]:
        return table.c[key]

    def text_at(self, column: ColumnElement[Any], path: Sequence[str]) -> ColumnElement[Any]:
        return func.json_extract(self._readable(column), _path(path), type_=Text())

    def any_text(
        self, column: ColumnElement[Any], paths: Sequence[TextPath], parameter: str
    ) -> ColumnElement[bool]:
        return or_(*(self._is_text(column, path, bindparam(parameter)) for path in paths))

    def _is_text(
        self, column: ColumnElement[Any], path: TextPath, text: ColumnElement[Any]
    ) -> ColumnElement[bool]:
        if path.where is None:
            return self.text_at(column, (path.parent, *path.leaf)) == text
        name, word = path.where
        listed = func.json_each(self._readable(column), _path([path.parent])).table_valued(
            "key", "value", "type", name="member"
        )
        says = func.json_extract(listed.c.value, _path([name])) == _quoted(word)
        found = func.json_extract(listed.c.value, _path(path.leaf), type_=Text()) == text
        # In a CASE, since what is no object need not be JSON by itself. Items of an array have
        # numbers for keys: they are no members.
        is_object = listed.c.type == _quoted("object")
        is_member = func.typeof(listed.c.key) == _quoted("text")
        fits = case((and_(is_object, is_member), and_(says, found)), else_=false())
        return exists(select(literal_column("1")).select_from(listed).where(fits))

    def text_index(
        self, name: str, column: Column[Any], paths: Sequence[TextPath]
    ) -> tuple[Index, ...]:
        return ()

    def found_first(self, key: ColumnElement[Any]) -> ColumnElement[Any]:
        return key

    def members(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        """Asked for two paths at once, of which one does not exist, the engine answers `[…,null]`,
        and between the bracket and the comma is the value to the letter; alone, a large integer
        would come back as a float.
        """
        text = self._readable(column)
        named = func.json_each(bindparam(parameter, type_=TextList())).table_valued("value")
        name = named.c.value
        # By a path a snapshot is parsed once, which is most of the time: to list the members
        # first, and to look at one then, parses it twice. A path has no way to quote a quote.
        path = _quoted('$."').concat(name).concat(_quoted('"'))
        plain = func.instr(name, _quoted('"')) + func.instr(name, _quoted("\\"))
        listed = func.json_each(text).table_valued("key", "fullkey", name="member")
        odd = select(_pair(text, listed.c.fullkey)).where(listed.c.key == name)
        odd_pair = odd.correlate_except(listed).scalar_subquery()
        pair = case((plain == literal_column("0"), _pair(text, path)), else_=odd_pair)
        # The limit keeps the engine from evaluating a pair anew wherever it is named.
        limited = select(name, pair.label("pair")).limit(literal_column("-1"))
        pairs = limited.correlate_except(named).subquery("pairs")
        value = func.json(func.substr(pairs.c.pair, 2, func.length(pairs.c.pair) - len("[,null]")))
        there = exists(literal_column("1")).where(listed.c.key == pairs.c.value)
        is_found = or_(pairs.c.pair != _quoted("[null,null]"), there.select_from(listed))
        members = func.json_group_object(pairs.c.value, value, type_=Json())
        return select(members).select_from(pairs).where(is_found).scalar_subquery()

    def member_text(self, column: ColumnElement[Any], parameter: str) -> ColumnElement[Any]:
        # Not by a path, which cannot name a member with a quote in its name.
        listed = func.json_each(self._readable(column)).table_valued("key", "value", name="member")
        named = listed.c.key == bindparam(parameter)
        return select(listed.c.value).select_from(listed).where(named).scalar_subquery()

    def names_in(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        listed = func.json_each(self._readable(column)).table_valued("key", name="member")
        return listed.c.key

    def texts_in(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        text = self._readable(column)
        is_array = func.json_type(text) == _quoted("array")
        listed = func.json_each(case((is_array, text), else_=_quoted("[]"))).table_valued(
            "value", name="item"
        )
        return listed.c.value

    def total(self, number: ColumnElement[Any]) -> ColumnElement[float]:
        return func.mastra_total(number, type_=Number())

    def seconds(self, column: ColumnElement[Any]) -> ColumnElement[int]:
        return cast(func.strftime(_quoted("%s"), column), Integer)

    def clock(self) -> ColumnElement[int]:
        days = func.julianday(_quoted("now")) - literal_column(_UNIX_EPOCH)
        return cast(func.round(days * 86_400_000), Integer)

    def exists(self, table: Table) -> Select[Any]:
        catalogue = sql_table("sqlite_master", sql_column("type"), sql_column("name"))
        return select(catalogue.c.name).where(
            catalogue.c.type == _quoted("table"), catalogue.c.name == _quoted(table.name)
        )

    def _readable(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        """JSON as the engine's functions take it: one that knows no JSONB is given text."""
        known = getattr(self.compiler, "engine_jsonb", False)
        return column if known else func.mastra_text(column)

    def anchor(self, column: Column[datetime]) -> ColumnElement[datetime]:
        # An update by the original's adapter leaves the time in quotes, which sort before digits.
        return func.trim(column, literal_column("""'"'"""), type_=Utc())

    def upsert(self, table: Table) -> Upsert:
        return insert(table)


SQLITE = SqliteDialect(engine_jsonb=False)
SQLITE_WITH_JSONB = SqliteDialect(engine_jsonb=True)
