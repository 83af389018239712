"""What breaks between a store and its PostgreSQL while sixteen tasks write.

After each fault what was acknowledged must be there, what was refused must not, what is not known
must be there wholly or not at all, and the same store must work again.
"""

import asyncio
import random
import signal
import time
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import asyncpg
from mastra_storage_conformance.servers.pooler import TransactionPooler
from mastra_storage_core import Store

from torture.ledger import THREADS, Ledger
from torture.line import Line
from torture.report import Section
from torture.targets import Postgres, Target

_TASKS = 16
_PATIENCE = 200
"""How often the store is used after a fault until it must work: each broken connection of its pool
may be found once.
"""
_KILL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


@dataclass(slots=True)
class Scene:
    """Where a fault happens."""

    target: Postgres
    url: str
    line: Line
    seconds: float


Break = Callable[[Scene], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A way to break something, again and again for some seconds."""

    name: str
    happen: Break
    settings: dict[str, Any] = field(default_factory=dict)
    short: bool = False
    """Whether the short profile has it."""
    pooled: bool = False
    """Whether a pooler of transactions stands before the line."""
    options: str = ""
    """What is added to the URL."""


async def _terminate(scene: Scene) -> None:
    connection = await asyncpg.connect(scene.url)
    try:
        for _ in _often(scene):
            await connection.execute(_KILL)
            await _a_while()
    finally:
        await connection.close()


async def _restart(scene: Scene) -> None:
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        await asyncio.sleep(scene.seconds / 3)
        await asyncio.to_thread(scene.target.server.crash, number)
        await asyncio.to_thread(scene.target.server.start_again)


async def _cut(scene: Scene) -> None:
    for _ in _often(scene):
        scene.line.cut()
        await _a_while()


async def _stall(scene: Scene) -> None:
    scene.line.alive.clear()
    await asyncio.sleep(scene.seconds)
    scene.line.cut()
    scene.line.alive.set()


async def _slow(scene: Scene) -> None:
    scene.line.delay = 0.02
    await asyncio.sleep(scene.seconds)
    scene.line.delay = 0


async def _hold(scene: Scene) -> None:
    """Lock the threads one after the other, as nobody else does, for longer than one waits."""
    connection = await asyncpg.connect(scene.url)
    try:
        for _ in _often(scene):
            try:
                async with connection.transaction():
                    for thread in reversed(THREADS):
                        await connection.execute(
                            "SELECT 1 FROM mastra_threads WHERE id = $1 FOR UPDATE", thread
                        )
                        await asyncio.sleep(0.1)
            except asyncpg.DeadlockDetectedError:
                continue
    finally:
        await connection.close()


FAULTS = (
    Fault("sessions ended by the server", _terminate, short=True),
    Fault("the same behind a pooler", _terminate, {"pgbouncer": True}, pooled=True),
    Fault("server stopped, killed and started again", _restart),
    Fault("network cut", _cut, short=True),
    Fault("network dead for some time", _stall, {"command_timeout": 1}),
    Fault("slow network", _slow, short=True),
    Fault("locks held: time-outs", _hold, options="?lock_timeout=50"),
    Fault("locks held: the server cancels", _hold, options="?statement_timeout=100"),
)


def faults(
    target: Target, seconds: float, told: Callable[[int], object], *, short: bool
) -> Section:
    """Let each fault happen for some seconds."""
    assert isinstance(target, Postgres)
    figures: dict[str, int | float | str] = {"tasks that write": _TASKS}
    problems = []
    asyncio.run(target.prepare())
    for number, fault in enumerate(each for each in FAULTS if each.short or not short):
        row, found = asyncio.run(_happen(target, fault, seconds))
        figures[f"{fault.name}: acknowledged / refused / unknown / tries until it worked"] = row
        problems += [f"{fault.name}: {each}" for each in found]
        told(number + 1)
    return Section("faults", target.name, figures, problems)


async def _happen(target: Postgres, fault: Fault, seconds: float) -> tuple[str, list[str]]:
    url, ledger = await target.fresh(), Ledger()
    async with AsyncExitStack() as stack:
        line = await stack.enter_async_context(Line(url))
        address = line.url
        if fault.pooled:
            address = (await stack.enter_async_context(TransactionPooler(line.url))).url
        store = target.open(f"{address}{fault.options}", **fault.settings)
        await ledger.prepare(store)
        breaking = asyncio.create_task(fault.happen(Scene(target, url, line, seconds)))
        async with asyncio.TaskGroup() as group:
            for task in range(_TASKS):
                group.create_task(_write(store, ledger, f"{task}", breaking))
        await breaking
        tries = await _works_again(store, ledger)
        await store.close()
    async with target.open(url) as store:
        problems = await ledger.problems(store)
    if not tries:
        problems.append(f"the store does not work again: {ledger.errors}")
    counts = (ledger.acknowledged, ledger.refused, ledger.unknown)
    return " / ".join([*(f"{len(each):,}" for each in counts), f"{tries}"]), problems


async def _write(store: Store, ledger: Ledger, name: str, breaking: "asyncio.Task[None]") -> None:
    turn = 0
    while not breaking.done():
        turn += 1
        if not await ledger.write(store, f"{name}-{turn}"):
            await asyncio.sleep(0.01)


async def _works_again(store: Store, ledger: Ledger) -> int:
    """Return at which try the store worked, or 0."""
    for number in range(1, _PATIENCE + 1):
        if await ledger.write(store, f"after-{number}"):
            return number
        await asyncio.sleep(0.01)
    return 0


async def _a_while() -> None:
    """Let some calls through: now none, now hundreds."""
    await asyncio.sleep(random.expovariate(2))


def _often(scene: Scene) -> Any:
    """Yield until the time is over."""
    end = time.monotonic() + scene.seconds
    while time.monotonic() < end:
        yield None
