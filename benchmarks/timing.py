"""Times jobs in rounds that take turns, so that whatever else the machine does hits all alike."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from time import perf_counter_ns

from benchmarks.contender import Contender
from benchmarks.domain import Workload


@dataclass
class Times:
    """Microseconds for a call, or for each item of it: the mean of each round."""

    rounds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return median(self.rounds)

    @property
    def quartiles(self) -> tuple[float, float]:
        if len(self.rounds) < 2:
            return self.median, self.median
        low, _, high = quantiles(self.rounds, n=4, method="inclusive")
        return low, high


@dataclass(frozen=True)
class Result:
    backend: str
    domain: str
    workload: Workload
    ours: Times = field(default_factory=Times)
    raw: Times = field(default_factory=Times)

    @property
    def ratio(self) -> float:
        """The median of the ratios of the rounds, each of two times taken one after the other."""
        pairs = zip(self.ours.rounds, self.raw.rounds, strict=True)
        return median(ours / raw for ours, raw in pairs)


async def race(
    ours: Contender,
    raw: Contender,
    results: Sequence[Result],
    rounds: int,
    advance: Callable[[str], None],
) -> None:
    """Run each workload on both, in turns; a first round warms up and is thrown away."""
    for number in range(rounds + 1):
        for result in results:
            pair = [(ours, result.ours), (raw, result.raw)]
            for contender, times in pair if number % 2 else reversed(pair):
                spent = await _once(contender, result.workload)
                if number:
                    times.rounds.append(spent)
            advance(f"{result.backend} {result.workload.name}")


async def _once(contender: Contender, workload: Workload) -> float:
    """Return the mean of some calls, after a few that warm up.

    The garbage collector works as in any program, but starts even: what one contender leaves
    behind is not collected in the time of the other.
    """
    gc.collect()
    for _ in range(2 + workload.calls // 4):
        await workload.prepare(contender)()
    jobs = [workload.prepare(contender) for _ in range(workload.calls)]
    start = perf_counter_ns()
    for job in jobs:
        await job()
    return (perf_counter_ns() - start) / 1_000 / workload.calls / workload.items
