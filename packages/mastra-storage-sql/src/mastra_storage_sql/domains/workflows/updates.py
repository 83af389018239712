"""Changes to runs on any SQL database."""

from mastra_storage_core.domains.workflows.changes import in_the_way
from mastra_storage_core.domains.workflows.requests import RunChange, Snapshot
from mastra_storage_core.domains.workflows.rows import read_snapshot
from mastra_storage_core.domains.workflows.updates import UpdateStorage

from mastra_storage_sql.domains.workflows.fences import Fences, of_run
from mastra_storage_sql.statement import Flow


class SqlUpdates(Fences, UpdateStorage):
    async def _change_run(self, change: RunChange) -> Snapshot | None:
        return await self._db.transact(self._changing(change))

    def _changing(self, change: RunChange) -> Flow[Snapshot | None]:
        """Read under lock, merge, write. A run that does not exist cannot be locked: of concurrent
        first writers one inserts it, and the others merge into what that one wrote.
        """
        key = change.key
        if change.fence is not None:
            yield from self._hold(key, change.fence)
        lock = self._sql.runs.lock_snapshot(owned=key.owner is not None)
        locked = yield lock(**of_run(key))
        if not locked and change.missing is None:
            return None
        if not locked and change.missing is not None:
            snapshot, text = change.apply(change.missing)
            if (yield self._sql.runs.start_run()(**_first_row(change, text))):
                return snapshot
            locked = yield lock(**of_run(key))
        if not locked:
            raise in_the_way(key)
        snapshot, text = change.apply(read_snapshot(locked[0]["snapshot"], key.run_id))
        replace = self._sql.runs.replace_snapshot()
        yield replace(**of_run(key), snapshot=text, updated_at=change.at)
        return snapshot


def _first_row(change: RunChange, snapshot: str) -> dict[str, object]:
    return {
        "workflow_name": change.key.workflow_name,
        "run_id": change.key.run_id,
        "resource_id": change.key.owner,
        "snapshot": snapshot,
        "created_at": change.at,
        "updated_at": change.at,
    }
