"""Answers about numbers in memory: the readable specification of what every backend does."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.observability.aggregates import AggregateStorage
from mastra_storage_core.domains.observability.aggregation import Aggregation
from mastra_storage_core.domains.observability.numbers import rank, total
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.domains.observability.signal_requests import PercentileQuestion, Question
from mastra_storage_core.ids import milliseconds
from mastra_storage_core.jsoncodec import decode

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.observability.signals import InMemorySignals


class InMemoryAggregates(InMemorySignals, AggregateStorage):
    @atomic
    def _answer(self, questions: list[Question]) -> list[list[Row]]:
        return [self._rows(question) for question in questions]

    @atomic
    def _rank(self, question: PercentileQuestion) -> list[Row]:
        buckets: dict[int, list[float]] = defaultdict(list)
        for row in self._found(question.signal, question.conditions):
            at = bucket(row["timestamp"], question.interval)
            buckets[at].append(row[question.conditions.measured])
        return [
            {"share": share, "bucket": at, "value": sorted(values)[rank(share, len(values))]}
            for share in sorted(question.shares)
            for at, values in sorted(buckets.items())
        ]

    def _rows(self, question: Question) -> list[Row]:
        groups: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
        if not question.dimensions and question.interval is None:
            groups[()] = []
        for row in self._found(question.signal, question.conditions):
            groups[_place(row, question)].append(row)
        answers = [_answer(question, place, groups[place]) for place in sorted(groups, key=_order)]
        if question.by_value is not None:
            sign = -1 if question.by_value else 1
            answers.sort(key=lambda answer: sign * answer["value"])
        return answers[: question.limit]


def bucket(moment: datetime, interval: int) -> int:
    """Return when the interval began in which a moment lies, in seconds since 1970."""
    return milliseconds(moment) // 1000 // interval * interval


def _place(row: Row, question: Question) -> tuple[Any, ...]:
    place = tuple(
        decode(row["labels"]).get(name) if is_label else row[name]
        for name, is_label in question.dimensions
    )
    if question.interval is None:
        return place
    return (*place, bucket(row["timestamp"], question.interval))


def _order(place: tuple[Any, ...]) -> list[tuple[bool, Any]]:
    return [(each is not None, each) for each in place]


def _answer(question: Question, place: tuple[Any, ...], rows: list[Row]) -> Row:
    answer = {f"group_{number}": place[number] for number in range(len(question.dimensions))}
    if question.interval is not None:
        answer["bucket"] = place[-1]
    answer["value"] = _VALUES[question.aggregation](rows, question)
    if question.signal.costs:
        costs = [row["estimated_cost"] for row in rows if row["estimated_cost"] is not None]
        units = [row["cost_unit"] for row in rows if row["cost_unit"] is not None]
        answer["cost"] = total(costs) if costs else None
        answer["lowest_unit"] = min(units, default=None)
        answer["highest_unit"] = max(units, default=None)
    return answer


def _measured(rows: list[Row], question: Question) -> list[float]:
    return [row[question.conditions.measured] for row in rows]


def _sum(rows: list[Row], question: Question) -> float | None:
    return total(_measured(rows, question)) if rows else None


def _average(rows: list[Row], question: Question) -> float | None:
    return total(_measured(rows, question)) / len(rows) if rows else None


def _least(rows: list[Row], question: Question) -> float | None:
    return min(_measured(rows, question), default=None)


def _greatest(rows: list[Row], question: Question) -> float | None:
    return max(_measured(rows, question), default=None)


def _count(rows: list[Row], question: Question) -> float | None:
    return len(rows)


def _distinct(rows: list[Row], question: Question) -> float | None:
    return len({row[question.distinct or ""] for row in rows} - {None})


def _last(rows: list[Row], question: Question) -> float | None:
    """Rows come in the order of their times and ids."""
    return _measured(rows, question)[-1] if rows else None


_VALUES: dict[Aggregation, Callable[[list[Row], Question], float | None]] = {
    Aggregation.SUM: _sum,
    Aggregation.AVG: _average,
    Aggregation.MIN: _least,
    Aggregation.MAX: _greatest,
    Aggregation.COUNT: _count,
    Aggregation.COUNT_DISTINCT: _distinct,
    Aggregation.LAST: _last,
}
