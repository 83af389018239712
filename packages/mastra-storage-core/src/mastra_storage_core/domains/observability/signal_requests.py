"""What a backend receives of questions about signals, all checked. Nothing here does I/O.

Rows of signals travel inward by the names of the fields, with JSON as text, since it was written to
be checked; outward by the column names of the database, decoded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from mastra_storage_core.domains.observability.aggregation import Aggregation
from mastra_storage_core.domains.observability.signals import Signal
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy, PageRequest


@dataclass(frozen=True, slots=True)
class SignalConditions:
    """What must hold of a record; all of it."""

    texts: Mapping[str, str]
    """Fields that must have a value, by name."""
    choices: Mapping[str, tuple[str, ...]]
    """Fields that must have one of several values."""
    dates: DateRange
    """About `timestamp`."""
    tags: tuple[str, ...] = ()
    """Tags that it must all have."""
    objects: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Pairs that a JSON field must contain (`mastra_storage_core.matching`)."""
    measured: str = ""
    """A number that must be there, where one is named."""

    def choosing(self, about: str, values: Sequence[str]) -> "SignalConditions":
        """Return these conditions, and one that a field has one of some values."""
        before = (self.texts[about],) if about in self.texts else self.choices.get(about, values)
        chosen = tuple(value for value in values if value in before)
        texts = {name: text for name, text in self.texts.items() if name != about}
        choices = {name: found for name, found in self.choices.items() if name != about}
        if len(chosen) == 1:
            return replace(self, texts={**texts, about: chosen[0]}, choices=choices)
        return replace(self, texts=texts, choices={**choices, about: chosen})


@dataclass(frozen=True, slots=True)
class SignalQuery:
    signal: Signal
    conditions: SignalConditions
    order_by: OrderBy
    """Then by the key, in the same direction."""
    page: PageRequest


class Dimension(NamedTuple):
    """What records are grouped by."""

    name: str
    """A word of the signal, or a label."""
    is_label: bool


@dataclass(frozen=True, slots=True)
class Question:
    """A number, or one for each group of records.

    Rows of answers have `value`, `group_0` and so on in the order of the dimensions, `bucket` if
    there is an interval, and of a signal with costs `cost`, `lowest_unit` and `highest_unit`.
    Without dimensions and interval there is one row, also of no records.
    """

    signal: Signal
    conditions: SignalConditions
    aggregation: Aggregation
    distinct: str | None = None
    """The word whose values `count_distinct` counts."""
    dimensions: tuple[Dimension, ...] = ()
    interval: int | None = None
    """In seconds: records are also grouped by when such an interval began, which is `bucket`, in
    seconds since 1970.
    """
    by_value: bool | None = None
    """Groups in the order of their values, descending if true, equal ones by their dimensions; else
    by dimensions, then by bucket. A dimension that is absent comes first.
    """
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class PercentileQuestion:
    """Percentiles of the measure in each interval. Rows of answers have `share`, `bucket`, `value`,
    in the order of the first two.
    """

    signal: Signal
    conditions: SignalConditions
    interval: int
    shares: tuple[int, ...]
    """In billionths (`numbers.rank`)."""


class Names(NamedTuple):
    """Which of many names are wanted: those that begin with a text, and so many of them."""

    prefix: str
    limit: int | None


@dataclass(frozen=True, slots=True)
class DistinctQuestion:
    """The different values of a word, or of the tags, in all records of some signals and in spans,
    ascending by code point.
    """

    field: str
    signals: tuple[Signal, ...]
    entity_type: str | None
