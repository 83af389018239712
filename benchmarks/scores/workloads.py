"""The workloads of the scores domain: the same on every backend and for every contender."""

from collections.abc import Callable
from random import Random

from benchmarks.domain import Domain, Job, Workload
from benchmarks.scores.contender import ScoresContender
from benchmarks.scores.contents import BUSY, ROWS, TABLES, score
from benchmarks.scores.ours import OurScores
from benchmarks.scores.raw_postgres import RawPostgresScores
from benchmarks.scores.raw_sqlite import RawSqliteScores

_random = Random(2)


def save_again(contender: ScoresContender) -> Job:
    """Save a score that exists, with another text."""
    new = score(_random.randrange(ROWS), _random)
    return lambda: contender.save(new)


def get(contender: ScoresContender) -> Job:
    """Get a score by its id."""
    name = f"score-{_random.randrange(ROWS)}"
    return lambda: contender.get(name)


def first_page(*, total: bool) -> Callable[[ScoresContender], Job]:
    """Read the 20 newest of 50,000 scores of a scorer."""
    return lambda contender: lambda: contender.of_scorer(BUSY, 20, total=total)


def of_span(contender: ScoresContender) -> Job:
    """Read the two scores of a span."""
    number = _random.randrange(ROWS)
    return lambda: contender.of_span(f"trace-{number // 4}", f"span-{number % 2}")


WORKLOADS = [
    Workload("save_score", save_again, calls=50),
    Workload("get_score_by_id", get, calls=100),
    Workload("list_scores_by_scorer_id 20 of 50k", first_page(total=True), calls=10),
    Workload("list_scores_by_scorer_id without total", first_page(total=False), calls=50),
    Workload("list_scores_by_span", of_span, calls=50),
]

SCORES = Domain("scores", WORKLOADS, TABLES, OurScores, RawSqliteScores, RawPostgresScores)
