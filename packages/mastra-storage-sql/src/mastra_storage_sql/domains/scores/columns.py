"""Column types that only scores have."""

from typing import Any

from mastra_storage_core.jsoncodec import decode, decode_or_text, encode
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import DDLCompiler
from sqlalchemy.types import UserDefinedType

from mastra_storage_sql.types import Convert, Json

_NO_LIMIT = 2**63


class JsonTwice(Json):
    """A JSON value that is bound as text, since it was written to be checked, and that the
    original's PostgreSQL adapter encodes twice: its `jsonb` is a text that holds JSON. A text that
    looks like JSON stays a text, and jsonb changes nothing in it.
    """

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return _as_json_text if dialect.name == "postgresql" else str

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        if dialect.name == "postgresql":
            return _read_twice
        decode_blob: Convert = getattr(dialect, "decode_jsonb", decode)
        return lambda value: decode_blob(value) if isinstance(value, bytes) else decode(value)


class Double(UserDefinedType[float]):
    """A number in double precision."""

    cache_ok = True


@compiles(Double)
def _spell(element: Double, compiler: DDLCompiler, **options: Any) -> str:
    return "REAL"


@compiles(Double, "postgresql")
def _spell_for_postgres(element: Double, compiler: DDLCompiler, **options: Any) -> str:
    return "DOUBLE PRECISION"


def _as_json_text(text: str) -> str:
    return encode(text, "a JSON value", _NO_LIMIT).text


def _read_twice(value: str) -> Any:
    found = decode(value)
    if not isinstance(found, str):
        return found
    # The original's adapter writes an empty text where there is no value and must be one.
    return decode_or_text(found) if found else None
