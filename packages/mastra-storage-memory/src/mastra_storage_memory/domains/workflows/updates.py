"""Changes to runs in memory."""

from mastra_storage_core.domains.workflows.changes import changed_run, check_fence
from mastra_storage_core.domains.workflows.requests import RunChange, Snapshot
from mastra_storage_core.domains.workflows.updates import UpdateStorage

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.workflows.tables import WorkflowTables


class InMemoryUpdates(WorkflowTables, UpdateStorage):
    @atomic
    def _change_run(self, change: RunChange) -> Snapshot | None:
        check_fence(change.key, change.fence, self._ownership(change.key))
        changed = changed_run(change, self._stored(change.key))
        if changed is None:
            return None
        row, snapshot = changed
        self._put_run(row)
        return snapshot
