"""Many workers at once: no result is lost, and where there can be one winner, there is one."""

from collections.abc import Callable, Iterable
from itertools import cycle
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConflictError, Feature, RunOwnership, Store, WorkflowsStorage

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.make import Make, foreach, succeeded
from mastra_storage_conformance.suites._support import key, run_now
from mastra_storage_conformance.suites.concurrency import CROWD, at_once, ends_of
from mastra_storage_conformance.suites.workflows_ownership import LONG, claim, lapse

OpenStore: TypeAlias = Callable[[], Store]


def crowd_of(writers: list[WorkflowsStorage]) -> Iterable[tuple[WorkflowsStorage, int]]:
    """Return a crowd of workers, which take turns with the stores."""
    return zip(cycle(writers), range(CROWD), strict=False)


def conflicts(ends: Iterable[object]) -> list[ConflictError]:
    return [end for end in ends if isinstance(end, ConflictError)]


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentResults:
    """Steps that end at once: each result is there (rule 8)."""

    @pytest.mark.parametrize(("instances", "rounds"), [(4, 8), (32, 1)])
    async def test_first_results_of_a_run_that_does_not_exist_yet(
        self, open_fresh: OpenStore, backend: Backend, make: Make, instances: int, rounds: int
    ) -> None:
        """On the original's PostgreSQL, four at once lost acknowledged results in 50 of 50 runs."""
        durable = Feature.DURABLE in backend.capabilities.features
        stores = [open_fresh() for _ in range(instances if durable else 1)]
        await at_once(store.init() for store in stores)

        for _ in range(rounds):
            named = make.key()
            await at_once(
                store.workflows.update_workflow_results(
                    **named, step_id=f"{n}", result=succeeded(n), request_context={f"{n}": n}
                )
                for store, n in zip(cycle(stores), range(instances), strict=False)
            )
            run = await run_now(stores[0].workflows, named)
            expected = {f"{n}": succeeded(n) for n in range(instances)}
            assert run.snapshot["context"] == expected
            assert run.snapshot["requestContext"] == {f"{n}": n for n in range(instances)}
        assert (await stores[0].workflows.list_workflow_runs()).total == rounds

    async def test_results_of_a_run_and_its_state(
        self, workflow_writers: list[WorkflowsStorage], make: Make
    ) -> None:
        """mastra#9288: branches that had ended came back suspended."""
        run = await make.run(workflow_writers[0], make.snapshot(context={}))

        async def end_step(workflows: WorkflowsStorage, n: int) -> dict[str, Any]:
            own: dict[str, Any] = {"result": succeeded(n), "request_context": {f"{n}": n}}
            context = await workflows.update_workflow_results(**key(run), step_id=f"{n}", **own)
            paths = {f"{n}": [n]}
            await workflows.update_workflow_state(**key(run), status="waiting", waiting_paths=paths)
            return context

        contexts = await at_once(end_step(*each) for each in crowd_of(workflow_writers))

        found = (await run_now(workflow_writers[0], key(run))).snapshot
        assert found["context"] == {f"{n}": succeeded(n) for n in range(CROWD)}
        assert found["requestContext"] == {f"{n}": n for n in range(CROWD)}
        assert (found["status"], len(found["waitingPaths"])) == ("waiting", 1)
        assert all(f"{n}" in context for n, context in enumerate(contexts))

    async def test_slots_of_a_foreach(
        self, workflow_writers: list[WorkflowsStorage], make: Make
    ) -> None:
        run = await make.run(workflow_writers[0])

        await at_once(
            workflows.update_workflow_results(
                **key(run), step_id="each", result=foreach(*[None] * n, n)
            )
            for workflows, n in crowd_of(workflow_writers)
        )

        found = (await run_now(workflow_writers[0], key(run))).snapshot
        assert found["context"]["each"]["output"] == list(range(CROWD))

    async def test_a_snapshot_is_one_that_somebody_wrote(
        self, workflow_writers: list[WorkflowsStorage], make: Make
    ) -> None:
        """Whole, and of several that make one run, its first `created_at` is one of theirs."""
        named = make.key()

        await at_once(
            workflows.persist_workflow_snapshot(
                **named, snapshot={"n": n, "m": [n] * 100}, created_at=make.after(n)
            )
            for workflows, n in crowd_of(workflow_writers)
        )

        run = await run_now(workflow_writers[0], named)
        assert run.snapshot["m"] == [run.snapshot["n"]] * 100
        assert run.created_at in {make.after(n) for n in range(CROWD)}


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentWorkers:
    """Where there can be one winner only, there is one."""

    async def test_one_takes_a_run_from_suspended_to_running(
        self, workflow_writers: list[WorkflowsStorage], make: Make
    ) -> None:
        """mastra#20443: two that resume a run at once ran the steps behind it twice."""
        run = await make.run(workflow_writers[0], make.snapshot(status="suspended"))

        ends = await ends_of(
            workflows.update_workflow_state(
                **key(run),
                status="running",
                result={"by": n},
                expected_status=["suspended", "paused"],
            )
            for workflows, n in crowd_of(workflow_writers)
        )

        won = [end for end in ends if isinstance(end, dict)]
        assert [await workflow_writers[0].load_workflow_snapshot(**key(run))] == won
        assert [each.current for each in conflicts(ends)] == ["running"] * (CROWD - 1)

    @pytest.mark.parametrize("before", ["never claimed", "lapsed", "released"])
    async def test_one_claims_a_free_run(
        self, workflow_writers: list[WorkflowsStorage], make: Make, before: str
    ) -> None:
        named = make.key()
        if before != "never claimed":
            lapsed = await lapse(workflow_writers[0], named, "dead")
            if before == "released":
                await workflow_writers[0].release_run_ownership(
                    **named, generation=lapsed.generation
                )

        ends = await ends_of(
            claim(workflows, named, f"worker {n}") for workflows, n in crowd_of(workflow_writers)
        )

        won = [end for end in ends if isinstance(end, RunOwnership)]
        assert [await workflow_writers[0].get_run_ownership(**named)] == won
        assert [each.current for each in conflicts(ends)] == [won[0].generation] * (CROWD - 1)

    async def test_claims_by_force_have_a_generation_each_and_the_highest_owns_the_run(
        self, workflow_writers: list[WorkflowsStorage], make: Make
    ) -> None:
        named = make.key()

        claims = await at_once(
            workflows.claim_run_ownership(**named, owner_id=f"{n}", lease_ms=LONG, force=True)
            for workflows, n in crowd_of(workflow_writers)
        )

        last = max(claims, key=lambda each: each.generation)
        assert len({each.generation for each in claims}) == CROWD
        assert await workflow_writers[0].get_run_ownership(**named) == last

    async def test_the_first_claims_of_a_new_database_are_all_won(
        self, open_fresh: OpenStore, backend: Backend, make: Make
    ) -> None:
        """What the first claim makes in a database, several may make at once."""
        durable = Feature.DURABLE in backend.capabilities.features
        stores = [open_fresh() for _ in range(4 if durable else 1)]
        named = [make.key() for _ in range(8)]

        await at_once(
            claim(store.workflows, each) for store, each in zip(cycle(stores), named, strict=False)
        )

        for each in named:
            assert (await stores[-1].workflows.get_run_ownership(**each)) is not None
