"""What numbers of signals are, and how they are added up: the same on every backend.

They are added as they are written, in decimal, and rounded once: 0.1 + 0.2 is 0.3, in whatever
order they come. Binary addition gives another sum for another order, and databases have no order.
"""

import math
from collections.abc import Sequence
from decimal import Context, Decimal, localcontext

from mastra_storage_core.errors import InvalidInputError

LARGEST = 1e290
"""So that no sum of numbers that fit into a database leaves the range of a double."""
SMALLEST = 1e-290
"""What is smaller is zero, so that no difference of two numbers is too small for a double."""

_EXACT = Context(prec=800)
"""A sum has 620 digits at most: from those of the largest number to those of the smallest one."""

SHARES = 10**9
"""A percentile is counted in billionths, so that ranks are whole numbers on every backend."""


def checked_number(value: object, what: str) -> float:
    """Check a number, and return it as it will be read back."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidInputError(f"{what} must be a number, not {type(value).__name__}")
    if not -LARGEST <= value <= LARGEST:  # which NaN is not, either
        raise InvalidInputError(f"{what} must lie between -{LARGEST:g} and {LARGEST:g}")
    number = float(value)
    return number if abs(number) >= SMALLEST else 0.0


def decimal(number: float) -> Decimal:
    """Return a number as it is written."""
    return Decimal(repr(number))


def exact_sum(numbers: Sequence[float], start: Decimal = Decimal(0)) -> Decimal:
    """Add numbers up, exactly. Whole ones, such as tokens and milliseconds, take a third of the
    time.
    """
    with localcontext(_EXACT):
        if all(map(float.is_integer, numbers)) and max(map(abs, numbers), default=0) < 2**53:
            return start + sum(map(int, numbers))
        return sum(map(decimal, numbers), start)


def total(numbers: Sequence[float]) -> float:
    """Add numbers up, exactly, and round the sum once."""
    return float(exact_sum(numbers))


def rank(share: int, count: int) -> int:
    """Return the place of a percentile among so many numbers in their order, from 0."""
    return min(share * count // SHARES, count - 1)


def checked_share(percentile: object) -> int:
    """Check a percentile, from 0 to 1; return it in billionths."""
    number = isinstance(percentile, (int, float)) and not isinstance(percentile, bool)
    if not number or not 0 <= percentile <= 1:  # type: ignore[operator] # it is a number
        raise InvalidInputError("a percentile is a number from 0 to 1")
    return math.floor(decimal(float(percentile)) * SHARES + Decimal("0.5"))  # type: ignore[arg-type] # as above
