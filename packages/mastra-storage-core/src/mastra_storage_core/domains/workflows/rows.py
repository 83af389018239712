"""Rows on their way out, made into models."""

from collections.abc import Sequence
from typing import Any

from mastra_storage_core.domains.workflows.merging import TABLE
from mastra_storage_core.domains.workflows.models import RUNS, RunOwnership, WorkflowRun
from mastra_storage_core.domains.workflows.requests import Row, Snapshot
from mastra_storage_core.errors import CorruptDataError, named
from mastra_storage_core.ids import at_milliseconds
from mastra_storage_core.reading import models_of


def read_run(row: Row | None) -> WorkflowRun | None:
    """Make one run of its row."""
    return read_runs([row])[0] if row else None


def read_runs(rows: Sequence[Row]) -> list[WorkflowRun]:
    """Make runs of their rows, in the same order."""
    for row in rows:
        read_snapshot(row["snapshot"], row["run_id"])
    return models_of(RUNS, rows, TABLE, what="run", key=["run_id"])


def read_snapshot(stored: Any, run_id: str) -> Snapshot:
    """Return a stored snapshot if it is one."""
    if not isinstance(stored, dict):
        raise CorruptDataError(
            f"the snapshot of run {named(run_id)} is no JSON object", table=TABLE, key=run_id
        )
    return stored


def read_ownership(row: Row | None) -> RunOwnership | None:
    """Make an ownership of its row, in which times are milliseconds, and `now` is one of them."""
    if row is None:
        return None
    return RunOwnership(
        workflow_name=row["workflow_name"],
        run_id=row["run_id"],
        owner_id=row["owner_id"],
        generation=row["generation"],
        claimed_at=at_milliseconds(row["claimed_at"]),
        expires_at=at_milliseconds(row["expires_at"]),
        held=row["owner_id"] is not None and row["expires_at"] > row["now"],
    )
