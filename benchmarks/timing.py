"""Times jobs in rounds that take turns, so that whatever else the machine does hits all alike."""

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import perf_counter_ns

from pydantic import BaseModel, TypeAdapter

from benchmarks.contender import Contender
from benchmarks.domain import Workload

OURS, RAW, MASTRA = "ours", "raw driver", "Mastra"


@dataclass
class Times:
    """Microseconds for a call, or for each item of it: the median of the calls of each round, or,
    of several callers, the mean.
    """

    rounds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return median(self.rounds)

    @property
    def quartiles(self) -> tuple[float, float]:
        return spread(self.rounds)


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Return the quartiles."""
    if len(values) < 2:
        return values[0], values[0]
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, high


@dataclass(frozen=True)
class Result:
    backend: str
    domain: str
    workload: Workload
    times: dict[str, Times] = field(default_factory=dict)
    """By the names of the contenders."""
    models: Times = field(default_factory=Times)
    """What our models cost of our time, measured apart; nothing if none are returned."""

    @property
    def ours(self) -> Times:
        return self.times[OURS]

    @property
    def peers(self) -> list[str]:
        """The contenders that are none of the three."""
        return [name for name in self.times if name not in (OURS, RAW, MASTRA)]

    def rounds_against(self, name: str) -> list[float]:
        """How many times as long as ours another took, in each round: times of one round are taken
        one after the other, and whatever else the machine does hits both.
        """
        pairs = zip(self.times[name].rounds, self.ours.rounds, strict=True)
        return [theirs / ours for theirs, ours in pairs]

    def against(self, name: str) -> float:
        """Return the median of these."""
        return median(self.rounds_against(name))


Field = Mapping[str, Mapping[bool, Contender]]
"""Who takes part, by name; on small tables, and on large ones where that was asked for."""


async def race(
    contenders: Field, results: Sequence[Result], rounds: int, advance: Callable[[str], None]
) -> None:
    """Run each workload on all, in turns; a first round warms up and is thrown away."""
    for number in range(rounds + 1):
        for result in results:
            running = _running(contenders, result.workload)
            order = sorted(running, reverse=number % 2 == 0)
            for name in order:
                spent = await _once(running[name], result.workload)
                if number:
                    result.times.setdefault(name, Times()).rounds.append(spent)
            if number:
                cost = cost_of_models(running[OURS].last) / result.workload.items
                result.models.rounds.append(cost)
            else:
                _compare(running, result.workload)
            advance(f"{result.backend} {result.workload.name}")


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


def _compare(running: Mapping[str, Contender], workload: Workload) -> None:
    """See that all who return lists return as many rows."""
    rows = {name: each.rows for name, each in running.items() if each.rows is not None}
    if len(set(rows.values())) > 1:
        raise RuntimeError(f"{workload.name}: the contenders differ in what they return: {rows}")


async def _once(contender: Contender, workload: Workload) -> float:
    """Return the median of some calls, after a few that warm up. The median, because a call that
    the machine interrupted says nothing about the contender.

    The garbage collector works as in any program, but starts even: what one contender leaves
    behind is not collected in the time of the other.
    """
    gc.collect()
    warm = [workload.prepare(contender) for _ in range(2 + workload.calls // 4)]
    await contender.time(warm, workload.at_once)
    jobs = [workload.prepare(contender) for _ in range(workload.calls)]
    spent = await contender.time(jobs, workload.at_once)
    return median(spent) / 1_000 / workload.items


def cost_of_models(result: object) -> float:
    """Return how many microseconds it takes to make these models from plain dictionaries."""
    models = result if isinstance(result, list) else [result]
    if not models or not isinstance(models[0], BaseModel):
        return 0
    adapter = TypeAdapter(list[type(models[0])])  # type: ignore[misc]
    plain = [dict(model) for model in models]
    start = perf_counter_ns()
    adapter.validate_python(plain)
    return (perf_counter_ns() - start) / 1_000
