"""Random programs of signals against plain Python: what one case at a time does not find."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import count
from typing import Any, NamedTuple

import pytest
from hypothesis import strategies as st
from mastra_storage_core import MetricFilter, MetricRecord, ObservabilityStorage, OrderBy

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._programs import Programs, StorageMachine, rule
from mastra_storage_conformance.suites._runs_values import json_values, texts
from mastra_storage_conformance.suites._signals import SIGNALS

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LENGTHS = {"1m": 60, "5m": 300, "15m": 900, "1h": 3600, "1d": 86_400}


class Seen(NamedTuple):
    """An observation, as plain Python sees it."""

    at: int
    """Milliseconds since 1970."""
    id: str
    value: float
    model: str | None
    label: str | None
    cost: float | None


numbers = st.sampled_from([0.1, 0.2, 0.3, 1e15, -1e15, 1e-9, 2.5, 0.0]) | st.floats(-1e290, 1e290)
observations = st.lists(
    st.builds(
        Seen,
        at=st.sampled_from([0, 1, 59_999, 60_000, -1, -60_001]) | st.integers(-(2**40), 2**40),
        id=st.sampled_from(["a", "B", "é", "😀", "_", "Z1", "z0", "1", "b"]),
        value=numbers,
        model=st.sampled_from([None, "a", "B", "é"]),
        label=st.sampled_from([None, "x", "y", "X"]),
        cost=st.none() | st.sampled_from([0.1, 0.2, 1e-6]),
    ),
    max_size=12,
)
others = st.sampled_from(["logs", "scores", "feedback"])
records = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["a", "B", "é"]),
        "timestamp": st.integers(0, 2).map(Make().after),
        "user_id": st.none() | st.sampled_from(["u", "U"]),
    },
    optional={
        "tags": st.lists(st.sampled_from(["x", "é"]), max_size=2),
        "metadata": st.dictionaries(texts, json_values, max_size=2),
        "scope": st.dictionaries(texts, json_values, max_size=1),
        "thread_id": st.sampled_from(["t", "😀"]),
    },
)
questions = st.fixed_dictionaries(
    {
        "aggregation": st.sampled_from(["sum", "avg", "min", "max", "count", "last"]),
        "group_by": st.sampled_from([["model"], ["kind"], ["model", "kind"], ["kind", "model"]]),
        "interval": st.sampled_from(list(LENGTHS)),
        "percentiles": st.lists(st.sampled_from([0, 0.1, 0.25, 0.5, 0.9, 0.99, 1]), min_size=1),
    }
)

__all__ = ["TestRandomProgramsOfSignals"]


def as_kept(number: float) -> float:
    """Return a number as it is kept: what is too small is zero."""
    return 0.0 if abs(number) < 1e-290 else number


def exactly(values: list[float]) -> float:
    """Add numbers as they are written, and round once."""
    return float(sum((Fraction(repr(as_kept(value))) for value in values), Fraction(0)))


AGGREGATIONS: dict[str, Callable[[list[Seen]], float]] = {
    "sum": lambda rows: exactly([row.value for row in rows]),
    "avg": lambda rows: exactly([row.value for row in rows]) / len(rows),
    "min": lambda rows: min(as_kept(row.value) for row in rows),
    "max": lambda rows: max(as_kept(row.value) for row in rows),
    "count": lambda rows: float(len(rows)),
    "last": lambda rows: as_kept(max(rows, key=lambda row: (row.at, row.id)).value),
}


def grouped(rows: list[Seen], *keys: Callable[[Seen], Any]) -> dict[tuple[Any, ...], list[Seen]]:
    """Put rows with equal keys together, absent keys first, else in the order of code points."""
    groups = defaultdict(list)
    for row in rows:
        groups[tuple(key(row) for key in keys)].append(row)
    return dict(sorted(groups.items(), key=lambda each: [(k is not None, k) for k in each[0]]))


def begins(interval: str) -> Callable[[Seen], datetime]:
    """Return what tells when the interval of an observation began."""
    length = LENGTHS[interval] * 1000
    return lambda row: EPOCH + timedelta(milliseconds=row.at // length * length)


DIMENSIONS: dict[str, Callable[[Seen], Any]] = {
    "model": lambda row: row.model,
    "kind": lambda row: row.label,
}


class SignalsMachine(StorageMachine):
    """Records of each signal, and what metrics come to."""

    def __init__(self) -> None:
        super().__init__()
        self._make = Make()
        self._seen: dict[str, Seen] = {}
        self._records: dict[str, dict[str, Any]] = {name: {} for name in SIGNALS}

    @property
    def storage(self) -> ObservabilityStorage:
        return self._next().observability

    @rule(rows=observations)
    def observe(self, rows: list[Seen]) -> None:
        rows = list({row.id: row for row in rows}.values())
        told = self._run(self.storage.batch_create_metrics([self._recorded(row) for row in rows]))
        assert (told.stored, told.rejected) == (len(rows), [])
        self._seen |= {row.id: row for row in rows}

    def _recorded(self, row: Seen) -> MetricRecord:
        """Return an observation as it is sent."""
        return MetricRecord(
            metric_id=self._id(row.id),
            timestamp=EPOCH + timedelta(milliseconds=row.at),
            name="m",
            value=row.value,
            model=row.model,
            labels={} if row.label is None else {"kind": row.label},
            estimated_cost=row.cost,
            resource_id=self._make.owner,
        )

    def _asked(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Return what every question about this program's own observations says."""
        own = MetricFilter(resource_id=self._make.owner)
        return {"name": "m", "filters": own, "aggregation": asked["aggregation"]}

    @rule(asked=questions)
    def ask_for_groups(self, asked: dict[str, Any]) -> None:
        """Compare numbers of all, and of groups, with those of plain Python."""
        rows, number = list(self._seen.values()), AGGREGATIONS[asked["aggregation"]]
        nothing = 0.0 if asked["aggregation"] == "count" else None
        whole = self._run(self.storage.get_metric_aggregate(**self._asked(asked)))
        assert whole.value == (number(rows) if rows else nothing)

        groups = grouped(rows, *(DIMENSIONS[name] for name in asked["group_by"]))
        call = self.storage.get_metric_breakdown(**self._asked(asked), group_by=asked["group_by"])
        found = self._run(call).groups
        expected = sorted(groups.items(), key=lambda each: -number(each[1]))
        assert [(tuple(group.dimensions.values()), group.value) for group in found] == [
            (place, number(members)) for place, members in expected
        ]
        costs = [[row.cost for row in members if row.cost is not None] for _, members in expected]
        assert [group.estimated_cost for group in found] == [
            exactly(each) if each else None for each in costs
        ]

    @rule(asked=questions)
    def ask_for_series(self, asked: dict[str, Any]) -> None:
        """Compare series and percentiles with those of plain Python."""
        rows, number = list(self._seen.values()), AGGREGATIONS[asked["aggregation"]]
        groups = grouped(rows, *(DIMENSIONS[name] for name in asked["group_by"]))
        start, own = begins(asked["interval"]), self._asked(asked)
        how = {"group_by": asked["group_by"], "interval": asked["interval"]}
        lines = self._run(self.storage.get_metric_time_series(**own, **how))
        assert [[(p.timestamp, p.value) for p in line.points] for line in lines.series] == [
            [(at, number(some)) for (at,), some in grouped(members, start).items()]
            for members in groups.values()
        ]

        del own["aggregation"], how["group_by"]
        call = self.storage.get_metric_percentiles(**own, **how, percentiles=asked["percentiles"])
        for line in self._run(call).series:
            assert [(p.timestamp, p.value) for p in line.points] == [
                (at, placed(some, line.percentile)) for (at,), some in grouped(rows, start).items()
            ]

    @rule(name=others, given=st.lists(records, min_size=1, max_size=4))
    def write(self, name: str, given: list[dict[str, Any]]) -> None:
        """Records of an id that is there replace it, but the status of a review stays."""
        signal, known = SIGNALS[name], self._records[name]
        made = [
            signal.record(self._make, **each, **{signal.key: self._id(each_id)})
            for each_id, each in ((each["id"], _without_id(each)) for each in given)
        ]
        told = self._run(signal.write(self.storage, *made))
        assert (told.stored, told.rejected) == (len(made), [])
        for record in made:
            key = getattr(record, signal.key)
            if name == "feedback" and key in known:
                status = {"review_status": known[key].review_status}
                record = record.model_copy(update=status)
            known[key] = record

    @rule(
        name=others,
        conditions=st.fixed_dictionaries(
            {}, optional={"user_id": st.just("u"), "tags": st.just(["x"])}
        ),
        direction=st.sampled_from(["asc", "desc"]),
        size=st.integers(1, 4),
    )
    def list_them(self, name: str, conditions: dict[str, Any], direction: Any, size: int) -> None:
        signal = SIGNALS[name]
        expected = sorted(
            (
                each
                for each in self._records[name].values()
                if conditions.get("user_id") in (None, each.user_id)
                and set(conditions.get("tags", ())) <= set(each.tags or ())
            ),
            key=lambda record: (record.timestamp, getattr(record, signal.key)),
            reverse=direction == "desc",
        )
        order, walked = OrderBy("timestamp", direction), []
        for number in count():
            asked = {**conditions, "order_by": order, "page": number, "per_page": size}
            page = self._run(signal.page(self.storage, self._make, **asked))
            walked += signal.rows(page)
            assert page.total == len(expected)
            if not page.has_more:
                break
        assert walked == expected


def _without_id(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name != "id"}


def placed(rows: list[Seen], percentile: float) -> float:
    """Return the value at the place of a percentile."""
    values = sorted(as_kept(row.value) for row in rows)
    return values[min(int(Fraction(str(percentile)) * len(values)), len(values) - 1)]


@pytest.mark.mastra_domain("observability")
class TestRandomProgramsOfSignals:
    """Whatever the program, the store says what plain Python says."""

    def test_random_programs_agree_with_the_model(self, programs: Programs) -> None:
        programs(SignalsMachine)
