"""The values of the workflows domain. Fields carry the names of Mastra, in snake_case."""

from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter

from mastra_storage_core.model import JsonObject, StorageModel, UtcDatetime


class RunStatus(StrEnum):
    """Where a run stands."""

    RUNNING = "running"
    SUCCESS = "success"
    FAILED = "failed"
    TRIPWIRE = "tripwire"
    SUSPENDED = "suspended"
    WAITING = "waiting"
    PENDING = "pending"
    CANCELED = "canceled"
    BAILED = "bailed"
    PAUSED = "paused"
    SKIPPED = "skipped"


FINISHED = frozenset(
    {
        RunStatus.SUCCESS,
        RunStatus.FAILED,
        RunStatus.TRIPWIRE,
        RunStatus.CANCELED,
        RunStatus.BAILED,
        RunStatus.SKIPPED,
    }
)
"""Where a run ends: nothing resumes it from there."""


class WorkflowRun(StorageModel):
    """A run of a workflow, as it was last written."""

    workflow_name: str
    run_id: str
    """Unique within its workflow: two workflows may have a run of one id."""
    resource_id: str | None = None
    """The owner, if it has one."""
    snapshot: JsonObject
    """The state of the run, in the names of Mastra: `status`, `context`, `suspendedPaths`, … It is
    kept as it was given, members that nobody here knows included.
    """
    created_at: UtcDatetime
    updated_at: UtcDatetime

    @property
    def status(self) -> Any:
        """The status in the snapshot: a `RunStatus`, unless a newer Mastra wrote another; `None` if
        it has none, or was not asked for.
        """
        return self.snapshot.get("status")


class WorkflowRunPage(StorageModel):
    """One page of runs, the newest first, and how many there are."""

    runs: list[WorkflowRun]
    total: int | None
    """How many runs match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything, which TypeScript writes as `false`."""
    has_more: bool


class RunOwnership(StorageModel):
    """Who may write a run, until when, and by which fence."""

    workflow_name: str
    run_id: str
    owner_id: str | None
    """The worker; `None` once it has released the run, or the run was deleted."""
    generation: int
    """The fence that the worker passes to every write. It rises with each claim of the run, and
    never falls.
    """
    claimed_at: UtcDatetime
    """By the clock of the database, as all of these times; on SQLite by that of the machine."""
    expires_at: UtcDatetime
    """When the lease ends, unless it is renewed before."""
    held: bool
    """Whether the lease lasted still when this was read."""


RUNS = TypeAdapter(list[WorkflowRun])
"""Validates a whole result at once."""
