"""What a backend receives: questions and changes that are checked already. Nothing here does I/O.

Rows travel as dictionaries with the column names of the database: `workflow_name`, `run_id`,
`resourceId`, `snapshot`, `createdAt`, `updatedAt`. A snapshot travels inward as JSON text, since it
was written to be checked, and outward decoded. What a backend returns is the caller's, and may be
changed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import PageRequest

Row: TypeAlias = dict[str, Any]
Snapshot: TypeAlias = dict[str, Any]


class RunKey(NamedTuple):
    """Which run, and whose, where the caller named an owner: a run of another is absent then."""

    workflow_name: str
    run_id: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class RunDraft:
    """A run to insert, or to replace."""

    key: RunKey
    """Its owner becomes that of the run; a run that belongs to another is in the way."""
    snapshot: str
    created_at: datetime
    """Kept from the first time."""
    updated_at: datetime
    fence: int | None


@dataclass(frozen=True, slots=True)
class RunChange:
    """A change that is made of the snapshot as it is under lock."""

    key: RunKey
    apply: Callable[[Snapshot], tuple[Snapshot, str]]
    """Returns the new snapshot, and the same as JSON text. It only computes; what it raises leaves
    the run as it is. It may run on another thread of the process.
    """
    missing: Snapshot | None
    """What a run that does not exist yet starts from; `None` leaves it absent."""
    at: datetime
    fence: int | None


@dataclass(frozen=True, slots=True)
class RunQuery:
    """Runs that meet every condition that is not `None`, the newest first."""

    workflow_name: str | None
    resource_id: str | None
    status: str | None
    thread_id: str | None
    dates: DateRange
    """About `created_at`."""
    page: PageRequest


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page; one more where `page.fetch` asked for it."""

    rows: list[Row]
    total: int | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A wish to own a run."""

    key: RunKey
    owner_id: str
    lease_ms: int
    force: bool
    """Whether the lease of another worker is no obstacle."""
    expected_generation: int | None
