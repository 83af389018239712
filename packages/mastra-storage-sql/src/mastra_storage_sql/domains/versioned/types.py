"""Column types that only versioned entities have."""

from typing import Any

from mastra_storage_core.jsoncodec import decode, encode
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import DDLCompiler
from sqlalchemy.types import UserDefinedType

from mastra_storage_sql.types import Convert, Json

_NO_LIMIT = 2**63


class JsonOnce(Json):
    """A JSON value that may be a text, and stays one even if it looks like JSON."""

    cache_ok = True

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        decode_blob: Convert = getattr(dialect, "decode_jsonb", decode)
        return lambda value: decode_blob(value) if isinstance(value, bytes) else decode(value)


class Blocks(UserDefinedType[Any]):
    """A text, or an array of blocks, in one column of text: the array as JSON.

    The original reads whatever is a JSON array as blocks. So a text that looks like one is written
    as the one block that says the same, and read back as the text.
    """

    cache_ok = True

    def bind_processor(self, dialect: Compiler) -> Convert:
        return _written

    def result_processor(self, dialect: Compiler, coltype: object) -> Convert:
        return _read


@compiles(Blocks)
def _spelled(element: Blocks, compiler: DDLCompiler, **options: Any) -> str:
    return "TEXT"


def _written(value: Any) -> str:
    if not isinstance(value, str):
        return _json(value)
    return _json([{"type": "text", "content": value}]) if _is_array(value) else value


def _read(stored: str) -> Any:
    if not _is_array(stored):
        return stored
    match blocks := decode(stored):
        case [{"type": "text", "content": str(text), **others}] if not others and _is_array(text):
            return text
    return blocks


def _is_array(text: str) -> bool:
    if not text.lstrip().startswith("["):
        return False
    try:
        return isinstance(decode(text), list)
    except (ValueError, RecursionError):
        return False


def _json(value: Any) -> str:
    return encode(value, "blocks", _NO_LIMIT).text
