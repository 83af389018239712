"""Threads on any SQL database."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.memory.models import Thread
from mastra_storage_core.domains.memory.records import lookup_key
from mastra_storage_core.domains.memory.requests import Found, Row, ThreadQuery
from mastra_storage_core.domains.memory.threads import ThreadStorage
from mastra_storage_core.errors import ConflictError, named

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.memory.statements import MemoryStatements
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Flow


class SqlThreads(ThreadStorage):
    _db: Database
    _sql: MemoryStatements

    async def _get_thread(self, thread_id: str, resource_id: str | None) -> Row | None:
        statement = self._sql.threads.get_thread(owned=resource_id is not None)
        return _first(await self._db.fetch(statement(thread=thread_id, owner=resource_id)))

    async def _save_thread(self, thread: Thread, owner: str | None) -> None:
        statement = self._sql.threads.save_thread(owned=owner is not None)
        if not await self._db.fetch(statement(**_values(thread))):
            raise ConflictError(f"thread {named(thread.id)} belongs to another resource")

    async def _create_thread(self, thread: Thread) -> None:
        if not await self._db.fetch(self._sql.threads.create_thread()(**_values(thread))):
            raise ConflictError(f"thread {named(thread.id)} exists already")

    async def _update_thread(
        self,
        thread_id: str,
        resource_id: str | None,
        title: str | None,
        metadata: Mapping[str, Any] | None,
        at: datetime,
    ) -> Row | None:
        statement = self._sql.threads.update_thread(
            title=title is not None, metadata=metadata is not None, owned=resource_id is not None
        )
        call = statement(thread=thread_id, owner=resource_id, title=title, metadata=metadata, at=at)
        return _first(await self._db.fetch(call))

    async def _update_thread_metadata(
        self,
        thread_id: str,
        resource_id: str | None,
        update: Callable[[Row], Mapping[str, Any] | None],
        at: datetime,
    ) -> Row | None:
        sql = self._sql.threads
        owned = resource_id is not None

        def flow() -> Flow[Row | None]:
            row = _first((yield sql.lock_thread(owned=owned)(thread=thread_id, owner=resource_id)))
            change = None if row is None else update(deepcopy(row))
            if change is None:
                return row
            merge = sql.update_thread(title=False, metadata=True, owned=False)
            return _first((yield merge(thread=thread_id, metadata=change, at=at)))

        return await self._db.transact(flow())

    async def _move_thread(self, thread_id: str, resource_id: str, at: datetime) -> Row | None:
        sql = self._sql.threads

        def flow() -> Flow[Row | None]:
            row = _first((yield sql.lock_thread(owned=False)(thread=thread_id)))
            if row is None or row["resourceId"] == resource_id:
                return row
            yield sql.move_messages()(of_thread=thread_id, resource_id=resource_id)
            yield sql.move_generations()(key=lookup_key(thread_id, None), resource_id=resource_id)
            moved = yield sql.move_thread()(thread=thread_id, resource_id=resource_id, at=at)
            return _first(moved)

        return await self._db.transact(flow())

    async def _delete_thread(self, thread_id: str, resource_id: str | None) -> bool:
        return bool(await self._db.transact(self._deletion([thread_id], resource_id)))

    def _deletion(self, thread_ids: list[str], resource_id: str | None) -> Flow[list[str]]:
        """Delete threads and what they own; return which of them there were. A backend that knows
        more of what they own extends this flow.
        """
        sql = self._sql.threads
        delete = sql.delete_threads(owned=resource_id is not None)
        found = yield delete(threads=thread_ids, owner=resource_id)
        deleted = [row["id"] for row in found]
        if deleted:
            yield sql.delete_messages_of_threads()(threads=deleted)
            keys = [lookup_key(thread_id, None) for thread_id in deleted]
            yield sql.delete_generations_of_threads()(keys=keys)
        return deleted

    async def _list_threads(self, query: ThreadQuery) -> Found:
        statement = self._sql.threads.list_threads(query)
        call = statement(owner=query.resource_id, wanted=dict(query.metadata), **window(query.page))
        return Found(*split(await self._db.fetch(call), query.page))


def _values(thread: Thread) -> dict[str, Any]:
    return {name: getattr(thread, name) for name in Thread.model_fields}


def _first(rows: list[Row]) -> Row | None:
    return rows[0] if rows else None
