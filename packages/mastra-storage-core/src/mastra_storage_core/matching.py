"""Whether a metadata object matches a filter. The one definition; backends that filter in a
database are held to it.

`1`, `"1"`, `true` and `null` are four different values; numbers compare by value; `null` matches a
key that is there and null, never an absent one; an object matches an object that contains it,
recursively; an array matches an equal array.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any


def matches(metadata: object, wanted: Mapping[str, Any]) -> bool:
    """Return whether a stored value contains every pair of the filter."""
    return isinstance(metadata, dict) and all(
        key in metadata and _contains(metadata[key], value) for key, value in wanted.items()
    )


def _contains(stored: Any, wanted: Any) -> bool:
    if isinstance(wanted, dict):
        return matches(stored, wanted)
    return equal(stored, wanted)


def equal(left: Any, right: Any) -> bool:
    """Return whether two JSON values are equal: types count, numbers compare by value."""
    if _is_number(left) and _is_number(right):
        return _value(left) == _value(right)
    if type(left) is not type(right):
        return False
    if isinstance(left, list):
        return len(left) == len(right) and all(map(equal, left, right))
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(equal(left[key], right[key]) for key in left)
    return bool(left == right)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _value(number: Any) -> Decimal | int:
    # 1e23 as a float is 99999999999999991611392, but what was written, and what jsonb keeps, is
    # 10^23.
    return Decimal(repr(number)) if isinstance(number, float) else int(number)
