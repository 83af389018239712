"""Many processes with many tasks write to one database at once."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any

from mastra_storage_core import StorageError

from interop.domains import DOMAINS
from interop.hammer import Workload
from torture.local import Patient, client
from torture.processes import at_once
from torture.report import Section
from torture.targets import Target
from torture.turns import TurnsLoad


@dataclass(slots=True)
class Told:
    """What a process says at its end."""

    loads: list[Workload]
    waits: list[float] = field(default_factory=list)
    busy: int = 0
    errors: list[str] = field(default_factory=list)


CONNECTIONS = 20
"""How many a server admits, of which each process would like to have as many."""


def crowd(target: Target, processes: int, tasks: int, seconds: float) -> Section:
    """Let so many processes write for some seconds, and check that nothing is lost."""
    with target.limited(CONNECTIONS):
        return _crowd(target, processes, tasks, seconds)


def _crowd(target: Target, processes: int, tasks: int, seconds: float) -> Section:
    asyncio.run(target.prepare())
    url = asyncio.run(target.fresh())
    loads = _loads()
    asyncio.run(_prepared(target, url, loads))
    start = time.time() + 1

    async def write(number: int) -> Told:
        return await _write(target, url, number, tasks, start, seconds)

    told, problems = at_once(processes, write)
    problems += [error for each in told for error in each.errors]
    for each in told:
        for mine, theirs in zip(loads, each.loads, strict=True):
            merge(mine, theirs)
    problems += asyncio.run(_checked(target, url, loads))
    waits = [wait for each in told for wait in each.waits]
    return Section("crowd", target.name, _figures(processes, tasks, waits, told), problems)


def _loads() -> list[Workload]:
    return [*(domain.load() for domain in DOMAINS), TurnsLoad()]


async def _prepared(target: Target, url: str, loads: list[Workload]) -> None:
    async with target.open(url) as store:
        for load in loads:
            await load.prepare(client(store))


async def _checked(target: Target, url: str, loads: list[Workload]) -> list[str]:
    await target.settled(url)
    async with target.open(url) as store:
        problems = [text for load in loads for text in await load.check(client(store))]
    problems += await target.damage(url)
    await target.drop(url)
    return problems


def _figures(
    processes: int, tasks: int, waits: list[float], told: list[Told]
) -> dict[str, int | float | str]:
    cuts = quantiles(waits, n=1000)
    return {
        "processes": processes,
        "tasks in each": tasks,
        "calls": len(waits),
        "typed, retryable errors, called again": sum(each.busy for each in told),
        "median, ms": round(cuts[499], 1),
        "99 %, ms": round(cuts[989], 1),
        "99.9 %, ms": round(cuts[998], 1),
        "longest, ms": round(max(waits)),
    }


async def _write(
    target: Target,
    url: str,
    number: int,
    tasks: int,
    start: float,
    seconds: float,
) -> Told:
    told = Told(_loads())
    store = target.open(url, **target.for_crowds)
    workers = [
        Patient(f"p{number}t{task}", client(store), random.Random(f"{number}, {task}"))
        for task in range(tasks)
    ]
    await asyncio.sleep(max(0, start - time.time()))

    async def work(worker: Patient) -> None:
        turn = 0
        while time.time() < start + seconds:
            turn += 1
            await worker.random.choice(told.loads).act(worker, turn)

    try:
        async with asyncio.TaskGroup() as group:
            for worker in workers:
                group.create_task(work(worker))
        await store.close()
    except* StorageError as errors:
        told.errors += [repr(error) for error in errors.exceptions]
    for worker in workers:
        told.waits += worker.waits
        told.busy += worker.busy
        told.errors += worker.errors
    return told


def merge(mine: Any, theirs: Any) -> Any:
    """Add what a workload of another process has acknowledged to one of ours; return it."""
    if isinstance(mine, Workload):
        for name, value in vars(theirs).items():
            setattr(mine, name, merge(getattr(mine, name), value))
    elif isinstance(mine, dict):
        for key, value in theirs.items():
            mine[key] = merge(mine[key], value) if key in mine else value
    elif isinstance(mine, set):
        mine |= theirs
    else:
        mine += theirs
    return mine
