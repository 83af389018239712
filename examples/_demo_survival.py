"""The second act of the demo: a run of a workflow outlives the worker that began it.

Each worker is a process of its own, which the demo starts by the name of its part.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple

from _demo_view import console, draw_places, draw_refusal, draw_steps, heading, verdict
from _demo_workflow import WORKFLOW, key, owned, resume, start
from mastra_storage_core import (
    CompositeStore,
    ConflictError,
    Message,
    Store,
    Thread,
    open_store,
)

MEMORY_VARIABLE, RUNS_VARIABLE = "MASTRA_DEMO_URL", "MASTRA_DEMO_RUNS_URL"
RUN_ID = "refund-of-order-42"
AMOUNT = 120
LEASE_MS = 1_500  # Short, to see the end of it; half a minute is a good start.


class Urls(NamedTuple):
    """Where the domains are kept; in the environment, since a URL may hold a password."""

    memory: str
    workflows: str

    @classmethod
    def of_environment(cls) -> "Urls":
        return cls(os.environ[MEMORY_VARIABLE], os.environ[RUNS_VARIABLE])

    def environment(self) -> dict[str, str]:
        """Return the environment for another process."""
        return {**os.environ, MEMORY_VARIABLE: self.memory, RUNS_VARIABLE: self.workflows}


def open_both(urls: Urls) -> CompositeStore:
    """Join two databases: runs are kept in one, and everything else in the other."""
    return CompositeStore(
        id="demo",
        default=open_store(urls.memory),
        domains={"workflows": open_store(urls.workflows)},
    )


# --- the workers --------------------------------------------------------------------------------


async def begin(store: Store) -> None:
    """Carry a refund to its question, and die: nothing is released, and the lease goes on."""
    thread = await conversation(store)
    async with owned(store, RUN_ID, "worker-1", LEASE_MS) as run:
        await start(run, thread.id, thread.resource_id, AMOUNT)
        console.print("  worker-1: the run waits for approval; and now I am killed")
        sys.stdout.flush()
        os.kill(os.getpid(), signal.SIGKILL)


async def take_over(store: Store) -> None:
    """Find the run that waits, wait for the end of the lease, and finish what another began."""
    found = await store.workflows.list_workflow_runs(workflow_name=WORKFLOW, status="suspended")
    run_id = found.runs[0].run_id
    owner = await store.workflows.get_run_ownership(**key(run_id))
    assert owner is not None
    console.print(
        f"  worker-2: {run_id} is suspended, and {owner.owner_id} owns it until "
        f"{owner.expires_at.astimezone():%H:%M:%S}"
    )
    async with owned(store, run_id, "worker-2", LEASE_MS) as run:
        console.print("  worker-2: it is mine; it was approved, so I carry it on to its end")
        await resume(run, {"approved": True})


async def be_late(store: Store) -> None:
    """Write what worker-1 would have written next, with the right that it had."""
    fence = int(os.environ["MASTRA_DEMO_FENCE"])
    try:
        await store.workflows.update_workflow_state(**key(RUN_ID), status="failed", fence=fence)
    except ConflictError as error:
        draw_refusal("worker-1, late", error)
    else:
        sys.exit("the late write was not refused")


PARTS: dict[str, Callable[[Store], Awaitable[None]]] = {
    "begin": begin,
    "take-over": take_over,
    "be-late": be_late,
}
"""What a process does that the demo starts."""


async def play(part: str) -> None:
    """Be one of the workers."""
    async with open_both(Urls.of_environment()) as store:
        await PARTS[part](store)


# --- what the demo shows of them ----------------------------------------------------------------


async def survive(urls: Urls, shown: Callable[[str], str]) -> bool:
    """Let three workers come one after the other; return whether the run is as it must be."""
    async with open_both(urls) as store:
        heading("A workflow that outlives its worker", "CompositeStore")
        where = {"workflows": urls.workflows}
        places = {name: shown(where.get(name, urls.memory)) for name in store.stores}
        draw_places(
            [
                (name, type(domain.store).__name__, places[name].rpartition("/")[2])
                for name, domain in store.stores.items()
            ]
        )
        return await outlive(store, urls)


async def outlive(store: Store, urls: Urls) -> bool:
    """Start the workers, show what each leaves behind, and return whether it is right."""
    before = len(await replies(store))
    killed = process("begin", urls)
    claim = await store.workflows.get_run_ownership(**key(RUN_ID))
    assert claim is not None
    heading("Another process, with another worker's name", "claim_run_ownership")
    taken = process("take-over", urls)
    snapshot = await store.workflows.load_workflow_snapshot(**key(RUN_ID))
    assert snapshot is not None
    console.print()
    draw_steps(snapshot)
    heading("The first one comes back, with a lease that it has lost", "fence=…")
    late = process("be-late", urls, MASTRA_DEMO_FENCE=str(claim.generation))
    after = await store.workflows.load_workflow_snapshot(**key(RUN_ID))
    good = (
        (killed, taken, late) == (-signal.SIGKILL, 0, 0)
        and (snapshot["status"], after) == ("success", snapshot)
        and len(await replies(store)) == before + 1
    )
    words = "✓ the run is at its end, every step once" if good else "✗ this is not as it must be"
    verdict(good, words)
    return good


def process(part: str, urls: Urls, **more: str) -> int:
    """Run a worker in a process of its own; return how it ended."""
    sys.stdout.flush()
    demo = str(Path(__file__).with_name("demo.py"))
    return subprocess.run([sys.executable, demo, part], env=urls.environment() | more).returncode


async def conversation(store: Store) -> Thread:
    """Return the conversation that the refund is about."""
    page = await store.memory.list_threads(resource_id="p-alice", metadata={"category": "support"})
    return page.threads[0]


async def replies(store: Store) -> list[Message]:
    """Return what the workflow has answered there."""
    said = await store.memory.list_messages((await conversation(store)).id, per_page=None)
    return [message for message in said.messages if message.id.startswith(RUN_ID)]
