"""What workflows leave behind: snapshots as Mastra writes them, of 300 bytes, 10 KB and 1 MB."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from random import Random
from uuid import UUID

from pydantic_core import to_json

from benchmarks.contender import Json, Tables
from benchmarks.prose import BEGIN, text

BUSY, LISTED = "answer-with-sources", "nightly-report"
"""The workflow whose runs are written and read one by one, and the one with 100,000 runs."""
SMALL = 100_000
"""How many runs the latter has in the small table."""
RUN, LARGE = "run-of-10-KB", "run-of-1-MB"
STEP = "step-7"
"""The step of the run of 10 KB whose result is written again and again."""

_STARTED = int(BEGIN.timestamp() * 1000)


def step_result(random: Random, passages: int = 2) -> Json:
    """Make the result of a step that searches: 500 bytes, and 200 for each further passage."""
    found = [
        {
            "id": f"doc-{random.randint(1, 10**6)}",
            "score": round(random.random(), 6),
            "text": text(random, 22),
        }
        for _ in range(passages)
    ]
    return {
        "status": "success",
        "payload": {"query": text(random, 6), "limit": passages},
        "output": {"passages": found},
        "startedAt": _STARTED,
        "endedAt": _STARTED + random.randint(100, 5_000),
    }


def snapshot(run_id: str, random: Random, *, steps: int, passages: int) -> Json:
    """Make the snapshot of a run that is suspended after some steps."""
    names = [f"step-{number}" for number in range(steps)]
    graph = [
        {"type": "step", "step": {"id": name, "description": text(random, 8), "canSuspend": True}}
        for name in names
    ]
    results = {name: step_result(random, passages) for name in names}
    return {
        "runId": run_id,
        "status": "suspended",
        "value": {},
        "context": {"input": {"question": text(random, 12)}, **results},
        "serializedStepGraph": graph,
        "activePaths": [steps],
        "activeStepsPath": {"approve": [steps]},
        "suspendedPaths": {"approve": [steps]},
        "resumeLabels": {},
        "waitingPaths": {},
        "timestamp": _STARTED,
        "requestContext": {"tenant": "acme", "locale": "en"},
    }


def of_10_kb(random: Random) -> Json:
    """Make what the busy run is replaced by."""
    return snapshot(RUN, random, steps=16, passages=2)


def small_snapshot(run_id: str, random: Random) -> Json:
    """Make the snapshot of a run that has ended."""
    return {
        "runId": run_id,
        "status": random.choice(("success", "success", "success", "failed")),
        "value": {},
        "context": {"input": {"day": random.randint(1, 366)}},
        "serializedStepGraph": [],
        "activePaths": [],
        "activeStepsPath": {},
        "suspendedPaths": {},
        "resumeLabels": {},
        "waitingPaths": {},
        "timestamp": _STARTED,
    }


def rows_of_runs(size: int) -> Iterator[Json]:
    """Make the rows of all runs."""
    random = Random(1)
    yield _row(0, BUSY, RUN, of_10_kb(random))
    yield _row(0, BUSY, LARGE, snapshot(LARGE, random, steps=20, passages=300))
    for number in range(size):
        run_id = str(UUID(int=random.getrandbits(128), version=4))
        yield _row(number, LISTED, run_id, small_snapshot(run_id, random))


def _row(number: int, workflow: str, run_id: str, snapshot: Json) -> Json:
    at = BEGIN + timedelta(seconds=number)
    return {
        "workflow_name": workflow,
        "run_id": run_id,
        "resourceId": None if workflow == BUSY else f"owner-{number % 1_000}",
        "snapshot": to_json(snapshot).decode(),
        "createdAt": at,
        "updatedAt": at + timedelta(seconds=30),
    }


def tables(size: int | None) -> Tables:
    """Return the small table, or the large one with so many runs."""
    return {"mastra_workflow_snapshot": partial(rows_of_runs, size or SMALL)}
