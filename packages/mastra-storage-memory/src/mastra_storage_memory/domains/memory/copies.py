"""Copies of threads in memory."""

from mastra_storage_core.domains.memory.changes import copied_messages
from mastra_storage_core.domains.memory.copies import CopyStorage, copied_thread
from mastra_storage_core.domains.memory.requests import Copied, CopyRequest
from mastra_storage_core.domains.memory.selection import messages_to_copy
from mastra_storage_core.errors import ConflictError, NotFoundError, named

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.memory.tables import MESSAGES_OF_THREAD, MemoryTables


class InMemoryCopies(MemoryTables, CopyStorage):
    @atomic
    def _copy_thread(self, request: CopyRequest, *, with_messages: bool) -> Copied:
        source = self._thread_of(request.source_resource_id, request.source_thread_id)
        if source is None:
            raise NotFoundError(f"no source thread {named(request.source_thread_id)}")
        if self._threads.get(request.new_thread_id):
            raise ConflictError(f"thread {named(request.new_thread_id)} exists already")
        ids = self._messages.ids(MESSAGES_OF_THREAD, request.source_thread_id)
        messages = messages_to_copy(request, self._messages.read(ids))
        thread = copied_thread(request, source, messages[-1]["id"] if messages else None)
        copies, new_ids = copied_messages(thread, messages)
        self._threads.put(thread)
        self._messages.put(*copies)
        return Copied(thread, new_ids, copies if with_messages else None)
