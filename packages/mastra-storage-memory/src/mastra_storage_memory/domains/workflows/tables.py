"""The rows of the workflows domain, and the orders in which they are kept."""

from datetime import UTC, datetime

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.workflows.requests import Row, RunKey
from mastra_storage_core.ids import milliseconds
from mastra_storage_core.lifecycle import Lifecycle

from mastra_storage_memory.collection import Collection, Order
from mastra_storage_memory.domain import InMemoryDomain

RUNS = Order(None, "createdAt")
RUNS_OF_WORKFLOW = Order("workflow_name", "createdAt")
RUNS_OF_RESOURCE = Order("resourceId", "createdAt")
RUNS_OF_ID = Order("run_id", "createdAt")


class WorkflowTables(InMemoryDomain):
    """Holds the rows, which are those of the database tables; the topics share them.

    A run's `id` here is its run id and its workflow, by which runs of one time are sorted. Its
    snapshot is JSON text, which is decoded on every read.
    """

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._runs = Collection(RUNS, RUNS_OF_WORKFLOW, RUNS_OF_RESOURCE, RUNS_OF_ID)
        self._owners: dict[tuple[str, str], Row] = {}

    def _stored(self, key: RunKey) -> Row | None:
        """Return a run, whoever owns it."""
        return self._runs.get((key.run_id, key.workflow_name))

    def _run_of(self, key: RunKey) -> Row | None:
        """Return a run; where an owner is named, one of another, or of none, is absent."""
        row = self._stored(key)
        return row if row and key.owner in (None, row["resourceId"]) else None

    def _put_run(self, row: Row) -> None:
        self._runs.put(row | {"id": (row["run_id"], row["workflow_name"])})

    def _ownership(self, key: RunKey) -> Row | None:
        stored = self._owners.get((key.workflow_name, key.run_id))
        return stored and {**stored, "now": clock()}


def clock() -> int:
    """Return the time in milliseconds."""
    return milliseconds(datetime.now(UTC))
