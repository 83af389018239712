"""What a run has measured, as its JSON file keeps it, and as tables and pictures read it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Self, TypeAlias

OURS, RAW, THREADED, MASTRA = "ours", "driver", "driver in a thread", "Mastra"

PUBLISHED = Path(__file__).parent / "published.json"
"""The run that the documentation shows."""

Document: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """One workload on one backend. Times are microseconds for a call or for each row of it: for
    each round the median of its calls, or, of several callers, their mean.
    """

    backend: str
    domain: str
    workload: str
    kind: str
    per: str
    flat: str
    """The workload on small tables that should take as long."""
    times: dict[str, list[float]] = field(default_factory=dict)
    """The rounds of each contender, by its name."""
    models: list[float] = field(default_factory=list)
    """What our models cost of our time, measured apart; 0 where none are returned."""

    @property
    def peers(self) -> list[str]:
        """The contenders that are libraries of others."""
        return [name for name in self.times if name not in (OURS, RAW, THREADED, MASTRA)]

    def against(self, name: str) -> list[float]:
        """How many times as long as ours another took, in each round: times of one round are taken
        one after the other, and whatever else the machine does hits both.
        """
        # Who is very slow runs in the first rounds only.
        pairs = zip(self.times[name], self.times[OURS], strict=False)
        return [theirs / ours for theirs, ours in pairs]

    def driver_ratios(self) -> list[float]:
        """How many times as long as the driver ours took, in each round."""
        return [1 / ratio for ratio in self.against(RAW)]

    def floor_ratios(self) -> list[float]:
        """The same, without what the models cost, and beside the driver as it has to be called:
        where it would stop the event loop, in a thread.
        """
        floor = THREADED if THREADED in self.times else RAW
        rounds = zip(self.times[OURS], self.times[floor], strict=False)
        return [(ours - median(self.models)) / theirs for ours, theirs in rounds]


def spread(values: Sequence[float]) -> tuple[float, float]:
    """Return the quartiles."""
    if len(values) < 2:
        return values[0], values[0]
    low, _, high = quantiles(values, n=4, method="inclusive")
    return low, high


@dataclass(frozen=True)
class Cold:
    """CPU milliseconds of a fresh process up to some point, round by round."""

    backend: str
    stage: str
    rounds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return median(self.rounds)


@dataclass(frozen=True)
class Footprint:
    """The most memory of a process, in megabytes, after so many messages."""

    backend: str
    job: str
    points: list[tuple[int, float]]


@dataclass(frozen=True)
class Run:
    """All that was measured at one time."""

    at: str
    on: dict[str, Any]
    """The machine, the versions, and the options."""
    results: list[Measured]
    cold: list[Cold] = field(default_factory=list)
    footprints: list[Footprint] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file that `write` has made."""
        document: Document = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            document["at"],
            document["on"],
            [Measured(**each) for each in document["results"]],
            [Cold(**each) for each in document["cold"]],
            [Footprint(**each) for each in document["footprints"]],
        )

    def joined(self, other: "Run") -> "Run":
        """Return both, of which each has measured a part."""
        return Run(
            max(self.at, other.at),
            {**other.on, **self.on},
            [*self.results, *other.results],
            [*self.cold, *other.cold],
            [*self.footprints, *other.footprints],
        )

    def write(self, path: Path) -> None:
        """Write everything, figures rounded to what they are worth."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{json.dumps(_rounded(asdict(self)), indent=1)}\n", encoding="utf-8")


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value
