"""Lists of scores: of a scorer, a run, an entity, a span."""

from abc import abstractmethod

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.scores.drafts import checked_source
from mastra_storage_core.domains.scores.models import ScorePage, ScoreSource
from mastra_storage_core.domains.scores.requests import Found, ScoreQuery
from mastra_storage_core.domains.scores.rows import read_scores
from mastra_storage_core.paging import CREATED_AT_DESC, OrderBy, PageRequest


class ScoreLists(StorageDomain):
    """Every list is a page of scores that meet all conditions, the newest first unless told
    otherwise: by `created_at`, then by id, both in the direction of `order_by`.

    `organization_id` and `project_id` narrow it down, exactly. What matches nothing is an empty
    page, and so is a page past the end, which keeps its `total`.
    """

    @operation
    async def list_scores_by_scorer_id(
        self,
        scorer_id: str,
        *,
        entity_id: str | None = None,
        entity_type: str | None = None,
        source: ScoreSource | str | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        page: int = 0,
        per_page: int | None = 100,
        order_by: OrderBy = CREATED_AT_DESC,
        include_total: bool = True,
    ) -> ScorePage:
        """Return one page of the scores that a scorer gave: to one entity, to entities of one type,
        from one source, as far as these are named.
        """
        wanted = {
            "scorer_id": checks.identifier(scorer_id, "scorer_id"),
            "entity_id": checks.optional_identifier(entity_id, "entity_id"),
            "entity_type": checks.optional_identifier(entity_type, "entity_type"),
            "source": None if source is None else checked_source(source),
            **_tenants(organization_id, project_id),
        }
        return await self._page(wanted, page, per_page, order_by, include_total)

    @operation
    async def list_scores_by_run_id(
        self,
        run_id: str,
        *,
        organization_id: str | None = None,
        project_id: str | None = None,
        page: int = 0,
        per_page: int | None = 100,
        order_by: OrderBy = CREATED_AT_DESC,
        include_total: bool = True,
    ) -> ScorePage:
        """Return one page of the scores of a run."""
        wanted = {
            "run_id": checks.identifier(run_id, "run_id"),
            **_tenants(organization_id, project_id),
        }
        return await self._page(wanted, page, per_page, order_by, include_total)

    @operation
    async def list_scores_by_entity_id(
        self,
        entity_id: str,
        *,
        entity_type: str,
        organization_id: str | None = None,
        project_id: str | None = None,
        page: int = 0,
        per_page: int | None = 100,
        order_by: OrderBy = CREATED_AT_DESC,
        include_total: bool = True,
    ) -> ScorePage:
        """Return one page of the scores of an entity, such as an agent: of that id and type."""
        wanted = {
            "entity_id": checks.identifier(entity_id, "entity_id"),
            "entity_type": checks.identifier(entity_type, "entity_type"),
            **_tenants(organization_id, project_id),
        }
        return await self._page(wanted, page, per_page, order_by, include_total)

    @operation
    async def list_scores_by_span(
        self,
        *,
        trace_id: str,
        span_id: str,
        organization_id: str | None = None,
        project_id: str | None = None,
        page: int = 0,
        per_page: int | None = 100,
        order_by: OrderBy = CREATED_AT_DESC,
        include_total: bool = True,
    ) -> ScorePage:
        """Return one page of the scores of a span of a trace."""
        wanted = {
            "trace_id": checks.identifier(trace_id, "trace_id"),
            "span_id": checks.identifier(span_id, "span_id"),
            **_tenants(organization_id, project_id),
        }
        return await self._page(wanted, page, per_page, order_by, include_total)

    async def _page(
        self,
        wanted: dict[str, str | None],
        page: int,
        per_page: int | None,
        order_by: OrderBy,
        include_total: bool,
    ) -> ScorePage:
        (order,) = checks.instances([order_by], OrderBy, "order_by")
        query = ScoreQuery(
            wanted={name: value for name, value in wanted.items() if value is not None},
            order_by=order.check(("created_at",)),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_scores(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return ScorePage(
            scores=read_scores(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @abstractmethod
    async def _list_scores(self, query: ScoreQuery) -> Found: ...


def _tenants(organization_id: object, project_id: object) -> dict[str, str | None]:
    """Check whose scores are wanted."""
    return {
        "organization_id": checks.optional_identifier(organization_id, "organization_id"),
        "project_id": checks.optional_identifier(project_id, "project_id"),
    }
