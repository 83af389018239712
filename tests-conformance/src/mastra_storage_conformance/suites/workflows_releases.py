"""How a run is let go of, and why a generation never comes twice."""

from itertools import pairwise

import pytest
from mastra_storage_core import WorkflowsStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import key
from mastra_storage_conformance.suites.workflows_ownership import LONG, claim, lapse


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestReleaseRunOwnership:
    """`release_run_ownership` lets go of a run, and says whether it was owned."""

    async def test_another_worker_can_claim_it_at_once(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        claimed = await claim(workflows, named, "one")

        released = await workflows.release_run_ownership(**named, generation=claimed.generation)

        free = await workflows.get_run_ownership(**named)
        assert released is True
        assert free == claimed.model_copy(update={"owner_id": None, "held": False})
        assert (await claim(workflows, named, "two")).owner_id == "two"

    async def test_a_second_time_it_is_no_error(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        generation = (await claim(workflows, named)).generation

        said = [
            await workflows.release_run_ownership(**named, generation=generation) for _ in range(2)
        ]

        assert said == [True, False]

    async def test_another_generation_releases_nothing(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        old = await claim(workflows, named)
        held = await claim(workflows, named)

        for generation in (old.generation, held.generation + 1, 0):
            assert not await workflows.release_run_ownership(**named, generation=generation)

        assert await workflows.get_run_ownership(**named) == held

    async def test_a_lease_that_has_ended_can_be_released_until_another_claims_the_run(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        one, other = make.key(), make.key()
        lapsed = [await lapse(workflows, named) for named in (one, other)]
        taken = await claim(workflows, other, "two")

        said = [
            await workflows.release_run_ownership(**named, generation=each.generation)
            for named, each in zip((one, other), lapsed, strict=True)
        ]

        assert said == [True, False]
        assert await workflows.get_run_ownership(**other) == taken

    async def test_a_run_that_was_never_claimed_is_not_owned(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()

        assert await workflows.release_run_ownership(**named, generation=1) is False
        assert await workflows.get_run_ownership(**named) is None


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestGetRunOwnership:
    """`get_run_ownership` tells who owns a run, or owned it last."""

    async def test_a_run_that_was_never_claimed_is_none(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)

        assert await workflows.get_run_ownership(**key(run)) is None
        assert await workflows.get_run_ownership(**make.key()) is None

    async def test_a_lease_that_has_ended_is_not_held(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """The worker is still named: it may renew."""
        named = make.key()
        lapsed = await lapse(workflows, named)

        found = await workflows.get_run_ownership(**named)

        assert found == lapsed.model_copy(update={"held": False})


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestGenerations:
    """The generation of a run rises with each claim, and never falls."""

    async def test_many_claims_of_one_moment_have_a_generation_each(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """More than a millisecond has, by which the first is counted."""
        named = make.key()

        generations = [(await claim(workflows, named)).generation for _ in range(50)]

        assert all(one < other for one, other in pairwise(generations))

    async def test_it_rises_after_a_release_a_lapse_a_deletion_and_by_force(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)
        named = key(run)
        first = await claim(workflows, named, "a")
        await workflows.release_run_ownership(**named, generation=first.generation)
        second = await lapse(workflows, named, "b")
        third = await claim(workflows, named, "c")
        await workflows.delete_workflow_run_by_id(**named)
        fourth = await claim(workflows, named, "d")
        fifth = await workflows.claim_run_ownership(
            **named, owner_id="e", lease_ms=LONG, force=True
        )

        generations = [each.generation for each in (first, second, third, fourth, fifth)]
        assert all(one < other for one, other in pairwise(generations))

    async def test_a_deleted_run_is_owned_by_nobody_and_its_generation_is_remembered(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        run = await make.run(workflows)
        claimed = await claim(workflows, key(run))

        await workflows.delete_workflow_run_by_id(**key(run))

        free = await workflows.get_run_ownership(**key(run))
        assert free == claimed.model_copy(update={"owner_id": None, "held": False})
        assert (await claim(workflows, key(run), "two")).generation > claimed.generation

    async def test_a_deletion_that_finds_no_run_leaves_the_owner(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """The run that it begins may not be there yet, and a stranger deletes nothing."""
        run, named = await make.run(workflows, owner=make.owner), make.key()
        of_run, of_none = await claim(workflows, key(run)), await claim(workflows, named)
        stranger = make.id("stranger")

        assert not await workflows.delete_workflow_run_by_id(**named)
        assert not await workflows.delete_workflow_run_by_id(**key(run), resource_id=stranger)

        assert await workflows.get_run_ownership(**named) == of_none
        assert await workflows.get_run_ownership(**key(run)) == of_run
