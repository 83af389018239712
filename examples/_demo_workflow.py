"""A refund that waits for somebody's approval, and what any worker needs to carry it on.

Each step is kept before the next one begins, so whoever claims the run goes on from where it
stands, whatever became of the worker before. Nothing here knows which databases the store joins.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias, TypedDict

from mastra_storage_core import (
    CREATED_AT_DESC,
    ConflictError,
    MemoryStorage,
    NewMessage,
    RunOwnership,
    Store,
    UnavailableError,
    WorkflowsStorage,
)

WORKFLOW = "refund"
STEPS = ("conversation", "approval", "payment", "reply")
LEASE_MS = 30_000
"""Outlasts every silence of a worker that is well."""

Json: TypeAlias = dict[str, Any]


class Key(TypedDict):
    """What names a run."""

    workflow_name: str
    run_id: str


def key(run_id: str) -> Key:
    """Name a run of the workflow."""
    return {"workflow_name": WORKFLOW, "run_id": run_id}


# --- a run and its owner ------------------------------------------------------------------------


@dataclass(slots=True)
class Run:
    """A run that a worker owns. Whatever it writes there goes under its fence."""

    store: Store
    run_id: str
    worker: str
    fence: int
    context: Json = field(default_factory=dict)
    """The input and the steps so far, as they are kept."""

    def output(self, step: str) -> Json | None:
        """Return what came of a step, if it is done."""
        known = self.context.get(step, {})
        return known["output"] if known.get("status") == "success" else None

    async def step(self, name: str, do: Callable[[Json], Awaitable[Json]], payload: Json) -> Json:
        """Return what comes of a step, which is kept; one that is done is not done again."""
        output = self.output(name)
        if output is None:
            begun = {"status": "success", "payload": payload, "startedAt": clock()}
            output = await do(payload)
            await self.keep(name, {**begun, "output": output, "endedAt": clock()})
        return output

    async def ask(self, name: str, payload: Json, answer: Json | None) -> Json | None:
        """Return the answer to a question, which is kept; without one, let the run wait."""
        output = self.output(name)
        if output is not None:
            return output
        asked = {"payload": payload, "suspendPayload": payload, "startedAt": clock()}
        if answer is None:
            await self.keep(name, {**asked, "status": "suspended", "suspendedAt": clock()})
            await self.stand("suspended", suspended_paths={name: [STEPS.index(name)]})
        else:
            asked = {**self.context.get(name, asked), "resumePayload": answer, "resumedAt": clock()}
            done = {**asked, "status": "success", "output": answer, "endedAt": clock()}
            await self.keep(name, done)
        return answer

    async def keep(self, step: str, result: Json) -> None:
        """Write what came of a step, and by whom."""
        signed = {**result, "metadata": {"worker": self.worker}}
        self.context = await self.store.workflows.update_workflow_results(
            **key(self.run_id), step_id=step, result=signed, fence=self.fence
        )

    async def stand(self, status: str, **members: Any) -> None:
        """Write where the run stands; `LookupError` if it is not there."""
        snapshot = await self.store.workflows.update_workflow_state(
            **key(self.run_id), status=status, fence=self.fence, **members
        )
        if snapshot is None:
            raise LookupError(f"no run {self.run_id}")
        self.context = snapshot["context"]


def clock() -> int:
    """Return the time as snapshots have it, in milliseconds."""
    return time.time_ns() // 1_000_000


@asynccontextmanager
async def owned(
    store: Store, run_id: str, worker: str, lease_ms: int = LEASE_MS
) -> AsyncIterator[Run]:
    """Own a run during the block, as soon as no other worker does.

    A block that fails leaves the lease to end by itself, as a crash does, so that the run is not
    tried again at once.
    """
    claim = await claimed(store.workflows, run_id, worker, lease_ms)
    heart = asyncio.create_task(beat(store.workflows, claim, lease_ms))
    try:
        yield Run(store, run_id, worker, claim.generation)
    finally:
        heart.cancel()
    await store.workflows.release_run_ownership(**key(run_id), generation=claim.generation)


async def claimed(runs: WorkflowsStorage, run_id: str, worker: str, lease_ms: int) -> RunOwnership:
    """Claim a run; while another worker owns it, try again."""
    while True:
        with suppress(ConflictError):
            return await runs.claim_run_ownership(**key(run_id), owner_id=worker, lease_ms=lease_ms)
        await asyncio.sleep(0.05)


async def beat(runs: WorkflowsStorage, claim: RunOwnership, lease_ms: int) -> None:
    """Renew a lease until the run is lost, which the next write of the worker will learn."""
    with suppress(ConflictError):
        while True:
            await asyncio.sleep(lease_ms / 3_000)
            with suppress(UnavailableError):  # The lease lasts still: try again.
                await runs.renew_run_ownership(
                    **key(claim.run_id), generation=claim.generation, lease_ms=lease_ms
                )


# --- the workflow -------------------------------------------------------------------------------


async def start(run: Run, thread_id: str, resource_id: str, amount: int) -> None:
    """Carry a refund to its question. One that is there already goes on from where it stands."""
    snapshot = await run.store.workflows.load_workflow_snapshot(**key(run.run_id))
    if snapshot is None:
        snapshot = first_snapshot(run.run_id, thread_id, resource_id, amount)
        await run.store.workflows.persist_workflow_snapshot(
            **key(run.run_id), snapshot=snapshot, resource_id=resource_id, fence=run.fence
        )
    run.context = snapshot["context"]
    if snapshot["status"] == "running":
        await carry_on(run)


async def resume(run: Run, answer: Json) -> None:
    """Carry a refund to its end; `ConflictError` if it has ended.

    It is `running` still where a worker has crashed.
    """
    await run.stand("running", expected_status=["suspended", "running"])
    await carry_on(run, answer)


async def carry_on(run: Run, answer: Json | None = None) -> None:
    """Do the steps that are not done, to the end, or to the question if it has no answer."""
    request, memory = run.context["input"], run.store.memory
    thread, amount = request["messageListState"]["memoryInfo"], request["amount"]
    await run.step("conversation", partial(read, memory), thread)
    approval = await run.ask("approval", {"question": f"Pay back {amount} €?"}, answer)
    if approval is None:
        return
    amount = amount if approval["approved"] else 0
    paid = await run.step("payment", pay, {"amount": amount, "reference": run.run_id})
    reply = {**thread, "id": f"{run.run_id}-reply", "text": f"We pay back {amount} €."}
    await run.step("reply", partial(tell, memory), reply)
    await run.stand("success", result=paid, suspended_paths={})


async def read(memory: MemoryStorage, thread: Json) -> Json:
    """Look up how long the conversation is, and how it ends."""
    said = await memory.list_messages(thread["threadId"], per_page=1, order_by=CREATED_AT_DESC)
    return {"messages": said.total, "last": said.messages[0].content["parts"][-1]["text"]}


async def pay(transfer: Json) -> Json:
    """Ask the bank to pay. It is told the run: asked twice for one run, it pays once."""
    return {"paid": transfer["amount"], "reference": transfer["reference"]}


async def tell(memory: MemoryStorage, reply: Json) -> Json:
    """Answer in the conversation. The id is that of the run: saved twice, it is there once."""
    message = NewMessage(
        id=reply["id"],
        thread_id=reply["threadId"],
        resource_id=reply["resourceId"],
        role="assistant",
        content={"format": 2, "parts": [{"type": "text", "text": reply["text"]}]},
    )
    await memory.save_messages([message])
    return {"message": message.id}


def first_snapshot(run_id: str, thread_id: str, resource_id: str, amount: int) -> Json:
    """Return a run that has not begun, in the form of Mastra. The thread is where agents put it,
    so that the runs of a conversation can be listed.
    """
    thread = {"threadId": thread_id, "resourceId": resource_id}
    return {
        "runId": run_id,
        "status": "running",
        "value": {},
        "context": {"input": {"amount": amount, "messageListState": {"memoryInfo": thread}}},
        "serializedStepGraph": [{"type": "step", "step": {"id": name}} for name in STEPS],
        "activePaths": [],
        "activeStepsPath": {},
        "suspendedPaths": {},
        "resumeLabels": {},
        "waitingPaths": {},
        "requestContext": {},
        "timestamp": clock(),
    }
