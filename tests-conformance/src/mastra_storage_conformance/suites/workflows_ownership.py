"""Who owns a run: claims, leases, generations. What a fence holds back has a module of its own."""

import asyncio
from datetime import timedelta

import pytest
from mastra_storage_core import ConflictError, RunOwnership, WorkflowsStorage
from mastra_storage_core.ids import milliseconds

from mastra_storage_conformance.make import Key, Make

LONG = 600_000
"""A lease that ends after every case."""
SHORT = 1
"""A lease that ends at once."""


async def claim(
    workflows: WorkflowsStorage, named: Key, owner: str = "one", *, lease: int = LONG
) -> RunOwnership:
    """Own a run."""
    return await workflows.claim_run_ownership(**named, owner_id=owner, lease_ms=lease)


async def lapse(workflows: WorkflowsStorage, named: Key, owner: str = "one") -> RunOwnership:
    """Own a run until the lease has ended; return the ownership as it was."""
    claimed = await claim(workflows, named, owner, lease=SHORT)
    await asyncio.sleep(0.02)
    return claimed


def lease(ownership: RunOwnership) -> timedelta:
    """Return how long a lease lasts from its claim on."""
    return ownership.expires_at - ownership.claimed_at


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestClaimRunOwnership:
    """`claim_run_ownership` makes a worker the one that owns a run."""

    async def test_a_free_run_is_owned_for_as_long_as_was_asked(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """It need not exist yet, and is not made."""
        named = make.key()

        claimed = await claim(workflows, named)

        assert (claimed.workflow_name, claimed.run_id) == (named["workflow_name"], named["run_id"])
        assert (claimed.owner_id, claimed.held) == ("one", True)
        assert lease(claimed) == timedelta(milliseconds=LONG)
        # A server's clock goes on while it runs a statement: both moments need not be the same.
        assert claimed.generation >= milliseconds(claimed.claimed_at - timedelta(seconds=1))
        assert await workflows.get_run_ownership(**named) == claimed
        assert await workflows.load_workflow_snapshot(**named) is None

    async def test_a_run_that_another_worker_holds_is_a_conflict_that_names_it(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        held = await claim(workflows, named, "one")

        with pytest.raises(ConflictError, match=r"'one' owns run .* until 2") as caught:
            await claim(workflows, named, "two")

        error = caught.value
        assert (error.constraint, error.current) == ("owner_id", held.generation)
        assert await workflows.get_run_ownership(**named) == held

    async def test_a_worker_may_claim_its_own_run_again(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """Under a new generation, and with a new lease."""
        named = make.key()
        first = await claim(workflows, named)

        second = await claim(workflows, named, lease=2 * LONG)

        assert second.generation > first.generation
        assert second.claimed_at >= first.claimed_at
        assert lease(second) == timedelta(milliseconds=2 * LONG)
        assert await workflows.get_run_ownership(**named) == second

    async def test_a_run_whose_lease_has_ended_is_free(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        lapsed = await lapse(workflows, named, "one")

        taken = await claim(workflows, named, "two")

        assert (taken.owner_id, taken.held) == ("two", True)
        assert taken.generation > lapsed.generation

    async def test_force_takes_a_run_that_another_worker_holds(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        held = await claim(workflows, named, "one")

        taken = await workflows.claim_run_ownership(
            **named, owner_id="two", lease_ms=LONG, force=True
        )

        assert (taken.owner_id, taken.held) == ("two", True)
        assert taken.generation > held.generation
        with pytest.raises(ConflictError):
            await claim(workflows, named, "one")

    async def test_runs_of_one_id_in_two_workflows_are_owned_apart(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        other: Key = {"workflow_name": make.id("workflow"), "run_id": named["run_id"]}

        one, two = await claim(workflows, named, "one"), await claim(workflows, other, "two")

        assert await workflows.get_run_ownership(**named) == one
        assert await workflows.get_run_ownership(**other) == two

    @pytest.mark.parametrize("worker", ["one", "two"])
    @pytest.mark.parametrize("force", [False, True])
    async def test_a_run_of_another_generation_than_expected_is_a_conflict(
        self, workflows: WorkflowsStorage, make: Make, worker: str, force: bool
    ) -> None:
        """Whoever asks, and however: the owner itself, or another once the run is free."""
        named = make.key()
        held = await lapse(workflows, named, "one")

        for expected in (held.generation - 1, held.generation + 1, 0):
            with pytest.raises(ConflictError) as caught:
                await workflows.claim_run_ownership(
                    **named,
                    owner_id=worker,
                    lease_ms=LONG,
                    force=force,
                    expected_generation=expected,
                )
            error = caught.value
            assert (error.constraint, error.current) == ("expected_generation", held.generation)

        found = await workflows.get_run_ownership(**named)
        assert found == held.model_copy(update={"held": False})

    async def test_the_expected_generation_lets_one_worker_take_over(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        """Who read the same generation, and comes second, is refused though it forces."""
        named = make.key()
        seen = (await lapse(workflows, named, "dead")).generation

        taken = await workflows.claim_run_ownership(
            **named, owner_id="one", lease_ms=LONG, force=True, expected_generation=seen
        )
        with pytest.raises(ConflictError) as caught:
            await workflows.claim_run_ownership(
                **named, owner_id="two", lease_ms=LONG, force=True, expected_generation=seen
            )

        assert taken.generation > seen
        assert caught.value.current == taken.generation

    async def test_the_expected_generation_does_not_take_what_another_worker_holds(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        held = await claim(workflows, named, "one")

        with pytest.raises(ConflictError) as caught:
            await workflows.claim_run_ownership(
                **named, owner_id="two", lease_ms=LONG, expected_generation=held.generation
            )

        assert caught.value.constraint == "owner_id"

    async def test_a_run_that_was_never_claimed_has_no_generation_to_expect(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()

        with pytest.raises(ConflictError, match="never claimed") as caught:
            await workflows.claim_run_ownership(
                **named, owner_id="one", lease_ms=LONG, expected_generation=0
            )

        assert (caught.value.constraint, caught.value.current) == ("expected_generation", None)
        assert await workflows.get_run_ownership(**named) is None


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestRenewRunOwnership:
    """`renew_run_ownership` lets a lease end later, and keeps the generation."""

    @pytest.mark.parametrize("milliseconds", [LONG // 2, 2 * LONG])
    async def test_a_lease_ends_so_many_milliseconds_from_now(
        self, workflows: WorkflowsStorage, make: Make, milliseconds: int
    ) -> None:
        """Which may be sooner than before."""
        named = make.key()
        claimed = await claim(workflows, named)
        await asyncio.sleep(0.02)

        renewed = await workflows.renew_run_ownership(
            **named, generation=claimed.generation, lease_ms=milliseconds
        )

        since = lease(renewed) - timedelta(milliseconds=milliseconds)
        assert timedelta(milliseconds=10) <= since < timedelta(seconds=60)
        assert renewed == claimed.model_copy(update={"expires_at": renewed.expires_at})
        assert await workflows.get_run_ownership(**named) == renewed

    async def test_a_lease_that_has_ended_is_renewed_if_nobody_else_claimed_the_run(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()
        lapsed = await lapse(workflows, named)

        renewed = await workflows.renew_run_ownership(
            **named, generation=lapsed.generation, lease_ms=LONG
        )

        assert (renewed.held, renewed.generation) == (True, lapsed.generation)
        with pytest.raises(ConflictError):
            await claim(workflows, named, "two")

    @pytest.mark.parametrize("owner", ["one", "two"])
    async def test_after_another_claim_it_is_a_conflict_that_tells_the_generation(
        self, workflows: WorkflowsStorage, make: Make, owner: str
    ) -> None:
        """Even after one of its own: that has another generation."""
        named = make.key()
        lapsed = await lapse(workflows, named, "one")
        taken = await claim(workflows, named, owner)

        with pytest.raises(ConflictError) as caught:
            await workflows.renew_run_ownership(
                **named, generation=lapsed.generation, lease_ms=2 * LONG
            )

        assert (caught.value.constraint, caught.value.current) == ("fence", taken.generation)
        assert await workflows.get_run_ownership(**named) == taken

    async def test_a_run_that_was_released_or_deleted_cannot_be_renewed(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        released, deleted = make.key(), make.key()
        await make.run(workflows, run_id=deleted["run_id"])
        one, other = await claim(workflows, released), await claim(workflows, deleted)
        await workflows.release_run_ownership(**released, generation=one.generation)
        await workflows.delete_workflow_run_by_id(**deleted)

        for named, generation in ((released, one.generation), (deleted, other.generation)):
            with pytest.raises(ConflictError) as caught:
                await workflows.renew_run_ownership(**named, generation=generation, lease_ms=LONG)
            assert caught.value.current == generation
            found = await workflows.get_run_ownership(**named)
            assert found is not None
            assert found.owner_id is None

    async def test_a_run_that_was_never_claimed_cannot_be_renewed(
        self, workflows: WorkflowsStorage, make: Make
    ) -> None:
        named = make.key()

        with pytest.raises(ConflictError) as caught:
            await workflows.renew_run_ownership(**named, generation=1, lease_ms=LONG)

        assert caught.value.current is None
        assert await workflows.get_run_ownership(**named) is None
