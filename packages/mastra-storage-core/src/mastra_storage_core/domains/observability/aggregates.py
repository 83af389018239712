"""Questions about the numbers of a signal: checked here, answered by a backend, and put into shape.
The public methods are in the modules of the signals.
"""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from pydantic.alias_generators import to_camel

from mastra_storage_core import checks
from mastra_storage_core.domains.observability.aggregation import (
    Aggregate,
    Aggregation,
    Breakdown,
    BreakdownGroup,
    ComparePeriod,
    Interval,
    Percentiles,
    PercentileSeries,
    Series,
    SeriesPoint,
    TimeSeries,
    change_percent,
)
from mastra_storage_core.domains.observability.numbers import checked_share
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.domains.observability.signal_requests import (
    Dimension,
    PercentileQuestion,
    Question,
    SignalConditions,
)
from mastra_storage_core.domains.observability.signal_storage import SignalStorage
from mastra_storage_core.domains.observability.signals import METRICS, Kind, Signal
from mastra_storage_core.errors import InvalidInputError, named
from mastra_storage_core.ids import at_milliseconds
from mastra_storage_core.model import DateRange

W = TypeVar("W", bound=StrEnum)

MAX_GROUPS = 1000
MAX_DIMENSIONS = 8
MAX_PERCENTILES = 100
_DISTINCT = frozenset(
    {
        *("entity_type", "entity_name", "parent_entity_type", "parent_entity_name"),
        *("root_entity_type", "root_entity_name", "name", "provider", "model", "environment"),
        *("execution_source", "service_name", "thread_id", "resource_id"),
    }
)
"""What `count_distinct` counts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What all questions begin with: whose numbers, and what becomes of them."""

    signal: Signal
    conditions: SignalConditions
    aggregation: object = Aggregation.COUNT
    distinct: object = None

    def question(self, **more: Any) -> Question:
        """Return the question, checked."""
        aggregation = _member(Aggregation, self.aggregation, "aggregation")
        counts = aggregation is Aggregation.COUNT_DISTINCT
        if counts and self.signal is not METRICS:
            raise InvalidInputError(f"count_distinct is for metrics, not for {self.signal.name}")
        if counts != (self.distinct is not None):
            raise InvalidInputError("count_distinct, and nothing else, needs a distinct_column")
        distinct = _distinct(self.distinct) if counts else None
        return Question(self.signal, self.measured, aggregation, distinct, **more)

    @property
    def measured(self) -> SignalConditions:
        """The conditions, and that there is a number."""
        return replace(self.conditions, measured=self.signal.measure)


class AggregateStorage(SignalStorage):
    """Answers about numbers: one, one for each group, one for each interval, and percentiles."""

    async def _aggregate(self, asked: Asked, compare_period: object) -> Aggregate:
        question = asked.question()
        if compare_period is None:
            (rows,) = await self._answer([question])
            return Aggregate(**_numbers(rows[0]))
        period = _member(ComparePeriod, compare_period, "compare_period")
        before = replace(question, conditions=_earlier(question.conditions, period))
        (row,), (old,) = await self._answer([question, before])
        return Aggregate(
            **_numbers(row),
            previous_value=old["value"],
            previous_estimated_cost=old.get("cost"),
            change_percent=change_percent(row["value"], old["value"]),
            cost_change_percent=change_percent(row.get("cost"), old.get("cost")),
        )

    async def _breakdown(
        self, asked: Asked, group_by: Sequence[str], limit: int | None, descending: bool
    ) -> Breakdown:
        names, dimensions = checked_dimensions(asked.signal, group_by)
        if not names:
            raise InvalidInputError("group_by must name one dimension at least")
        if limit is not None and not checks.count(limit, "limit", MAX_GROUPS):
            raise InvalidInputError("limit must not be 0")
        question = asked.question(dimensions=dimensions, by_value=descending, limit=limit)
        (rows,) = await self._answer([question])
        groups = [BreakdownGroup(dimensions=_group(names, row), **_numbers(row)) for row in rows]
        return Breakdown(groups=groups)

    async def _time_series(
        self, asked: Asked, interval: object, group_by: Sequence[str], name: str
    ) -> TimeSeries:
        """Return a series for each group; without groups, one of that name."""
        names, dimensions = checked_dimensions(asked.signal, group_by)
        seconds = _member(Interval, interval, "interval").seconds
        (rows,) = await self._answer([asked.question(dimensions=dimensions, interval=seconds)])
        groups: dict[tuple[str | None, ...], list[Row]] = {} if names else {(): []}
        for row in rows:
            place = tuple(row[f"group_{number}"] for number in range(len(names)))
            groups.setdefault(place, []).append(row)
        return TimeSeries(
            series=[
                _series("|".join(each or "" for each in place) if names else name, names, found)
                for place, found in groups.items()
            ]
        )

    async def _percentiles(
        self, asked: Asked, percentiles: Sequence[float], interval: object
    ) -> Percentiles:
        wanted = checks.instances(percentiles, object, "percentiles")
        if not 0 < len(wanted) <= MAX_PERCENTILES:
            raise InvalidInputError(
                f"percentiles must be 1 at least, and {MAX_PERCENTILES} at most"
            )
        shares = [checked_share(each) for each in wanted]
        question = PercentileQuestion(
            signal=asked.signal,
            conditions=asked.measured,
            interval=_member(Interval, interval, "interval").seconds,
            shares=tuple(dict.fromkeys(shares)),
        )
        points: dict[int, list[SeriesPoint]] = {share: [] for share in shares}
        for row in await self._rank(question):
            at = at_milliseconds(row["bucket"] * 1000)
            points[row["share"]].append(SeriesPoint(timestamp=at, value=row["value"]))
        series = [
            PercentileSeries(percentile=each, points=points[share])
            for each, share in zip(wanted, shares, strict=True)
        ]
        return Percentiles(series=series)

    @abstractmethod
    async def _answer(self, questions: list[Question]) -> list[list[Row]]:
        """Answer questions, all about one moment where the database can."""

    @abstractmethod
    async def _rank(self, question: PercentileQuestion) -> list[Row]: ...


