"""What was aimed at, as data, and whether a run has met it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measured import MASTRA, OURS, RAW, Measured, Run

Values = Iterator[tuple[str, float]]


@dataclass(frozen=True)
class Target:
    text: str
    bound: float
    at_most: bool
    values: Callable[[Run], Values]
    """Each thing that it is about, by a name, with its figure."""

    def met(self, value: float) -> bool:
        """Say whether a figure is within the bound."""
        return value <= self.bound if self.at_most else value >= self.bound

    def missed(self, run: Run) -> list[tuple[str, float]]:
        """Return what misses it, the worst first."""
        found = [(name, value) for name, value in self.values(run) if not self.met(value)]
        return sorted(found, key=lambda each: each[1], reverse=self.at_most)


LISTS, POINTS = ("batch", "list", "whole"), ("point read", "point write")
SLACK = 0.9
"""What is still as fast, where being as fast is enough."""


def named(each: Measured) -> str:
    """Return a name for a row of the table."""
    return f"{each.backend}: {each.workload}"


def _mastra(run: Run, *, reads_of_sqlite: bool) -> Values:
    for each in run.results:
        slow = (each.backend, each.kind) == ("libsql", "point read")
        if MASTRA in each.times and slow == reads_of_sqlite:
            yield named(each), median(each.against(MASTRA))


def _medians(run: Run) -> Values:
    for backend in {each.backend: None for each in run.results}:
        found = [
            median(each.against(MASTRA))
            for each in run.results
            if each.backend == backend and MASTRA in each.times
        ]
        if found:
            yield backend, median(found)


def _wholes(run: Run) -> Values:
    for each in run.results:
        if MASTRA in each.times and each.kind == "whole":
            yield named(each), median(each.against(MASTRA))


def _peers(run: Run) -> Values:
    for each in run.results:
        for name in each.peers:
            yield f"{named(each)} ({name})", median(each.against(name))


def _driver(
    kinds: Sequence[str],
    backends: Sequence[str],
    ratios: Callable[[Measured], list[float]] = Measured.driver_ratios,
) -> Callable[[Run], Values]:
    def values(run: Run) -> Values:
        for each in run.results:
            if RAW in each.times and each.kind in kinds and each.backend in backends:
                yield named(each), median(ratios(each))

    return values


def _flat(run: Run) -> Values:
    small = {(each.backend, each.workload): each for each in run.results}
    for each in run.results:
        if beside := small.get((each.backend, each.flat)):
            yield named(each), median(each.times[OURS]) / median(beside.times[OURS])


def _imports(run: Run) -> Values:
    stages = {(each.backend, each.stage): each.median for each in run.cold}
    for backend in {each.backend: None for each in run.cold}:
        yield backend, stages[backend, "import"] - stages[backend, "driver"]


def _footprints(run: Run) -> Values:
    for each in run.footprints:
        tenth = next(
            megabytes for rows, megabytes in each.points if rows * 10 >= each.points[-1][0]
        )
        yield f"{each.backend}: {each.job}", each.points[-1][1] / tenth


BOTH = ("libsql", "pg")
AGAINST_MASTRA = Target(
    "Mastra takes longer, on every workload but SQLite's point reads",
    1,
    False,
    lambda run: _mastra(run, reads_of_sqlite=False),
)
READS_OF_SQLITE = Target(
    "Mastra is not faster at SQLite's point reads",
    SLACK,
    False,
    lambda run: _mastra(run, reads_of_sqlite=True),
)
AGAINST_PEERS = Target("Each peer takes longer, on every workload that it has", 1, False, _peers)
DRIVER_LISTS = Target(
    "Batches and lists take at most 1.5 times as long as the driver",
    1.5,
    True,
    _driver(LISTS, BOTH),
)
FLOORS = Target(
    "The same without what models cost, and on SQLite beside the driver in a thread",
    1.5,
    True,
    _driver(LISTS, BOTH, Measured.floor_ratios),
)
DRIVER_POINTS = Target(
    "Point operations on PostgreSQL take at most twice as long as the driver",
    2,
    True,
    _driver(POINTS, ("pg",)),
)
TARGETS = (
    AGAINST_MASTRA,
    READS_OF_SQLITE,
    Target("Mastra takes three times as long, in the median", 3, False, _medians),
    Target("Mastra takes 20 times as long to read a whole thread or trace", 20, False, _wholes),
    AGAINST_PEERS,
    DRIVER_LISTS,
    FLOORS,
    DRIVER_POINTS,
    Target("A first page takes at most 1.3 times as long on the large table", 1.3, True, _flat),
    Target("Importing core and a backend takes at most 150 ms of CPU", 150, True, _imports),
    Target("Memory grows by at most a fifth after a tenth of the rows", 1.2, True, _footprints),
)
