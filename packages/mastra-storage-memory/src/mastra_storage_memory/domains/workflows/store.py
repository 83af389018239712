"""The workflows domain in plain Python: the readable specification of what every backend does."""

from mastra_storage_core.domains.workflows.interface import WorkflowsStorage
from mastra_storage_core.domains.workflows.selection import is_finished

from mastra_storage_memory.collection import Row
from mastra_storage_memory.domains.workflows.ownership import InMemoryOwnership
from mastra_storage_memory.domains.workflows.runs import InMemoryRuns
from mastra_storage_memory.domains.workflows.tables import clock
from mastra_storage_memory.domains.workflows.updates import InMemoryUpdates
from mastra_storage_memory.pruning import Aged, InMemoryPruning


class InMemoryWorkflows(
    InMemoryRuns, InMemoryUpdates, InMemoryOwnership, InMemoryPruning, WorkflowsStorage
):
    """Joins the topics, which share the tables."""

    def _aged(self, table: str) -> Aged:
        return {"workflow_snapshot": Aged(self._runs, "updatedAt", is_finished)}[table]

    def _drop(self, table: str, row: Row) -> None:
        """Delete a run and what is known of its owners, unless that is ahead of the clock, from
        which a new generation would start.
        """
        self._runs.delete(row["id"])
        key = (row["workflow_name"], row["run_id"])
        if key in self._owners and self._owners[key]["generation"] < clock():
            del self._owners[key]
