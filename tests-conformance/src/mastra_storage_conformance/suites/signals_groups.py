"""Numbers of metrics for each group of them, and for each interval of time."""

from datetime import UTC, datetime, timedelta

import pytest
from mastra_storage_core import ObservabilityStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._signals import measure, own


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestMetricPercentiles:
    """`get_metric_percentiles` finds observed values at places among those of an interval."""

    async def test_the_percentile_p_of_n_values_is_at_place_p_times_n_rounded_down(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        await measure(observability, make, *(float(n * 7 % 100) for n in range(100)))
        wanted = {0: 0.0, 0.5: 50.0, 0.29: 29.0, 0.999: 99.0, 1: 99.0, 0.07: 7.0, 0.0099: 0.0}

        found = await observability.get_metric_percentiles(
            **own(make), percentiles=list(wanted), interval="1h"
        )

        assert [each.percentile for each in found.series] == list(wanted)
        assert [each.points[0].value for each in found.series] == list(wanted.values())
        assert {each.points[0].timestamp for each in found.series} == {make.noon}

    async def test_each_interval_has_its_own_and_values_may_be_equal(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        await measure(observability, make, 3.0, 1.0, 3.0, 3.0)
        await measure(observability, make, -5.0, timestamp=make.after(60))

        found = await observability.get_metric_percentiles(
            **own(make), percentiles=[0.5, 0.5, 0.1], interval="1m"
        )

        series = [[(p.timestamp, p.value) for p in each.points] for each in found.series]
        middle = [(make.noon, 3.0), (make.after(60), -5.0)]
        assert series == [middle, middle, [(make.noon, 1.0), (make.after(60), -5.0)]]

    async def test_of_nothing_there_are_series_without_points(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        found = await observability.get_metric_percentiles(
            **own(make), percentiles=[0.5], interval="1d"
        )

        assert [(each.percentile, each.points) for each in found.series] == [(0.5, [])]


NOON = Make.noon
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestMetricTimeSeries:
    """`get_metric_time_series` makes a number for each interval that has any observations."""

    @pytest.mark.parametrize(
        ("interval", "at", "begins"),
        [
            ("1m", timedelta(seconds=59.999), timedelta()),
            ("1m", timedelta(seconds=60), timedelta(minutes=1)),
            ("5m", timedelta(minutes=9, seconds=59), timedelta(minutes=5)),
            ("15m", timedelta(minutes=31), timedelta(minutes=30)),
            ("1h", timedelta(minutes=119), timedelta(hours=1)),
            ("1d", timedelta(hours=23.9), timedelta()),
            ("1d", timedelta(milliseconds=-1), timedelta(days=-1)),
            ("1h", timedelta(milliseconds=-1), timedelta(hours=-1)),
            ("1m", timedelta(days=-700_000, seconds=61), timedelta(days=-700_000, minutes=1)),
        ],
    )
    async def test_intervals_begin_at_multiples_of_their_length_since_1970(
        self,
        observability: ObservabilityStorage,
        make: Make,
        interval: str,
        at: timedelta,
        begins: timedelta,
    ) -> None:
        await measure(observability, make, 1.0, timestamp=EPOCH + at)

        found = await observability.get_metric_time_series(
            **own(make), interval=interval, aggregation="count"
        )

        assert [point.timestamp for point in found.series[0].points] == [EPOCH + begins]

    @pytest.mark.parametrize("aggregation", ["sum", "avg", "min", "max", "count", "last"])
    async def test_a_single_series_is_named_after_its_metrics(
        self, observability: ObservabilityStorage, make: Make, aggregation: str
    ) -> None:
        await measure(observability, make, 1.0, 2.0, 4.0, name="a")
        await measure(observability, make, 8.0, name="b", timestamp=make.after(120))
        numbers = {"sum": 7.0, "avg": 7 / 3, "min": 1.0, "max": 4.0, "count": 3.0, "last": 4.0}

        found = await observability.get_metric_time_series(
            **own(make) | {"name": ["a", "b"]}, interval="1m", aggregation=aggregation
        )

        (series,) = found.series
        later = 1.0 if aggregation == "count" else 8.0
        assert (series.name, series.dimensions) == ("a|b", {})
        assert [(p.timestamp, p.value) for p in series.points] == [
            (make.noon, numbers[aggregation]),
            (make.after(120), later),
        ]

    async def test_groups_have_a_series_each_in_the_order_of_their_dimensions(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        for minute in (0, 1):
            for model, label in (("b", "x"), ("B", "x"), (None, "y"), ("b", None)):
                labels = {"kind": label} if label else {}
                at = make.after(60 * minute)
                await measure(observability, make, 1.0, model=model, labels=labels, timestamp=at)

        found = await observability.get_metric_time_series(
            **own(make), interval="1m", aggregation="sum", group_by=["model", "kind"]
        )

        assert [each.name for each in found.series] == ["|y", "B|x", "b|", "b|x"]
        assert found.series[2].dimensions == {"model": "b", "kind": None}
        assert {len(each.points) for each in found.series} == {2}

    async def test_of_nothing_there_is_one_series_without_points_or_none_of_groups(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        asked = own(make) | {"interval": "1h", "aggregation": "sum"}

        single = await observability.get_metric_time_series(**asked)
        grouped = await observability.get_metric_time_series(**asked, group_by=["model"])

        assert [(each.name, each.points) for each in single.series] == [("tokens", [])]
        assert grouped.series == []


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestMetricBreakdown:
    """`get_metric_breakdown` makes a number for each group."""

    @pytest.mark.parametrize("group", ["model", "kind"])
    async def test_groups_are_ordered_by_their_numbers_and_then_by_their_dimensions(
        self, observability: ObservabilityStorage, make: Make, group: str
    ) -> None:
        """Of a word, and of a label: by code point."""
        numbers = {"é": 1.0, "b": 5.0, None: 1.0, "a": 1.0, "Z": 1.0, "c": 0.0}
        for name, number in numbers.items():
            labels = {"kind": name} if name else {}
            await measure(observability, make, number, model=name, labels=labels)
        asked = own(make) | {"group_by": [group], "aggregation": "sum"}

        found = await observability.get_metric_breakdown(**asked)
        least = await observability.get_metric_breakdown(**asked, order_direction="asc")
        first = await observability.get_metric_breakdown(**asked, limit=3)

        ties = [None, "Z", "a", "é"]
        assert [each.dimensions[group] for each in found.groups] == ["b", *ties, "c"]
        assert [each.dimensions[group] for each in least.groups] == ["c", *ties, "b"]
        assert first.groups == found.groups[:3]

    async def test_groups_are_of_words_and_labels_in_the_spelling_that_was_asked_for(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        odd = "'\"`$.a"
        await measure(observability, make, 1.0, 2.0, entity_name="e", labels={odd: "1"})
        await measure(observability, make, 4.0, entity_name="e", labels={odd: "2", "other": "3"})
        await measure(observability, make, 8.0)

        found = await observability.get_metric_breakdown(
            **own(make), group_by=["entityName", odd, "root_entity_name"], aggregation="sum"
        )

        assert [(*each.dimensions.items(), each.value) for each in found.groups] == [
            (("entityName", None), (odd, None), ("root_entity_name", None), 8.0),
            (("entityName", "e"), (odd, "2"), ("root_entity_name", None), 4.0),
            (("entityName", "e"), (odd, "1"), ("root_entity_name", None), 3.0),
        ]

    @pytest.mark.parametrize("aggregation", ["avg", "min", "max", "last", "count_distinct"])
    async def test_every_number_can_be_made_for_groups(
        self, observability: ObservabilityStorage, make: Make, aggregation: str
    ) -> None:
        counts = aggregation == "count_distinct"
        await measure(observability, make, 1.0, 5.0, 3.0, model="a", provider="p")
        await measure(observability, make, 0.5, model="b", estimated_cost=0.5, cost_unit="usd")

        found = await observability.get_metric_breakdown(
            **own(make),
            group_by=["model"],
            aggregation=aggregation,
            distinct_column="provider" if counts else None,
        )

        numbers = {"avg": 3.0, "min": 1.0, "max": 5.0, "last": 3.0, "count_distinct": 1.0}
        assert [(each.dimensions["model"], each.value) for each in found.groups] == [
            ("a", numbers[aggregation]),
            ("b", 0.0 if counts else 0.5),
        ]
        assert [(e.estimated_cost, e.cost_unit) for e in found.groups] == [
            (None, None),
            (0.5, "usd"),
        ]

    async def test_of_nothing_there_are_no_groups(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        found = await observability.get_metric_breakdown(
            **own(make), group_by=["model"], aggregation="sum"
        )

        assert found.groups == []
