"""A worker that resumes runs which wait for an answer; any number of them share one database.

A run of the workflow `refund` waits for somebody's approval. `answer` keeps what was said, as a web
handler would; `work` is what each worker does. Without arguments, this file starts a worker that
crashes in the middle of a run, another that takes the run over, and then writes late, as the first.
"""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, TypedDict
from uuid import uuid4

from mastra_storage_core import (
    ConflictError,
    RunOwnership,
    UnavailableError,
    WorkflowsStorage,
    open_store,
)

URL = "file:app.db"
WORKFLOW = "refund"
LEASE_MS = 2_000  # Short, to see the end of it; half a minute is a good start.
CRASHES = "crash" in sys.argv[1:]


class Key(TypedDict):
    """What names a run."""

    workflow_name: str
    run_id: str


def key(run_id: str) -> Key:
    """Name a run of the workflow."""
    return {"workflow_name": WORKFLOW, "run_id": run_id}


# --- the worker ---------------------------------------------------------------------------------


@asynccontextmanager
async def owned(runs: WorkflowsStorage, run_id: str, worker: str) -> AsyncIterator[int]:
    """Own a run during the block, whose writes take the fence that is yielded.

    `ConflictError` if another worker owns it. A block that fails leaves the lease to end by itself,
    as a crash does, so that the run is not tried again at once.
    """
    claim = await runs.claim_run_ownership(**key(run_id), owner_id=worker, lease_ms=LEASE_MS)
    heart = asyncio.create_task(beat(runs, claim))
    try:
        yield claim.generation
    finally:
        heart.cancel()
    await runs.release_run_ownership(**key(run_id), generation=claim.generation)


async def beat(runs: WorkflowsStorage, claim: RunOwnership) -> None:
    """Renew a lease until the run is lost, which the next write of the worker will learn."""
    with suppress(ConflictError):
        while True:
            await asyncio.sleep(LEASE_MS / 3_000)
            with suppress(UnavailableError):  # The lease lasts still: try again.
                await runs.renew_run_ownership(
                    **key(claim.run_id), generation=claim.generation, lease_ms=LEASE_MS
                )


async def work(runs: WorkflowsStorage, worker: str) -> None:
    """Resume what has an answer, until nothing has; a real worker never ends."""
    while found := await answered(runs):
        for run_id in found:
            # Another worker owns the run, or has finished it since it was listed.
            with suppress(ConflictError):
                async with owned(runs, run_id, worker) as fence:
                    await resume(runs, run_id, worker, fence)
        await asyncio.sleep(0.1)


async def answered(runs: WorkflowsStorage) -> list[str]:
    """List the runs that can go on: those suspended, and those whose worker may have crashed."""
    found: list[str] = []
    for status in ("suspended", "running"):
        number, more = 0, True
        while more:
            page = await runs.list_workflow_runs(
                workflow_name=WORKFLOW, status=status, page=number, per_page=50, include_total=False
            )
            found += [
                run.run_id
                for run in page.runs
                if "resumePayload" in run.snapshot["context"]["approval"]
            ]
            number, more = number + 1, page.has_more
    return found


async def resume(runs: WorkflowsStorage, run_id: str, worker: str, fence: int) -> None:
    """Carry a run on from where it stands; every write says by which right."""
    snapshot = await runs.update_workflow_state(
        **key(run_id), status="running", expected_status=["suspended", "running"], fence=fence
    )
    if snapshot is None:  # It was deleted since it was listed.
        return
    step = snapshot["context"]["approval"]
    paid = pay(run_id, worker, step["resumePayload"])
    done = {**step, "status": "success", "output": paid}
    await runs.update_workflow_results(**key(run_id), step_id="approval", result=done, fence=fence)
    await runs.update_workflow_state(**key(run_id), status="success", result=paid, fence=fence)


def pay(run_id: str, worker: str, reply: dict[str, Any]) -> dict[str, Any]:
    """Ask the bank to pay. It is told the run: asked twice for one run, it pays once."""
    print(f"{worker}: asks the bank to pay{', and crashes' if CRASHES else ''}", flush=True)
    if CRASHES:
        os._exit(1)
    return {"paid": reply["approved"], "reference": run_id}


# --- the run ------------------------------------------------------------------------------------


async def suspend(runs: WorkflowsStorage, run_id: str) -> None:
    """Leave a run that waits for an answer, as Mastra would."""
    context = {
        "input": {"order": 42, "amount": 120},
        "approval": {
            "status": "suspended",
            "payload": {"amount": 120},
            "suspendPayload": {"question": "Pay back 120 €?"},
            "startedAt": 1767254400000,
            "suspendedAt": 1767254400000,
        },
    }
    snapshot = {
        "runId": run_id,
        "status": "suspended",
        "value": {},
        "context": context,
        "serializedStepGraph": [],
        "activePaths": [0],
        "activeStepsPath": {},
        "suspendedPaths": {"approval": [0]},
        "resumeLabels": {},
        "waitingPaths": {},
        "timestamp": 1767254400000,
    }
    await runs.persist_workflow_snapshot(**key(run_id), snapshot=snapshot)


async def answer(runs: WorkflowsStorage, run_id: str, reply: dict[str, Any]) -> None:
    """Keep an answer with its run; `ConflictError` if a worker is at it, or the run has ended."""
    async with owned(runs, run_id, f"handler-{uuid4()}") as fence:
        snapshot = await runs.update_workflow_state(
            **key(run_id), status="suspended", expected_status="suspended", fence=fence
        )
        if snapshot is None:
            raise LookupError(f"no run {run_id}")
        step = {**snapshot["context"]["approval"], "resumePayload": reply}
        await runs.update_workflow_results(
            **key(run_id), step_id="approval", result=step, fence=fence
        )


async def show(runs: WorkflowsStorage) -> None:
    """Suspend a run, answer it, let one worker crash, another take over, and the first be late."""
    run_id = f"order-42-{uuid4()}"
    await suspend(runs, run_id)
    await answer(runs, run_id, {"approved": True})
    await start("one", "crash")
    left = await runs.get_run_ownership(**key(run_id))
    assert left is not None
    print(f"{left.owner_id} owns the run, and nobody is there", flush=True)
    await start("two")
    try:
        await runs.update_workflow_state(**key(run_id), status="failed", fence=left.generation)
    except ConflictError as error:
        print(f"one, late: held back by the {error.constraint}")
    run = await runs.get_workflow_run_by_id(run_id, workflow_name=WORKFLOW, fields=["status"])
    assert run is not None
    print(f"the run: {run.status}")


async def start(*arguments: str) -> None:
    """Run a worker in a process of its own, to its end."""
    process = await asyncio.create_subprocess_exec(sys.executable, __file__, *arguments)
    await process.wait()


async def main() -> None:
    """Be the worker that the arguments name, or else start some."""
    async with open_store(URL) as store:
        if len(sys.argv) > 1:
            await work(store.workflows, worker=sys.argv[1])
        else:
            await show(store.workflows)


asyncio.run(main())
