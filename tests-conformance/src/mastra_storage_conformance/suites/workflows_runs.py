"""Runs: written, read and deleted whole."""

from datetime import timedelta
from typing import Any

import pytest
from mastra_storage_core import WorkflowsStorage
from mastra_storage_core.ids import now

from mastra_storage_conformance.make import Make, succeeded
from mastra_storage_conformance.suites._support import key, run_now


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestPersistWorkflowSnapshot:
    """`persist_workflow_snapshot` inserts a run, or replaces its snapshot."""

    async def test_a_run_is_read_as_it_was_persisted(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, owner=make.owner, updated_at=make.after(1))

        assert await run_now(workflows, key(run)) == run
        assert await workflows.load_workflow_snapshot(**key(run)) == run.snapshot

    async def test_a_snapshot_is_replaced_whole_and_not_merged(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        before = await make.run(workflows, make.snapshot(context={"one": succeeded()}, unknown=1))
        after = {"status": "success", "context": {"two": succeeded(2)}}

        await workflows.persist_workflow_snapshot(**key(before), snapshot=after)

        assert await workflows.load_workflow_snapshot(**key(before)) == after

    @pytest.mark.parametrize(
        "snapshot",
        [{}, {"status": None}, {"status": "of a newer Mastra"}, {"status": ["x"], "context": []}],
    )
    async def test_any_json_object_is_a_snapshot(
        self, workflows: WorkflowsStorage, make: Make, snapshot: dict[str, Any]
    ) -> None:
        """The original checks nothing either."""
        run = await make.run(workflows, snapshot)

        found = await run_now(workflows, key(run))

        assert found == run
        assert found.status == snapshot.get("status")

    async def test_persisting_twice_is_persisting_once(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)

        await make.run(workflows, run_id=run.run_id)

        page = await workflows.list_workflow_runs(workflow_name=make.workflow)
        assert (page.runs, page.total) == ([run], 1)

    async def test_a_run_is_named_by_its_workflow_and_its_id_together(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """In the original's memory, run `b-c` of `a` was run `c` of `a-b`."""
        names = [("a", "b-c"), ("a-b", "c"), ("a", "c"), ("a-b", "b-c"), ("A", "c"), ("a", "C")]
        runs = [
            await make.run(
                workflows, {"n": number}, workflow=f"{make.owner}{workflow}", run_id=run_id
            )
            for number, (workflow, run_id) in enumerate(names)
        ]

        assert [await run_now(workflows, key(run)) for run in runs] == runs

    async def test_a_run_that_has_an_owner_keeps_it_where_none_is_given(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """In the original's Redis this made a second run."""
        run = await make.run(workflows, owner=make.owner)

        await make.run(workflows, run_id=run.run_id)

        assert await run_now(workflows, key(run)) == run

    async def test_a_run_that_has_no_owner_gets_the_one_that_is_given(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)

        await make.run(workflows, run_id=run.run_id, owner=make.owner)

        assert (await run_now(workflows, key(run))).resource_id == make.owner
        page = await workflows.list_workflow_runs(resource_id=make.owner)
        assert page.total == 1


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestRunTimes:
    """`created_at` is that of the first time, `updated_at` that of the last (rule 11)."""

    async def test_the_first_created_at_is_kept_whatever_is_given_later(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)

        await make.run(workflows, run_id=run.run_id, created_at=make.after(60))

        found = await run_now(workflows, key(run))
        assert (found.created_at, found.updated_at) == (make.noon, make.after(60))

    async def test_without_times_the_clock_is_taken(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named, before = make.key(), now()

        await workflows.persist_workflow_snapshot(**named, snapshot={})

        run = await run_now(workflows, named)
        assert before <= run.created_at <= now()
        assert run.updated_at == run.created_at

    async def test_with_one_time_the_other_is_the_clocks(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        created, updated, before = make.key(), make.key(), now()

        await workflows.persist_workflow_snapshot(**created, snapshot={}, created_at=make.noon)
        await workflows.persist_workflow_snapshot(**updated, snapshot={}, updated_at=make.noon)

        one, other = [await run_now(workflows, named) for named in (created, updated)]
        assert (one.created_at, other.updated_at) == (make.noon, make.noon)
        assert before <= one.updated_at <= now()
        assert before <= other.created_at <= now()

    async def test_a_run_that_is_persisted_again_is_updated_now(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run, before = await make.run(workflows), now()

        await workflows.persist_workflow_snapshot(**key(run), snapshot={})

        assert before <= (await run_now(workflows, key(run))).updated_at <= now()

    async def test_a_run_that_was_deleted_begins_anew(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, owner=make.owner)
        await workflows.delete_workflow_run_by_id(**key(run))

        again = await make.run(workflows, run_id=run.run_id, created_at=make.after(60))

        assert await run_now(workflows, key(run)) == again
        assert again.resource_id is None


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestLoadWorkflowSnapshot:
    """`load_workflow_snapshot` returns a snapshot, or `None`."""

    async def test_an_unknown_run_is_none(self, workflows: WorkflowsStorage, make: Make) -> None:
        run = await make.run(workflows)
        elsewhere = make.id("workflow")

        assert await workflows.load_workflow_snapshot(**make.key()) is None
        assert (
            await workflows.load_workflow_snapshot(workflow_name=elsewhere, run_id=run.run_id)
            is None
        )


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestDeleteWorkflowRunById:
    """`delete_workflow_run_by_id` says whether there was such a run."""

    async def test_a_run_is_deleted_once(self, workflows: WorkflowsStorage, make: Make) -> None:
        run = await make.run(workflows, owner=make.owner)

        deleted = [await workflows.delete_workflow_run_by_id(**key(run)) for _ in range(2)]

        assert deleted == [True, False]
        assert await workflows.get_workflow_run_by_id(run.run_id) is None
        assert await workflows.load_workflow_snapshot(**key(run)) is None
        assert (await workflows.list_workflow_runs(resource_id=make.owner)).total == 0

    async def test_the_run_of_that_id_in_another_workflow_stays(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)
        other = await make.run(workflows, run_id=run.run_id, workflow=make.id("workflow"))
        unknown = make.id("workflow")

        assert not await workflows.delete_workflow_run_by_id(run.run_id, workflow_name=unknown)
        assert await workflows.delete_workflow_run_by_id(**key(run))

        assert await run_now(workflows, key(other)) == other


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestOlderNamesOfWorkflows:
    """Older names of the original mean the same."""

    async def test_they_write_and_read_the_same_run(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        one, other = make.key(), make.key()

        await workflows.create_workflow_snapshot(**one, snapshot={"n": 1}, created_at=make.noon)
        await workflows.save_workflow_run(**other, snapshot={"n": 2}, resource_id=make.owner)

        assert await workflows.get_workflow_snapshot(**one) == {"n": 1}
        assert await workflows.load_workflow_snapshot(**other) == {"n": 2}
        found = await run_now(workflows, one)
        assert found.created_at == make.noon
        assert found.updated_at - found.created_at > timedelta(days=1)

    async def test_steps_that_end_at_once_may_each_write_their_result(
        self, workflows: WorkflowsStorage
    ) -> None:
        assert workflows.supports_concurrent_updates() is True
