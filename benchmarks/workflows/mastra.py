"""The jobs of the workflows domain, as calls to Mastra's own storage."""

from collections.abc import Sequence
from typing import Any

from benchmarks.contender import Json
from benchmarks.mastra import Original
from benchmarks.workflows.contender import WorkflowsContender


class OriginalWorkflows(Original, WorkflowsContender):
    async def persist(self, workflow: str, run_id: str, snapshot: Json) -> None:
        await self._of(workflow, run_id, "persistWorkflowSnapshot", snapshot=snapshot)

    async def load(self, workflow: str, run_id: str) -> object:
        return await self._of(workflow, run_id, "loadWorkflowSnapshot")

    async def update_results(
        self, workflow: str, run_id: str, step_id: str, result: Json
    ) -> object:
        given: Json = {"stepId": step_id, "result": result, "requestContext": {}}
        return await self._of(workflow, run_id, "updateWorkflowResults", **given)

    async def runs_of(self, workflow: str, size: int, *, total: bool) -> Sequence[object]:
        wanted = {"workflowName": workflow, "perPage": size, "page": 0}
        return await self.call("workflows", "listWorkflowRuns", wanted)

    async def run(self, workflow: str, run_id: str) -> object:
        return await self._of(workflow, run_id, "getWorkflowRunById")

    async def status_of(self, workflow: str, run_id: str) -> object:
        """Return it whole: Mastra's stores read nothing less."""
        return await self.run(workflow, run_id)

    async def _of(self, workflow: str, run_id: str, method: str, **more: Any) -> object:
        named = {"workflowName": workflow, "runId": run_id}
        return await self.call("workflows", method, {**named, **more})
