"""What the hammer does to the workflows domain."""

from typing import Any

from mastra_storage_conformance.replay.transcript import Raised, Returned
from mastra_storage_core import ConflictError

from interop.hammer import Worker, Workload, missing
from interop.side import Client

RUNS = ("one", "two")
STEPS = 20
"""How many steps of a shared run a worker has, again and again."""


def snapshot(run_id: str, status: str = "running", **fields: Any) -> dict[str, Any]:
    """Return the state of a run."""
    return {
        "runId": run_id,
        "status": status,
        "value": {},
        "context": {"input": {"city": "Rome"}},
        "activePaths": [],
        "activeStepsPath": {},
        "suspendedPaths": {},
        "resumeLabels": {},
        "serializedStepGraph": [{"type": "step", "step": {"id": "one"}}],
        "waitingPaths": {},
        "timestamp": 1709287200123,
    } | fields


class WorkflowsLoad(Workload):
    """Results are merged into shared runs, one status is handed to and fro by compare-and-set, runs
    of one's own are persisted and change their state.
    """

    def __init__(self) -> None:
        self.results: dict[str, dict[str, int]] = {run: {} for run in RUNS}
        self.requests: dict[str, dict[str, int]] = {run: {} for run in RUNS}
        self.persisted: dict[str, int] = {}
        self.states: dict[str, int] = {}
        self.suspended = 0
        """How often the status was handed over, less how often it was handed back."""

    async def prepare(self, client: Client) -> None:
        for run in (*RUNS, "baton"):
            await client.call("workflows", "persistWorkflowSnapshot", _run(run, snapshot(run)))

    async def act(self, worker: Worker, number: int) -> None:
        acts = (self.merge, self.merge, self.persist, self.change, self.hand_over)
        await worker.random.choice(acts)(worker, number)

    async def merge(self, worker: Worker, number: int) -> None:
        run, step = worker.random.choice(RUNS), f"{worker.name}-{number % STEPS}"
        result = {"status": "success", "output": {"n": number}, "payload": {}, "startedAt": 1}
        given = {"workflowName": "load", "runId": run, "stepId": step, "result": result}
        given["requestContext"] = {worker.name: number}
        if await worker.write("workflows", "updateWorkflowResults", given):
            self.results[run][step] = number
            self.requests[run][worker.name] = number

    async def persist(self, worker: Worker, number: int) -> None:
        run = _run(worker.name, snapshot(worker.name, value={"n": number}))
        if await worker.write("workflows", "persistWorkflowSnapshot", run):
            self.persisted[worker.name] = number
            self.states.pop(worker.name, None)

    async def change(self, worker: Worker, number: int) -> None:
        if worker.name not in self.persisted:
            return
        opts = {"status": "success", "result": {"n": number}}
        given = {"workflowName": "load", "runId": worker.name, "opts": opts}
        if await worker.write("workflows", "updateWorkflowState", given):
            self.states[worker.name] = number

    async def hand_over(self, worker: Worker, number: int) -> None:
        there = number % 2
        status, expected = ("suspended", "running") if there else ("running", "suspended")
        opts = {"status": status, "expectedStatus": expected}
        given = {"workflowName": "load", "runId": "baton", "opts": opts}
        answer = await worker.ask("workflows", "updateWorkflowState", given)
        if isinstance(answer, Returned) and answer.value is not None:
            self.suspended += 1 if there else -1
        elif isinstance(answer, Raised) and answer.text.split(":")[0] != ConflictError.__name__:
            worker.errors.append(f"{worker.name}, the baton: {answer.text}")

    async def check(self, client: Client) -> list[str]:
        problems = []
        for run in RUNS:
            state = await self._load(client, run)
            steps = {step: each["output"]["n"] for step, each in _steps(state).items()}
            problems += missing(f"step of {run}", self.results[run], steps)
            problems += missing(
                f"request of {run}", self.requests[run], state.get("requestContext", {})
            )
        for run in self.persisted:
            state = await self._load(client, run)
            expected = {"value": self.persisted[run], "result": self.states.get(run)}
            found = {"value": state["value"]["n"], "result": state.get("result", {}).get("n")}
            problems += missing(f"run {run},", expected, found)
        status = (await self._load(client, "baton"))["status"]
        handed = {0: "running", 1: "suspended"}.get(self.suspended, f"{self.suspended} times away")
        return problems + missing("the baton", {"is": handed}, {"is": status})

    async def _load(self, client: Client, run: str) -> dict[str, Any]:
        key = {"workflowName": "load", "runId": run}
        state: dict[str, Any] = await client.call("workflows", "loadWorkflowSnapshot", key)
        return state


def _run(run: str, state: dict[str, Any]) -> dict[str, Any]:
    return {"workflowName": "load", "runId": run, "snapshot": state}


def _steps(state: dict[str, Any]) -> dict[str, Any]:
    return {step: each for step, each in state["context"].items() if step != "input"}
