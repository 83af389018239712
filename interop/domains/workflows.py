"""The workflows domain: runs as they were persisted, results and states merged into them."""

from typing import Any

from interop.domains.domain import Domain, Step, step
from interop.domains.values import BEFORE_1970, FAR_AHEAD, HARD, HARDEST, later
from interop.domains.workflows_load import WorkflowsLoad, snapshot

PENDING = {"__mastra_pending__": True}
SUSPENDED = {
    "status": "suspended",
    "payload": {},
    "startedAt": 1709287200123,
    "suspendedAt": 1709287200456,
    "suspendPayload": {
        "__streamState": {"messageList": {"memoryInfo": {"threadId": "plain"}}},
    },
}
FINISHED = {"status": "success", "output": {"n": 1}, "payload": {}, "startedAt": 1, "endedAt": 2}


def persist(run_id: str, state: dict[str, Any], at: Any = None, **fields: Any) -> Step:
    """Return the call that keeps a run."""
    times = {"createdAt": at, "updatedAt": at} if at else {}
    run = {"workflowName": "trip", "runId": run_id, "snapshot": state}
    return step("persistWorkflowSnapshot", run | times | fields)


def result(run_id: str, step_id: str, value: dict[str, Any], **context: Any) -> Step:
    """Return the call that merges a result into a run."""
    given = {"stepId": step_id, "result": value, "requestContext": context}
    return step("updateWorkflowResults", {"workflowName": "trip", "runId": run_id, **given})


def state(run_id: str, **opts: Any) -> Step:
    """Return the call that merges a state into a run."""
    return step("updateWorkflowState", {"workflowName": "trip", "runId": run_id, "opts": opts})


HARD_STATE = snapshot("hard", value=HARD, unknownToBoth={"null": None, "list": [[], {}]})
FOREACH = {**FINISHED, "output": [1, 2, SUSPENDED]}
WRITES = (
    persist("plain", snapshot("plain"), later(1)),
    persist("hard", HARD_STATE, later(2), resourceId="ada"),
    persist("hardest", snapshot("hardest", value=HARDEST), later(3)),
    persist("suspended", snapshot("suspended", "suspended", context={"one": SUSPENDED}), later(4)),
    persist("before 1970", snapshot("before 1970", "success"), BEFORE_1970, resourceId="grace"),
    persist("far ahead", snapshot("far ahead", "failed", error={"message": "日本"}), FAR_AHEAD),
    persist("tie b", snapshot("tie b"), later(5)),
    persist("tie a", snapshot("tie a"), later(5)),
    persist("now", snapshot("now", "waiting")),
    persist("again", snapshot("again"), later(6), resourceId="ada"),
    persist("again", snapshot("again", "paused", added=[None]), later(7)),
    persist("hard", snapshot("hard", "paused"), later(8), workflowName="another"),
    result("plain", "one", FINISHED, user="ada"),
    result("plain", "two", {**FINISHED, "output": HARD}, tenant=None),
    result("plain", "each", FOREACH),
    result("plain", "each", {**FINISHED, "output": [PENDING, None, PENDING], "status": "failed"}),
    result("plain", "each", {**FINISHED, "output": [9]}),
    result("first result", "one", FINISHED),
    state("plain", status="success", result={"answer": HARD}, activePaths=[1]),
    state("tie a", status="canceled", expectedStatus=["running", "waiting"]),
    state("tie b", status="suspended", suspendedPaths={"one": [0]}, resumeLabels={"go": {}}),
    persist("gone", snapshot("gone")),
    step("deleteWorkflowRunById", {"workflowName": "trip", "runId": "gone"}),
)

_EACH = ("plain", "hard", "hardest", "suspended", "before 1970", "far ahead", "tie a", "tie b")
RUNS = (*_EACH, "now", "again", "first result", "gone")
PAGED = {"workflowName": "trip", "page": 1, "perPage": 2, "toDate": later(4)}
READS = (
    *(step("loadWorkflowSnapshot", {"workflowName": "trip", "runId": id}) for id in RUNS),
    *(step("getWorkflowRunById", {"workflowName": "trip", "runId": id}) for id in RUNS),
    step("loadWorkflowSnapshot", {"workflowName": "trip", "runId": "hard"}, expected=HARD_STATE),
    step("getWorkflowRunById", {"runId": "hard"}, expected={"workflowName": "another"}),
    step("listWorkflowRuns", {}, unordered=True),
    step("listWorkflowRuns", {"workflowName": "another"}),
    step("listWorkflowRuns", {"status": "paused"}),
    step("listWorkflowRuns", {"resourceId": "ada", "workflowName": "trip"}),
    step("listWorkflowRuns", {"threadId": "plain"}),
    step("listWorkflowRuns", {"fromDate": BEFORE_1970, "toDate": later(1)}),
    step("listWorkflowRuns", PAGED),
)

DOMAIN = Domain(
    name="workflows",
    tables=("mastra_workflow_snapshot",),
    writes=WRITES,
    reads=READS,
    young=(
        ("mastra_workflow_snapshot", "updatedAtZ"),
        ("mastra_workflow_snapshot", "resourceId"),
    ),
    load=WorkflowsLoad,
    internal=frozenset(
        {"executeWithRetry", "parseWorkflowRun", "setupPragmaSettings", "supportsConcurrentUpdates"}
    ),
)
