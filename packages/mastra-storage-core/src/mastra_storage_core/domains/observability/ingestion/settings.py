"""How large a buffer is, and how patient."""

import math
from dataclasses import dataclass
from typing import Literal

from mastra_storage_core.errors import ConfigurationError, named

WhenFull = Literal["drop_newest", "drop_oldest"]


@dataclass(frozen=True, slots=True)
class BufferSettings:
    """The settings of a `SpanBuffer`, which documents them. `ConfigurationError` for one that makes
    no sense.
    """

    max_batch: int
    max_age: float
    max_spans: int
    when_full: WhenFull
    first_retry: float
    longest_retry: float
    exit_timeout: float

    def __post_init__(self) -> None:
        _count(self.max_batch, "max_batch", 1)
        _count(self.max_spans, "max_spans", self.max_batch)
        for name in ("max_age", "first_retry", "longest_retry", "exit_timeout"):
            _seconds(getattr(self, name), name)
        if self.when_full not in ("drop_newest", "drop_oldest"):
            raise ConfigurationError(
                f"when_full is drop_newest or drop_oldest, not {named(self.when_full)}"
            )


def _count(value: object, what: str, least: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ConfigurationError(f"{what} is a whole number, {least} at least, not {named(value)}")


def _seconds(value: object, what: str) -> None:
    number = value if isinstance(value, (int, float)) and not isinstance(value, bool) else math.nan
    if not 0 <= number < math.inf:
        raise ConfigurationError(f"{what} is a number of seconds, not {named(value)}")
