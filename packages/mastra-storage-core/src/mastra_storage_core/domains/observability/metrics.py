"""Metrics: the public methods."""

from collections.abc import Mapping, Sequence
from typing import Any

from mastra_storage_core.domain import operation
from mastra_storage_core.domains.observability.aggregates import AggregateStorage, Asked
from mastra_storage_core.domains.observability.aggregation import (
    Aggregate,
    Aggregation,
    Breakdown,
    ComparePeriod,
    Interval,
    Percentiles,
    TimeSeries,
)
from mastra_storage_core.domains.observability.models import BatchResult
from mastra_storage_core.domains.observability.signal_filters import (
    MetricFilter,
    checked_choices,
    checked_conditions,
)
from mastra_storage_core.domains.observability.signal_models import MetricPage, MetricRecord
from mastra_storage_core.domains.observability.signal_storage import TIMESTAMP_DESC
from mastra_storage_core.domains.observability.signals import METRICS
from mastra_storage_core.paging import Direction, OrderBy, PageRequest

_ALL = MetricFilter()


class MetricStorage(AggregateStorage):
    """What an application measured: durations, tokens, costs. Each observation is kept, and put
    together with others when somebody asks.

    Numbers are added as they are written, in decimal, and rounded once, so that every backend gives
    the same sum. `name` is one metric, or several, whose observations count together. A word to
    group by, such as `entity_name`, or to count, is spelled as in Python or as in TypeScript;
    another one is the name of a label.
    """

    @operation
    async def batch_create_metrics(
        self, metrics: Sequence[MetricRecord | Mapping[str, Any]]
    ) -> BatchResult:
        """Store observations, as `batch_create_logs` stores lines of a log."""
        return await self._create_batch(METRICS, metrics)

    @operation
    async def list_metrics(
        self,
        filters: MetricFilter = _ALL,
        *,
        page: int = 0,
        per_page: int | None = 10,
        order_by: OrderBy = TIMESTAMP_DESC,
        include_total: bool = True,
    ) -> MetricPage:
        """Return one page of the observations that meet the filters, ordered by `timestamp`, then
        by `metric_id`. A page past the end is empty and keeps its `total`.
        """
        request = PageRequest.check(page, per_page, include_total)
        return MetricPage(**await self._page(METRICS, MetricFilter, filters, order_by, request))

    @operation
    async def get_metric_aggregate(
        self,
        *,
        name: str | Sequence[str],
        aggregation: Aggregation | str,
        distinct_column: str | None = None,
        filters: MetricFilter = _ALL,
        compare_period: ComparePeriod | str | None = None,
    ) -> Aggregate:
        """Return one number of all observations that meet the filters, and what they cost.

        Of no observations it is `None`; a count is 0. With `compare_period` it is compared with the
        same number of an earlier period, for which `filters.timestamp` needs both of its ends.
        `count_distinct` needs a `distinct_column`, such as `model`.
        """
        asked = self._measured(name, filters, aggregation, distinct_column)
        return await self._aggregate(asked, compare_period)

    @operation
    async def get_metric_breakdown(
        self,
        *,
        name: str | Sequence[str],
        group_by: Sequence[str],
        aggregation: Aggregation | str,
        distinct_column: str | None = None,
        filters: MetricFilter = _ALL,
        limit: int | None = None,
        order_direction: Direction = "desc",
    ) -> Breakdown:
        """Return a number for each group, in the order of the numbers; equal ones are ordered by
        their dimensions, ascending, and what is absent comes first.

        Observations that lack a dimension are a group, in which it is `None`. `limit` keeps the
        first groups: 1,000 at most, all of them where it is absent.
        """
        asked = self._measured(name, filters, aggregation, distinct_column)
        order = OrderBy("value", order_direction).check(("value",))
        return await self._breakdown(asked, group_by, limit, order.descending)

    @operation
    async def get_metric_time_series(
        self,
        *,
        name: str | Sequence[str],
        interval: Interval | str,
        aggregation: Aggregation | str,
        distinct_column: str | None = None,
        filters: MetricFilter = _ALL,
        group_by: Sequence[str] = (),
    ) -> TimeSeries:
        """Return a number for each interval that has any observations, the earliest first.

        Intervals begin at whole multiples of their length since 1970, in UTC. With `group_by` there
        is a series for each group, named after its dimensions and in their order; else there is
        one, named after the metrics.
        """
        asked = self._measured(name, filters, aggregation, distinct_column)
        return await self._time_series(asked, interval, group_by, "|".join(_names(name)))

    @operation
    async def get_metric_percentiles(
        self,
        *,
        name: str | Sequence[str],
        percentiles: Sequence[float],
        interval: Interval | str,
        filters: MetricFilter = _ALL,
    ) -> Percentiles:
        """Return percentiles of each interval that has any observations.

        Of n observations in ascending order, the percentile p is the one at place floor(p * n),
        counted from 0, and the last one for 1: always a value that was observed. `percentiles` are
        numbers from 0 to 1, 100 at most, of which nine decimal places count.
        """
        return await self._percentiles(self._measured(name, filters), percentiles, interval)

    def _measured(self, name: str | Sequence[str], filters: MetricFilter, *how: object) -> Asked:
        """Return the question about metrics; a filter that names others leaves what both name."""
        conditions = checked_conditions(METRICS, filters, MetricFilter, self._limits.max_json_bytes)
        return Asked(METRICS, conditions.choosing("name", _names(name)), *how)


def _names(name: object) -> tuple[str, ...]:
    names = [name] if isinstance(name, str) else name
    return checked_choices(names, "name")
