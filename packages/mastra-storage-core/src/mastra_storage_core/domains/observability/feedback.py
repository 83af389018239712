"""Feedback: the public methods."""

from abc import abstractmethod
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
from mastra_storage_core.domains.observability.requests import Row
from mastra_storage_core.domains.observability.signal_filters import (
    FeedbackFilter,
    checked_conditions,
)
from mastra_storage_core.domains.observability.signal_models import (
    FeedbackPage,
    FeedbackRecord,
    ReviewStatus,
)
from mastra_storage_core.domains.observability.signal_rows import read_records
from mastra_storage_core.domains.observability.signal_storage import TIMESTAMP_DESC
from mastra_storage_core.domains.observability.signals import FEEDBACK
from mastra_storage_core.errors import InvalidInputError, NotFoundError, named
from mastra_storage_core.paging import OrderBy, PageRequest

_ALL = FeedbackFilter()


class FeedbackStorage(AggregateStorage):
    """What people said about what an application did, and whether somebody has looked at it.

    Aggregates are about feedback of one type, of one source where it is named. They are put
    together as metrics are, from values that are numbers; those that are texts do not count.
    """

    @operation
    async def create_feedback(self, feedback: FeedbackRecord | Mapping[str, Any]) -> FeedbackRecord:
        """Store feedback and return it; feedback of the same id is replaced, but for its
        `review_status`.

        A value that is neither a number nor a text, or one that is no JSON where JSON belongs, is
        `InvalidInputError`.
        """
        return await self._create(FEEDBACK, FeedbackRecord, feedback)

    @operation
    async def batch_create_feedback(
        self, feedbacks: Sequence[FeedbackRecord | Mapping[str, Any]]
    ) -> BatchResult:
        """Store feedback, as `batch_create_logs` stores lines of a log."""
        return await self._create_batch(FEEDBACK, feedbacks)

    @operation
    async def list_feedback(
        self,
        filters: FeedbackFilter = _ALL,
        *,
        page: int = 0,
        per_page: int | None = 10,
        order_by: OrderBy = TIMESTAMP_DESC,
        include_total: bool = True,
    ) -> FeedbackPage:
        """Return one page of the feedback that meets the filters, ordered by `timestamp`, then by
        `feedback_id`. A page past the end is empty and keeps its `total`.
        """
        request = PageRequest.check(page, per_page, include_total)
        return FeedbackPage(
            **await self._page(FEEDBACK, FeedbackFilter, filters, order_by, request)
        )

    @operation
    async def update_feedback_review_status(
        self, *, feedback_id: str, review_status: ReviewStatus | str
    ) -> FeedbackRecord:
        """Say whether somebody has looked at feedback, and return it. `NotFoundError` for feedback
        that does not exist.
        """
        key = checks.identifier(feedback_id, "feedback_id")
        row = await self._review_feedback(key, _status(review_status))
        if row is None:
            raise NotFoundError(f"no feedback {named(key)}")
        record: FeedbackRecord = read_records(FEEDBACK, [row])[0]
        return record

    @operation
    async def delete_feedback(
        self,
        feedback_ids: Sequence[str],
        *,
        organization_id: str | None = None,
        resource_id: str | None = None,
    ) -> int:
        """Delete feedback, 1,000 pieces at most, and return how many there were. With an
        organization or a resource, that of another one, or of none, is absent and stays.
        """
        return await self._delete(FEEDBACK, feedback_ids, organization_id, resource_id)

    @operation
    async def get_feedback_aggregate(
        self,
        *,
        feedback_type: str,
        aggregation: Aggregation | str,
        feedback_source: str | None = None,
        filters: FeedbackFilter = _ALL,
        compare_period: ComparePeriod | str | None = None,
    ) -> Aggregate:
        """Return one number of all feedback that meets the filters, as `get_metric_aggregate`
        does.
        """
        asked = self._about(feedback_type, feedback_source, filters, aggregation)
        return await self._aggregate(asked, compare_period)

    @operation
    async def get_feedback_breakdown(
        self,
        *,
        feedback_type: str,
        group_by: Sequence[str],
        aggregation: Aggregation | str,
        feedback_source: str | None = None,
        filters: FeedbackFilter = _ALL,
    ) -> Breakdown:
        """Return a number for each group, the greatest first, as `get_metric_breakdown` does."""
        asked = self._about(feedback_type, feedback_source, filters, aggregation)
        return await self._breakdown(asked, group_by, None, descending=True)

    @operation
    async def get_feedback_time_series(
        self,
        *,
        feedback_type: str,
        interval: Interval | str,
        aggregation: Aggregation | str,
        feedback_source: str | None = None,
        filters: FeedbackFilter = _ALL,
        group_by: Sequence[str] = (),
    ) -> TimeSeries:
        """Return a number for each interval that has any feedback, as `get_metric_time_series`
        does. A single series is named after the type, and the source where it is named.
        """
        asked = self._about(feedback_type, feedback_source, filters, aggregation)
        name = feedback_type if feedback_source is None else f"{feedback_type}|{feedback_source}"
        return await self._time_series(asked, interval, group_by, name)

    @operation
    async def get_feedback_percentiles(
        self,
        *,
        feedback_type: str,
        percentiles: Sequence[float],
        interval: Interval | str,
        feedback_source: str | None = None,
        filters: FeedbackFilter = _ALL,
    ) -> Percentiles:
        """Return percentiles of each interval that has any feedback, as `get_metric_percentiles`
        does.
        """
        asked = self._about(feedback_type, feedback_source, filters)
        return await self._percentiles(asked, percentiles, interval)

    def _about(
        self,
        feedback_type: str,
        feedback_source: str | None,
        filters: FeedbackFilter,
        *how: object,
    ) -> Asked:
        conditions = checked_conditions(
            FEEDBACK, filters, FeedbackFilter, self._limits.max_json_bytes
        )
        kind = checks.identifier(feedback_type, "feedback_type")
        conditions = conditions.choosing("feedback_type", [kind])
        if feedback_source is not None:
            source = checks.identifier(feedback_source, "feedback_source")
            conditions = conditions.choosing("feedback_source", [source])
        return Asked(FEEDBACK, conditions, *how)

    @abstractmethod
    async def _review_feedback(self, key: str, status: str) -> Row | None:
        """Set the status and return the row as it is then."""


def _status(value: object) -> str:
    if isinstance(value, str) and value in set(ReviewStatus):
        return str(value)
    raise InvalidInputError(f"no status {named(value)}; there are: {', '.join(ReviewStatus)}")
