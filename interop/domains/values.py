"""Values that are hard on a database, or on a language."""

from datetime import UTC, datetime, timedelta
from typing import Any

MOMENT = datetime(2024, 3, 1, 10, 0, 0, 123000, tzinfo=UTC)
BEFORE_1970 = datetime(1962, 2, 3, 4, 5, 6, 789000, tzinfo=UTC)
LONG_AGO = datetime(1, 1, 2, 3, 4, 5, 1000, tzinfo=UTC)
FAR_AHEAD = datetime(9999, 12, 30, 23, 59, 59, 999000, tzinfo=UTC)


def later(seconds: int) -> datetime:
    """Return a moment after `MOMENT`."""
    return MOMENT + timedelta(seconds=seconds)


def nested(levels: int) -> Any:
    """Return an object with so many levels below it."""
    return {"in": nested(levels - 1)} if levels else {}


HARD: dict[str, Any] = {
    "unicode": "Grüße, 日本語, \u2028, 👩‍👩‍👧",
    "quotes": 'it\'s "quoted"\\\r\n\t\x07',
    "empty": {"list": [], "object": {}, "text": ""},
    "": "an empty key",
    "a.b": "a key with a dot",
    "ключ": "a key in Cyrillic",
    "null": None,
    "nested nulls": [None, {"null": None}],
    "yes": True,
    "no": False,
    "zero": 0,
    "number as text": "1",
    "text like JSON": '{"a": [1]}',
    "largest exact": 2**53,
    "beyond exact": 2**53 + 3,
    "negative": -12345678901234567890,
    "huge": 1e308,
    "tiny": 5e-324,
    "fraction": 0.1,
    "deep": nested(60),
    "long": "x" * 70_000,
}
"""JSON that every database keeps as it is, but for the order of its keys."""

HARDEST: dict[str, Any] = {"nul": "a\0b", "lone surrogate": "a\ud800b", "1e23": 1e23, "-0.0": -0.0}
"""JSON that PostgreSQL keeps in its own way: what is read then is the same in both languages."""
