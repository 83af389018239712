"""Which runs a query is about, and what of them. The one definition: a backend may call these
functions, and one that asks in a database is held to them.

The rows are those of `changes`, in which a snapshot is JSON text.
"""

from collections.abc import Collection
from typing import Any

from mastra_storage_core.domains.workflows.merging import TABLE
from mastra_storage_core.domains.workflows.models import FINISHED
from mastra_storage_core.domains.workflows.requests import Row, RunQuery
from mastra_storage_core.domains.workflows.threads import thread_ids
from mastra_storage_core.errors import CorruptDataError, named
from mastra_storage_core.jsoncodec import decode


def run_matches(row: Row, query: RunQuery) -> bool:
    """Return whether a run meets every condition of a query. Its snapshot is decoded only where a
    condition is about it.
    """
    if query.workflow_name not in (None, row["workflow_name"]):
        return False
    if query.resource_id not in (None, row["resourceId"]):
        return False
    if not query.dates.contains(row["createdAt"]):
        return False
    if query.status is None and query.thread_id is None:
        return True
    snapshot = _snapshot(row)
    return (
        isinstance(snapshot, dict)
        and query.status in (None, snapshot.get("status"))
        and (query.thread_id is None or query.thread_id in thread_ids(snapshot))
    )


def is_finished(row: Row) -> bool:
    """Return whether a run has come to its end, so that it may be pruned."""
    snapshot = _snapshot(row)
    return isinstance(snapshot, dict) and snapshot.get("status") in FINISHED


def decoded_run(row: Row, fields: Collection[str] | None = None) -> Row:
    """Return a run as a backend gives it out: with its snapshot decoded, or only some members of
    it. `CorruptDataError` where it is no JSON.
    """
    snapshot = _snapshot(row)
    if fields is not None and isinstance(snapshot, dict):
        snapshot = {name: value for name, value in snapshot.items() if name in fields}
    return {**row, "snapshot": snapshot}


def _snapshot(row: Row) -> Any:
    try:
        return decode(row["snapshot"])
    except (ValueError, RecursionError) as error:
        run_id = row["run_id"]
        raise CorruptDataError(
            f"the snapshot of run {named(run_id)} is no JSON", table=TABLE, key=run_id
        ) from error
