"""What the hammer does to the scores domain."""

from typing import Any

from interop.hammer import Worker, Workload, missing
from interop.side import Client

KEPT = 20
"""How many scores of its own a worker saves, again and again."""


def score(name: str, **fields: Any) -> dict[str, Any]:
    """Return a score."""
    return {
        "id": name,
        "scorerId": "scorer",
        "runId": "run",
        "entityId": "agent",
        "source": "LIVE",
        "score": 0.5,
        "scorer": {"id": "scorer", "name": "A scorer"},
        "entity": {"id": "agent"},
        "output": {"text": "Because."},
    } | fields


class ScoresLoad(Workload):
    """Scores of one's own are saved, and saved again: the original deletes and inserts, so that two
    who save one score at a time get in each other's way.
    """

    def __init__(self) -> None:
        self.scores: dict[str, int] = {}

    async def prepare(self, client: Client) -> None:
        """Nothing is shared."""

    async def act(self, worker: Worker, number: int) -> None:
        name = f"{worker.name}-{number % KEPT}"
        if await worker.write("scores", "saveScore", score(name, score=number)):
            self.scores[name] = number

    async def check(self, client: Client) -> list[str]:
        found = {}
        for name in self.scores:
            read = await client.call("scores", "getScoreById", {"id": name})
            found[name] = int(read["score"]) if read else None
        return missing("score", self.scores, found)
