"""Scores of spans: the public methods."""

from collections.abc import Mapping, Sequence
from typing import Any

from mastra_storage_core import checks
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
    SpanScoreFilter,
    checked_conditions,
)
from mastra_storage_core.domains.observability.signal_models import SpanScore, SpanScorePage
from mastra_storage_core.domains.observability.signal_rows import read_records
from mastra_storage_core.domains.observability.signal_storage import TIMESTAMP_DESC
from mastra_storage_core.domains.observability.signals import SCORES
from mastra_storage_core.paging import OrderBy, PageRequest

_ALL = SpanScoreFilter()


class SpanScoreStorage(AggregateStorage):
    """How scorers judged spans. These are not the scores of the domain of that name, which have
    other fields, and a table that Mastra shares.

    Aggregates are about the scores of one scorer, of one source where it is named; they are put
    together as metrics are.
    """

    @operation
    async def create_score(self, score: SpanScore | Mapping[str, Any]) -> SpanScore:
        """Store a score and return it; one of the same id is replaced.

        A score that is no number, or a value that is no JSON, is `InvalidInputError`.
        """
        return await self._create(SCORES, SpanScore, score)

    @operation
    async def batch_create_scores(
        self, scores: Sequence[SpanScore | Mapping[str, Any]]
    ) -> BatchResult:
        """Store scores, as `batch_create_logs` stores lines of a log."""
        return await self._create_batch(SCORES, scores)

    @operation
    async def list_scores(
        self,
        filters: SpanScoreFilter = _ALL,
        *,
        page: int = 0,
        per_page: int | None = 10,
        order_by: OrderBy = TIMESTAMP_DESC,
        include_total: bool = True,
    ) -> SpanScorePage:
        """Return one page of the scores that meet the filters, ordered by `timestamp` or `score`,
        then by `score_id`. A page past the end is empty and keeps its `total`.
        """
        request = PageRequest.check(page, per_page, include_total)
        return SpanScorePage(
            **await self._page(SCORES, SpanScoreFilter, filters, order_by, request)
        )

    @operation
    async def get_score_by_id(self, score_id: str) -> SpanScore | None:
        """Return a score, or `None`."""
        row = await self._get_signal(SCORES, checks.identifier(score_id, "score_id"))
        return read_records(SCORES, [row])[0] if row else None

    @operation
    async def delete_scores(
        self,
        score_ids: Sequence[str],
        *,
        organization_id: str | None = None,
        resource_id: str | None = None,
    ) -> int:
        """Delete scores, 1,000 at most, and return how many there were. With an organization or a
        resource, those of another one, or of none, are absent and stay.
        """
        return await self._delete(SCORES, score_ids, organization_id, resource_id)

    @operation
    async def get_score_aggregate(
        self,
        *,
        scorer_id: str,
        aggregation: Aggregation | str,
        score_source: str | None = None,
        filters: SpanScoreFilter = _ALL,
        compare_period: ComparePeriod | str | None = None,
    ) -> Aggregate:
        """Return one number of all scores that meet the filters, as `get_metric_aggregate` does."""
        asked = self._of(scorer_id, score_source, filters, aggregation)
        return await self._aggregate(asked, compare_period)

    @operation
    async def get_score_breakdown(
        self,
        *,
        scorer_id: str,
        group_by: Sequence[str],
        aggregation: Aggregation | str,
        score_source: str | None = None,
        filters: SpanScoreFilter = _ALL,
    ) -> Breakdown:
        """Return a number for each group, the greatest first, as `get_metric_breakdown` does."""
        asked = self._of(scorer_id, score_source, filters, aggregation)
        return await self._breakdown(asked, group_by, None, descending=True)

    @operation
    async def get_score_time_series(
        self,
        *,
        scorer_id: str,
        interval: Interval | str,
        aggregation: Aggregation | str,
        score_source: str | None = None,
        filters: SpanScoreFilter = _ALL,
        group_by: Sequence[str] = (),
    ) -> TimeSeries:
        """Return a number for each interval that has any scores, as `get_metric_time_series` does.
        A single series is named after the scorer, and the source where it is named.
        """
        asked = self._of(scorer_id, score_source, filters, aggregation)
        name = scorer_id if score_source is None else f"{scorer_id}|{score_source}"
        return await self._time_series(asked, interval, group_by, name)

    @operation
    async def get_score_percentiles(
        self,
        *,
        scorer_id: str,
        percentiles: Sequence[float],
        interval: Interval | str,
        score_source: str | None = None,
        filters: SpanScoreFilter = _ALL,
    ) -> Percentiles:
        """Return percentiles of each interval that has any scores, as `get_metric_percentiles`
        does.
        """
        asked = self._of(scorer_id, score_source, filters)
        return await self._percentiles(asked, percentiles, interval)

    def _of(
        self, scorer_id: str, score_source: str | None, filters: SpanScoreFilter, *how: object
    ) -> Asked:
        limit = self._limits.max_json_bytes
        conditions = checked_conditions(SCORES, filters, SpanScoreFilter, limit)
        conditions = conditions.choosing("scorer_id", [checks.identifier(scorer_id, "scorer_id")])
        if score_source is not None:
            source = checks.identifier(score_source, "score_source")
            conditions = conditions.choosing("score_source", [source])
        return Asked(SCORES, conditions, *how)
