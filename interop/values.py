"""What JSON cannot say, between the two languages. `values.mjs` is the other side."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mastra_storage_conformance.replay import transcript
from mastra_storage_core.model import iso

EXACT = 2**53
"""Up to here JavaScript has every integer; beyond, the nearest double."""


@dataclass(frozen=True, slots=True)
class Returning:
    """A function, as an argument: it returns this, whatever it gets."""

    value: Any

    def __call__(self, _: Any) -> Any:
        return self.value


class Absent:
    """Stands for `undefined`."""


ABSENT = Absent()


def encode(value: Any) -> Any:
    """Return a value as it goes over the pipe."""
    if isinstance(value, dict):
        return {key: encode(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [encode(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return {"$number": str(value).replace("inf", "Infinity").replace("nan", "NaN")}
    if isinstance(value, float) and math.copysign(1, value) < 0 and value == 0:
        return {"$number": "-0.0"}
    for kind, encoder in _ENCODERS.items():
        if isinstance(value, kind):
            return encoder(value)
    return value


_ENCODERS: dict[type[Any], Callable[[Any], Any]] = {
    datetime: lambda moment: {"$date": iso(moment)},
    Absent: lambda _: {"$undefined": True},
    Returning: lambda function: {"$returns": encode(function.value)},
}


def decode(value: Any) -> Any:
    """Return a value that came over the pipe; `undefined` is `None`."""
    if isinstance(value, dict) and value.keys() == {"$returns"}:
        return Returning(decode(value["$returns"]))
    if isinstance(value, dict) and len(value) > 1:
        return {key: decode(item) for key, item in value.items()}
    if isinstance(value, list):
        return [decode(item) for item in value]
    return transcript.decode(value)


def in_javascript(value: Any) -> Any:
    """Return a value with the numbers that JavaScript would have."""
    if isinstance(value, dict):
        return {key: in_javascript(item) for key, item in value.items()}
    if isinstance(value, list):
        return [in_javascript(item) for item in value]
    if isinstance(value, int) and abs(value) > EXACT:
        return float(value)
    return value
