"""How numbers of signals are put together, and what comes of it."""

from datetime import timedelta
from enum import StrEnum

from pydantic import Field

from mastra_storage_core.model import StorageModel, UtcDatetime


class Aggregation(StrEnum):
    """What is made of the numbers of some records."""

    SUM = "sum"
    """Added as they are written, in decimal, and rounded once."""
    AVG = "avg"
    """The sum by the count."""
    MIN = "min"
    MAX = "max"
    COUNT = "count"
    COUNT_DISTINCT = "count_distinct"
    """How many values a field has. Of metrics only; 0 of no records."""
    LAST = "last"
    """That of the latest record; of those of one time, of the one with the greatest id."""


class Interval(StrEnum):
    """A length of time. Intervals begin at whole multiples of it since 1970, in UTC."""

    MINUTE = "1m"
    FIVE_MINUTES = "5m"
    QUARTER = "15m"
    HOUR = "1h"
    DAY = "1d"

    @property
    def seconds(self) -> int:
        return _SECONDS[self]


_SECONDS = {
    Interval.MINUTE: 60,
    Interval.FIVE_MINUTES: 300,
    Interval.QUARTER: 900,
    Interval.HOUR: 3600,
    Interval.DAY: 86_400,
}


class ComparePeriod(StrEnum):
    """What a period is compared with."""

    PREVIOUS_PERIOD = "previous_period"
    """The period of the same length that ended when it began."""
    PREVIOUS_DAY = "previous_day"
    PREVIOUS_WEEK = "previous_week"

    def earlier(self, length: timedelta) -> timedelta:
        """Return how much earlier a period of that length is."""
        fixed = {self.PREVIOUS_DAY: timedelta(days=1), self.PREVIOUS_WEEK: timedelta(weeks=1)}
        return fixed.get(self, length)


def change_percent(now: float | None, before: float | None) -> float | None:
    """Return by how many percent a number has changed; `None` where there is nothing to compare, or
    it was 0.
    """
    if now is None or not before:
        return None
    return (now - before) / abs(before) * 100


class Aggregate(StorageModel):
    """A number, and what it was in another period."""

    value: float | None
    """`None` where there are no records."""
    estimated_cost: float | None = None
    """The costs of the same records, added up. Only metrics have costs."""
    cost_unit: str | None = None
    """What the costs are in; `None` where there are none, or in several units."""
    previous_value: float | None = None
    """Of the other period, where one was asked for."""
    previous_estimated_cost: float | None = None
    change_percent: float | None = None
    """By how many percent the value has changed; `None` where it was 0, or nothing."""
    cost_change_percent: float | None = None


class BreakdownGroup(StorageModel):
    """The records that have the same dimensions."""

    dimensions: dict[str, str | None]
    """By the names that were asked for."""
    value: float
    estimated_cost: float | None = None
    cost_unit: str | None = None


class Breakdown(StorageModel):
    """A number for each group of records."""

    groups: list[BreakdownGroup]


class SeriesPoint(StorageModel):
    """A number of one interval."""

    timestamp: UtcDatetime
    """When the interval begins."""
    value: float
    estimated_cost: float | None = None


class Series(StorageModel):
    """A number for each interval that has any records, the earliest first."""

    name: str
    """The values of its dimensions, joined by `|`."""
    dimensions: dict[str, str | None] = Field(default_factory=dict)
    """What its records have in common."""
    cost_unit: str | None = None
    points: list[SeriesPoint]


class TimeSeries(StorageModel):
    """Series, one for each group of records."""

    series: list[Series]


class PercentileSeries(StorageModel):
    """A percentile of each interval that has any records, the earliest first."""

    percentile: float
    points: list[SeriesPoint]


class Percentiles(StorageModel):
    """Series, one for each percentile, in the order in which they were asked for."""

    series: list[PercentileSeries]
