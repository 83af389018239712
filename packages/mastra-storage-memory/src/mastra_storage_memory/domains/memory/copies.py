"""Copies of threads in memory."""

from mastra_storage_core.domains.memory.copies import CopyStorage, copied_thread
from mastra_storage_core.domains.memory.requests import Copied, CopyRequest, Row
from mastra_storage_core.errors import ConflictError, NotFoundError, named
from mastra_storage_core.ids import new_id

from mastra_storage_memory.dates import within
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.memory.tables import (
    MESSAGES_OF_THREAD,
    MemoryTables,
)


class InMemoryCopies(MemoryTables, CopyStorage):
    @atomic
    def _copy_thread(self, request: CopyRequest, *, with_messages: bool) -> Copied:
        source = self._thread_of(request.source_resource_id, request.source_thread_id)
        if source is None:
            raise NotFoundError(f"no source thread {named(request.source_thread_id)}")
        if self._threads.get(request.new_thread_id):
            raise ConflictError(f"thread {named(request.new_thread_id)} exists already")
        messages = self._chosen(request)
        thread = copied_thread(request, source, messages[-1]["id"] if messages else None)
        ids = {message["id"]: new_id() for message in messages}
        copies = [
            message
            | {
                "id": ids[message["id"]],
                "thread_id": thread["id"],
                "resourceId": thread["resourceId"],
            }
            for message in messages
        ]
        self._threads.put(thread)
        self._messages.put(*copies)
        return Copied(thread, ids, copies if with_messages else None)

    def _chosen(self, request: CopyRequest) -> list[Row]:
        """Return the messages to copy in order: the newest of those that match."""
        ids = self._messages.ids(MESSAGES_OF_THREAD, request.source_thread_id)
        wanted = set(request.message_ids)
        chosen = [
            message
            for message in self._messages.read(ids)
            if within(message["createdAt"], request.dates)
            and (not wanted or message["id"] in wanted)
        ]
        return chosen if request.newest is None else chosen[-request.newest :]
