"""Column types: how JSON, times and flags are spelled in DDL, written and read. The only place that
knows.

Encodings are those of Mastra 1.71. SQLite: JSON as text (the original also writes JSONB blobs),
times as `2024-03-01T10:00:00.000Z`. PostgreSQL: `jsonb`, `timestamp` in UTC, and a `timestamptz`
mirror beside each.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.ids import MILLISECOND, cut
from mastra_storage_core.jsoncodec import decode, decode_or_text, encode
from mastra_storage_core.model import iso
from sqlalchemy import Column
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.compiler import DDLCompiler, SQLCompiler
from sqlalchemy.sql.elements import BindParameter
from sqlalchemy.types import UserDefinedType

from mastra_storage_sql.columns import Reading, json_texts, times_as_text, times_of_driver

Convert: TypeAlias = Callable[[Any], Any]
_NO_LIMIT = 2**63


class Json(UserDefinedType[Any]):
    """A JSON value: `jsonb` where there is such a type, else text."""

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return _jsonb_text if dialect.name == "postgresql" else _json_text

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        read = _read_json_or(getattr(dialect, "decode_jsonb", None))
        return Reading(read, json_texts(read))

    def bind_expression(self, bindvalue: BindParameter[Any]) -> ColumnElement[Any]:
        return _Bound(bindvalue)

    def column_expression(self, column: ColumnElement[Any]) -> ColumnElement[Any]:
        return _Readable(column)


class JsonText(Json):
    """A JSON value in a text column, on every database."""

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return _json_text


class JsonDocument(Json):
    """A JSON value that is bound as text, since it was written to be checked."""

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return _storable if dialect.name == "postgresql" else str


class JsonAny(JsonDocument):
    """A JSON value of which a text is a value like any other: it is not looked into again."""

    cache_ok = True

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        read = _read_any(getattr(dialect, "decode_jsonb", None))
        return Reading(read, json_texts(read, texts=True))


class Utc(UserDefinedType[datetime]):
    """A moment in UTC: text that sorts as time does, or a `timestamp` without a zone."""

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return _naive if dialect.name == "postgresql" else iso

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        times = times_of_driver if dialect.name == "postgresql" else times_as_text
        return Reading(_read_time, times(_read_time))


class UtcMirror(UserDefinedType[datetime]):
    """The same moment as a `timestamptz`, in the column that ends in `Z`."""

    cache_ok = True

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        return Reading(_read_time, times_of_driver(_read_time))


class Flag(UserDefinedType[bool]):
    """A boolean: `boolean`, or 0 and 1."""

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return bool if dialect.name == "postgresql" else int

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        return bool


class Number(UserDefinedType[float]):
    """A finite number, which a sum may be exact about: where there are decimals it is kept as it is
    written, `0.1` as 0.1.
    """

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return _as_written if dialect.name == "postgresql" else float

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        return float


class TextList(UserDefinedType[list[str]]):
    """A list of texts as one parameter: the statement's text does not depend on its length."""

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return list if dialect.name == "postgresql" else _json_text


class Rows(UserDefinedType[list[list[str]]]):
    """A table of texts as one parameter: a list of rows."""

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return _json_text

    def bind_expression(self, bindvalue: BindParameter[Any]) -> ColumnElement[Any]:
        return _Bound(bindvalue)


class _Bound(ColumnElement[Any]):
    """A JSON parameter: a driver is always handed text, whatever codecs its connection has for
    JSON.
    """

    inherit_cache = False

    def __init__(self, parameter: BindParameter[Any]) -> None:
        self.parameter = parameter
        self.type = parameter.type


@compiles(_Bound)
def _compile_bound(element: _Bound, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.parameter, **(options | {"skip_bind_expression": True}))


@compiles(_Bound, "postgresql")
def _cast_bound(element: _Bound, compiler: SQLCompiler, **options: Any) -> str:
    text = compiler.process(element.parameter, **(options | {"skip_bind_expression": True}))
    kind = compiler.dialect.type_compiler_instance.process(element.type)
    return text if kind == "TEXT" else f"CAST({text}::TEXT AS {kind})"


class _Readable(ColumnElement[Any]):
    """A JSON column as it is selected: an engine that knows JSONB turns its blobs into text."""

    inherit_cache = False

    def __init__(self, column: ColumnElement[Any]) -> None:
        self.column = column
        self.type = column.type
        self.name = self.key = getattr(column, "name", None)

    @property
    def _from_objects(self) -> list[Any]:
        return self.column._from_objects  # noqa: SLF001 # what a wrapper of columns must pass on


