"""Lists of runs: what they show, in which order, and cut into pages."""

from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import chain, combinations
from typing import Any

import pytest
from mastra_storage_core import RunStatus, Store, WorkflowRun, WorkflowRunPage, WorkflowsStorage

from mastra_storage_conformance.make import Make, started, succeeded, suspended
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList, Seed, walk
from mastra_storage_conformance.suites._support import key, run_ids


async def many_runs(workflows: WorkflowsStorage, make: Make) -> list[WorkflowRun]:
    """Persist runs that differ in everything that a list can ask for; return them in its order."""
    owners, threads = (None, "ours", "theirs"), (None, "t1", "t2")
    runs = [
        await make.run(
            workflows,
            make.snapshot(status=status, context={"a": suspended(threads[number % 5 % 3])}),
            run_id=f"{number * 7 % 24:02}",
            workflow=f"w{number % 2}",
            owner=owners[number % 3],
            created_at=make.after(number % 4),
        )
        for number, status in enumerate(list(RunStatus) * 2)
    ]
    return sorted(
        runs, key=lambda run: (run.created_at, run.run_id, run.workflow_name), reverse=True
    )


def meets(run: WorkflowRun, name: str, value: Any) -> bool:
    """Return whether a run meets one condition of a list."""
    payload = run.snapshot["context"]["a"]["suspendPayload"]
    match name:
        case "from_date":
            return bool(run.created_at >= value)
        case "to_date":
            return bool(run.created_at <= value)
        case "thread_id":
            return bool(payload) and value in str(payload)
        case _:
            return bool(getattr(run, name) == value)


