"""Copies of threads on any SQL database."""

from typing import Any

from mastra_storage_core.domains.memory.copies import CopyStorage, copied_thread
from mastra_storage_core.domains.memory.requests import Copied, CopyRequest
from mastra_storage_core.errors import ConflictError, NotFoundError, named
from mastra_storage_core.ids import new_id

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.memory.statements import MemoryStatements
from mastra_storage_sql.statement import Flow


class SqlCopies(CopyStorage):
    _db: Database
    _sql: MemoryStatements

    async def _copy_thread(self, request: CopyRequest, *, with_messages: bool) -> Copied:
        return await self._db.transact(self._copying(request, with_messages))

    def _copying(self, request: CopyRequest, with_messages: bool) -> Flow[Copied]:
        sql = self._sql
        owned = request.source_resource_id is not None
        # Locked, so that no message arrives between the choice and the copy.
        found = yield sql.threads.lock_thread(owned=owned)(
            thread=request.source_thread_id, owner=request.source_resource_id
        )
        if not found:
            raise NotFoundError(f"no source thread {named(request.source_thread_id)}")
        rows = yield sql.copies.chosen_messages(request)(**_values(request))
        old_ids = [row["id"] for row in reversed(rows)]
        thread = copied_thread(request, found[0], old_ids[-1] if old_ids else None)
        if not (yield sql.threads.create_thread()(**_parameters(thread))):
            raise ConflictError(f"thread {named(request.new_thread_id)} exists already")
        ids = {old_id: new_id() for old_id in old_ids}
        if ids:
            yield sql.copies.copy_messages()(
                copies=[list(pair) for pair in ids.items()],
                to_thread=thread["id"],
                to_resource=thread["resourceId"],
            )
        if not with_messages:
            return Copied(thread, ids, None)
        return Copied(thread, ids, (yield sql.copies.copied_messages()(in_thread=thread["id"])))


def _values(request: CopyRequest) -> dict[str, Any]:
    return {
        "in_thread": request.source_thread_id,
        "start": request.dates.start,
        "end": request.dates.end,
        "ids": list(request.message_ids),
        "newest": request.newest,
    }


def _parameters(thread: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": thread["id"],
        "resource_id": thread["resourceId"],
        "title": thread["title"],
        "metadata": thread["metadata"],
        "created_at": thread["createdAt"],
        "updated_at": thread["updatedAt"],
    }
