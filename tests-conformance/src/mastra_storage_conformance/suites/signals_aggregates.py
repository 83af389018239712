"""Numbers of metrics, put together: one of all, what they cost, compared with an earlier period.

Scores and feedback are put together by the same code; what is particular to them is in
`signals_judgements`.
"""

from typing import Any

import pytest
from mastra_storage_core import (
    Aggregate,
    DateRange,
    InvalidInputError,
    ObservabilityStorage,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._signals import METRICS, costly, measure, own

AN_HOUR = 3600

AGGREGATES = {
    "sum": 6.5,
    "avg": 1.625,
    "min": -1.0,
    "max": 4.0,
    "count": 4.0,
    "last": 2.5,
}


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestMetricAggregate:
    """`get_metric_aggregate` makes one number of all observations that meet the filters."""

    @pytest.mark.parametrize("aggregation", AGGREGATES)
    async def test_numbers_are_put_together(
        self, observability: ObservabilityStorage, make: Make, aggregation: str
    ) -> None:
        await measure(observability, make, 1.0, 4.0, -1.0, 2.5)
        await measure(observability, make, 99.0, name="another metric")

        found = await observability.get_metric_aggregate(**own(make), aggregation=aggregation)

        assert found == Aggregate(value=AGGREGATES[aggregation])

    @pytest.mark.parametrize("aggregation", AGGREGATES)
    async def test_of_nothing_there_is_no_number_but_a_count(
        self, observability: ObservabilityStorage, make: Make, aggregation: str
    ) -> None:
        found = await observability.get_metric_aggregate(**own(make), aggregation=aggregation)

        assert found == Aggregate(value=0.0 if aggregation == "count" else None)

    @pytest.mark.parametrize(
        ("values", "total"),
        [
            ([0.1, 0.2], 0.3),
            ([0.1] * 10, 1.0),
            ([1e16, 0.1, 0.2, -1e16], 0.3),
            ([1e290, 1.0, -1e290], 1.0),
            ([2**53, 1.0, 1.0], 2**53 + 2.0),
            ([1e-7, 1e-290, 3.3], 3.3000001),
            ([1 / 3] * 3, 0.9999999999999999),
        ],
    )
    async def test_numbers_are_added_as_they_are_written_in_any_order(
        self, observability: ObservabilityStorage, make: Make, values: list[float], total: float
    ) -> None:
        for name, order in (("one", values), ("other", values[::-1]), ("third", sorted(values))):
            await measure(observability, make, *order, name=name)

            for aggregation, expected in (("sum", total), ("avg", total / len(values))):
                asked = own(make) | {"name": name, "aggregation": aggregation}
                found = await observability.get_metric_aggregate(**asked)
                assert found.value == expected

    async def test_the_last_is_that_of_the_latest_time_and_then_of_the_greatest_id(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        for name, seconds, value in (("é", 5, 1.0), ("Z", 5, 2.0), ("😀", 4, 3.0), ("a", 5, 4.0)):
            record = METRICS.record(make, timestamp=make.after(seconds), value=value)
            key = {"metric_id": f"{name}-{make.owner}"}
            await METRICS.write(observability, record.model_copy(update=key))

        found = await observability.get_metric_aggregate(**own(make), aggregation="last")

        assert found.value == 1.0

    async def test_several_metrics_count_together_and_filters_may_name_fewer(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        for number, name in enumerate("abc"):
            await measure(observability, make, 10.0**number, name=name)

        async def total(names: Any, **conditions: Any) -> float | None:
            asked = own(make, **conditions) | {"name": names, "aggregation": "sum"}
            return (await observability.get_metric_aggregate(**asked)).value

        assert await total(["a", "c", "c"]) == 101.0
        assert await total(["a", "c"], name="c") == 100.0
        assert await total(["a", "b"], name=["b", "c"]) == 10.0
        assert await total("a", name="b") is None

    async def test_filters_leave_out_what_does_not_meet_them(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        await measure(observability, make, 1.0, 2.0, labels={"a": "1"}, tags=["x", "y"])
        await measure(observability, make, 4.0, labels={"a": "2"}, tags=["x"])
        await measure(observability, make, 8.0, metadata={"n": 1})

        async def total(**conditions: Any) -> float | None:
            asked = own(make, **conditions) | {"aggregation": "sum"}
            return (await observability.get_metric_aggregate(**asked)).value

        assert await total(labels={"a": "1"}) == 3.0
        assert await total(tags=["x"]) == 7.0
        assert await total(metadata={"n": 1}) == 8.0
        assert await total(timestamp=DateRange(start=make.after(1))) == 2.0

    @pytest.mark.parametrize("column", ["model", "entity_name", "entityName", "threadId"])
    async def test_different_values_are_counted(
        self, observability: ObservabilityStorage, make: Make, column: str
    ) -> None:
        """What is absent is no value."""
        field = {"entityName": "entity_name", "threadId": "thread_id"}.get(column, column)
        asked = own(make) | {"aggregation": "count_distinct", "distinct_column": column}
        assert await observability.get_metric_aggregate(**asked) == Aggregate(value=0.0)

        for value in ("a", "A", "a", "é", None):
            await measure(observability, make, 1.0, **{field: value})

        assert await observability.get_metric_aggregate(**asked) == Aggregate(value=3.0)


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestCostsOfMetrics:
    """What observations cost is added up beside their values."""

    @pytest.mark.parametrize(
        ("costs", "cost", "unit"),
        [
            ([(0.1, "usd"), (0.2, "usd")], 0.3, "usd"),
            ([(0.1, "usd"), (None, None)], 0.1, "usd"),
            ([(0.1, "usd"), (0.2, "eur")], 0.3, None),
            ([(0.1, None)], 0.1, None),
            ([(None, None)], None, None),
            ([(None, "usd")], None, "usd"),
        ],
    )
    async def test_costs_are_added_and_have_a_unit_if_it_is_one(
        self,
        observability: ObservabilityStorage,
        make: Make,
        costs: list[tuple[float | None, str | None]],
        cost: float | None,
        unit: str | None,
    ) -> None:
        await METRICS.write(observability, *(costly(make, *each) for each in costs))

        found = await observability.get_metric_aggregate(**own(make), aggregation="count")

        assert (found.estimated_cost, found.cost_unit) == (cost, unit)

    async def test_a_series_has_a_unit_if_all_of_its_points_have_that_one(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """Also where the costs of one interval are in two units."""
        told = {"a": ["usd", "usd"], "b": ["usd", "eur"], "c": ["", "usd"]}
        for model, units in told.items():
            for minute, unit in enumerate(units):
                at = {"timestamp": make.after(60 * minute), "model": model}
                await METRICS.write(observability, costly(make, 0.5, unit, **at))
        await METRICS.write(observability, costly(make, 0.5, "eur", model="a"))

        found = await observability.get_metric_time_series(
            **own(make), interval="1m", aggregation="sum", group_by=["model"]
        )

        assert [each.cost_unit for each in found.series] == [None, None, "usd"]
        assert [point.estimated_cost for point in found.series[0].points] == [1.0, 0.5]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestComparedPeriods:
    """With `compare_period`, a number is compared with that of an earlier period."""

    @pytest.mark.parametrize(
        ("period", "earlier"),
        [
            ("previous_period", 2),
            ("previous_day", 24),
            ("previous_week", 168),
        ],
    )
    async def test_the_number_of_the_earlier_period_is_beside_it(
        self, observability: ObservabilityStorage, make: Make, period: str, earlier: int
    ) -> None:
        await measure(observability, make, 3.0, 3.0, estimated_cost=0.5)
        then = {"timestamp": make.after(-earlier * AN_HOUR), "estimated_cost": 0.25}
        await measure(observability, make, 4.0, **then)
        dates = DateRange(start=make.noon, end=make.after(2 * AN_HOUR), end_exclusive=True)

        found = await observability.get_metric_aggregate(
            **own(make, timestamp=dates), aggregation="sum", compare_period=period
        )

        assert (found.value, found.previous_value, found.change_percent) == (6.0, 4.0, 50.0)
        assert (found.estimated_cost, found.previous_estimated_cost) == (1.0, 0.25)
        assert found.cost_change_percent == 300.0

    @pytest.mark.parametrize(("before", "change"), [([-4.0], 250.0), ([0.0], None), ([], None)])
    async def test_a_change_from_nothing_has_no_percentage(
        self,
        observability: ObservabilityStorage,
        make: Make,
        before: list[float],
        change: float | None,
    ) -> None:
        await measure(observability, make, 6.0)
        await measure(observability, make, *before, timestamp=make.after(-AN_HOUR))
        dates = DateRange(start=make.noon, end=make.after(AN_HOUR), end_exclusive=True)

        found = await observability.get_metric_aggregate(
            **own(make, timestamp=dates), aggregation="sum", compare_period="previous_period"
        )

        assert (found.previous_value, found.change_percent) == (next(iter(before), None), change)

    async def test_it_needs_both_ends_of_the_period(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        for dates in ({}, {"start": make.noon}, {"end": make.noon}):
            with pytest.raises(InvalidInputError):
                await observability.get_metric_aggregate(
                    **own(make, timestamp=DateRange(**dates)),
                    aggregation="sum",
                    compare_period="previous_day",
                )
