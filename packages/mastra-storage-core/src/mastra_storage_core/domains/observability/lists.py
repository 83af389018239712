"""Lists of traces and of branches: the public methods."""

from abc import abstractmethod

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.observability.filters import (
    BranchFilter,
    TraceFilter,
    checked_filter,
)
from mastra_storage_core.domains.observability.models import (
    BranchPage,
    LightTracePage,
    TracePage,
)
from mastra_storage_core.domains.observability.requests import Found, SpanQuery
from mastra_storage_core.domains.observability.rows import read_previews, read_spans
from mastra_storage_core.paging import OrderBy, PageRequest

STARTED_AT_DESC = OrderBy("started_at", "desc")

_NO_CONDITION = BranchFilter()
_NO_CONDITIONS = TraceFilter()


class ListStorage(StorageDomain):
    """Traces, each as its root span, and the spans that anchor branches: runs of agents, workflows
    and tools, wherever they are in their traces.
    """

    @operation
    async def list_traces(
        self,
        filters: TraceFilter = _NO_CONDITIONS,
        *,
        page: int = 0,
        per_page: int | None = 10,
        order_by: OrderBy = STARTED_AT_DESC,
        include_total: bool = True,
    ) -> TracePage:
        """Return one page of the root spans that meet the filters, ordered by `started_at` or
        `ended_at`, then by `trace_id` and `span_id`.

        A trace that runs still comes after all that have ended, or before them where the order is
        descending. A trace with several roots is listed once, as the one that started first. A
        trace whose root is not stored is not listed. A page past the end is empty and keeps its
        `total`.
        """
        query = self._query(TraceFilter, filters, page, per_page, order_by, include_total)
        found = await self._list_spans(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return TracePage(
            spans=read_spans(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @operation
    async def list_traces_light(
        self,
        filters: TraceFilter = _NO_CONDITIONS,
        *,
        page: int = 0,
        per_page: int | None = 10,
        order_by: OrderBy = STARTED_AT_DESC,
        include_total: bool = True,
    ) -> LightTracePage:
        """As `list_traces`, with a preview of each root span: the beginning of its input, and none
        of its large values.
        """
        query = self._query(
            TraceFilter, filters, page, per_page, order_by, include_total, preview=True
        )
        found = await self._list_spans(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return LightTracePage(
            spans=read_previews(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @operation
    async def list_branches(
        self,
        filters: BranchFilter = _NO_CONDITION,
        *,
        page: int = 0,
        per_page: int | None = 10,
        order_by: OrderBy = STARTED_AT_DESC,
        include_total: bool = True,
    ) -> BranchPage:
        """Return one page of the spans that anchor a branch (`BRANCH_TYPES`), roots and others, in
        the orders of `list_traces`. A `span_type` that anchors none is an empty page.
        """
        query = self._query(BranchFilter, filters, page, per_page, order_by, include_total)
        found = await self._list_spans(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return BranchPage(
            branches=read_spans(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    def _query(
        self,
        kind: type[BranchFilter],
        filters: BranchFilter,
        page: int,
        per_page: int | None,
        order_by: OrderBy,
        include_total: bool,
        *,
        preview: bool = False,
    ) -> SpanQuery:
        (given,) = checks.instances([filters], kind, "filters")
        (order,) = checks.instances([order_by], OrderBy, "order_by")
        return SpanQuery(
            branches=kind is BranchFilter,
            conditions=checked_filter(given, self._limits.max_json_bytes),
            order_by=order.check(("started_at", "ended_at")),
            page=PageRequest.check(page, per_page, include_total),
            preview=preview,
        )

    @abstractmethod
    async def _list_spans(self, query: SpanQuery) -> Found: ...
