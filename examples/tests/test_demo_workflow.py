"""The workflow of the demo, killed at every point: each time the run goes on to its end."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import ConflictError, NewMessage, Store, Thread, open_store

sys.path.append(str(Path(__file__).parents[1]))

from _demo_workflow import STEPS, key, owned, resume, start

APPROVED = {"approved": True}
LEASE_MS = 400
"""Long enough for a busy machine: who is slower than its lease is held back, as it must be."""
WORST = 60
"""More calls than the workflow makes."""


class Mortal:
    """A domain whose process is killed before or after one of the calls, and says what came back.

    Leases are renewed by the clock, so these calls do not count.
    """

    def __init__(self, domain: object, counted: Iterator[int], dies_at: float, told: int) -> None:
        self._domain, self._counted, self._dies_at, self._told = domain, counted, dies_at, told

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        method = getattr(self._domain, name)

        async def call(*args: Any, **options: Any) -> Any:
            if name == "renew_run_ownership":
                return await method(*args, **options)
            number = next(self._counted)
            self._die_at(number)
            found = await method(*args, **options)
            self._die_at(number + 0.5)
            if name == "update_workflow_results":
                os.write(
                    self._told, f"{options['step_id']}:{options['result']['status']} ".encode()
                )
            return found

        return call

    def _die_at(self, point: float) -> None:
        if point == self._dies_at:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalStore:
    """A store of such domains."""

    def __init__(self, store: Store, dies_at: float, told: int) -> None:
        counted = iter(range(WORST))
        self.memory = Mortal(store.memory, counted, dies_at, told)
        self.workflows = Mortal(store.workflows, counted, dies_at, told)


async def work(url: str, thread: Thread, run_id: str, dies_at: float, told: int) -> None:
    """Be the first worker, from the beginning to the end, or to the death."""
    async with open_store(url) as store:
        mortal = cast(Store, MortalStore(store, dies_at, told))
        async with owned(mortal, run_id, "worker-1", LEASE_MS) as run:
            await start(run, thread.id, thread.resource_id, 120)
            await resume(run, APPROVED)


def killed(url: str, thread: Thread, run_id: str, dies_at: float) -> tuple[bool, list[str]]:
    """Let a worker die in a process of its own; return whether it did, and what it was told."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        asyncio.run(work(url, thread, run_id, dies_at, writer))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        acknowledged = told.read().split()
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL)
    return status != 0, acknowledged


async def go_on(store: Store, thread: Thread, run_id: str) -> None:
    """Be the second worker, whatever the first one left."""
    async with owned(store, run_id, "worker-2", LEASE_MS) as run:
        await start(run, thread.id, thread.resource_id, 120)
        status = (await store.workflows.load_workflow_snapshot(**key(run_id)) or {})["status"]
        if status != "success":
            await resume(run, APPROVED)


async def check(store: Store, thread: Thread, run_id: str, acknowledged: list[str]) -> None:
    """The run is at its end, with every step, those that were acknowledged as they were."""
    snapshot = await store.workflows.load_workflow_snapshot(**key(run_id))
    assert snapshot is not None
    steps = {name: step for name, step in snapshot["context"].items() if name != "input"}
    assert (snapshot["status"], set(steps)) == ("success", set(STEPS))
    assert {step["status"] for step in steps.values()} == {"success"}
    for name, _, status in (each.partition(":") for each in acknowledged):
        if status == "success":
            assert steps[name]["metadata"] == {"worker": "worker-1"}
    said = await store.memory.list_messages(thread.id, per_page=None)
    assert [each.id for each in said.messages].count(f"{run_id}-reply") == 1


async def check_late(store: Store, run_id: str, fence: int) -> None:
    """Who has lost the run writes nothing any more."""
    before = await store.workflows.load_workflow_snapshot(**key(run_id))
    with pytest.raises(ConflictError):
        await store.workflows.update_workflow_state(**key(run_id), status="failed", fence=fence)
    assert await store.workflows.load_workflow_snapshot(**key(run_id)) == before


async def prepare(url: str) -> Thread:
    async with open_store(url) as store:
        thread = await store.memory.create_thread(resource_id="r", title="A refund")
        question = {"format": 2, "parts": [{"type": "text", "text": "I want my money back."}]}
        message = NewMessage(thread_id=thread.id, resource_id="r", role="user", content=question)
        await store.memory.save_messages([message])
    return thread


async def follow(url: str, thread: Thread, dead: dict[str, list[str]]) -> None:
    """Take over the runs of all that were killed; most of their leases have ended meanwhile."""
    async with open_store(url) as store:
        for run_id, acknowledged in dead.items():
            left = await store.workflows.get_run_ownership(**key(run_id))
            await go_on(store, thread, run_id)
            await check(store, thread, run_id, acknowledged)
            if left is not None:
                await check_late(store, run_id, left.generation)


def survive(url: str) -> int:
    """Kill a worker before and after each of its calls; return how many times."""
    thread = asyncio.run(prepare(url))
    dead: dict[str, list[str]] = {}
    for half in range(2 * WORST):
        run_id = f"run-{half:03}"
        died, dead[run_id] = killed(url, thread, run_id, half / 2)
        if not died:
            asyncio.run(follow(url, thread, dead))
            return half
    raise AssertionError("the workflow has no end")


def test_a_run_survives_a_kill_at_every_point_on_sqlite(tmp_path: Path) -> None:
    assert survive(f"file:{tmp_path}/app.db") >= 24


@pytest.mark.server
def test_a_run_survives_a_kill_at_every_point_on_postgresql() -> None:
    with PostgresServer.start() as server:
        assert survive(server.create_database()) >= 24
