"""A store of this project."""

from collections.abc import Sequence

from benchmarks.contender import Json
from benchmarks.ours import Ours
from benchmarks.workflows.contender import WorkflowsContender


class OurWorkflows(Ours, WorkflowsContender):
    async def persist(self, workflow: str, run_id: str, snapshot: Json) -> None:
        await self.store.workflows.persist_workflow_snapshot(
            workflow_name=workflow, run_id=run_id, snapshot=snapshot
        )

    async def load(self, workflow: str, run_id: str) -> object:
        return await self.store.workflows.load_workflow_snapshot(
            workflow_name=workflow, run_id=run_id
        )

    async def update_results(
        self, workflow: str, run_id: str, step_id: str, result: Json
    ) -> object:
        return await self.store.workflows.update_workflow_results(
            workflow_name=workflow, run_id=run_id, step_id=step_id, result=result
        )

    async def runs_of(self, workflow: str, size: int, *, total: bool) -> Sequence[object]:
        page = await self.store.workflows.list_workflow_runs(
            workflow_name=workflow, per_page=size, include_total=total
        )
        return page.runs

    async def run(self, workflow: str, run_id: str) -> object:
        return await self.store.workflows.get_workflow_run_by_id(run_id, workflow_name=workflow)

    async def status_of(self, workflow: str, run_id: str) -> object:
        return await self.store.workflows.get_workflow_run_by_id(
            run_id, workflow_name=workflow, fields=["status"]
        )