def checked_dimensions(
    signal: Signal, group_by: Sequence[str]
) -> tuple[list[str], tuple[Dimension, ...]]:
    """Check what records are grouped by, in the spelling of either language; return the names as
    they were given, and the dimensions.
    """
    names = checks.identifiers(group_by, "group_by")
    if len(names) > MAX_DIMENSIONS:
        raise InvalidInputError(f"group_by names {MAX_DIMENSIONS} dimensions at most")
    return names, tuple(_dimension(signal, name) for name in names)


def _dimension(signal: Signal, name: str) -> Dimension:
    fields = {to_camel(field): field for field in signal.kinds} | {
        each: each for each in signal.kinds
    }
    if fields.get(name) in signal.words:
        return Dimension(fields[name], is_label=False)
    if name in fields or Kind.LABELS not in signal.kinds.values():
        raise InvalidInputError(f"{signal.name} cannot be grouped by {named(name)}")
    return Dimension(name, is_label=True)


def _distinct(value: object) -> str:
    for name in _DISTINCT:
        if value in (name, to_camel(name)):
            return name
    raise InvalidInputError(
        f"count_distinct counts no {named(value)}; there are: {', '.join(sorted(_DISTINCT))}"
    )


def _member(kind: type[W], value: object, what: str) -> W:
    words: list[W] = list(kind)
    if isinstance(value, str) and value in words:
        return kind(value)
    raise InvalidInputError(f"no {what} {named(value)}; there are: {', '.join(words)}")


def _earlier(conditions: SignalConditions, period: ComparePeriod) -> SignalConditions:
    """Return the same conditions about another period."""
    dates = conditions.dates
    if dates.start is None or dates.end is None:
        raise InvalidInputError("compare_period needs a timestamp with a start and an end")
    by = period.earlier(dates.end - dates.start)
    try:
        moved = {"start": dates.start - by, "end": dates.end - by}
    except OverflowError as error:
        raise InvalidInputError("the period to compare with lies before the year 1") from error
    kept = {"start_exclusive": dates.start_exclusive, "end_exclusive": dates.end_exclusive}
    return replace(conditions, dates=DateRange(**moved, **kept))


def _numbers(row: Row) -> dict[str, Any]:
    return {
        "value": row["value"],
        "estimated_cost": row.get("cost"),
        "cost_unit": _unit([row]),
    }


def _unit(rows: Iterable[Row]) -> str | None:
    """Return what the costs are in, unless that is nothing, or several things."""
    units = {row.get(bound) for row in rows for bound in ("lowest_unit", "highest_unit")} - {None}
    return units.pop() if len(units) == 1 else None


def _group(names: list[str], row: Row) -> dict[str, str | None]:
    return {name: row[f"group_{number}"] for number, name in enumerate(names)}


def _series(name: str, names: list[str], rows: list[Row]) -> Series:
    return Series(
        name=name,
        dimensions=_group(names, rows[0]) if rows else {},
        cost_unit=_unit(rows),
        points=[
            SeriesPoint(
                timestamp=at_milliseconds(row["bucket"] * 1000),
                value=row["value"],
                estimated_cost=row.get("cost"),
            )
            for row in rows
        ],
    )
