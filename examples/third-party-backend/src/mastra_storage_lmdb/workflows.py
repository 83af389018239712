"""The workflows domain: runs, changes to them, who may write them."""

from collections.abc import Iterator

from mastra_storage_core import WorkflowsStorage
from mastra_storage_core.backend import milliseconds, now
from mastra_storage_core.backend.workflows import (
    Claim,
    Found,
    RunChange,
    RunDraft,
    RunKey,
    RunQuery,
    Snapshot,
    changed_run,
    check_fence,
    claimed,
    decoded_run,
    is_finished,
    is_owned,
    replaced_run,
    run_matches,
)

from mastra_storage_lmdb.domain import reads, writes
from mastra_storage_lmdb.pruning import Aged, LmdbPruning
from mastra_storage_lmdb.rows import Order, Row, Rows, Table, Transaction

RUNS_BY_TIME = Order("createdAt")
RUNS_OF_ID = Order("createdAt", "run_id")
RUNS_OF_WORKFLOW = Order("createdAt", "workflow_name")
RUNS_OF_RESOURCE = Order("createdAt", "resourceId")

RUNS = Table(
    "runs",
    (RUNS_BY_TIME, RUNS_OF_ID, RUNS_OF_WORKFLOW, RUNS_OF_RESOURCE, Order("updatedAt")),
)
"""Runs, whose snapshot is JSON text: most calls do not look into it."""
OWNERS = Table("owners")


class Tables:
    """The tables of this domain, as one transaction sees them."""

    def __init__(self, transaction: Transaction) -> None:
        self.runs = Rows(RUNS, transaction)
        self.owners = Rows(OWNERS, transaction)

    def run(self, key: RunKey) -> Row | None:
        """Return a run; where an owner is named, one of another is absent."""
        row = self.runs.get(_id(key))
        return row if row and key.owner in (None, row["resourceId"]) else None

    def ownership(self, key: RunKey) -> Row | None:
        """Return who owns a run, or owned it last, and what time it is."""
        row = self.owners.get(_id(key))
        return row and row | {"now": _clock()}


class LmdbWorkflows(LmdbPruning[Tables], WorkflowsStorage):
    tables = Tables

    @writes
    def _persist_run(self, tables: Tables, draft: RunDraft) -> None:
        check_fence(draft.key, draft.fence, tables.ownership(draft.key))
        row_id = _id(draft.key)
        tables.runs.put(replaced_run(draft, tables.runs.get(row_id)) | {"id": row_id})

    @reads
    def _load_snapshot(self, tables: Tables, key: RunKey) -> Row | None:
        row = tables.run(key)
        return decoded_run(row) if row else None

    @reads
    def _get_run(
        self,
        tables: Tables,
        run_id: str,
        workflow_name: str | None,
        owner: str | None,
        fields: list[str] | None,
    ) -> Row | None:
        for row in tables.runs.read(tables.runs.ids(RUNS_OF_ID, run_id, descending=True)):
            if workflow_name in (None, row["workflow_name"]) and owner in (None, row["resourceId"]):
                return decoded_run(row, fields)
        return None

    @reads
    def _list_runs(self, tables: Tables, query: RunQuery) -> Found:
        candidates = tables.runs.read(_in_order(tables.runs, query))
        rows, total = query.page.take(row for row in candidates if run_matches(row, query))
        return Found([decoded_run(row) for row in rows], total)

    @writes
    def _delete_run(self, tables: Tables, key: RunKey, fence: int | None) -> bool:
        ownership = tables.ownership(key)
        check_fence(key, fence, ownership)
        if tables.run(key) is None:
            return False
        tables.runs.delete(_id(key))
        if ownership:
            tables.owners.put(ownership | {"owner_id": None})
        return True

    @writes
    def _change_run(self, tables: Tables, change: RunChange) -> Snapshot | None:
        check_fence(change.key, change.fence, tables.ownership(change.key))
        row_id = _id(change.key)
        changed = changed_run(change, tables.runs.get(row_id))
        if changed is None:
            return None
        row, snapshot = changed
        tables.runs.put(row | {"id": row_id})
        return snapshot

    @writes
    def _claim_run(self, tables: Tables, claim: Claim) -> tuple[Row | None, bool]:
        row_id = _id(claim.key)
        ownership = claimed(claim, tables.owners.get(row_id), _clock())
        if ownership is not None:
            tables.owners.put(ownership | {"id": row_id})
        return tables.ownership(claim.key), ownership is not None

    @writes
    def _renew_run(
        self, tables: Tables, key: RunKey, generation: int, lease_ms: int
    ) -> tuple[Row | None, bool]:
        row = tables.owners.get(_id(key))
        if row is None or not is_owned(row, generation):
            return tables.ownership(key), False
        tables.owners.put(row | {"expires_at": _clock() + lease_ms})
        return tables.ownership(key), True

    @writes
    def _release_run(self, tables: Tables, key: RunKey, generation: int) -> bool:
        row = tables.owners.get(_id(key))
        if row is None or not is_owned(row, generation):
            return False
        tables.owners.put(row | {"owner_id": None})
        return True

    @reads
    def _get_ownership(self, tables: Tables, key: RunKey) -> Row | None:
        return tables.ownership(key)

    def _aged(self, tables: Tables, table: str) -> Aged:
        return {"workflow_snapshot": Aged(tables.runs, "updatedAt", is_finished)}[table]

    def _drop(self, tables: Tables, table: str, row: Row) -> None:
        """Delete a run and what is known of its owners, unless that is ahead of the clock: a new
        generation starts from the clock, and must not fall.
        """
        tables.runs.delete(row["id"])
        for owner in tables.owners.read([row["id"]]):
            if owner["generation"] < _clock():
                tables.owners.delete(row["id"])


def _id(key: RunKey) -> str:
    """Return the id of a run. It sorts as the two parts do, which never hold a NUL."""
    return f"{key.run_id}\0{key.workflow_name}"


def _in_order(runs: Rows, query: RunQuery) -> Iterator[str]:
    """Go through the narrowest order that holds all that match, the newest first."""
    if query.workflow_name is not None:
        return runs.ids(RUNS_OF_WORKFLOW, query.workflow_name, descending=True)
    if query.resource_id is not None:
        return runs.ids(RUNS_OF_RESOURCE, query.resource_id, descending=True)
    return runs.ids(RUNS_BY_TIME, None, descending=True)


def _clock() -> int:
    """Return the time in milliseconds, by the machine's clock: all processes on a file share it."""
    return milliseconds(now())
