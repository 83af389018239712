"""Results: what came of each item, and what people say of it."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.datasets.arguments import checked_scope, one_of, text_list
from mastra_storage_core.domains.experiments.arguments import no_experiment
from mastra_storage_core.domains.experiments.models import (
    SUMMARIES,
    Experiment,
    ExperimentResult,
    ExperimentResultPage,
    ResultStatus,
    ReviewSummary,
)
from mastra_storage_core.domains.experiments.outcomes import result_draft
from mastra_storage_core.domains.experiments.requests import (
    Found,
    ResultChange,
    ResultDraft,
    ResultQuery,
    Row,
    Scope,
)
from mastra_storage_core.domains.experiments.rows import (
    read_experiments,
    read_result,
    read_results,
)
from mastra_storage_core.errors import NotFoundError, named
from mastra_storage_core.paging import OrderBy, PageRequest, checked_order
from mastra_storage_core.unset import UNSET, Unset

ORDERS = ("started_at", "created_at")
STARTED_AT_ASC = OrderBy("started_at", "asc")


class ResultStorage(StorageDomain):
    """A result is named by its experiment, its item and its attempt; there is one of each.

    Of an item whose content was erased (`purge_item`), a result holds no content either, whatever
    is given: input, output, ground truth, error, report, tags and comment are absent, and its
    metadata say so.
    """

    @operation
    async def add_experiment_result(
        self,
        *,
        experiment_id: str,
        item_id: str,
        input: Any,
        started_at: datetime,
        completed_at: datetime,
        output: Any = None,
        ground_truth: Any = None,
        metadata: Mapping[str, Any] | None = None,
        error: Mapping[str, Any] | None = None,
        item_dataset_version: int | None = None,
        retry_count: int = 0,
        attempt: int = 0,
        trace_id: str | None = None,
        status: ResultStatus | str | None = None,
        tags: Iterable[str] | None = None,
        tool_mock_report: Any = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        result_id: str | None = None,
        recount: bool = False,
    ) -> ExperimentResult:
        """Insert a result, with the times that it is given, and return it; the id is made here
        unless given.

        A result of that item and attempt, and one of that id, are `ConflictError`, and stay as they
        are. With `recount`, the counts of the experiment are brought up to date in the same
        transaction (`recount_experiment`). `NotFoundError` for an unknown experiment, or one of
        another organization or project.
        """
        given = {**locals()}
        return await self._put(given, replace=False)

    @operation
    async def upsert_experiment_result(
        self,
        *,
        experiment_id: str,
        item_id: str,
        input: Any,
        started_at: datetime,
        completed_at: datetime,
        output: Any = None,
        ground_truth: Any = None,
        metadata: Mapping[str, Any] | None = None,
        error: Mapping[str, Any] | None = None,
        item_dataset_version: int | None = None,
        retry_count: int = 0,
        attempt: int = 0,
        trace_id: str | None = None,
        status: ResultStatus | str | None = None,
        tags: Iterable[str] | None = None,
        tool_mock_report: Any = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        recount: bool = False,
    ) -> ExperimentResult:
        """Insert the result of an item and an attempt, or replace it, and return it.

        One that is replaced keeps its id, its `created_at` and its comment; all else becomes what
        is given, or absent. Of concurrent first writers none fails, and one result is left. With
        `recount`, the counts of the experiment are brought up to date in the same transaction: of
        any number of workers, none is miscounted. `NotFoundError` as in `add_experiment_result`.
        """
        given = {**locals(), "result_id": None}
        return await self._put(given, replace=True)

    @operation
    async def recount_experiment(
        self,
        experiment_id: str,
        *,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> Experiment:
        """Set the counts of an experiment to what its results say, and return it.

        Each item counts once, by its last attempt: as failed if that has an error, else as
        succeeded; so does one whose content was erased, and its error with it. How many were
        skipped stays as it is, since no result says so. `NotFoundError` for an unknown experiment.
        """
        row = await self._recount(
            checks.identifier(experiment_id, "experiment_id"),
            checked_scope(organization_id, project_id),
        )
        if row is None:
            raise no_experiment(experiment_id)
        return read_experiments([row])[0]

    @operation
    async def update_experiment_result(
        self,
        result_id: str,
        *,
        experiment_id: str | None = None,
        status: ResultStatus | str | Unset | None = UNSET,
        tags: Iterable[str] | Unset | None = UNSET,
        comment: str | Unset | None = UNSET,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> ExperimentResult:
        """Replace what a review says of a result, as far as it is given, and return the result;
        `None` clears.

        `NotFoundError` for an unknown result, and for one of another experiment where
        `experiment_id` names one.
        """
        values: dict[str, Any] = {}
        if not isinstance(status, Unset):
            values["status"] = one_of(ResultStatus, status, "status")
        if not isinstance(tags, Unset):
            values["tags"] = text_list(tags, "tags", self._limits.max_json_bytes)
        if not isinstance(comment, Unset):
            values["comment"] = None if comment is None else self._text(comment, "comment")
        change = ResultChange(
            result_id=checks.identifier(result_id, "result_id"),
            experiment_id=checks.optional_identifier(experiment_id, "experiment_id"),
            scope=checked_scope(organization_id, project_id),
            values=values,
        )
        result = read_result(await self._update_result(change))
        if result is None:
            raise NotFoundError(f"no result {named(result_id)}")
        return result

    @operation
    async def get_experiment_result_by_id(
        self, result_id: str, *, organization_id: str | None = None, project_id: str | None = None
    ) -> ExperimentResult | None:
        """Return a result, or `None`."""
        row = await self._get_result(
            checks.identifier(result_id, "result_id"), checked_scope(organization_id, project_id)
        )
        return read_result(row)

    @operation
    async def list_experiment_results(
        self,
        experiment_id: str,
        *,
        trace_id: str | None = None,
        status: ResultStatus | str | None = None,
        tags: Iterable[str] | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        order_by: OrderBy = STARTED_AT_ASC,
        page: int = 0,
        per_page: int | None = 100,
        include_total: bool = True,
    ) -> ExperimentResultPage:
        """Return one page of the results of an experiment that meet all conditions, by
        `started_at` or `created_at`, then by id, both in the direction of the order.

        `tags` keeps the results that have all of them. An unknown experiment is an empty page. A
        page past the end is empty and keeps its `total`.
        """
        query = ResultQuery(
            experiment_id=checks.identifier(experiment_id, "experiment_id"),
            scope=checked_scope(organization_id, project_id),
            trace_id=checks.optional_identifier(trace_id, "trace_id"),
            status=one_of(ResultStatus, status, "status"),
            tags=tuple(checks.identifiers(tags or (), "tags")),
            order=checked_order(order_by, ORDERS),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_results(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return ExperimentResultPage(
            results=read_results(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @operation
    async def delete_experiment_results(
        self,
        experiment_id: str,
        *,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> int:
        """Delete all results of an experiment, which stays; return how many there were."""
        return await self._delete_results(
            checks.identifier(experiment_id, "experiment_id"),
            checked_scope(organization_id, project_id),
        )

    @operation
    async def get_review_summary(
        self, *, organization_id: str | None = None, project_id: str | None = None
    ) -> list[ReviewSummary]:
        """Return how far the review of each experiment is that has results, by its id."""
        rows = await self._summaries(checked_scope(organization_id, project_id))
        return SUMMARIES.validate_python(rows)

    async def _put(self, given: dict[str, Any], *, replace: bool) -> ExperimentResult:
        draft = result_draft(given, replace, self._limits.max_json_bytes)
        return read_results([await self._put_result(draft)])[0]

    @abstractmethod
    async def _put_result(self, draft: ResultDraft) -> Row:
        """Insert or replace in one atomic step, which also holds back whoever erases the item."""

    @abstractmethod
    async def _recount(self, experiment_id: str, scope: Scope) -> Row | None:
        """Lock an experiment, then count: what was written before the lock came is counted."""

    @abstractmethod
    async def _update_result(self, change: ResultChange) -> Row | None: ...

    @abstractmethod
    async def _get_result(self, result_id: str, scope: Scope) -> Row | None: ...

    @abstractmethod
    async def _list_results(self, query: ResultQuery) -> Found: ...

    @abstractmethod
    async def _delete_results(self, experiment_id: str, scope: Scope) -> int: ...

    @abstractmethod
    async def _summaries(self, scope: Scope) -> list[Row]: ...
