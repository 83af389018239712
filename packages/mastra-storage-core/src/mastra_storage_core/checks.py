"""What a caller may pass. Everything here raises `InvalidInputError` before any I/O, on every
backend alike.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES, encode

T = TypeVar("T")

MAX_ID_BYTES = 1024
"""Two ids and a time fit into an entry of an index of PostgreSQL, which has 2,704 bytes at most."""

_KEY = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*\Z", re.ASCII)
_MAX_KEY = 128
_RESERVED = frozenset({"__proto__", "prototype", "constructor"})
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, which PostgreSQL refuses and the original's SQLite driver cuts at, and lone surrogates."""


def text(value: object, what: str, max_bytes: int = DEFAULT_MAX_BYTES) -> str:
    """Check plain text: a title, a name, working memory. It may be empty."""
    if not isinstance(value, str):
        raise InvalidInputError(f"{what} must be text, not {type(value).__name__}")
    # Whether a text is ASCII is known without looking: 0.1 µs, of which the expression takes 0.3.
    if "\0" in value if value.isascii() else _UNSTORABLE.search(value):
        raise InvalidInputError(
            f"{what} contains a NUL or a lone surrogate, which no backend stores"
        )
    # A character takes one to four bytes, so most texts need no count.
    if len(value) * 4 > max_bytes and (size := len(value.encode())) > max_bytes:
        raise InvalidInputError(
            f"{what} is {size:,} bytes; this store is opened with a limit of {max_bytes:,}"
        )
    return value


def identifier(value: object, what: str) -> str:
    """Check an id: text that is not blank, 1,024 bytes at most. It is data, never a pattern."""
    if not text(value, what).strip():
        raise InvalidInputError(f"{what} must not be empty")
    checked = str(value)
    if len(checked) * 4 > MAX_ID_BYTES and len(checked.encode()) > MAX_ID_BYTES:
        raise InvalidInputError(f"{what} has more than {MAX_ID_BYTES:,} bytes")
    return checked


def optional_identifier(value: object, what: str) -> str | None:
    """Check an id that may be absent."""
    return None if value is None else identifier(value, what)


def identifiers(values: object, what: str) -> list[str]:
    """Check several ids; repeated ones count once, the first place is kept."""
    if isinstance(values, (str, Mapping)) or not isinstance(values, Iterable):
        raise InvalidInputError(f"{what} must be a list of ids, not {type(values).__name__}")
    return list(dict.fromkeys(identifier(value, f"an id in {what}") for value in values))


def flag(value: object, what: str) -> bool:
    """Check a boolean."""
    if not isinstance(value, bool):
        raise InvalidInputError(f"{what} must be true or false, not {type(value).__name__}")
    return value


def count(value: object, what: str, largest: int = 2**31 - 1) -> int:
    """Check a whole number from 0 to `largest`."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= largest:
        raise InvalidInputError(
            f"{what} must be a whole number from 0 to {largest}, not {named(value)}"
        )
    return value


def number(value: object, what: str) -> float:
    """Check a finite number; return it in double precision, and a negative zero as zero."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        try:
            found = float(value) + 0.0
        except OverflowError:
            found = math.inf
        if math.isfinite(found):
            return found
    raise InvalidInputError(f"{what} must be a finite number, not {named(value)}")


def instances(values: Sequence[T], kind: type[T], what: str) -> list[T]:
    """Check that every value is a `kind`."""
    if isinstance(values, (str, bytes, Mapping)) or not isinstance(values, Iterable):
        raise InvalidInputError(
            f"{what} must be a list of {kind.__name__}, not {type(values).__name__}"
        )
    for value in values:
        if not isinstance(value, kind):
            raise InvalidInputError(
                f"{what} must hold {kind.__name__} values, not {type(value).__name__}"
            )
    return list(values)


def json_object(value: object, what: str, max_bytes: int) -> dict[str, Any]:
    """Check a JSON object; return a copy of it as it will be read back."""
    if not isinstance(value, Mapping):
        raise InvalidInputError(f"{what} must be a JSON object, not {type(value).__name__}")
    copy: dict[str, Any] = encode(dict(value), what, max_bytes).value
    return copy


def metadata_filter(value: object, max_bytes: int) -> dict[str, Any]:
    """Check a metadata filter: pairs that must all match (`mastra_storage_core.matching`). Empty
    filters nothing.

    A key is a letter or an underscore, then letters, digits and underscores, 128 at the most, and
    none of the names by which JavaScript reaches an object's prototype.
    """
    if value is None:
        return {}
    wanted = json_object(value, "the metadata filter", max_bytes)
    for key in wanted:
        if not _KEY.match(key) or len(key) > _MAX_KEY or key in _RESERVED:
            raise InvalidInputError(
                f"invalid metadata key {named(key)}: a key starts with a letter or underscore, "
                "goes on with letters, digits or underscores, has at most "
                f"{_MAX_KEY} characters and is no reserved word"
            )
    return wanted
