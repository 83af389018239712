"""What scorers leave behind: 100,000 scores of a kilobyte each, half of them of one scorer."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from pydantic_core import to_json

from benchmarks.contender import Json, Tables
from benchmarks.prose import BEGIN, text

ROWS = 100_000
BUSY = "relevancy"
"""The scorer that gave half of all scores."""
JSON = ("scorer", "entity", "input", "output", "metadata")


def score(number: int, random: Random) -> Json:
    """Make a score, by the names of the columns."""
    busy = number % 2
    return {
        "id": f"score-{number}",
        "scorerId": BUSY if busy else f"scorer-{number % 20}",
        "runId": f"run-{number // 2}",
        "traceId": f"trace-{number // 4}",
        "spanId": f"span-{number % 2}",
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


def rows() -> Iterator[Json]:
    """Make the rows as both drivers write them: JSON as text, encoded once."""
    random = Random(1)
    for number in range(ROWS):
        row = score(number, random)
        at = BEGIN + timedelta(seconds=number // 4)
        encoded = {name: to_json(row[name]).decode() for name in JSON}
        yield {**row, **encoded, "createdAt": at, "updatedAt": at}


TABLES: Tables = {"mastra_scorers": rows}
