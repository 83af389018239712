"""JSON in and out: what of Python is JSON, how it is written, how it is read back.

`encode` runs once for every message that is saved and `decode` once for every one that is read, so
both have a fast path: encoding, decoding the result and comparing the two costs 4 µs for a message
of 440 bytes, where walking it with a validator costs 9. What the fast path cannot prove to be plain
JSON goes through `_cleaned`, which is the definition.
"""

import json
import math
from typing import Any, NamedTuple

from pydantic_core import PydanticSerializationError, from_json, to_json

from mastra_storage_core.errors import InvalidInputError

MAX_DEPTH = 200
"""Containers inside one another. The original's SQLite cannot read a list of rows once one of them
has over 1,000.
"""

TOO_LARGE = 10**4300
"""Python itself neither writes nor reads integers of over 4,300 digits."""

DEFAULT_MAX_BYTES = 64 * 1024 * 1024
"""The largest JSON value that is written, unless the store is opened with another limit."""


class Encoded(NamedTuple):
    text: str
    """Compact JSON. Lone surrogates are escaped, so it is always valid UTF-8."""
    value: Any
    """A copy of the value as it will be read back: nothing in it is shared with the caller."""


def encode(value: object, what: str, max_bytes: int = DEFAULT_MAX_BYTES) -> Encoded:
    """Write a JSON value, which `what` names in errors. NaN and infinities become null, tuples
    become arrays.

    `InvalidInputError` for anything else that is not JSON, for keys that are not text, for more
    than 200 levels, and for more than `max_bytes` of UTF-8.
    """
    try:
        data = to_json(value, inf_nan_mode="null")
        copy = from_json(data)
        if copy != value or _too_deep(copy, data):
            copy = _cleaned(value, what, 0)
            data = to_json(copy)
    except (PydanticSerializationError, RecursionError, ValueError):
        copy = _cleaned(value, what, 0)
        # Only lone surrogates get here: as escapes they are valid JSON, as UTF-8 they are not.
        data = json.dumps(copy, separators=(",", ":")).encode()
    if len(data) > max_bytes:
        raise InvalidInputError(
            f"{what} is {len(data):,} bytes of JSON; this store is opened with a limit of "
            f"{max_bytes:,}{_largest(copy, what)}"
        )
    return Encoded(data.decode(), copy)


def decode(text: str | bytes) -> Any:
    """Read JSON text; lone surrogates may stand in it. `ValueError` if it is none. NaN and
    infinities become null; a number that no float holds, such as `1e999`, is infinity.
    """
    try:
        return from_json(text, allow_inf_nan=False)
    except (TypeError, ValueError):  # the former for lone surrogates
        return json.loads(text, parse_constant=lambda _: None, parse_float=_finite)


def decode_or_text(text: str) -> Any:
    """Read JSON text, or return the text itself if it is not JSON: message contents of the oldest
    rows are plain.
    """
    try:
        return decode(text)
    except (ValueError, RecursionError):
        return text


def _too_deep(value: Any, data: bytes) -> bool:
    """Return whether decoded JSON has too many levels. Few bytes cannot be many levels, nor can few
    brackets, which take a tenth of `encode` to count; where there are more, the containers alone
    are walked, level by level: 1 ms for a megabyte, of which a walk through `_cleaned` takes 40.
    """
    if len(data) <= 2 * MAX_DEPTH or data.count(b"[") + data.count(b"{") <= MAX_DEPTH:
        return False
    level: list[Any] = [[value]]
    for _ in range(MAX_DEPTH + 1):
        if not level:
            return False
        level = [
            item
            for container in level
            for item in (container.values() if isinstance(container, dict) else container)
            if isinstance(item, (dict, list))
        ]
    return bool(level)


_SHOWN = 3
"""How many paths an error names."""

_OPENED = 10
"""How many places are opened to look for larger ones inside. Each is written once to be measured:
without a bound, 64 MiB below 190 levels took half a minute, of which nobody reads the path.
"""

_MANY = 1_000
"""The members that are measured one by one. Of a list of nine million numbers that took half a
minute and three gigabytes; such a list is named itself.
"""


class _Member(NamedTuple):
    size: int
    path: str
    value: Any


def _largest(value: Any, what: str) -> str:
    """Say where the bytes of a value are: the largest places that no single member has half of."""
    found: list[str] = []
    opened = 0
    places = sorted(_members(value, what), key=_by_size)
    while places and len(found) < _SHOWN:
        place = places.pop()
        members = _members(place.value, place.path) if opened < _OPENED else []
        opened += 1
        if any(2 * member.size >= place.size for member in members):
            places = sorted([*places, *members], key=_by_size)
        else:
            found.append(f"{place.path[:200]} has {place.size:,}")
    return f"; of these, {', '.join(found)}" if found else ""


def _members(value: Any, path: str) -> list[_Member]:
    if isinstance(value, (dict, list)) and len(value) > _MANY:
        return []
    if isinstance(value, dict):
        named = [(f"{path}.{key:.40}", item) for key, item in value.items()]
    elif isinstance(value, list):
        named = [(f"{path}[{index}]", item) for index, item in enumerate(value)]
    else:
        return []
    return [_Member(_size(item), place, item) for place, item in named]


def _by_size(member: _Member) -> int:
    return member.size


def _size(value: Any) -> int:
    try:
        return len(to_json(value))
    except (PydanticSerializationError, ValueError):  # lone surrogates, as in `encode`
        return len(json.dumps(value, separators=(",", ":")))


def _finite(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


def _cleaned(value: object, what: str, depth: int) -> Any:
    """Copy a value as JSON, or say where it is not."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return _readable(value, what)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if depth == MAX_DEPTH:
        raise InvalidInputError(f"{what[:200]} is nested deeper than {MAX_DEPTH} levels")
    if isinstance(value, (list, tuple)):
        return [_cleaned(item, f"{what}[{index}]", depth + 1) for index, item in enumerate(value)]
    if isinstance(value, dict):
        return {
            _key(key, what): _cleaned(item, f"{what}.{key:.40}", depth + 1)
            for key, item in value.items()
        }
    raise InvalidInputError(f"{what[:200]} is a {type(value).__name__}, which JSON cannot hold")


def _readable(number: int, what: str) -> int:
    if abs(number) >= TOO_LARGE:
        raise InvalidInputError(f"{what[:200]} is an integer of over 4,300 digits")
    return number


def _key(key: object, what: str) -> str:
    if isinstance(key, str):
        return key
    raise InvalidInputError(f"{what[:200]} has a key that is a {type(key).__name__}, not text")
