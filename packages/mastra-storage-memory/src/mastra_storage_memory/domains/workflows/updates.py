"""Changes to runs in memory."""

from mastra_storage_core.domains.workflows.requests import RunChange, Snapshot
from mastra_storage_core.domains.workflows.rows import read_snapshot
from mastra_storage_core.domains.workflows.updates import UpdateStorage

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.workflows.tables import WorkflowTables, in_the_way, shown


class InMemoryUpdates(WorkflowTables, UpdateStorage):
    @atomic
    def _change_run(self, change: RunChange) -> Snapshot | None:
        key = change.key
        self._check_fence(key, change.fence)
        row = self._run_of(key)
        if row is not None:
            old = read_snapshot(shown(row)["snapshot"], key.run_id)
        elif change.missing is None:
            return None
        elif self._runs.get((key.run_id, key.workflow_name)):
            raise in_the_way(key)
        else:
            old = change.missing
        snapshot, text = change.apply(old)
        self._put_run(key, text, change.at, change.at)
        return snapshot
