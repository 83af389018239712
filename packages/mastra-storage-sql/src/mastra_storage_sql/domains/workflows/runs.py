"""Runs on any SQL database."""

from typing import Any

from mastra_storage_core.domains.workflows.changes import in_the_way
from mastra_storage_core.domains.workflows.requests import Found, Row, RunDraft, RunKey, RunQuery
from mastra_storage_core.domains.workflows.runs import RunStorage

from mastra_storage_sql.domains.workflows.fences import Fences, of_run
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Call, Flow


class SqlRuns(Fences, RunStorage):
    async def _persist_run(self, draft: RunDraft) -> None:
        call = self._sql.runs.persist_run()(**written(draft))
        if draft.fence is None:
            saved = await self._db.fetch(call)
        else:
            saved = await self._db.transact(self._fenced(draft.key, draft.fence, call))
        if not saved:
            raise in_the_way(draft.key)

    def _fenced(self, key: RunKey, fence: int, call: Call) -> Flow[list[Row]]:
        yield from self._hold(key, fence)
        return (yield call)

    async def _load_snapshot(self, key: RunKey) -> Row | None:
        statement = self._sql.runs.load_snapshot(owned=key.owner is not None)
        return _first(await self._db.fetch(statement(**of_run(key))))

    async def _get_run(
        self,
        run_id: str,
        workflow_name: str | None,
        owner: str | None,
        fields: list[str] | None,
    ) -> Row | None:
        # No path of SQLite names a member with a quote in its name: it is picked here.
        odd = fields is not None and any('"' in name for name in fields)
        statement = self._sql.runs.get_run(
            named=workflow_name is not None,
            owned=owner is not None,
            fields=fields is not None and not odd,
        )
        call = statement(run=run_id, workflow=workflow_name, owner=owner, fields=fields)
        row = _first(await self._db.fetch(call))
        return _with_members(row, fields) if row and fields and odd else row

    async def _list_runs(self, query: RunQuery) -> Found:
        call = self._sql.runs.list_runs(query)(
            workflow=query.workflow_name,
            owner=query.resource_id,
            status=query.status,
            in_thread=query.thread_id,
            start=query.dates.start,
            end=query.dates.end,
            **window(query.page),
        )
        return Found(*split(await self._db.fetch(call), query.page, key="run_id"))

    async def _delete_run(self, key: RunKey, fence: int | None) -> bool:
        return await self._db.transact(self._deletion(key, fence))

    def _deletion(self, key: RunKey, fence: int | None) -> Flow[bool]:
        """Delete a run, and let go of its owner, whom nobody may change meanwhile."""
        known = yield from self._hold(key, fence, alone=True)
        statement = self._sql.runs.delete_run(owned=key.owner is not None)
        deleted = yield statement(**of_run(key))
        if deleted and known:
            yield self._sql.owners.forget_owner()(**of_run(key))
        return bool(deleted)


def written(draft: RunDraft) -> dict[str, Any]:
    """Return the values of a row."""
    return {
        "workflow_name": draft.key.workflow_name,
        "run_id": draft.key.run_id,
        "resource_id": draft.key.owner,
        "snapshot": draft.snapshot,
        "created_at": draft.created_at,
        "updated_at": draft.updated_at,
    }


def _with_members(row: Row, fields: list[str]) -> Row:
    snapshot = row["snapshot"]
    if not isinstance(snapshot, dict):
        return row
    return {**row, "snapshot": {name: snapshot[name] for name in snapshot if name in fields}}


def _first(rows: list[Row]) -> Row | None:
    return rows[0] if rows else None
