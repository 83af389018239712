"""Guards: with `resource_id`, runs of another resource, or of none, are absent (rule 16)."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConflictError, WorkflowsStorage

from mastra_storage_conformance.make import Key, Make, succeeded
from mastra_storage_conformance.suites._support import key, run_now

Call: TypeAlias = Callable[[WorkflowsStorage, Key, str | None], Awaitable[Any]]

ABSENT: dict[str, tuple[Call, object]] = {
    "load": (lambda w, key, owner: w.load_workflow_snapshot(**key, resource_id=owner), None),
    "get": (lambda w, key, owner: w.get_workflow_run_by_id(**key, resource_id=owner), None),
    "fields": (
        lambda w, key, owner: w.get_workflow_run_by_id(**key, resource_id=owner, fields=["status"]),
        None,
    ),
    "state": (
        lambda w, key, owner: w.update_workflow_state(
            **key, status="failed", resource_id=owner, expected_status="paused"
        ),
        None,
    ),
    "delete": (lambda w, key, owner: w.delete_workflow_run_by_id(**key, resource_id=owner), False),
}
"""What a call says of a run that is not there. That it stands elsewhere than expected is no news of
a run of somebody else's.
"""
IN_THE_WAY: dict[str, Call] = {
    "persist": lambda w, key, owner: w.persist_workflow_snapshot(
        **key, snapshot={}, resource_id=owner
    ),
    "results": lambda w, key, owner: w.update_workflow_results(
        **key, step_id="one", result=succeeded(), resource_id=owner
    ),
}
"""Calls that make a run that is not there."""


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestGuardsOfRuns:
    """Each method that names a run takes the owner that it must have."""

    @pytest.mark.parametrize("name", ABSENT)
    @pytest.mark.parametrize("owned", [True, False])
    async def test_a_run_of_another_resource_or_of_none_is_absent_and_stays(
        self, workflows: WorkflowsStorage, make: Make, name: str, owned: bool
    ) -> None:
        run = await make.run(workflows, owner=make.owner if owned else None)
        call, absent = ABSENT[name]

        assert await call(workflows, key(run), make.id("stranger")) is absent

        assert await run_now(workflows, key(run)) == run

    @pytest.mark.parametrize("name", IN_THE_WAY)
    async def test_a_run_of_another_resource_is_in_the_way_of_a_new_one_and_stays(
        self, workflows: WorkflowsStorage, make: Make, name: str
    ) -> None:
        """The error does not say whose it is."""
        run = await make.run(workflows, owner=make.owner)

        with pytest.raises(ConflictError, match="another resource") as caught:
            await IN_THE_WAY[name](workflows, key(run), make.id("stranger"))

        assert make.owner not in str(caught.value)
        assert await run_now(workflows, key(run)) == run

    async def test_a_result_for_a_run_of_nobody_is_in_the_way_as_well(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """Persisting gives such a run its owner; a result alone does not."""
        run = await make.run(workflows)

        with pytest.raises(ConflictError):
            await IN_THE_WAY["results"](workflows, key(run), make.owner)

        assert await run_now(workflows, key(run)) == run

    async def test_what_is_corrupt_is_no_news_of_a_run_of_somebody_elses(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, {"status": "running"}, owner=make.owner)
        stranger = make.id("stranger")

        assert await ABSENT["state"][0](workflows, key(run), stranger) is None
        with pytest.raises(ConflictError):
            await IN_THE_WAY["results"](workflows, key(run), stranger)

    async def test_with_its_owner_a_run_is_read_changed_and_deleted(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows, make.snapshot(status="paused"), owner=make.owner)

        assert await ABSENT["get"][0](workflows, key(run), make.owner) == run
        assert await ABSENT["load"][0](workflows, key(run), make.owner) == run.snapshot
        assert (await IN_THE_WAY["results"](workflows, key(run), make.owner))["one"] == succeeded()
        assert (await ABSENT["state"][0](workflows, key(run), make.owner))["status"] == "failed"
        await IN_THE_WAY["persist"](workflows, key(run), make.owner)
        assert await workflows.load_workflow_snapshot(**key(run)) == {}
        assert await ABSENT["delete"][0](workflows, key(run), make.owner) is True

    @pytest.mark.parametrize("name", IN_THE_WAY)
    async def test_a_run_that_is_made_belongs_to_the_owner_that_is_named(
        self, workflows: WorkflowsStorage, make: Make, name: str
    ) -> None:
        named = make.key()

        await IN_THE_WAY[name](workflows, named, make.owner)

        assert (await run_now(workflows, named)).resource_id == make.owner

    async def test_without_a_workflow_it_is_the_newest_run_of_that_resource(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run_id, stranger = make.id("run"), make.id("stranger")
        owners = [make.owner, stranger, make.owner, stranger, None]
        runs = [
            await make.run(
                workflows,
                run_id=run_id,
                workflow=make.id("workflow"),
                owner=owner,
                created_at=make.after(number),
            )
            for number, owner in enumerate(owners)
        ]

        assert await workflows.get_workflow_run_by_id(run_id, resource_id=make.owner) == runs[2]
        assert await workflows.get_workflow_run_by_id(run_id, resource_id=stranger) == runs[3]
        assert await workflows.get_workflow_run_by_id(run_id, resource_id=make.id()) is None

    @pytest.mark.parametrize("odd", ["%", "*", "'", "null", "é", "e\u0301", " "])
    async def test_an_owner_is_data_and_never_a_pattern(
        self, workflows: WorkflowsStorage, make: Make, odd: str
    ) -> None:
        run = await make.run(workflows, owner=f"{make.owner}{odd}")
        await make.run(workflows, owner=f"{make.owner}x")

        page = await workflows.list_workflow_runs(resource_id=f"{make.owner}{odd}")

        assert page.runs == [run]
        assert await workflows.load_workflow_snapshot(**key(run), resource_id=make.owner) is None