CONDITIONS: dict[str, Any] = {
    "workflow_name": "w1",
    "status": "suspended",
    "resource_id": "ours",
    "thread_id": "t1",
    "from_date": Make().after(1),
    "to_date": Make().after(2),
}


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestListWorkflowRuns:
    """`list_workflow_runs` shows the runs that meet all conditions."""

    async def test_conditions_alone_and_together_show_the_runs_that_meet_all(
        self, empty_store: Store, make: Make
    ) -> None:
        """Of the status `pending` as well, so that most pairs of conditions are met by a run."""
        runs = await many_runs(empty_store.workflows, make)
        assert await empty_store.workflows.list_workflow_runs() == WorkflowRunPage(
            runs=runs, total=22, page=0, per_page=None, has_more=False
        )
        choices = chain.from_iterable(combinations(CONDITIONS, size) for size in range(1, 7))
        for chosen in choices:
            for status in ("suspended", RunStatus.PENDING) if "status" in chosen else ("",):
                given = {name: CONDITIONS[name] for name in chosen}
                given |= {"status": status} if status else {}
                expected = [run for run in runs if all(meets(run, *each) for each in given.items())]

                page = await empty_store.workflows.list_workflow_runs(**given)

                assert (page.runs, page.total) == (expected, len(expected)), given

    async def test_an_empty_store_has_no_runs(self, empty_store: Store) -> None:
        page = await empty_store.workflows.list_workflow_runs()

        assert (page.runs, page.total, page.has_more) == ([], 0, False)

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            (None, None, "43210"),
            (1, None, "4321"),
            (None, 3, "3210"),
            (1, 3, "321"),
            (2, 2, "2"),
            (3, 1, ""),
            (2.0005, 3.0009, "32"),
            (2.001, 3.999, "3"),
        ],
    )
    async def test_both_dates_are_about_created_at_and_inclusive(
        self,
        workflows: WorkflowsStorage,
        make: Make,
        start: float | None,
        end: float | None,
        expected: str,
    ) -> None:
        """Bounds are cut to the millisecond, and are instants whatever their zone (rule 11)."""
        for number in range(5):
            await make.run(
                workflows,
                run_id=f"{number}",
                created_at=make.after(number),
                updated_at=make.after(99 - number),
            )
        zone = timezone(timedelta(hours=5, minutes=45))

        def bound(seconds: float | None) -> datetime | None:
            return None if seconds is None else make.after(seconds).astimezone(zone)

        page = await workflows.list_workflow_runs(
            workflow_name=make.workflow, from_date=bound(start), to_date=bound(end)
        )

        assert ("".join(run_ids(page.runs)), page.total) == (expected, len(expected))

    async def test_the_status_is_the_one_that_the_snapshot_has_now(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, make.snapshot(status="running"))
        await make.run(workflows, {"status": ["running"]})
        await make.run(workflows, {"context": {"status": "running"}})

        async def found(status: str) -> list[str]:
            page = await workflows.list_workflow_runs(workflow_name=make.workflow, status=status)
            return run_ids(page.runs)

        assert await found("running") == [run.run_id]
        await workflows.update_workflow_state(**key(run), status="paused")
        assert (await found("running"), await found("paused")) == ([], [run.run_id])

    async def test_only_runs_of_the_named_resource_are_listed(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """Rule 16: those of nobody are not."""
        own = await make.run(workflows, owner=make.owner)
        await make.run(workflows, owner=make.id("stranger"))
        await make.run(workflows)

        page = await workflows.list_workflow_runs(resource_id=make.owner)

        assert (page.runs, page.total) == ([own], 1)


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestThreadsOfRuns:
    """`thread_id` keeps the runs that work on a thread of the memory domain."""

    @pytest.mark.parametrize(
        ("context", "works"),
        [
            ({"one": suspended("T")}, True),
            ({"input": started("T")}, True),
            ({"one": succeeded(1), "two": suspended("T"), "input": 1}, True),
            ({"one": suspended("other"), "two": suspended("T")}, True),
            ({"one": suspended(), "two": {"status": "suspended"}, "zwei": suspended("T")}, True),
            ({"one": suspended("other"), "input": started("T")}, True),
            ({"one": {**suspended("T"), "status": "success"}}, False),
            ({"one": {**suspended("T"), "status": ["suspended"]}}, False),
            ({"one": started("T"), "two": {"input": started("T")}}, False),
            ({"one": suspended("T "), "input": started("t")}, False),
            ({"one": suspended(), "input": {"threadId": "T"}}, False),
            ({"one": {**suspended(), "suspendPayload": ["T"]}, "input": []}, False),
            ({"one": None, "two": [suspended("T")], "three": "T"}, False),
            ([suspended("T")], False),
            (None, False),
        ],
    )
    async def test_it_is_found_where_agents_put_it(
        self, workflows: WorkflowsStorage, make: Make, context: Any, works: bool
    ) -> None:
        run = await make.run(workflows, {"context": context})

        page = await workflows.list_workflow_runs(workflow_name=make.workflow, thread_id="T")

        assert (page.runs, page.total) == (([run], 1) if works else ([], 0))

    @pytest.mark.parametrize("odd", ["%", "'", '"', "\\", "a.b", "[0]", "é", "e\u0301", "😀"])
    async def test_any_id_names_nothing_but_itself(
        self, workflows: WorkflowsStorage, make: Make, odd: str
    ) -> None:
        run = await make.run(workflows, {"context": {"one": suspended(odd)}})
        await make.run(workflows, {"context": {"one": suspended(f"{odd}x")}})

        page = await workflows.list_workflow_runs(workflow_name=make.workflow, thread_id=odd)

        assert page.runs == [run]


NAMES = ["B", "Z1", "_x", "a", "z0", "é", "一", "😀"]
"""In the order of code points, which no language sorts them in."""


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestTotalOrderOfRuns:
    """The newest run comes first; equal times go by run id, then by workflow (rule 2)."""

    async def test_equal_times_are_ordered_by_run_id_and_then_by_workflow(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """By code point, and descending as the times are."""
        for name in ("一", "a", "😀", "_x", "é", "Z1", "B", "z0"):
            for workflow in ("b", "B", "é"):
                named = f"{workflow}-{make.workflow}"
                await make.run(workflows, run_id=name, workflow=named, owner=make.owner)

        page = await workflows.list_workflow_runs(resource_id=make.owner)

        assert [(run.run_id, run.workflow_name[0]) for run in page.runs] == [
            (name, workflow) for name in reversed(NAMES) for workflow in ("é", "b", "B")
        ]

    async def test_the_order_does_not_depend_on_when_a_row_was_written(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        runs = [await make.run(workflows, created_at=make.after(n // 2)) for n in range(6)]

        for run in (runs[2], runs[5], runs[0]):
            await make.run(workflows, run_id=run.run_id, created_at=make.after(99))
            await workflows.update_workflow_state(**key(run), status="success")

        page = await workflows.list_workflow_runs(workflow_name=make.workflow)
        assert run_ids(page.runs) == run_ids(reversed(runs))


async def of_workflow(workflows: WorkflowsStorage, make: Make, rows: int) -> Listing:
    """Runs of a workflow, by pairs of one time."""
    runs = [await make.run(workflows, created_at=make.after(n // 2)) for n in range(rows)]
    read = partial(workflows.list_workflow_runs, workflow_name=make.workflow)
    return Listing(run_ids(reversed(runs)), read, runs_of)


async def of_status(workflows: WorkflowsStorage, make: Make, rows: int) -> Listing:
    """Runs of a resource and a status, among others."""
    runs = [
        await make.run(
            workflows,
            make.snapshot(status="paused" if number % 2 else "failed"),
            owner=make.owner,
            created_at=make.after(number // 4),
        )
        for number in range(2 * rows)
    ]
    read = partial(workflows.list_workflow_runs, resource_id=make.owner, status="failed")
    return Listing(run_ids(reversed(runs[::2])), read, runs_of)


def runs_of(page: WorkflowRunPage) -> list[str]:
    """Return the ids of a page."""
    return run_ids(page.runs)


@pytest.mark.parametrize("seed", [of_workflow, of_status])
@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestPagesOfRuns(PagesOfAList):
    """The list of runs is cut into pages as every list is (rule 5)."""

    @pytest.fixture
    def domain(self, workflows: WorkflowsStorage) -> WorkflowsStorage:
        return workflows

    @pytest.mark.parametrize("per_page", [1, 2, 3, 7, 8])
    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_of_any_size_make_the_whole_list(
        self,
        workflows: WorkflowsStorage,
        make: Make,
        seed: Seed,
        per_page: int,
        include_total: bool,
    ) -> None:
        """`has_more` is true exactly when the next page of this size would have a row."""
        listing = await seed(workflows, make, 7)

        pages = await walk(listing, per_page=per_page, include_total=include_total)

        assert [row for page in pages for row in listing.rows(page)] == listing.expected
        assert all(listing.rows(page) for page in pages)
        assert {page.total for page in pages} == {7 if include_total else None}
