"""The scores domain: scores as they were saved, saved again, and listed."""

from typing import Any

from interop.domains.domain import Domain, Step, step
from interop.domains.scores_load import ScoresLoad, score
from interop.domains.values import HARD, HARDEST

LIVE = {"user": "ada", "n": 1}
FULL: dict[str, Any] = {
    "entityType": "TRAJECTORY",
    "input": [{"role": "user", "content": "Why?"}],
    "additionalContext": {"a": [1]},
    "requestContext": LIVE,
    "metadata": {"k": "v"},
    "reason": 'It says "why", 日本語.',
    "preprocessStepResult": {"p": 1},
    "extractStepResult": {"e": [2]},
    "analyzeStepResult": {"a": {"n": 3}},
    "preprocessPrompt": "p",
    "extractPrompt": "e",
    "analyzePrompt": "a",
    "generateScorePrompt": "s",
    "generateReasonPrompt": "g",
    "reasonPrompt": "r",
    "traceId": "trace",
    "spanId": "span",
    "resourceId": "ada",
    "threadId": "thread",
    "organizationId": "o",
    "projectId": "p",
    "batchId": "b",
    "datasetId": "d",
    "datasetItemId": "i",
}
LOOK_ALIKES = ("null", "42", '"x"', '{"a": 1}', "[", "")
"""Texts that look like JSON, or nearly."""


def save(name: str, *, keep: str = "", **fields: Any) -> Step:
    """Return the call that saves a score."""
    return step("saveScore", score(name, **fields), keep=keep)


WRITES = (
    save("plain"),
    save("full", **FULL),
    save("hard", input=HARD, output=HARD, metadata=HARD, scorer=HARD, extractStepResult=HARD),
    save("hardest", output=HARDEST, entity=HARDEST, analyzeStepResult=HARDEST),
    save("nothing", output=None),
    *(save(f"text {n}", input=text, output=text) for n, text in enumerate(LOOK_ALIKES)),
    save("numbers", input=0, output=False, score=-0.25),
    save("test", source="TEST", entityType="WORKFLOW", score=1e-7),
    save("again", reason="first", traceId="trace", spanId="span"),
    save("again", score=1),
    step("saveScore", {k: v for k, v in score("made").items() if k != "id"}, keep="made"),
)

NAMES = ("plain", "full", "hard", "hardest", "nothing", "numbers", "test", "again", "none")
TEXTS = tuple(f"text {n}" for n in range(len(LOOK_ALIKES)))
PAGE = {"page": 0, "perPage": 100}
_SPAN = {"traceId": "trace", "spanId": "span", "pagination": PAGE}
READS = (
    *(step("getScoreById", {"id": name}) for name in (*NAMES, *TEXTS)),
    *(
        step("getScoreById", {"id": f"text {n}"}, expected={"input": text, "output": text})
        for n, text in enumerate(LOOK_ALIKES)
    ),
    step("getScoreById", {"id": "hard"}, expected={"input": HARD, "output": HARD, "scorer": HARD}),
    step("getScoreById", {"id": "full"}, expected=FULL),
    step("listScoresByScorerId", {"scorerId": "scorer", "pagination": PAGE}, unordered=True),
    step(
        "listScoresByScorerId",
        {"scorerId": "scorer", "source": "TEST", "entityType": "WORKFLOW", "pagination": PAGE},
    ),
    step(
        "listScoresByScorerId",
        {"scorerId": "scorer", "filters": {"organizationId": "o"}, "pagination": PAGE},
    ),
    step("listScoresByRunId", {"runId": "run", "pagination": PAGE}, unordered=True),
    step(
        "listScoresByEntityId",
        {"entityId": "agent", "entityType": "WORKFLOW", "pagination": PAGE},
        unordered=True,
    ),
    step("listScoresBySpan", _SPAN, unordered=True),
)

DOMAIN = Domain(
    name="scores",
    tables=("mastra_scorers",),
    writes=WRITES,
    reads=READS,
    young=(
        ("mastra_scorers", "createdAtZ"),
        ("mastra_scorers", "spanId"),
        ("mastra_scorers", "requestContext"),
        ("mastra_scorers", "organizationId"),
        ("mastra_scorers", "datasetItemId"),
    ),
    load=ScoresLoad,
    internal=frozenset({"transformScoreRow"}),
)
