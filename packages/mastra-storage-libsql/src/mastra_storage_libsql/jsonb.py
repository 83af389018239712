"""Reads SQLite's JSONB, which the original writes and engines before 3.45 cannot read.

An element is a header and a payload. The low half of the first byte is the type; the high half is
the payload's length, or says in how many bytes the length follows. An array holds its elements back
to back, an object its keys and values in turn. Nothing here writes: both sides read JSON text.
"""

import json
import math
import re
from collections.abc import Callable
from typing import Any, TypeAlias

JsonValue: TypeAlias = Any
"""What `json.loads` returns."""

MAX_DEPTH = 2_000
"""Containers inside one another. SQLite's own limit is 1,000."""

_ARRAY, _OBJECT = 11, 12
_INTEGER = re.compile(rb"-?[0-9]+")
_INTEGER5 = re.compile(rb"[+-]?0[xX][0-9a-fA-F]+")
_FLOAT = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_FLOAT5 = re.compile(rb"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NO_NUMBER = re.compile(rb"[+-]?(?:[Ii]nf(?:inity)?|[Nn]a[Nn])")
_SPECIAL = re.compile(rb'["\\\x00-\x1f]')
_JSON5 = re.compile(r'\\(\r\n|0(?![0-9])|[^0])|["\x00-\x1f]', re.DOTALL)
_AS_JSON = {"'": "'", "v": r"\u000b", "x": r"\u00", "0": r"\u0000"} | dict.fromkeys(
    ("\n", "\r", "\r\n", "\u2028", "\u2029"), ""
)


def decode(blob: bytes) -> JsonValue:
    """Return the value of a JSONB blob: integers exact, `None` for what is beyond a float.

    Of a repeated key the last value counts; lone surrogates are kept. `ValueError`, which shows
    nothing of the content, if anything in the blob is not JSONB, or for more than 2,000 levels.
    """
    root: list[JsonValue] = []
    container: list[JsonValue] | dict[str, JsonValue] = root
    around: list[tuple[list[JsonValue] | dict[str, JsonValue], int]] = []
    position, end = 0, len(blob)
    while position < end or around:
        if position == end:
            container, end = around.pop()
            continue
        kind, start, position = _element(blob, position, end)
        key = ""
        if isinstance(container, dict):
            if not 7 <= kind <= 10:
                raise ValueError("malformed JSONB: a key is not text")
            key = _SCALARS[kind](blob[start:position])
            kind, start, position = _element(blob, position, end)
        value: JsonValue
        if kind < _ARRAY:
            value = _SCALARS[kind](blob[start:position])
        else:
            value = [] if kind == _ARRAY else {}
        if isinstance(container, dict):
            container[key] = value
        else:
            container.append(value)
        if kind >= _ARRAY:
            if len(around) == MAX_DEPTH:
                raise ValueError(f"JSONB nested deeper than {MAX_DEPTH:,} levels")
            around.append((container, end))
            container, position, end = value, start, position
    if len(root) != 1:
        raise ValueError("malformed JSONB: it must hold one value")
    return root[0]


def _element(blob: bytes, position: int, end: int) -> tuple[int, int, int]:
    """Return the type of an element, and where its payload starts and stops."""
    if position == end:
        raise ValueError("malformed JSONB: a key has no value")
    header = blob[position]
    start = position + 1
    size = header >> 4
    if size > 11:
        width = 1 << (size - 12)
        size = int.from_bytes(blob[start : start + width], "big")
        start += width
    if start + size > end:
        raise ValueError("malformed JSONB: an element is longer than what holds it")
    if header & 15 > _OBJECT:
        raise ValueError("malformed JSONB: unknown type")
    return header & 15, start, start + size


def _constant(value: JsonValue) -> Callable[[bytes], JsonValue]:
    def read(payload: bytes) -> JsonValue:
        if payload:
            raise ValueError("malformed JSONB: null, true and false have no payload")
        return value

    return read


def _integer(payload: bytes) -> int:
    if not _INTEGER.fullmatch(payload):
        raise ValueError("malformed JSONB: an integer is not one")
    return int(payload)


def _integer5(payload: bytes) -> int:
    if not _INTEGER5.fullmatch(payload):
        return _integer(payload.removeprefix(b"+"))
    return int(payload, 16)


def _float(payload: bytes) -> float | None:
    if not _FLOAT.fullmatch(payload):
        raise ValueError("malformed JSONB: a number is not one")
    return _finite(payload)


def _float5(payload: bytes) -> float | None:
    if _FLOAT5.fullmatch(payload):
        return _finite(payload)
    if _NO_NUMBER.fullmatch(payload):
        return None
    raise ValueError("malformed JSONB: a number is not one")


def _finite(digits: bytes) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


def _plain(payload: bytes) -> str:
    if _SPECIAL.search(payload):
        raise ValueError("malformed JSONB: plain text with characters that need escapes")
    return _raw(payload)


def _raw(payload: bytes) -> str:
    try:
        return payload.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        raise ValueError("malformed JSONB: text is not UTF-8") from None


def _escaped(payload: bytes) -> str:
    return _unescaped(_raw(payload))


def _escaped5(payload: bytes) -> str:
    return _unescaped(_JSON5.sub(_json_escape, _raw(payload)))


def _json_escape(match: re.Match[str]) -> str:
    """Spell an escape of JSON5, or a character that only JSON5 lets stand, as JSON does."""
    escape = match[1]
    return json.dumps(match[0])[1:-1] if escape is None else _AS_JSON.get(escape, match[0])


def _unescaped(body: str) -> str:
    try:
        text = json.loads(f'"{body}"')
    except ValueError:
        raise ValueError("malformed JSONB: text with a wrong escape") from None
    return str(text)


_SCALARS: tuple[Callable[[bytes], JsonValue], ...] = (
    _constant(None),
    _constant(True),
    _constant(False),
    _integer,
    _integer5,
    _float,
    _float5,
    _plain,
    _escaped,
    _escaped5,
    _raw,
)
