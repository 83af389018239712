"""The rows of the workflows domain, and the orders in which they are kept."""

from datetime import UTC, datetime

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.workflows.ownership import lost
from mastra_storage_core.domains.workflows.requests import Row, RunKey
from mastra_storage_core.domains.workflows.rows import read_ownership
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.ids import milliseconds
from mastra_storage_core.jsoncodec import decode
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

    def _run_of(self, key: RunKey) -> Row | None:
        """Return a run; where an owner is named, one of another, or of none, is absent."""
        row = self._runs.get((key.run_id, key.workflow_name))
        return row if row and key.owner in (None, row["resourceId"]) else None

    def _put_run(
        self, key: RunKey, snapshot: str, created_at: datetime, updated_at: datetime
    ) -> None:
        """Insert or replace a run; one that belongs to another resource is in the way."""
        stored = self._runs.get((key.run_id, key.workflow_name))
        owner = stored["resourceId"] if stored else None
        if None not in (owner, key.owner) and owner != key.owner:
            raise in_the_way(key)
        self._runs.put(
            {
                "id": (key.run_id, key.workflow_name),
                "workflow_name": key.workflow_name,
                "run_id": key.run_id,
                "resourceId": key.owner if owner is None else owner,
                "snapshot": snapshot,
                "createdAt": stored["createdAt"] if stored else created_at,
                "updatedAt": updated_at,
            }
        )

    def _ownership(self, key: RunKey) -> Row | None:
        stored = self._owners.get((key.workflow_name, key.run_id))
        return stored and {**stored, "now": clock()}

    def _check_fence(self, key: RunKey, fence: int | None) -> None:
        """Raise where the writer does not own the run any more."""
        if fence is None:
            return
        ownership = read_ownership(self._ownership(key))
        if ownership is None or ownership.generation != fence or not ownership.held:
            raise lost(key, ownership)


def clock() -> int:
    """Return the time in milliseconds."""
    return milliseconds(datetime.now(UTC))


def in_the_way(key: RunKey) -> ConflictError:
    """Return the error for a run of another resource, without saying whose it is."""
    return ConflictError(f"run {named(key.run_id)} belongs to another resource")


def shown(row: Row) -> Row:
    """Return a run as it is read."""
    return {**row, "snapshot": decode(row["snapshot"])}
