"""SQL of the workflows domain by hand, on `sqlite3`."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic_core import from_json, to_json

from benchmarks.contender import Json
from benchmarks.raw_sqlite import RawSqlite, text
from benchmarks.workflows.contender import WorkflowsContender

PERSIST = """
INSERT INTO mastra_workflow_snapshot (workflow_name, run_id, "resourceId", snapshot, "createdAt",
    "updatedAt")
VALUES (?1, ?2, ?3, ?4, ?5, ?5)
ON CONFLICT (workflow_name, run_id) DO UPDATE SET snapshot = excluded.snapshot,
    "resourceId" = coalesce("resourceId", excluded."resourceId"),
    "updatedAt" = excluded."updatedAt"
WHERE excluded."resourceId" IS NULL OR "resourceId" IS NULL
    OR "resourceId" = excluded."resourceId"
RETURNING run_id
"""
LOAD = "SELECT snapshot FROM mastra_workflow_snapshot WHERE workflow_name = ? AND run_id = ?"
REPLACE = """
UPDATE mastra_workflow_snapshot SET snapshot = ?, "updatedAt" = ?
WHERE workflow_name = ? AND run_id = ?
"""
RUN = """
SELECT workflow_name, run_id, "resourceId", snapshot, "createdAt", "updatedAt"
FROM mastra_workflow_snapshot WHERE workflow_name = ? AND run_id = ?
"""
STATUS = RUN.replace("snapshot,", "json_object('status', json_extract(snapshot, '$.status')),")
RUNS = """
SELECT workflow_name, run_id, "resourceId", snapshot, "createdAt", "updatedAt"
FROM mastra_workflow_snapshot WHERE workflow_name = ?1
ORDER BY "createdAt" DESC, run_id DESC LIMIT ?2
"""
RUNS_AND_TOTAL = RUNS.replace(
    "\nFROM",
    ", (SELECT count(*) FROM mastra_workflow_snapshot WHERE workflow_name = ?1)\nFROM",
)


class RawSqliteWorkflows(RawSqlite, WorkflowsContender):
    async def persist(self, workflow: str, run_id: str, snapshot: Json) -> None:
        clock = text(datetime.now(UTC))
        values = (workflow, run_id, None, to_json(snapshot).decode(), clock)
        if not self.connection.execute(PERSIST, values).fetchall():
            raise LookupError(run_id)

    async def load(self, workflow: str, run_id: str) -> object:
        return from_json(self.connection.execute(LOAD, (workflow, run_id)).fetchone()[0])

    async def update_results(
        self, workflow: str, run_id: str, step_id: str, result: Json
    ) -> object:
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        with self.connection:
            snapshot = from_json(run(LOAD, (workflow, run_id)).fetchone()[0])
            snapshot["context"][step_id] = result
            clock = text(datetime.now(UTC))
            run(REPLACE, (to_json(snapshot).decode(), clock, workflow, run_id))
        return snapshot["context"]

    async def runs_of(self, workflow: str, size: int, *, total: bool) -> Sequence[object]:
        if total:
            rows = self.connection.execute(RUNS_AND_TOTAL, (workflow, size)).fetchall()
        else:
            rows = self.connection.execute(RUNS, (workflow, size + 1)).fetchall()[:size]
        return [_run(row[:6]) for row in rows]

    async def run(self, workflow: str, run_id: str) -> object:
        return _run(self.connection.execute(RUN, (workflow, run_id)).fetchone())

    async def status_of(self, workflow: str, run_id: str) -> object:
        return _run(self.connection.execute(STATUS, (workflow, run_id)).fetchone())


def _run(row: Any) -> Json:
    workflow, run_id, resource_id, snapshot, created_at, updated_at = row
    return {
        "workflow_name": workflow,
        "run_id": run_id,
        "resource_id": resource_id,
        "snapshot": from_json(snapshot),
        "created_at": datetime.fromisoformat(created_at),
        "updated_at": datetime.fromisoformat(updated_at),
    }
