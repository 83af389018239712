"""Times jobs in rounds that take turns, so that whatever else the machine does hits all alike."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter, thread_time_ns
from typing import Any, Protocol, Self

from pydantic import BaseModel, TypeAdapter

from benchmarks.contender import Contender, Spent
from benchmarks.domain import Workload
from benchmarks.measured import OURS, Measured

Field = Mapping[str, Mapping[bool, Contender]]
"""Who takes part, by name; on small tables, and on large ones where that was asked for."""


@dataclass(frozen=True)
class Heat:
    """One workload on one backend: what was measured, and how."""

    workload: Workload
    measured: Measured
    slow: set[str] = field(default_factory=set)
    """Who makes fewer calls."""

    @classmethod
    def of(cls, backend: str, domain: str, workload: Workload) -> Self:
        """Return one that is still to be measured."""
        per = "call" if workload.items == 1 else "row"
        name, kind, flat = workload.name, workload.kind, workload.flat
        return cls(workload, Measured(backend, domain, name, kind, per, flat))


SLOW, SLOW_ROUNDS = 0.3e9, 3
"""Who takes longer for a call, in nanoseconds, makes one call in each of so many rounds only:
Mastra takes eight seconds to read 10,000 messages.
"""


class Clock(Protocol):
    """What is measured: the time that passes, or the CPU time of all processes that take part."""

    def server(self) -> int:
        """Return how many nanoseconds the database server has worked, if it is one."""

    def each(self, spent: Spent, server: int, calls: int) -> float:
        """Return the nanoseconds of a call: of its own process, and of the server for all."""


class WallClock:
    """The median of the calls, because a call that the machine interrupted says nothing about the
    contender.
    """

    def server(self) -> int:
        return 0

    def each(self, spent: Spent, server: int, calls: int) -> float:
        return median(spent.wall)


@dataclass
class CpuClock:
    """The mean of the calls. What waits, for a disk or for other work on the machine, does not
    count, so that this holds on a busy machine as well.
    """

    server: Callable[[], int]

    def each(self, spent: Spent, server: int, calls: int) -> float:
        return (spent.cpu + server) / calls


async def race(
    contenders: Field,
    heats: Sequence[Heat],
    rounds: int,
    clock: Clock,
    until: float,
    advance: Callable[[str], None],
) -> None:
    """Run each workload on all, in turns, after each has warmed up; begin no round after `until`,
    but the first.
    """
    gc.freeze()  # what is there already need not be looked through before each measurement
    for heat in heats:
        await _warm_up(contenders, heat, clock)
        advance(f"{heat.measured.backend} warms up {heat.workload.name}")
    for number in range(rounds):
        if number and perf_counter() > until:
            return
        for heat in heats:
            await _run_round(contenders, heat, number, clock)
            advance(f"{heat.measured.backend} {heat.workload.name}")


async def _warm_up(contenders: Field, heat: Heat, clock: Clock) -> None:
    """Do a job or several, and see that all who return lists return as many rows."""
    running = _running(contenders, heat.workload)
    for name, contender in running.items():
        server = clock.server()
        spent = await contender.time([heat.workload.prepare(contender)], 1)
        if clock.each(spent, clock.server() - server, 1) > SLOW:
            heat.slow.add(name)
    rows = {name: each.rows for name, each in running.items() if each.rows is not None}
    if len(set(rows.values())) > 1:
        raise RuntimeError(
            f"{heat.workload.name}: the contenders differ in what they return: {rows}"
        )
    for name, contender in running.items():
        if name not in heat.slow:
            await _once(contender, heat.workload, heat.workload.calls, clock)


async def _run_round(contenders: Field, heat: Heat, number: int, clock: Clock) -> None:
    """Run a workload once on all, each time in another order."""
    times, running = heat.measured.times, _running(contenders, heat.workload)
    for name in sorted(running, reverse=number % 2 == 0):
        slow = name in heat.slow
        if number < SLOW_ROUNDS or not slow:
            calls = 1 if slow else heat.workload.calls
            spent = await _once(running[name], heat.workload, calls, clock)
            times.setdefault(name, []).append(spent)
    cost = cost_of_models(running[OURS].last) / heat.workload.items
    heat.measured.models.append(cost)


def _running(contenders: Field, workload: Workload) -> dict[str, Contender]:
    """Return those that have a workload."""
    found = {
        name: sizes[workload.large] for name, sizes in contenders.items() if workload.large in sizes
    }
    return {
        name: each
        for name, each in found.items()
        if (each.workloads is None or workload.name in each.workloads)
        and (each.crowds or workload.at_once == 1)
    }


async def _once(contender: Contender, workload: Workload, calls: int, clock: Clock) -> float:
    """Return the microseconds of a call, after a few that warm up.

    The garbage collector works as in any program, but starts even: what one contender leaves
    behind is not collected in the time of the other.
    """
    contender.last = None  # as a server drops what it has answered; else each round walks it anew
    gc.collect()
    warm = [workload.prepare(contender) for _ in range(calls // 4)]
    if warm:
        await contender.time(warm, workload.at_once)
    jobs = [workload.prepare(contender) for _ in range(calls)]
    server = clock.server()
    spent = await contender.time(jobs, workload.at_once)
    each = clock.each(spent, clock.server() - server, calls)
    return each / 1_000 / workload.items


def cost_of_models(result: object) -> float:
    """Return how many microseconds it takes to make these models from plain dictionaries, at best:
    warm, as in the middle of a call, and without what the garbage collector looks through besides.
    """
    models: list[Any] = result if isinstance(result, list) else [result]
    if not models or not isinstance(models[0], BaseModel):
        return 0
    list_of: Any = list
    adapter: TypeAdapter[Any] = TypeAdapter(list_of[type(models[0])])
    plain = [dict(model) for model in models]

    def once() -> int:
        start = thread_time_ns()
        adapter.validate_python(plain)
        return thread_time_ns() - start

    return min(once() for _ in range(5)) / 1_000
