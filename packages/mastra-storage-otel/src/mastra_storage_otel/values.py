"""Values of OpenTelemetry as a store takes them. What does not fit is cut or spelled out, never
refused: a trace with a mark of repair is worth more than one with a hole.
"""

import base64
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from mastra_storage_core.jsoncodec import MAX_DEPTH, TOO_LARGE, decode

MAX_TEXT_BYTES = 1024
"""The longest text that a store indexes."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = (datetime.max.replace(tzinfo=UTC) - _EPOCH) // timedelta(microseconds=1)
"""Microseconds that Python can count."""

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_DEEPEST = MAX_DEPTH - 4
"""Attributes lie a few levels deep in what is stored."""


def moment(nanoseconds: int) -> datetime:
    """Return a time of OpenTelemetry, which counts from 1970."""
    return _EPOCH + timedelta(microseconds=min(max(nanoseconds // 1000, 0), _LAST))


def iso(nanoseconds: int) -> str:
    """Return a time as JSON holds it."""
    return moment(nanoseconds).isoformat().replace("+00:00", "Z")


def text(value: object) -> str:
    """Return a value as a name or an id: without what no database holds, and not too long."""
    given = value if isinstance(value, str) else str(plain(value))
    clean = _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", given)
    if len(clean) * 4 <= MAX_TEXT_BYTES:
        return clean
    return clean.encode()[:MAX_TEXT_BYTES].decode(errors="ignore")


def plain(value: object, depth: int = 0) -> Any:
    """Return a value as JSON holds it."""
    if value is None or isinstance(value, (bool, str, float)):
        return value
    if isinstance(value, int):
        return value if abs(value) < TOO_LARGE else f"an integer of {value.bit_length()} bits"
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode()
    if depth > _DEEPEST:
        return "…"
    if isinstance(value, Mapping):
        return {str(key): plain(each, depth + 1) for key, each in value.items()}
    if isinstance(value, Sequence):
        return [plain(each, depth + 1) for each in value]
    return str(value)


def parsed(value: object) -> Any:
    """Return what a JSON text says, if it is one of an array or an object; else the value."""
    if not isinstance(value, str) or value[:1] not in ("{", "["):
        return plain(value)
    try:
        return plain(decode(value))
    except (ValueError, RecursionError):
        return value


def put(target: dict[str, Any], path: str, value: object) -> None:
    """Put a value at a dotted path, unless another one stands in its way."""
    *above, last = path.split(".")
    for name in above:
        target = target.setdefault(name, {})
    target.setdefault(last, value)
