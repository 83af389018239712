"""Pruning of runs: those that have come to an end go, and no others.

Every case has a store of its own, for `prune` deletes whatever is old.
"""

import asyncio
from typing import Any

import pytest
from mastra_storage_core import ConflictError, RunStatus, Store, WorkflowsStorage, pruning
from mastra_storage_core.domains.workflows.models import FINISHED

from mastra_storage_conformance.make import Make

MONTH = {"workflows": {"workflow_snapshot": "30d"}}
RUN: Any = {"workflow_name": "w", "run_id": "r"}


async def persist(workflows: WorkflowsStorage, make: Make, run_id: str, **fields: Any) -> None:
    """Persist a run that was last written at noon, successful unless told otherwise."""
    values: dict[str, Any] = {"status": "success", "updated_at": make.noon} | fields
    status = values.pop("status")
    snapshot = {"context": {}} if status is None else {"context": {}, "status": status}
    await workflows.persist_workflow_snapshot(
        workflow_name="w", run_id=run_id, snapshot=snapshot, created_at=make.noon, **values
    )


async def runs_left(workflows: WorkflowsStorage) -> set[str]:
    """Return the runs that are there."""
    return {run.run_id for run in (await workflows.list_workflow_runs()).runs}


@pytest.mark.mastra_domain("workflows")
@pytest.mark.asyncio(loop_scope="session")
class TestPruneRuns:
    """`prune` deletes old runs that have come to an end."""

    @pytest.mark.parametrize("status", [*RunStatus, "a status of tomorrow", None])
    async def test_only_a_run_that_has_ended_goes(
        self, empty_store: Store, make: Make, status: str | None
    ) -> None:
        """Never one that is suspended or running, or of which nobody knows where it stands."""
        await persist(empty_store.workflows, make, "old", status=status)

        (report,) = await empty_store.prune(MONTH)

        ended = status in FINISHED
        assert (report.table, report.deleted, report.done) == ("workflow_snapshot", ended, True)
        assert await runs_left(empty_store.workflows) == (set() if ended else {"old"})

    async def test_a_run_is_as_old_as_its_last_write(
        self, empty_store: Store, make: Make, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And goes if that lies strictly before the cutoff."""
        monkeypatch.setattr(pruning, "now", lambda: make.after(3600))
        for seconds in (-0.001, 0, 1):
            await persist(empty_store.workflows, make, f"{seconds}", updated_at=make.after(seconds))

        (report,) = await empty_store.prune({"workflows": {"workflowSnapshot": "1h"}})

        assert (report.deleted, report.cutoff) == (1, make.noon)
        assert await runs_left(empty_store.workflows) == {"0", "1"}

    async def test_runs_that_stay_are_in_no_batchs_way(
        self, empty_store: Store, make: Make
    ) -> None:
        """However many are older, or of the same moment."""
        for number in range(12):
            status = ("suspended", "success", "running")[number % 3]
            at = make.after(number // 6)
            await persist(empty_store.workflows, make, f"{number}", status=status, updated_at=at)
        told: list[tuple[int, bool]] = []
        retention = {"workflows": {"workflow_snapshot": {"max_age": "30d", "batch_size": 2}}}

        await empty_store.prune(
            retention, pause=0, progress=lambda report: told.append((report.deleted, report.done))
        )

        assert told[-1] == (4, True)
        assert told[0] == (2, False)
        assert await runs_left(empty_store.workflows) == {f"{n}" for n in range(12) if n % 3 != 1}

    async def test_a_dry_run_counts_what_would_go(self, empty_store: Store, make: Make) -> None:
        for number, status in enumerate(["success", "failed", "suspended"]):
            await persist(empty_store.workflows, make, f"{number}", status=status)

        (report,) = await empty_store.prune(MONTH, dry_run=True)

        assert (report.deleted, report.done, report.dry_run) == (2, True, True)
        assert await runs_left(empty_store.workflows) == {"0", "1", "2"}

    async def test_what_is_known_of_its_owners_goes_too_and_generations_rise(
        self, empty_store: Store, make: Make
    ) -> None:
        workflows = empty_store.workflows
        await persist(workflows, make, "r")
        first = await workflows.claim_run_ownership(**RUN, owner_id="one", lease_ms=60_000)
        await asyncio.sleep(0.02)  # A generation of this very millisecond is not in the past.
        await empty_store.prune(MONTH)

        assert await workflows.get_run_ownership(**RUN) is None
        with pytest.raises(ConflictError):
            await workflows.persist_workflow_snapshot(**RUN, snapshot={}, fence=first.generation)
        assert await runs_left(workflows) == set()
        second = await workflows.claim_run_ownership(**RUN, owner_id="two", lease_ms=60_000)
        assert second.generation > first.generation
