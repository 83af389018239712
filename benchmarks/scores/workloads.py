"""The workloads of the scores domain: the same on every backend and for every contender."""

from collections.abc import Callable
from random import Random

from benchmarks.contender import Job
from benchmarks.domain import Domain, Workload
from benchmarks.scores.contender import ScoresContender
from benchmarks.scores.contents import BUSY, SMALL, score, tables
from benchmarks.scores.mastra import OriginalScores
from benchmarks.scores.ours import OurScores
from benchmarks.scores.raw_postgres import RawPostgresScores
from benchmarks.scores.raw_sqlite import RawSqliteScores

_random = Random(2)


def save_again(contender: ScoresContender) -> Job:
    """Save a score that exists, with another text."""
    new = score(_random.randrange(SMALL), _random)
    return lambda: contender.save(new)


def get(contender: ScoresContender) -> Job:
    """Get a score by its id."""
    name = f"score-{_random.randrange(SMALL)}"
    return lambda: contender.get(name)


def first_page(*, total: bool) -> Callable[[ScoresContender], Job]:
    """Read the 20 newest scores of a scorer that gave half of all."""
    return lambda contender: lambda: contender.of_scorer(BUSY, 20, total=total)


def of_span(contender: ScoresContender) -> Job:
    """Read the two scores of a span."""
    number = _random.randrange(SMALL)
    return lambda: contender.of_span(f"trace-{number // 4}", f"span-{number % 2}")


LIST = "list_scores_by_scorer_id 20"
WORKLOADS = [
    Workload("save_score", "point write", save_again, calls=50),
    Workload("get_score_by_id", "point read", get, calls=100),
    Workload(f"{LIST} of 50k", "list", first_page(total=False), calls=10),
    Workload(f"{LIST} of 50k, total", "list", first_page(total=True), calls=10),
    Workload("list_scores_by_span", "list", of_span, calls=10),
    Workload(
        f"{LIST}, large",
        "list",
        first_page(total=False),
        calls=10,
        large=True,
        flat=f"{LIST} of 50k",
    ),
    Workload(f"{LIST}, large, total", "list", first_page(total=True), calls=2, large=True),
]

SCORES = Domain(
    "scores", WORKLOADS, tables, OurScores, RawSqliteScores, RawPostgresScores, OriginalScores
)
