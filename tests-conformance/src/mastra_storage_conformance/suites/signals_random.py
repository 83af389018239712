"""Random observations and questions against plain Python: what one case at a time does not find."""

import asyncio
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mastra_storage_core import MetricFilter, MetricRecord, ObservabilityStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites import _programs

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
        id=st.sampled_from(["a", "B", "é", "😀", "_"]),
        value=numbers,
        model=st.sampled_from([None, "a", "B", "é"]),
        label=st.sampled_from([None, "x", "y", "X"]),
        cost=st.none() | st.sampled_from([0.1, 0.2, 1e-6]),
    ),
    max_size=12,
)
questions = st.fixed_dictionaries(
    {
        "aggregation": st.sampled_from(["sum", "avg", "min", "max", "count", "last"]),
        "group_by": st.sampled_from([["model"], ["kind"], ["model", "kind"], ["kind", "model"]]),
        "interval": st.sampled_from(list(LENGTHS)),
        "percentiles": st.lists(st.sampled_from([0, 0.1, 0.25, 0.5, 0.9, 0.99, 1]), min_size=1),
    }
)


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


async def compare(storage: ObservabilityStorage, rows: list[Seen], asked: dict[str, Any]) -> None:
    """Store observations, ask, and compare the answers with those of plain Python."""
    make = Make()
    rows = list({row.id: row for row in rows}.values())
    await storage.batch_create_metrics([recorded(row, make) for row in rows])
    own: Any = {"name": "m", "filters": MetricFilter(resource_id=make.owner)}
    number, names = AGGREGATIONS[asked["aggregation"]], asked["group_by"]
    keys, start = [DIMENSIONS[name] for name in names], begins(asked["interval"])
    how = {"aggregation": asked["aggregation"]}

    whole = await storage.get_metric_aggregate(**own, **how)
    assert whole.value == (number(rows) if rows else 0.0 if how["aggregation"] == "count" else None)

    groups = grouped(rows, *keys)
    found = await storage.get_metric_breakdown(**own, **how, group_by=names)
    expected = sorted(groups.items(), key=lambda each: -number(each[1]))
    assert [(tuple(g.dimensions.values()), g.value) for g in found.groups] == [
        (place, number(members)) for place, members in expected
    ]
    costs = [[row.cost for row in members if row.cost is not None] for _, members in expected]
    assert [g.estimated_cost for g in found.groups] == [exactly(c) if c else None for c in costs]

    lines = await storage.get_metric_time_series(
        **own, **how, group_by=names, interval=asked["interval"]
    )
    assert [[(p.timestamp, p.value) for p in line.points] for line in lines.series] == [
        [(at, number(some)) for (at,), some in grouped(members, start).items()]
        for members in groups.values()
    ]

    shown = await storage.get_metric_percentiles(
        **own, interval=asked["interval"], percentiles=asked["percentiles"]
    )
    for line in shown.series:
        assert [(p.timestamp, p.value) for p in line.points] == [
            (at, placed(some, line.percentile)) for (at,), some in grouped(rows, start).items()
        ]


def recorded(row: Seen, make: Make) -> MetricRecord:
    """Return an observation as it is sent."""
    return MetricRecord(
        metric_id=f"{row.id}-{make.owner}",
        timestamp=EPOCH + timedelta(milliseconds=row.at),
        name="m",
        value=row.value,
        model=row.model,
        labels={} if row.label is None else {"kind": row.label},
        estimated_cost=row.cost,
        resource_id=make.owner,
    )


def placed(rows: list[Seen], percentile: float) -> float:
    """Return the value at the place of a percentile."""
    values = sorted(as_kept(row.value) for row in rows)
    return values[min(int(Fraction(str(percentile)) * len(values)), len(values) - 1)]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestRandomMetrics:
    """Random observations, put together in every way, make what plain Python makes of them."""

    async def test_a_backend_and_plain_python_agree(
        self, observability: ObservabilityStorage
    ) -> None:
        loop = asyncio.get_running_loop()

        @_programs.PROFILES[_programs.PROFILE]
        @given(observations, questions)
        def agree(rows: list[Seen], asked: dict[str, Any]) -> None:
            call = compare(observability, rows, asked)
            asyncio.run_coroutine_threadsafe(call, loop).result(30)

        await asyncio.to_thread(agree)
