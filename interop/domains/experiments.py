"""What is proved of experiments: how they went, and what came of each item."""

from typing import Any

from interop.domains.domain import Step, step
from interop.domains.values import HARD, later

PAGE = {"page": 0, "perPage": 100}
TIMES = {"startedAt": later(1), "completedAt": later(2)}
FULL: dict[str, Any] = {
    "name": 'Grüße, "日本語"',
    "description": "d",
    "metadata": HARD,
    "provenance": {"source": "ci", "sourceId": "1"},
    "runnerAttestation": {"runner": "r", "list": []},
    "experimentSetId": "set",
    "comparisonId": "comparison",
    "variantId": "variant",
    "trialIndex": 0,
    "datasetId": "full",
    "datasetVersion": 1,
    "targetType": "agent",
    "targetId": "target",
    "scorerIds": ["scorer"],
    "agentVersion": "v",
    "organizationId": "o",
    "projectId": "p",
    "totalItems": 3,
}
OF_NONE = {"datasetId": None, "datasetVersion": None, "targetType": "agent", "targetId": "t"}
COUNTS = {"succeededCount": 2, "failedCount": 1, "skippedCount": 4}
RESULT: dict[str, Any] = {
    "experimentId": "full",
    "itemId": "item",
    "itemDatasetVersion": 1,
    "input": HARD,
    "output": HARD,
    "groundTruth": HARD,
    "metadata": HARD,
    "retryCount": 2,
    "traceId": "trace",
    "tags": ["a", "日本"],
    "toolMockReport": {"calls": [None, {}]},
    "organizationId": "o",
    "projectId": "p",
}
FAILED = {"message": 'It says "no"', "stack": "at\nline", "code": "E1"}
OF_EXPERIMENTS = frozenset({"startedAt", "completedAt"})
OF_RESULTS = OF_EXPERIMENTS | {"createdAt"}
"""The original's PostgreSQL reads these as the moment at which the server inserted the row. It also
reads texts of results that look like JSON as what they look like; there are none here.
"""


def call(method: str, *args: Any, **more: Any) -> Step:
    """Return a call of the experiments domain."""
    misread = OF_RESULTS if "Result" in method else OF_EXPERIMENTS
    return step(method, *args, domain="experiments", misread=misread, **more)


def result(name: str, **fields: Any) -> dict[str, Any]:
    """Return a result that has what it must have."""
    head = {"id": name, "experimentId": "plain", "itemId": name, "error": None, "output": None}
    return head | {"input": name, "retryCount": 0, "groundTruth": None} | TIMES | fields


UNNAMED = {key: value for key, value in result("put").items() if key != "id"}
WRITES = (
    call("createExperiment", {"id": "full"} | FULL),
    *(
        call("createExperiment", {"id": name, "totalItems": 1} | OF_NONE)
        for name in ("plain", "gone", "emptied")
    ),
    call("updateExperiment", {"id": "full", "status": "completed"} | COUNTS | TIMES),
    call("updateExperiment", {"id": "plain", "metadata": {"a": None}, "name": "new"}),
    call("addExperimentResult", result("full") | RESULT),
    call("addExperimentResult", result("failed", error=FAILED, status="needs-review")),
    call(
        "addExperimentResult",
        result("text", input="text", output='It says "42"', status="complete"),
    ),
    call("addExperimentResult", result("second", itemId="text", attempt=1)),
    call("upsertExperimentResult", UNNAMED | {"output": [1], "tags": ["a"]}),
    call("upsertExperimentResult", UNNAMED | {"output": [2]}),
    call("updateExperimentResult", {"id": "failed", "status": "reviewed", "comment": "日本"}),
    call("updateExperimentResult", {"id": "text", "tags": ["a", "b"], "experimentId": "plain"}),
    *(call("addExperimentResult", result(name, experimentId=name)) for name in ("gone", "emptied")),
    call("deleteExperimentResults", {"experimentId": "emptied"}),
    call("deleteExperiment", {"id": "gone"}),
)

NAMES = ("full", "plain", "gone", "emptied")
READS = (
    *(call("getExperimentById", {"id": name}) for name in NAMES),
    call("getExperimentById", {"id": "full"}, expected=FULL | COUNTS | TIMES),
    call("listExperiments", {"pagination": PAGE}, unordered=True),
    call("listExperiments", {"pagination": PAGE, "status": "completed", "trialIndex": 0}),
    call("getExperimentResultById", {"id": "full"}, expected=RESULT | TIMES),
    *(
        call("getExperimentResultById", {"id": name})
        for name in ("failed", "text", "second", "gone", "emptied")
    ),
    *(
        call("listExperimentResults", {"experimentId": name, "pagination": PAGE}, unordered=True)
        for name in NAMES
    ),
    call("listExperimentResults", {"experimentId": "plain", "tags": ["b"], "pagination": PAGE}),
    call("getReviewSummary", unordered=True),
)

TABLES = ("mastra_experiments", "mastra_experiment_results")
YOUNG = (
    ("mastra_experiments", "provenance"),
    ("mastra_experiments", "completedAtZ"),
    ("mastra_experiment_results", "toolMockReport"),
    ("mastra_experiment_results", "comment"),
)
INTERNAL = frozenset({"transformExperimentResultRow", "transformExperimentRow"})
