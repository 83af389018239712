"""What becomes of runs and of their owners. Each function decides from a stored row, for a backend
that reads, changes and writes in one transaction; one that decides in a database is held to it.

In the rows here a snapshot is JSON text, and the times of an ownership are milliseconds.
"""

from datetime import datetime

from mastra_storage_core.domains.workflows.ownership import lost
from mastra_storage_core.domains.workflows.requests import (
    Claim,
    Row,
    RunChange,
    RunDraft,
    RunKey,
    Snapshot,
)
from mastra_storage_core.domains.workflows.rows import read_ownership, read_snapshot
from mastra_storage_core.domains.workflows.selection import decoded_run
from mastra_storage_core.errors import ConflictError, named


def replaced_run(draft: RunDraft, stored: Row | None) -> Row:
    """Return a run that is inserted, or that replaces the stored one: that one's `createdAt` is
    kept, and so is its owner unless it has none. `ConflictError` where the owners differ.
    """
    return _run(draft.key, draft.snapshot, draft.created_at, draft.updated_at, stored)


def changed_run(change: RunChange, stored: Row | None) -> tuple[Row, Snapshot] | None:
    """Return a run with its snapshot changed, and that snapshot; `None` where the change is about a
    run that is absent and is not made.
    """
    key = change.key
    if stored is not None and key.owner in (None, stored["resourceId"]):
        old = read_snapshot(decoded_run(stored)["snapshot"], key.run_id)
    elif change.missing is None:
        return None
    elif stored is not None:
        raise in_the_way(key)
    else:
        old = change.missing
    snapshot, text = change.apply(old)
    return _run(key, text, change.at, change.at, stored), snapshot


def claimed(claim: Claim, stored: Row | None, clock: int) -> Row | None:
    """Return the ownership that a claim makes of the stored one, or `None` where that is in the
    way. `clock` is the time in milliseconds, by a clock that all workers share.
    """
    if claim.expected_generation not in (None, stored and stored["generation"]):
        return None
    holder = read_ownership(stored and {**stored, "now": clock})
    if holder and holder.held and holder.owner_id != claim.owner_id and not claim.force:
        return None
    return {
        "workflow_name": claim.key.workflow_name,
        "run_id": claim.key.run_id,
        "owner_id": claim.owner_id,
        "generation": max(clock, stored["generation"] + 1) if stored else clock,
        "claimed_at": clock,
        "expires_at": clock + claim.lease_ms,
    }


def is_owned(ownership: Row | None, generation: int) -> bool:
    """Return whether a run is owned under a generation, whose lease may have ended."""
    return (
        ownership is not None
        and ownership["generation"] == generation
        and ownership["owner_id"] is not None
    )


def check_fence(key: RunKey, fence: int | None, ownership: Row | None) -> None:
    """Raise `ConflictError` where a writer with a fence does not own the run any more. `ownership`
    also has `now`: the time by the clock of `claimed`.
    """
    if fence is None:
        return
    found = read_ownership(ownership)
    if found is None or found.generation != fence or not found.held:
        raise lost(key, found)


def in_the_way(key: RunKey) -> ConflictError:
    """Return the error for a run of another resource, without saying whose it is."""
    return ConflictError(f"run {named(key.run_id)} belongs to another resource")


def _run(
    key: RunKey, snapshot: str, created_at: datetime, updated_at: datetime, stored: Row | None
) -> Row:
    owner = stored["resourceId"] if stored else None
    if None not in (owner, key.owner) and owner != key.owner:
        raise in_the_way(key)
    return {
        "workflow_name": key.workflow_name,
        "run_id": key.run_id,
        "resourceId": key.owner if owner is None else owner,
        "snapshot": snapshot,
        "createdAt": stored["createdAt"] if stored else created_at,
        "updatedAt": updated_at,
    }
