"""Threads in memory."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.memory.changes import changed_thread
from mastra_storage_core.domains.memory.models import Thread
from mastra_storage_core.domains.memory.records import lookup_key
from mastra_storage_core.domains.memory.requests import Found, Row, ThreadQuery
from mastra_storage_core.domains.memory.selection import thread_matches
from mastra_storage_core.domains.memory.threads import ThreadStorage
from mastra_storage_core.errors import ConflictError, named

from mastra_storage_memory.collection import Collection
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.memory.tables import (
    GENERATIONS_OF_KEY,
    MESSAGES_OF_THREAD,
    THREADS,
    MemoryTables,
)
from mastra_storage_memory.paging import read_page


class InMemoryThreads(MemoryTables, ThreadStorage):
    @atomic
    def _get_thread(self, thread_id: str, resource_id: str | None) -> Row | None:
        return self._thread_of(resource_id, thread_id)

    @atomic
    def _save_thread(self, thread: Thread, owner: str | None) -> None:
        stored = self._threads.get(thread.id)
        if owner is not None and stored and stored["resourceId"] != owner:
            raise ConflictError(f"thread {named(thread.id)} belongs to another resource")
        self._threads.put(thread.model_dump(by_alias=True))

    @atomic
    def _create_thread(self, thread: Thread) -> None:
        if self._threads.get(thread.id):
            raise ConflictError(f"thread {named(thread.id)} exists already")
        self._threads.put(thread.model_dump(by_alias=True))

    @atomic
    def _update_thread(
        self,
        thread_id: str,
        resource_id: str | None,
        title: str | None,
        metadata: Mapping[str, Any] | None,
        at: datetime,
    ) -> Row | None:
        thread = self._thread_of(resource_id, thread_id)
        if thread is None:
            return None
        return self._put(changed_thread(thread, at, title=title, metadata=metadata))

    @atomic
    def _update_thread_metadata(
        self,
        thread_id: str,
        resource_id: str | None,
        update: Callable[[Row], Mapping[str, Any] | None],
        at: datetime,
    ) -> Row | None:
        given = self._thread_of(resource_id, thread_id)
        change = update(given) if given else None
        # Read again: `update` may have changed what it got.
        thread = self._thread_of(resource_id, thread_id)
        if thread is None or change is None:
            return thread
        return self._put(changed_thread(thread, at, metadata=change))

    @atomic
    def _move_thread(self, thread_id: str, resource_id: str, at: datetime) -> Row | None:
        thread = self._threads.get(thread_id)
        if thread is None or thread["resourceId"] == resource_id:
            return thread
        for rows, ids in self._owned_by(thread_id):
            rows.put(*(row | {"resourceId": resource_id} for row in rows.read(ids)))
        return self._put(changed_thread(thread | {"resourceId": resource_id}, at))

    @atomic
    def _delete_thread(self, thread_id: str, resource_id: str | None) -> bool:
        if not self._thread_of(resource_id, thread_id):
            return False
        self._drop_thread(thread_id)
        return True

    @atomic
    def _list_threads(self, query: ThreadQuery) -> Found:
        ids = self._threads.ids(
            THREADS[query.resource_id is not None, query.order_by.field],
            query.resource_id,
            descending=query.order_by.descending,
        )
        if query.metadata:
            ids = (row["id"] for row in self._threads.read(ids) if thread_matches(row, query))
        return Found(*read_page(self._threads, ids, query.page))

    def _drop_thread(self, thread_id: str) -> None:
        self._threads.delete(thread_id)
        for rows, ids in self._owned_by(thread_id):
            rows.delete(*ids)

    def _owned_by(self, thread_id: str) -> Iterator[tuple[Collection, Iterator[str]]]:
        """Go through what goes with a thread: its messages, and its observational memory."""
        # From the last to the first, which is the cheap way to empty a list.
        yield self._messages, self._messages.ids(MESSAGES_OF_THREAD, thread_id, descending=True)
        key = lookup_key(thread_id, None)
        yield self._observations, self._observations.ids(GENERATIONS_OF_KEY, key, descending=True)

    def _put(self, thread: Row) -> Row:
        self._threads.put(thread)
        return thread
