"""Lists of traces and of branches: what they show, in which order, and cut into pages."""

from functools import partial
from typing import Any

import pytest
from mastra_storage_core import (
    BRANCH_TYPES,
    BranchFilter,
    BranchPage,
    LightTracePage,
    ObservabilityStorage,
    OrderBy,
    Span,
    Store,
    TraceFilter,
    TracePage,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList, Seed, walk
from mastra_storage_conformance.suites._support import (
    as_given,
    span_ids,
    store_spans,
    trace_ids,
)
from mastra_storage_conformance.suites.observability_spans import whole

__all__ = [
    "TestListBranches",
    "TestListTraces",
    "TestOrderOfTraces",
    "TestPagesOfTraces",
]

NEWEST, OLDEST = OrderBy("started_at", "desc"), OrderBy("started_at", "asc")
LAST_ENDED, FIRST_ENDED = OrderBy("ended_at", "desc"), OrderBy("ended_at", "asc")


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestListTraces:
    """`list_traces` shows each trace as its root span."""

    async def test_each_trace_is_its_root_span_with_every_field(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        root = whole(make).model_copy(update={"parent_span_id": None})
        child = make.span(trace_id=root.trace_id, parent_span_id=root.span_id)
        await store_spans(observability, child, root)

        page = await observability.list_traces(TraceFilter(trace_id=root.trace_id))

        assert isinstance(page.spans[0], Span)
        assert (list(map(as_given, page.spans)), page.total) == ([root], 1)

    async def test_an_empty_store_has_none(self, empty_store: Store) -> None:
        traces = await empty_store.observability.list_traces()
        branches = await empty_store.observability.list_branches()

        assert (traces.spans, traces.total, traces.has_more) == ([], 0, False)
        assert (branches.branches, branches.total, branches.has_more) == ([], 0, False)

    async def test_a_trace_with_several_roots_is_listed_once_as_the_first(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """And meets a filter only if that one does."""
        trace, user = make.id("trace"), make.id("user")
        names = [("b", 1), ("a", 1), ("z", 0), ("c", 2)]
        spans = [
            make.span(trace_id=trace, span_id=name, at=at, user_id=user + name)
            for name, at in names
        ]
        await store_spans(observability, *spans)

        page = await observability.list_traces(TraceFilter(trace_id=trace))
        by_first = await observability.list_traces(TraceFilter(user_id=f"{user}z"))
        by_second = await observability.list_traces(TraceFilter(user_id=f"{user}a"))

        assert (span_ids(page.spans), page.total) == (["z"], 1)
        assert (span_ids(by_first.spans), by_second.spans, by_second.total) == (["z"], [], 0)

    async def test_a_trace_without_a_root_is_not_listed(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        orphan = make.span(parent_span_id="gone")
        await store_spans(observability, orphan)

        page = await observability.list_traces(TraceFilter(trace_id=orphan.trace_id))

        assert (page.spans, page.total) == ([], 0)


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestListBranches:
    """`list_branches` shows the spans that anchor branches, roots and others."""

    async def test_spans_of_those_types_are_listed_wherever_they_are(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        trace = make.id("trace")
        types = [*sorted(BRANCH_TYPES), "generic", "model_generation", "workflow_step", "AGENT_RUN"]
        spans = [
            make.span(trace_id=trace, span_type=kind, at=number, parent_span_id=parent)
            for number, kind in enumerate(types)
            for parent in (None, "parent")
        ]
        await store_spans(observability, *spans)

        page = await observability.list_branches(
            BranchFilter(trace_id=trace), order_by=OLDEST, per_page=None
        )

        assert list(map(as_given, page.branches)) == spans[: 2 * len(BRANCH_TYPES)]

    async def test_a_span_type_that_anchors_none_is_an_empty_page(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = make.span(span_type="model_step")
        await store_spans(observability, span)

        page = await observability.list_branches(
            BranchFilter(trace_id=span.trace_id, span_type="model_step")
        )

        assert (page.branches, page.total) == ([], 0)


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestOrderOfTraces:
    """Traces and branches have one total order in each direction (rule 2)."""

    @pytest.mark.parametrize("kind", ["traces", "branches", "light"])
    @pytest.mark.parametrize("field", ["started_at", "ended_at"])
    async def test_what_has_not_ended_comes_last_and_reversing_reverses_all(
        self, observability: ObservabilityStorage, make: Make, field: Any, kind: str
    ) -> None:
        """Equal times are ordered by trace, by code point."""
        service = make.id("service")
        times = [("b", 1, 2), ("B", 1, 2), ("é", 1, 2), ("a", 0, 9), ("c", 5, None), ("d", 4, None)]
        spans = [
            make.span(
                trace_id=f"{name}-{service}",
                span_id="s",
                at=at,
                lasts=lasts,
                service_name=service,
                span_type="agent_run",
            )
            for name, at, lasts in times
        ]
        await store_spans(observability, *spans)
        expected = {"started_at": "aBbédc", "ended_at": "Bbéacd"}[field]

        for direction, wanted in (("asc", expected), ("desc", expected[::-1])):
            order: Any = OrderBy(field, direction)  # type: ignore[arg-type] # both are one
            assert await self._names(observability, kind, service, order) == wanted

    async def _names(
        self, observability: ObservabilityStorage, kind: str, service: str, order: OrderBy
    ) -> str:
        if kind == "branches":
            wanted = BranchFilter(service_name=service)
            spans = (await observability.list_branches(wanted, order_by=order)).branches
            return "".join(each.trace_id[0] for each in spans)
        lists: Any = {"traces": observability.list_traces, "light": observability.list_traces_light}
        page = await lists[kind](TraceFilter(service_name=service), order_by=order)
        return "".join(each.trace_id[0] for each in page.spans)

    async def test_the_newest_comes_first_unless_told_otherwise(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        service = make.id("service")
        spans = [make.span(at=at, service_name=service) for at in (1, 3, 2)]
        await store_spans(observability, *spans)

        page = await observability.list_traces(TraceFilter(service_name=service))

        assert trace_ids(page.spans) == [spans[n].trace_id for n in (1, 2, 0)]

    async def test_the_order_does_not_depend_on_when_a_row_was_written(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        service = make.id("service")
        spans = [make.span(at=n // 2, service_name=service) for n in range(6)]
        await store_spans(observability, *spans)
        for number in (3, 0, 5):
            await store_spans(observability, spans[number])
            key = {"trace_id": spans[number].trace_id, "span_id": spans[number].span_id}
            await observability.update_span({**key, "output": number})

        page = await observability.list_traces(TraceFilter(service_name=service))

        assert trace_ids(page.spans) == trace_ids(reversed(spans))


async def of_service(observability: ObservabilityStorage, make: Make, rows: int) -> Listing:
    """Traces of a service, by pairs of one time, each with a child."""
    roots = [make.span(at=n // 2, service_name=make.owner) for n in range(rows)]
    children = [
        make.span(trace_id=each.trace_id, parent_span_id=each.span_id, service_name=make.owner)
        for each in roots
    ]
    await store_spans(observability, *children, *roots)
    read = partial(observability.list_traces, TraceFilter(service_name=make.owner))
    return Listing(trace_ids(reversed(roots)), read, listed)


async def of_status(observability: ObservabilityStorage, make: Make, rows: int) -> Listing:
    """Traces that run, among others, by their end, in previews."""
    roots = [
        make.span(lasts=None if n % 2 else 1, service_name=make.owner) for n in range(2 * rows)
    ]
    await store_spans(observability, *roots)
    wanted = TraceFilter(service_name=make.owner, status="running")
    read = partial(observability.list_traces_light, wanted, order_by=FIRST_ENDED)
    return Listing(trace_ids(roots[1::2]), read, listed)


async def of_tools(observability: ObservabilityStorage, make: Make, rows: int) -> Listing:
    """Branches of one trace."""
    spans = [
        make.span(trace_id=make.owner, span_type="tool_call", parent_span_id="root", at=n)
        for n in range(rows)
    ]
    await store_spans(observability, *spans)
    read = partial(observability.list_branches, BranchFilter(trace_id=make.owner), order_by=OLDEST)
    return Listing([f"{each.trace_id}/{each.span_id}" for each in spans], read, anchors)


def listed(page: TracePage | LightTracePage) -> list[str]:
    """Return the ids of a page."""
    return trace_ids(page.spans)


def anchors(page: BranchPage) -> list[str]:
    """Return the names of a page of branches."""
    return [f"{each.trace_id}/{each.span_id}" for each in page.branches]


@pytest.mark.parametrize("seed", [of_service, of_status, of_tools])
@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestPagesOfTraces(PagesOfAList):
    """Lists of traces and branches are cut into pages as every list is (rule 5)."""

    @pytest.fixture
    def domain(self, observability: ObservabilityStorage) -> ObservabilityStorage:
        return observability

    @pytest.mark.parametrize("per_page", [1, 3, 7, 8])
    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_of_any_size_make_the_whole_list(
        self,
        observability: ObservabilityStorage,
        make: Make,
        seed: Seed,
        per_page: int,
        include_total: bool,
    ) -> None:
        """`has_more` is true exactly when the next page of this size would have a row."""
        listing = await seed(observability, make, 7)

        pages = await walk(listing, per_page=per_page, include_total=include_total)

        assert [row for page in pages for row in listing.rows(page)] == listing.expected
        assert all(listing.rows(page) for page in pages)
        assert {page.total for page in pages} == {7 if include_total else None}
