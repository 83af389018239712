"""SQL functions that statements use: what the engine lacks, or does otherwise than the contract
says.
"""

from collections.abc import Callable
from decimal import Decimal
from inspect import signature
from typing import Any

from mastra_storage_core.domains.memory.formats import stored_content
from mastra_storage_core.domains.observability.numbers import exact_sum
from mastra_storage_core.jsoncodec import decode, decode_or_text, encode
from mastra_storage_core.matching import matches

from mastra_storage_libsql import jsonb

NO_LIMIT = 2**63


def mastra_matches(stored: str | bytes | None, wanted: str) -> bool:
    """Return whether stored JSON matches a metadata filter. What is not JSON matches nothing."""
    if stored is None:
        return False
    try:
        return matches(_decode(stored), decode(wanted))
    except (ValueError, RecursionError):
        return False


def mastra_content_matches(stored: str, wanted: str) -> bool:
    """Return whether the stored content of a message matches; text that only looks like JSON is
    text.
    """
    return matches(stored_content(stored), decode(wanted))


def mastra_has_all(stored: str | bytes | None, wanted: str) -> bool:
    """Return whether stored JSON is an array that has every text of a list."""
    if stored is None:
        return False
    try:
        found = _decode(stored)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, list) and all(each in found for each in decode(wanted))


def mastra_merge(stored: str | bytes | None, change: str) -> str:
    """Return a JSON object with the keys of another put over its own."""
    if stored is None:
        return change
    old = _decode(stored)
    if isinstance(old, str):  # encoded twice, as the reader takes it
        old = decode_or_text(old)
    merged = {**old, **decode(change)} if isinstance(old, dict) else decode(change)
    return encode(merged, "metadata", NO_LIMIT).text


def mastra_text(stored: str | bytes | None) -> str | None:
    """Return stored JSON as text, for engines that know no JSONB."""
    if not isinstance(stored, bytes):
        return stored
    return encode(jsonb.decode(stored), "JSONB", NO_LIMIT).text


class MastraTotal:
    """Adds numbers up as every backend does: `mastra_total(number)`, null where there are none."""

    def __init__(self) -> None:
        self._total: Decimal | None = None
        self._numbers: list[float] = []

    def step(self, number: float | None) -> None:
        """Take a number. Many are added up at once, in a third of the time of one by one."""
        if number is not None:
            self._numbers.append(number)
            if len(self._numbers) == _AT_ONCE:
                self._add()

    def finalize(self) -> float | None:
        """Return the sum."""
        self._add()
        return None if self._total is None else float(self._total)

    def _add(self) -> None:
        if self._numbers:
            self._total = exact_sum(self._numbers, self._total or Decimal(0))
            self._numbers.clear()


_AT_ONCE = 10_000


def _decode(stored: str | bytes) -> Any:
    return decode(stored) if isinstance(stored, str) else jsonb.decode(stored)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "mastra_matches": mastra_matches,
    "mastra_content_matches": mastra_content_matches,
    "mastra_has_all": mastra_has_all,
    "mastra_merge": mastra_merge,
    "mastra_text": mastra_text,
}
"""By the name in SQL."""


def register(raw: Any) -> None:
    """Offer the functions on a connection of SQLite."""
    raw.create_aggregate("mastra_total", 1, MastraTotal)
    for name, function in FUNCTIONS.items():
        raw.create_function(name, len(signature(function).parameters), function, deterministic=True)
