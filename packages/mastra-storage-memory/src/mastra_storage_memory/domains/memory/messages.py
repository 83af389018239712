"""Messages in memory."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from mastra_storage_core.domains.memory.changes import changed_thread, require_owner
from mastra_storage_core.domains.memory.drafts import (
    patched,
    require_threads,
    saved_row,
    with_times,
)
from mastra_storage_core.domains.memory.messages import MessageStorage
from mastra_storage_core.domains.memory.requests import (
    Found,
    MessageDraft,
    MessagePatch,
    MessageQuery,
    Row,
    Window,
)
from mastra_storage_core.domains.memory.rows import in_order
from mastra_storage_core.domains.memory.selection import message_matches, message_shown
from mastra_storage_core.ids import now
from mastra_storage_core.paging import CREATED_AT_ASC

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.memory.tables import (
    MESSAGES_OF_RESOURCE,
    MESSAGES_OF_THREAD,
    MemoryTables,
)
from mastra_storage_memory.paging import read_page


class InMemoryMessages(MemoryTables, MessageStorage):
    @atomic
    def _save_messages(self, drafts: list[MessageDraft], owner: str | None) -> list[Row]:
        clock = now()
        threads = {draft.thread_id for draft in drafts}
        require_threads(threads, self._owners(threads), owner)
        stored = {row["id"]: row for row in self._messages.read(draft.id for draft in drafts)}
        require_owner(stored.values(), owner)
        timed = with_times(drafts, {each: self._newest(each) for each in threads}, clock)
        rows = [saved_row(draft, stored.get(draft.id)) for draft in timed]
        self._messages.put(*rows)
        self._touch(threads | {row["thread_id"] for row in stored.values()}, clock)
        return in_order(rows, CREATED_AT_ASC)

    @atomic
    def _list_messages(self, query: MessageQuery) -> Found:
        matching = (row["id"] for row in self._candidates(query) if message_matches(row, query))
        included = [row for window in query.windows for row in self._around(window, query)]
        return Found(*read_page(self._messages, matching, query.page), included)

    @atomic
    def _list_messages_by_id(self, ids: list[str], owner: str | None) -> list[Row]:
        return self._messages_of(owner, ids)

    @atomic
    def _update_messages(self, patches: list[MessagePatch], owner: str | None) -> list[Row]:
        rows = {row["id"]: row for row in self._messages_of(owner, (patch.id for patch in patches))}
        changing = [patch for patch in patches if patch.given and patch.id in rows]
        if changing:
            left = {rows[patch.id]["thread_id"] for patch in changing}
            targets = {patch.thread_id for patch in changing if patch.thread_id is not None}
            # A thread of another resource is as absent as one that never existed.
            owners = self._owners(targets).items()
            require_threads(targets, {i: o for i, o in owners if owner in (None, o)}, None)
            for patch in changing:
                rows[patch.id] = patched(rows[patch.id], patch, self._limits.max_json_bytes)
            self._messages.put(*rows.values())
            self._touch(left | targets, now())
        return list(rows.values())

    @atomic
    def _delete_messages(self, ids: list[str], owner: str | None) -> int:
        rows = self._messages_of(owner, ids)
        self._touch({row["thread_id"] for row in rows}, now())
        return self._messages.delete(*(row["id"] for row in rows))

    def _candidates(self, query: MessageQuery) -> Iterator[Row]:
        """Go through the messages of the threads, or of the resource, in order."""
        if query.thread_ids is None:
            groups: tuple[str | None, ...] = (query.resource_id,)
            order = MESSAGES_OF_RESOURCE
        else:
            groups, order = query.thread_ids, MESSAGES_OF_THREAD
        ids = self._messages.ids(order, *groups, descending=query.order_by.descending)
        return self._messages.read(ids)

    def _around(self, window: Window, query: MessageQuery) -> Iterator[Row]:
        """Go through a target and its neighbours by position, those that the query may show."""
        target = self._messages.get(window.id)
        if target is None or not message_shown(target, query):
            return
        before, after = self._messages.beside(MESSAGES_OF_THREAD, target)
        for ids, count in ((before, window.previous + 1), (after, window.next)):
            near = (row for row in self._messages.read(ids) if message_shown(row, query))
            yield from islice(near, count)

    def _newest(self, thread_id: str) -> datetime | None:
        """Return the time of the last message of a thread."""
        ids = self._messages.ids(MESSAGES_OF_THREAD, thread_id, descending=True)
        return next((row["createdAt"] for row in self._messages.read(ids)), None)

    def _owners(self, thread_ids: Iterable[str]) -> dict[str, str]:
        """Return the owner of each thread that exists."""
        return {row["id"]: row["resourceId"] for row in self._threads.read(thread_ids)}

    def _touch(self, thread_ids: Iterable[str], at: datetime) -> None:
        """Raise the `updatedAt` of threads."""
        for thread in self._threads.read(thread_ids):
            self._threads.put(changed_thread(thread, at))
