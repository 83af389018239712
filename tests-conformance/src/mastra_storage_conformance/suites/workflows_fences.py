"""Fences: a worker that has lost its run writes nothing any more, by any of the four writes."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConflictError, WorkflowRun, WorkflowsStorage

from mastra_storage_conformance.make import Key, Make, succeeded
from mastra_storage_conformance.suites._support import key, run_now
from mastra_storage_conformance.suites.workflows_ownership import LONG, claim, lapse

Write: TypeAlias = Callable[[WorkflowsStorage, Key, int | None], Awaitable[Any]]

WRITES: dict[str, Write] = {
    "persist": lambda w, key, fence: w.persist_workflow_snapshot(
        **key, snapshot={"context": {}, "written": True}, fence=fence
    ),
    "results": lambda w, key, fence: w.update_workflow_results(
        **key, step_id="written", result=succeeded(), fence=fence
    ),
    "state": lambda w, key, fence: w.update_workflow_state(**key, status="bailed", fence=fence),
    "delete": lambda w, key, fence: w.delete_workflow_run_by_id(**key, fence=fence),
}
each_write = pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)


async def changed(workflows: WorkflowsStorage, run: WorkflowRun) -> bool:
    """Return whether a run is another than it was, or gone."""
    return (
        await workflows.get_workflow_run_by_id(run.run_id, workflow_name=run.workflow_name) != run
    )


async def refuse(
    workflows: WorkflowsStorage, run: WorkflowRun, write: Write, fence: int, current: int | None
) -> None:
    """Check that a write is refused, tells the generation that stands, and changes nothing."""
    owned = await workflows.get_run_ownership(**key(run))

    with pytest.raises(ConflictError, match="nothing was written") as caught:
        await write(workflows, key(run), fence)

    assert (caught.value.constraint, caught.value.current) == ("fence", current)
    assert not await changed(workflows, run)
    assert await workflows.get_run_ownership(**key(run)) == owned


@each_write
@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestFences:
    """With `fence`, a write by a worker that has lost the run is `ConflictError`."""

    async def test_the_owner_writes(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        run = await make.run(workflows)
        mine = (await claim(workflows, key(run))).generation

        await write(workflows, key(run), mine)

        assert await changed(workflows, run)

    async def test_after_a_claim_by_another_worker_the_old_one_is_held_back(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        run = await make.run(workflows)
        lost = await lapse(workflows, key(run), "one")
        taken = await claim(workflows, key(run), "two")

        await refuse(workflows, run, write, lost.generation, taken.generation)

        await write(workflows, key(run), taken.generation)
        assert await changed(workflows, run)

    async def test_after_a_claim_of_its_own_the_old_generation_is_worth_nothing(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        run = await make.run(workflows)
        old, new = await claim(workflows, key(run)), await claim(workflows, key(run))

        await refuse(workflows, run, write, old.generation, new.generation)

    async def test_once_the_lease_has_ended_it_is_held_back_though_nobody_else_came(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        """It cannot know that nobody did. Once it has renewed, it writes again."""
        run = await make.run(workflows)
        mine = (await lapse(workflows, key(run))).generation

        await refuse(workflows, run, write, mine, mine)

        await workflows.renew_run_ownership(**key(run), generation=mine, lease_ms=LONG)
        await write(workflows, key(run), mine)
        assert await changed(workflows, run)

    async def test_after_a_release_it_is_held_back(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        run = await make.run(workflows)
        mine = (await claim(workflows, key(run))).generation
        await workflows.release_run_ownership(**key(run), generation=mine)

        await refuse(workflows, run, write, mine, mine)

    async def test_a_run_that_was_never_claimed_has_no_fence(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        run = await make.run(workflows)

        for fence in (0, 1, 2**53 - 1):
            await refuse(workflows, run, write, fence, None)

    async def test_the_fence_of_another_run_opens_nothing(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        """Nor one that is higher than any that was given."""
        run = await make.run(workflows)
        other: Key = {"workflow_name": make.id("workflow"), "run_id": run.run_id}
        theirs = await claim(workflows, other)
        mine = await claim(workflows, key(run))
        while theirs.generation == mine.generation:
            theirs = await claim(workflows, other)

        for fence in (theirs.generation, 2**53 - 1, 0):
            await refuse(workflows, run, write, fence, mine.generation)

    async def test_without_a_fence_nobody_is_held_back(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        """Neither is the original, which knows nothing of it."""
        run = await make.run(workflows)
        await claim(workflows, key(run))

        await write(workflows, key(run), None)

        assert await changed(workflows, run)

    async def test_what_a_worker_still_has_under_way_does_not_bring_a_deleted_run_back(
        self, workflows: WorkflowsStorage, make: Make, write: Write
    ) -> None:
        run = await make.run(workflows)
        mine = (await claim(workflows, key(run))).generation
        await workflows.delete_workflow_run_by_id(**key(run))

        with pytest.raises(ConflictError) as caught:
            await write(workflows, key(run), mine)

        assert caught.value.current == mine
        assert await workflows.get_workflow_run_by_id(run.run_id) is None


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestFencesOfRunsThatAreNotThere:
    """A run may be claimed before it is written for the first time."""

    @pytest.mark.parametrize("name", ["persist", "results"])
    async def test_the_owner_makes_it_and_nobody_else_does(
        self, workflows: WorkflowsStorage, make: Make, name: str
    ) -> None:
        named, write = make.key(), WRITES[name]
        old, new = await claim(workflows, named), await claim(workflows, named)

        with pytest.raises(ConflictError):
            await write(workflows, named, old.generation)
        assert await workflows.load_workflow_snapshot(**named) is None

        await write(workflows, named, new.generation)
        assert (await run_now(workflows, named)).run_id == named["run_id"]

    async def test_for_the_owner_there_is_no_state_to_update_and_nothing_to_delete(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        mine = (await claim(workflows, named)).generation

        assert await WRITES["state"](workflows, named, mine) is None
        assert await WRITES["delete"](workflows, named, mine) is False

    @pytest.mark.parametrize("name", WRITES)
    async def test_a_worker_that_lost_it_is_held_back_before_its_absence_is_told(
        self, workflows: WorkflowsStorage, make: Make, name: str
    ) -> None:
        named = make.key()
        mine = (await lapse(workflows, named)).generation

        with pytest.raises(ConflictError) as caught:
            await WRITES[name](workflows, named, mine)

        assert caught.value.constraint == "fence"
        assert await workflows.load_workflow_snapshot(**named) is None
