"""SQL of the workflows domain by hand, on asyncpg."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, ClassVar

from pydantic_core import from_json, to_json

from benchmarks.contender import Json
from benchmarks.raw_postgres import RawPostgres
from benchmarks.workflows.contender import WorkflowsContender

OF_RUN = "FROM mastra_workflow_snapshot WHERE workflow_name = $1 AND run_id = $2"
CREATED, UPDATED = (
    f"""date_trunc('milliseconds', coalesce("{name}Z" AT TIME ZONE 'UTC', "{name}"))"""
    for name in ("createdAt", "updatedAt")
)
BEFORE, AFTER = 'workflow_name, run_id, "resourceId"', f"{CREATED}, {UPDATED}"
RUNS = f"""
    FROM mastra_workflow_snapshot WHERE workflow_name = $1
    ORDER BY {CREATED} DESC, run_id COLLATE "C" DESC LIMIT $2
"""

STATEMENTS = {
    "persist": """
        INSERT INTO mastra_workflow_snapshot AS stored (workflow_name, run_id, "resourceId",
            snapshot, "createdAt", "updatedAt", "createdAtZ", "updatedAtZ")
        VALUES ($1, $2, $3, $4::text::jsonb, $5, $5, $6, $6)
        ON CONFLICT (workflow_name, run_id) DO UPDATE SET snapshot = excluded.snapshot,
            "resourceId" = coalesce(stored."resourceId", excluded."resourceId"),
            "updatedAt" = excluded."updatedAt", "updatedAtZ" = excluded."updatedAtZ"
        WHERE excluded."resourceId" IS NULL OR stored."resourceId" IS NULL
            OR stored."resourceId" = excluded."resourceId"
        RETURNING run_id
    """,
    "load": f"SELECT snapshot::text {OF_RUN}",
    "lock": f"SELECT snapshot::text {OF_RUN} FOR UPDATE",
    "replace": """
        UPDATE mastra_workflow_snapshot
        SET snapshot = $3::text::jsonb, "updatedAt" = $4, "updatedAtZ" = $5
        WHERE workflow_name = $1 AND run_id = $2
    """,
    "run": f"SELECT {BEFORE}, snapshot::text, {AFTER} {OF_RUN}",
    "status": f"""
        SELECT {BEFORE}, jsonb_build_object('status', snapshot -> 'status')::text, {AFTER} {OF_RUN}
    """,
    "runs": f"SELECT {BEFORE}, snapshot::text, {AFTER} {RUNS}",
    "runs_and_total": f"""
        SELECT {BEFORE}, snapshot::text, {AFTER},
            (SELECT count(*) FROM mastra_workflow_snapshot WHERE workflow_name = $1) {RUNS}
    """,
}


class RawPostgresWorkflows(RawPostgres, WorkflowsContender):
    statements: ClassVar[dict[str, str]] = STATEMENTS

    async def persist(self, workflow: str, run_id: str, snapshot: Json) -> None:
        clock = datetime.now(UTC)
        text = to_json(snapshot).decode()
        naive = clock.replace(tzinfo=None)
        values = (workflow, run_id, None, text, naive, clock)
        if not await self.prepared["persist"].fetch(*values):
            raise LookupError(run_id)

    async def load(self, workflow: str, run_id: str) -> object:
        return from_json(await self.prepared["load"].fetchval(workflow, run_id))

    async def update_results(
        self, workflow: str, run_id: str, step_id: str, result: Json
    ) -> object:
        async with self.connection.transaction():
            snapshot = from_json(await self.prepared["lock"].fetchval(workflow, run_id))
            snapshot["context"][step_id] = result
            clock = datetime.now(UTC)
            text = to_json(snapshot).decode()
            naive = clock.replace(tzinfo=None)
            await self.prepared["replace"].fetch(workflow, run_id, text, naive, clock)
        return snapshot["context"]

    async def runs_of(self, workflow: str, size: int, *, total: bool) -> Sequence[object]:
        if total:
            rows = await self.prepared["runs_and_total"].fetch(workflow, size)
        else:
            rows = (await self.prepared["runs"].fetch(workflow, size + 1))[:size]
        return list(map(_run, rows))

    async def run(self, workflow: str, run_id: str) -> object:
        return _run(await self.prepared["run"].fetchrow(workflow, run_id))

    async def status_of(self, workflow: str, run_id: str) -> object:
        return _run(await self.prepared["status"].fetchrow(workflow, run_id))


def _run(row: Any) -> Json:
    workflow, run_id, resource_id, snapshot, created_at, updated_at, *_ = row
    return {
        "workflow_name": workflow,
        "run_id": run_id,
        "resource_id": resource_id,
        "snapshot": from_json(snapshot),
        "created_at": created_at.replace(tzinfo=UTC),
        "updated_at": updated_at.replace(tzinfo=UTC),
    }
