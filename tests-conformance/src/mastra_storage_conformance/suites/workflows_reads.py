"""Runs that are read by id: in any workflow, and in part."""

from typing import Any

import pytest
from mastra_storage_core import RunStatus, WorkflowRun, WorkflowsStorage

from mastra_storage_conformance.make import Make, succeeded, suspended
from mastra_storage_conformance.suites._support import key


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestGetWorkflowRunById:
    """`get_workflow_run_by_id` returns a run of a workflow, or the newest of any."""

    async def test_an_unknown_run_is_none(self, workflows: WorkflowsStorage, make: Make) -> None:
        run = await make.run(workflows)
        elsewhere = make.id("workflow")

        assert await workflows.get_workflow_run_by_id(make.id("unknown")) is None
        assert await workflows.get_workflow_run_by_id(run.run_id, workflow_name=elsewhere) is None

    async def test_without_a_workflow_it_is_the_newest_of_that_id(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """By `created_at`: that an older one was written last does not matter."""
        run_id = make.id("run")
        _, newest, _ = [
            await make.run(
                workflows,
                run_id=run_id,
                workflow=make.id("workflow"),
                created_at=make.after(created),
                updated_at=make.after(updated),
            )
            for created, updated in ((1, 9), (2, 2), (0, 99))
        ]

        assert await workflows.get_workflow_run_by_id(run_id) == newest

    async def test_of_runs_of_one_time_it_is_the_last_by_workflow(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """By code point, as every order (rule 2)."""
        run_id = make.id("run")
        runs = [
            await make.run(workflows, run_id=run_id, workflow=f"{name}-{make.owner}")
            for name in ("é", "a", "😀", "B", "_x")
        ]

        found = []
        while run := await workflows.get_workflow_run_by_id(run_id):
            found.append(run.workflow_name[0])
            await workflows.delete_workflow_run_by_id(**key(run))

        assert "".join(found) == "😀éa_B"
        assert len(found) == len(runs)

    async def test_its_status_is_that_of_the_snapshot(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, make.snapshot(status="suspended"))

        found = await workflows.get_workflow_run_by_id(run.run_id)

        assert found is not None
        assert found.status == RunStatus.SUSPENDED


ODD_NAMES = ["a.b", "$", "$.status", "'", '"', "[0]", "*", "%", "é", "e\u0301", "a b", "{}", "\\"]


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestFieldsOfRuns:
    """With `fields`, only these members of the snapshot are read."""

    async def read(
        self, workflows: WorkflowsStorage, run: WorkflowRun, fields: Any
    ) -> dict[str, Any]:
        """Return these members; the rest of the run is as it is without `fields`."""
        found = await workflows.get_workflow_run_by_id(run.run_id, fields=fields)
        assert found is not None
        assert found.model_copy(update={"snapshot": run.snapshot}) == run
        return found.snapshot

    async def test_only_the_members_that_are_named_are_there(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        context = {"one": succeeded([1, {"x": []}]), "two": suspended("t")}
        run = await make.run(workflows, make.snapshot(context=context, result={"a": 1}))

        status = await self.read(workflows, run, ["status"])
        several = await self.read(workflows, run, ("context", "timestamp", "activePaths"))

        assert status == {"status": "running"}
        assert several == {name: run.snapshot[name] for name in several}
        assert several.keys() == {"context", "timestamp", "activePaths"}

    async def test_members_that_are_null_are_there_and_missing_ones_are_not(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """Rule 9: inside a caller's JSON, null and absent stay different."""
        run = await make.run(workflows, {"status": "failed", "result": None, "other": 1})

        found = await self.read(workflows, run, ["result", "error", "status", "result"])

        assert found == {"status": "failed", "result": None}

    @pytest.mark.parametrize("fields", [[], ["unknown"], ["context.input", "$.context"]])
    async def test_fields_that_it_lacks_leave_nothing(
        self, workflows: WorkflowsStorage, make: Make, fields: list[str]
    ) -> None:
        """A field is the name of a member, never a path."""
        run = await make.run(workflows)

        assert await self.read(workflows, run, fields) == {}

    async def test_any_member_can_be_named(self, workflows: WorkflowsStorage, make: Make) -> None:
        snapshot = {name: {"n": number} for number, name in enumerate(ODD_NAMES)}
        run = await make.run(workflows, snapshot)

        for name in ODD_NAMES:
            assert await self.read(workflows, run, [name]) == {name: snapshot[name]}
        assert await self.read(workflows, run, iter(ODD_NAMES)) == snapshot

    @pytest.mark.parametrize(
        "value", [None, True, False, 0, 1, -1.5, 2**70, "", "text", '{"a": 1}', [], {}, [[{}]]]
    )
    async def test_a_member_has_the_value_that_the_whole_snapshot_has(
        self, workflows: WorkflowsStorage, make: Make, value: Any
    ) -> None:
        run = await make.run(workflows, {"result": value, "value": {"result": 9}})

        found = await self.read(workflows, run, ["result"])

        assert found == {"result": value}
        assert type(found["result"]) is type(value)

    async def test_of_an_unknown_run_there_is_nothing(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        assert await workflows.get_workflow_run_by_id(make.id(), fields=["status"]) is None

    async def test_a_run_whose_status_was_not_asked_for_says_none(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)

        found = await workflows.get_workflow_run_by_id(run.run_id, fields=["result"])

        assert found is not None
        assert found.status is None
