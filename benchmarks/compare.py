"""`python -m benchmarks.compare [OLD] NEW`: where has a run become slower than an older one, or
than the one that the documentation shows?

What is compared is ours as a multiple of the driver, or of Mastra where the driver has no such
workload, in the same rounds: a slower machine slows both. A workload is slower when 99 of 100
resamplings of the rounds say so, the quartiles do not overlap, and it is by more than a tenth.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.measured import MASTRA, OURS, PUBLISHED, RAW, Measured, Run, spread
from benchmarks.targets import named

WORTH_TELLING = 1.1
"""Two runs of the same code differ by less in the median of most workloads."""
RESAMPLINGS, SURE = 500, 0.99
FEWEST = 5
"""Rounds; with fewer of them nothing can be told from noise."""


@dataclass(frozen=True)
class Change:
    name: str
    factor: float
    """How many times as long as before."""
    low: float
    high: float
    """Where 98 of 100 resamplings are."""
    slower: bool


def changes(old: Run, new: Run) -> Iterator[Change]:
    """Compare what both runs have measured, in the order of the new one."""
    before = {named(each): each for each in old.results}
    for each in new.results:
        if (earlier := before.get(named(each))) is not None:
            yield _change(earlier, each)


def _change(old: Measured, new: Measured) -> Change:
    reference = next(
        (name for name in (RAW, MASTRA) if name in old.times and name in new.times), ""
    )
    before, after = _figures(old, reference), _figures(new, reference)
    factor = median(after) / median(before)
    low, high = _likely(before, after)
    apart = spread(after)[0] > spread(before)[1]
    enough = min(len(before), len(after)) >= FEWEST
    slower = enough and factor > WORTH_TELLING and low > 1 and apart
    return Change(named(new), factor, low, high, slower)


def _figures(each: Measured, reference: str) -> list[float]:
    return [1 / ratio for ratio in each.against(reference)] if reference else each.times[OURS]


def _likely(before: Sequence[float], after: Sequence[float]) -> tuple[float, float]:
    """Return the bounds of the factor in resamplings of both, the same for the same figures."""
    random = Random(1)
    factors = sorted(
        median(random.choices(after, k=len(after))) / median(random.choices(before, k=len(before)))
        for _ in range(RESAMPLINGS)
    )
    return factors[int(RESAMPLINGS * (1 - SURE))], factors[int(RESAMPLINGS * SURE)]


def main(words: Sequence[str]) -> int:
    """Print what has changed; return 1 if anything is slower, 2 if nothing could be compared."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    parser.add_argument("old", type=Path, nargs="?", default=PUBLISHED)
    parser.add_argument("new", type=Path)
    asked = parser.parse_args(words)
    found = list(changes(Run.read(asked.old), Run.read(asked.new)))
    for each in found:
        word = "SLOWER" if each.slower else "faster" if each.high < 1 / WORTH_TELLING else ""
        print(f"{each.name:60} {each.factor:6.2f} ({each.low:.2f}–{each.high:.2f}) {word}".rstrip())
    slower = sum(each.slower for each in found)
    print(f"{len(found)} workloads compared, {slower} slower beyond noise")
    if not found:
        return 2
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
