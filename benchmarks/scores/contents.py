"""What scorers leave behind: 100,000 scores of a kilobyte each, half of them of one scorer."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from random import Random

from pydantic_core import to_json

from benchmarks.contender import Json, Tables
from benchmarks.prose import BEGIN, text

SMALL = 100_000
"""How many scores there are in the small table."""
BUSY = "relevancy"
"""The scorer that gave half of all scores."""
JSON = ("scorer", "entity", "input", "output", "metadata")


def score(number: int, random: Random) -> Json:
    """Make a score, by the names of the columns."""
    busy = number % 2
    return {
        **_names(number),
        "scorerId": BUSY if busy else f"scorer-{number % 20}",
        "scorer": {"id": BUSY, "name": "Answer relevancy"},
        "score": round(random.random(), 3),
        "reason": text(random, 20),
        "metadata": {"tenant": "acme"},
        "input": [{"role": "user", "content": text(random, 20)}],
        "output": {"role": "assistant", "text": text(random, 60)},
        "entityType": "AGENT",
        "entity": {"id": "travel-agent"},
        "entityId": f"agent-{number % 10}",
        "source": "LIVE",
    }


def _names(number: int) -> Json:
    return {
        "id": f"score-{number}",
        "runId": f"run-{number // 2}",
        "traceId": f"trace-{number // 4}",
        "spanId": f"span-{number % 2}",
    }


def rows(size: int) -> Iterator[Json]:
    """Make the rows as both drivers write them: JSON as text, encoded once. A thousand contents
    come again and again.
    """
    random = Random(1)
    made = [score(number, random) for number in range(1_000)]
    pool = [{**row, **{name: to_json(row[name]).decode() for name in JSON}} for row in made]
    for number in range(size):
        at = BEGIN + timedelta(seconds=number // 4)
        yield {**pool[number % len(pool)], **_names(number), "createdAt": at, "updatedAt": at}


def tables(size: int | None) -> Tables:
    """Return the small table, or the large one with so many scores."""
    return {"mastra_scorers": partial(rows, size or SMALL)}