@compiles(_Readable)
def _compile_readable(element: _Readable, compiler: SQLCompiler, **options: Any) -> str:
    column = compiler.process(element.column, **(options | {"within_columns_clause": False}))
    if getattr(compiler.dialect, "engine_jsonb", False) and isinstance(element.column, Column):
        return f"CASE typeof({column}) WHEN 'blob' THEN json({column}) ELSE {column} END"
    return column


@compiles(_Readable, "postgresql")
def _read_as_text(element: _Readable, compiler: SQLCompiler, **options: Any) -> str:
    column = compiler.process(element.column, **(options | {"within_columns_clause": False}))
    return f"{column}::TEXT"


_DDL: dict[type[UserDefinedType[Any]], tuple[str, str]] = {
    Json: ("TEXT", "JSONB"),
    JsonText: ("TEXT", "TEXT"),
    Utc: ("TEXT", "TIMESTAMP"),
    UtcMirror: ("TEXT", "TIMESTAMPTZ"),
    Flag: ("INTEGER", "BOOLEAN"),
    Number: ("REAL", "NUMERIC"),
    TextList: ("TEXT", "TEXT[]"),
    Rows: ("TEXT", "JSON"),
}
"""How each type is spelled in DDL: elsewhere, and on PostgreSQL."""


def _spell(kind: type[UserDefinedType[Any]], index: int) -> Callable[..., str]:
    def spelled(element: object, compiler: DDLCompiler, **options: Any) -> str:
        return _DDL[kind][index]

    return spelled


for _kind in _DDL:
    compiles(_kind)(_spell(_kind, 0))
    compiles(_kind, "postgresql")(_spell(_kind, 1))


def _json_text(value: object) -> str:
    return encode(value, "a JSON value", _NO_LIMIT).text


def _jsonb_text(value: object) -> str:
    return _storable(_json_text(value))


def _storable(text: str) -> str:
    """Return JSON text that jsonb takes."""
    if "\\u" in text and ("\\u0000" in text or "\\ud" in text):
        return _json_text(_repaired(decode(text)))
    return text


def _repaired(value: Any) -> Any:
    """Replace what jsonb refuses, NUL and lone surrogates, by U+FFFD."""
    if isinstance(value, str):
        return "".join("\ufffd" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in value)
    if isinstance(value, list):
        return [_repaired(item) for item in value]
    if isinstance(value, dict):
        repaired = {_repaired(key): _repaired(item) for key, item in value.items()}
        if len(repaired) != len(value):
            raise InvalidInputError(
                "two keys of a JSON object are equal once NUL and lone surrogates are replaced"
            )
        return repaired
    return value


def _read_json_or(decode_blob: Callable[[bytes], Any] | None) -> Convert:
    def read(value: str | bytes) -> Any:
        if isinstance(value, bytes):
            if decode_blob is None:
                raise ValueError("a blob where JSON text was expected")
            return decode_blob(value)
        found = decode(value)
        # The original's PostgreSQL adapter encodes the metadata of resources twice.
        return decode_or_text(found) if isinstance(found, str) else found

    return read


def _read_any(decode_blob: Callable[[bytes], Any] | None) -> Convert:
    def read(value: str | bytes) -> Any:
        if not isinstance(value, bytes):
            return decode_or_text(value)
        if decode_blob is None:
            raise ValueError("a blob where JSON text was expected")
        return decode_blob(value)

    return read


def _as_written(number: float) -> Decimal:
    return Decimal(repr(number))


def _naive(moment: datetime) -> datetime:
    # Checked times are in UTC; turning them there again was 3 % of storing spans. `replace` takes
    # 0.7 µs, this 0.1.
    in_utc = moment if moment.tzinfo is UTC else moment.astimezone(UTC)
    return datetime.combine(in_utc, in_utc.time())


def _read_time(value: str | datetime) -> datetime:
    if not isinstance(value, datetime):
        # An update by the original's SQLite adapter leaves the time in quotes.
        value = datetime.fromisoformat(str(value).strip('"'))
    if value.tzinfo is not UTC:
        value = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    return cut(value) if value.microsecond % MILLISECOND else value
