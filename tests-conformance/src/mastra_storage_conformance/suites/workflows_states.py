"""The state of a run: its status, and the members that say where it stands."""

from collections.abc import Iterable
from typing import Any

import pytest
from mastra_storage_core import (
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    RunStatus,
    WorkflowsStorage,
)
from mastra_storage_core.ids import now

from mastra_storage_conformance.make import Make, succeeded
from mastra_storage_conformance.suites._support import key, run_now
from mastra_storage_conformance.suites.values import nested

MEMBERS: dict[str, tuple[str, Any]] = {
    "result": ("result", {"status": "success"}),
    "error": ("error", {"name": "Error", "message": "No"}),
    "suspended_paths": ("suspendedPaths", {"two": [1]}),
    "waiting_paths": ("waitingPaths", {"two": [1, 2]}),
    "resume_labels": ("resumeLabels", {"go": {"stepId": "two", "foreachIndex": 0}}),
    "active_paths": ("activePaths", [1, 2]),
    "active_steps_path": ("activeStepsPath", {"two": [1]}),
    "tracing_context": ("tracingContext", {"traceId": "t", "spanId": "s"}),
}
"""The members that an update may replace: argument, name in the snapshot, a value."""
each_member = pytest.mark.parametrize("argument", MEMBERS)


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateWorkflowState:
    """`update_workflow_state` replaces the status, and the members that are given."""

    @pytest.mark.parametrize("status", list(RunStatus))
    async def test_the_status_is_replaced_and_the_whole_snapshot_is_returned(
        self, workflows: WorkflowsStorage, make: Make, status: RunStatus
    ) -> None:
        run = await make.run(workflows, make.snapshot(context={"one": succeeded()}, unknown=[{}]))

        snapshot = await workflows.update_workflow_state(**key(run), status=status)

        assert snapshot == {**run.snapshot, "status": status.value}
        assert await workflows.load_workflow_snapshot(**key(run)) == snapshot

    @each_member
    async def test_a_member_is_replaced_whole_and_the_others_stay(
        self, workflows: WorkflowsStorage, make: Make, argument: str
    ) -> None:
        """Rule 7: nested objects are not merged, and what is not named is not touched."""
        name, value = MEMBERS[argument]
        before: Any = {member: {"old": [0]} for member, _ in MEMBERS.values()}
        run = await make.run(workflows, make.snapshot(**before))
        change: Any = {argument: value}

        snapshot = await workflows.update_workflow_state(**key(run), status="running", **change)

        assert snapshot == {**run.snapshot, name: value}
        assert await workflows.load_workflow_snapshot(**key(run)) == snapshot

    @each_member
    async def test_none_stores_null_where_a_snapshot_need_not_have_the_member(
        self, workflows: WorkflowsStorage, make: Make, argument: str
    ) -> None:
        """Rule 7: elsewhere it is refused, and the run stays."""
        name, value = MEMBERS[argument]
        run = await make.run(workflows, make.snapshot(**{name: value}))
        clear: Any = {argument: None}
        call = workflows.update_workflow_state(**key(run), status="failed", **clear)

        if argument in {"result", "error", "tracing_context"}:
            assert await call == {**run.snapshot, "status": "failed", name: None}
        else:
            with pytest.raises(InvalidInputError, match=name):
                await call
            assert await run_now(workflows, key(run)) == run

    async def test_all_members_may_be_given_at_once_as_empty_ones(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """An empty array stays an array; in the original's Upstash it became an object."""
        run = await make.run(workflows, make.snapshot(**dict(MEMBERS.values())))
        empty: Any = {argument: [] if argument == "active_paths" else {} for argument in MEMBERS}

        await workflows.update_workflow_state(**key(run), status="waiting", **empty)

        found = await workflows.load_workflow_snapshot(**key(run))
        expected = {name: empty[argument] for argument, (name, _) in MEMBERS.items()}
        assert found == {**run.snapshot, "status": "waiting", **expected}

    async def test_active_paths_may_be_any_iterable(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)

        snapshot = await workflows.update_workflow_state(
            **key(run), status="running", active_paths=iter((1, 2))
        )

        assert snapshot is not None
        assert snapshot["activePaths"] == [1, 2]

    async def test_the_rest_of_the_run_stays_and_updated_at_is_now(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """In the original's SQLite `updated_at` stood still."""
        run, before = await make.run(workflows, owner=make.owner), now()

        await workflows.update_workflow_state(**key(run), status="success")

        found = await run_now(workflows, key(run))
        assert before <= found.updated_at <= now()
        assert (found.created_at, found.resource_id) == (run.created_at, make.owner)

    async def test_an_unknown_run_is_none_and_is_not_made(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()

        for expected in (None, "running"):
            assert (
                await workflows.update_workflow_state(
                    **named, status="success", expected_status=expected
                )
                is None
            )

        assert await workflows.get_workflow_run_by_id(named["run_id"]) is None

    @pytest.mark.parametrize("stored", [{}, {"context": None}, {"context": []}])
    async def test_a_snapshot_without_a_context_is_corrupt_and_stays(
        self, workflows: WorkflowsStorage, make: Make, stored: dict[str, Any]
    ) -> None:
        run = await make.run(workflows, {"status": "running", **stored})

        with pytest.raises(CorruptDataError, match="it was not changed"):
            await workflows.update_workflow_state(**key(run), status="success")

        assert await run_now(workflows, key(run)) == run

    async def test_a_member_that_is_too_deep_for_its_place_is_refused_and_the_run_stays(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)
        too_deep = {"v": nested(199)}

        with pytest.raises(InvalidInputError, match=r"snapshot\.result"):
            await workflows.update_workflow_state(**key(run), status="success", result=too_deep)

        assert await run_now(workflows, key(run)) == run


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestExpectedStatus:
    """With `expected_status`, a run that stands elsewhere is `ConflictError`."""

    @pytest.mark.parametrize(
        "expected",
        ["suspended", RunStatus.SUSPENDED, ["running", "suspended"], {RunStatus.SUSPENDED}],
    )
    async def test_a_run_that_stands_as_expected_is_updated(
        self, workflows: WorkflowsStorage, make: Make, expected: str | Iterable[str]
    ) -> None:
        """It is not stored; the original's Upstash did."""
        run = await make.run(workflows, make.snapshot(status="suspended"))

        snapshot = await workflows.update_workflow_state(
            **key(run), status="running", expected_status=expected
        )

        assert snapshot == {**run.snapshot, "status": "running"}
        assert await workflows.load_workflow_snapshot(**key(run)) == snapshot

    @pytest.mark.parametrize("expected", ["running", ["running", "waiting"], ("paused",)])
    async def test_a_run_that_stands_elsewhere_is_a_conflict_and_stays(
        self, workflows: WorkflowsStorage, make: Make, expected: str | Iterable[str]
    ) -> None:
        run = await make.run(workflows, make.snapshot(status="suspended"))

        with pytest.raises(ConflictError, match=r"'suspended', not ") as caught:
            await workflows.update_workflow_state(
                **key(run), status="running", result={"a": 1}, expected_status=expected
            )

        error = caught.value
        assert (error.constraint, error.current) == ("expected_status", "suspended")
        assert await run_now(workflows, key(run)) == run

    @pytest.mark.parametrize("stored", [{}, {"status": None}, {"status": ["running"]}])
    async def test_a_run_without_a_status_never_stands_as_expected(
        self, workflows: WorkflowsStorage, make: Make, stored: dict[str, Any]
    ) -> None:
        run = await make.run(workflows, {"context": {}, **stored})

        with pytest.raises(ConflictError, match="has no status") as caught:
            await workflows.update_workflow_state(
                **key(run), status="success", expected_status=list(RunStatus)
            )

        assert caught.value.current == stored.get("status")
        assert await run_now(workflows, key(run)) == run

    async def test_a_status_is_expected_once(self, workflows: WorkflowsStorage, make: Make) -> None:
        """mastra#20443: of two that resume a run, one finds it elsewhere."""
        run = await make.run(workflows, make.snapshot(status="suspended"))
        take: Any = {**key(run), "status": "running", "expected_status": "suspended"}

        assert await workflows.update_workflow_state(**take) is not None
        with pytest.raises(ConflictError):
            await workflows.update_workflow_state(**take)
