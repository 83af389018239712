"""What is said of a span in numbers: how long it took, its tokens, its cost. And how."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

_IN = (("usage", "inputTokens"), ("usage", "promptTokens"), ("gen_ai.usage.input_tokens",))
_OUT = (("usage", "outputTokens"), ("usage", "completionTokens"), ("gen_ai.usage.output_tokens",))
_COST = (("costContext", "estimatedCost"), ("estimatedCost",), ("gen_ai.usage.cost",))
_UNIT = (("costContext", "costUnit"), ("costUnit",))


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens and cost of a span, or of several; 0 where nothing is known."""

    tokens_in: int = 0
    tokens_out: int = 0
    cost: float = 0.0
    unit: str = "USD"

    def __bool__(self) -> bool:
        return bool(self.tokens_in or self.tokens_out or self.cost)

    def __add__(self, other: "Usage") -> "Usage":
        if self.cost and other.cost and self.unit != other.unit:
            other = Usage(other.tokens_in, other.tokens_out, 0, self.unit)  # no rate is known
        return Usage(
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.cost + other.cost,
            self.unit if self.cost else other.unit,
        )

    @property
    def tokens(self) -> str:
        """The tokens as a reader sees them, such as `1,204 → 88`; nothing where there are none."""
        both = self.tokens_in or self.tokens_out
        return f"{self.tokens_in:,} → {self.tokens_out:,}" if both else ""

    @property
    def price(self) -> str:
        """The cost as a reader sees it, such as `$0.0042`; nothing where there is none."""
        if not self.cost:
            return ""
        number = f"{self.cost:,.2f}" if abs(self.cost) >= 1 else f"{self.cost:.2g}"
        return f"${number}" if self.unit.upper() == "USD" else f"{number} {self.unit}"


def usage_of(attributes: object) -> Usage:
    """Return what the attributes of a span say of it, in the words of Mastra, old and new."""
    unit = _found(attributes, _UNIT)
    return Usage(
        int(_number(_found(attributes, _IN))),
        int(_number(_found(attributes, _OUT))),
        _number(_found(attributes, _COST)),
        unit[:8] if isinstance(unit, str) else "USD",
    )


def duration_text(duration: timedelta) -> str:
    """Return a duration in the three digits that matter: `850 ms`, `1.24 s`, `2 min 03 s`."""
    milliseconds = max(0, duration // timedelta(milliseconds=1))
    seconds = milliseconds / 1000
    if milliseconds < 1000:
        return f"{milliseconds} ms"
    if seconds < 60:
        return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.1f} s"
    minutes, rest = divmod(milliseconds // 1000, 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours:,} h {minutes:02} min"


def ticks(duration: timedelta, most: int = 8) -> list[tuple[float, str]]:
    """Return round moments of a duration, each with its place from 0 to 1 and its name."""
    total = duration / timedelta(milliseconds=1)
    if total <= 0:
        return [(0.0, "0 ms")]
    rough = total / most
    power = 10 ** math.floor(math.log10(rough))
    step = max(1.0, next(power * each for each in (1, 2, 5, 10) if power * each >= rough))
    count = int(total // step)
    return [
        (index * step / total, _round_text(timedelta(milliseconds=index * step)))
        for index in range(count + 1)
    ]


def _round_text(duration: timedelta) -> str:
    number, *units = duration_text(duration).split(" ")
    return " ".join([number.rstrip("0").rstrip(".") if "." in number else number, *units])


def _found(attributes: object, paths: tuple[tuple[str, ...], ...]) -> Any:
    for path in paths:
        value = attributes
        for name in path:
            value = value.get(name) if isinstance(value, Mapping) else None
        if value is not None:
            return value
    return None


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return 0
    return value if 0 <= value < 1e15 else 0
