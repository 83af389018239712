"""The memory domain: threads, messages, copies, resources; and what it prunes."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from mastra_storage_core import (
    CREATED_AT_ASC,
    ConflictError,
    NotFoundError,
    Resource,
    Thread,
)
from mastra_storage_core.backend import named, now
from mastra_storage_core.backend.memory import (
    Copied,
    CopyRequest,
    Found,
    MessageDraft,
    MessagePatch,
    MessageQuery,
    ThreadQuery,
    Window,
    changed_resource,
    changed_thread,
    copied_messages,
    copied_thread,
    in_order,
    message_matches,
    message_shown,
    messages_to_copy,
    patched,
    require_owner,
    require_threads,
    saved_row,
    thread_matches,
    with_times,
)

from mastra_storage_lmdb.domain import reads, writes
from mastra_storage_lmdb.memory_tables import MESSAGES_OF_RESOURCE, MESSAGES_OF_THREAD, Tables
from mastra_storage_lmdb.observational import LmdbObservational
from mastra_storage_lmdb.pruning import Aged
from mastra_storage_lmdb.rows import Order, Row, Rows


class LmdbMemory(LmdbObservational):
    tables = Tables

    # --- threads --------------------------------------------------------------------------------

    @reads
    def _get_thread(self, tables: Tables, thread_id: str, resource_id: str | None) -> Row | None:
        return tables.thread(thread_id, resource_id)

    @writes
    def _save_thread(self, tables: Tables, thread: Thread, owner: str | None) -> None:
        stored = tables.threads.get(thread.id)
        if owner is not None and stored and stored["resourceId"] != owner:
            raise ConflictError(f"thread {named(thread.id)} belongs to another resource")
        tables.threads.put(thread.model_dump(by_alias=True))

    @writes
    def _create_thread(self, tables: Tables, thread: Thread) -> None:
        if tables.threads.get(thread.id):
            raise ConflictError(f"thread {named(thread.id)} exists already")
        tables.threads.put(thread.model_dump(by_alias=True))

    @writes
    def _update_thread(
        self,
        tables: Tables,
        thread_id: str,
        resource_id: str | None,
        title: str | None,
        metadata: Mapping[str, Any] | None,
        at: datetime,
    ) -> Row | None:
        thread = tables.thread(thread_id, resource_id)
        if thread is None:
            return None
        thread = changed_thread(thread, at, title=title, metadata=metadata)
        tables.threads.put(thread)
        return thread

    @writes
    def _update_thread_metadata(
        self,
        tables: Tables,
        thread_id: str,
        resource_id: str | None,
        update: Callable[[Row], Mapping[str, Any] | None],
        at: datetime,
    ) -> Row | None:
        given = tables.thread(thread_id, resource_id)
        change = update(given) if given else None
        # Read again: `update` may have changed what it got.
        thread = tables.thread(thread_id, resource_id)
        if thread is None or change is None:
            return thread
        thread = changed_thread(thread, at, metadata=change)
        tables.threads.put(thread)
        return thread

    @writes
    def _move_thread(
        self, tables: Tables, thread_id: str, resource_id: str, at: datetime
    ) -> Row | None:
        thread = tables.threads.get(thread_id)
        if thread is None or thread["resourceId"] == resource_id:
            return thread
        for rows, ids in tables.owned_by(thread_id):
            rows.put(*(row | {"resourceId": resource_id} for row in rows.read(ids)))
        thread = changed_thread(thread | {"resourceId": resource_id}, at)
        tables.threads.put(thread)
        return thread

    @writes
    def _delete_thread(self, tables: Tables, thread_id: str, resource_id: str | None) -> bool:
        if tables.thread(thread_id, resource_id) is None:
            return False
        tables.drop_thread(thread_id)
        return True

    @reads
    def _list_threads(self, tables: Tables, query: ThreadQuery) -> Found:
        by = {"created_at": "createdAt", "updated_at": "updatedAt"}[query.order_by.field]
        order = Order(by, None if query.resource_id is None else "resourceId")
        threads = tables.threads
        ids = threads.ids(order, query.resource_id, descending=query.order_by.descending)
        if query.metadata:
            ids = (row["id"] for row in threads.read(ids) if thread_matches(row, query))
        taken, total = query.page.take(ids)
        return Found(list(threads.read(taken)), total)

    # --- messages -------------------------------------------------------------------------------

    @writes
    def _save_messages(
        self, tables: Tables, drafts: list[MessageDraft], owner: str | None
    ) -> list[Row]:
        clock = now()
        threads = {draft.thread_id for draft in drafts}
        require_threads(threads, tables.owners(threads), owner)
        stored = {row["id"]: row for row in tables.messages.read(draft.id for draft in drafts)}
        require_owner(stored.values(), owner)
        timed = with_times(drafts, {each: tables.newest(each) for each in threads}, clock)
        rows = [saved_row(draft, stored.get(draft.id)) for draft in timed]
        tables.messages.put(*rows)
        tables.touch(threads | {row["thread_id"] for row in stored.values()}, clock)
        return in_order(rows, CREATED_AT_ASC)

    @reads
    def _list_messages(self, tables: Tables, query: MessageQuery) -> Found:
        candidates = tables.messages.read(_in_order(tables.messages, query))
        matching = (row["id"] for row in candidates if message_matches(row, query))
        taken, total = query.page.take(matching)
        included = [row for window in query.windows for row in _around(tables, window, query)]
        return Found(list(tables.messages.read(taken)), total, included)

    @reads
    def _list_messages_by_id(self, tables: Tables, ids: list[str], owner: str | None) -> list[Row]:
        return tables.messages_of(owner, ids)

    @writes
    def _update_messages(
        self, tables: Tables, patches: list[MessagePatch], owner: str | None
    ) -> list[Row]:
        found = tables.messages_of(owner, (patch.id for patch in patches))
        rows = {row["id"]: row for row in found}
        changing = [patch for patch in patches if patch.given and patch.id in rows]
        if changing:
            left = {rows[patch.id]["thread_id"] for patch in changing}
            targets = {patch.thread_id for patch in changing if patch.thread_id is not None}
            # A thread of another resource is as absent as one that never existed.
            owners = tables.owners(targets).items()
            require_threads(targets, {i: o for i, o in owners if owner in (None, o)}, None)
            for patch in changing:
                rows[patch.id] = patched(rows[patch.id], patch, self.limits.max_json_bytes)
            tables.messages.put(*rows.values())
            tables.touch(left | targets, now())
        return list(rows.values())

    @writes
    def _delete_messages(self, tables: Tables, ids: list[str], owner: str | None) -> int:
        rows = tables.messages_of(owner, ids)
        tables.touch({row["thread_id"] for row in rows}, now())
        return tables.messages.delete(*(row["id"] for row in rows))

    # --- copies ---------------------------------------------------------------------------------

    @writes
    def _copy_thread(self, tables: Tables, request: CopyRequest, *, with_messages: bool) -> Copied:
        source = tables.thread(request.source_thread_id, request.source_resource_id)
        if source is None:
            raise NotFoundError(f"no source thread {named(request.source_thread_id)}")
        if tables.threads.get(request.new_thread_id):
            raise ConflictError(f"thread {named(request.new_thread_id)} exists already")
        ids = tables.messages.ids(MESSAGES_OF_THREAD, request.source_thread_id)
        messages = messages_to_copy(request, tables.messages.read(ids))
        thread = copied_thread(request, source, messages[-1]["id"] if messages else None)
        copies, new_ids = copied_messages(thread, messages)
        tables.threads.put(thread)
        tables.messages.put(*copies)
        return Copied(thread, new_ids, copies if with_messages else None)

    # --- resources ------------------------------------------------------------------------------

    @reads
    def _get_resource(self, tables: Tables, resource_id: str) -> Row | None:
        return tables.resources.get(resource_id)

    @writes
    def _save_resource(self, tables: Tables, resource: Resource) -> None:
        tables.resources.put(resource.model_dump(by_alias=True))

    @writes
    def _update_resource(
        self,
        tables: Tables,
        resource_id: str,
        given: bool,
        working_memory: str | None,
        metadata: Mapping[str, Any] | None,
        at: datetime,
    ) -> Row:
        row = changed_resource(
            tables.resources.get(resource_id),
            resource_id,
            at,
            given=given,
            working_memory=working_memory,
            metadata=metadata,
        )
        tables.resources.put(row)
        return row

    # --- pruning --------------------------------------------------------------------------------

    def _aged(self, tables: Tables, table: str) -> Aged:
        return {
            "threads": Aged(tables.threads, "updatedAt"),
            "messages": Aged(tables.messages, "createdAt"),
            "resources": Aged(tables.resources, "updatedAt"),
        }[table]

    def _drop(self, tables: Tables, table: str, row: Row) -> None:
        if table == "threads":
            tables.drop_thread(row["id"])
        else:
            self._aged(tables, table).rows.delete(row["id"])


def _in_order(messages: Rows, query: MessageQuery) -> Iterator[str]:
    """Go through the messages of the threads, or of the resource, in order."""
    descending = query.order_by.descending
    if query.thread_ids is None:
        return messages.ids(MESSAGES_OF_RESOURCE, query.resource_id, descending=descending)
    return messages.ids(MESSAGES_OF_THREAD, *query.thread_ids, descending=descending)


def _around(tables: Tables, window: Window, query: MessageQuery) -> Iterator[Row]:
    """Go through a target and its neighbours by position, those that the query may show."""
    target = tables.messages.get(window.id)
    if target is None or not message_shown(target, query):
        return
    before, after = tables.messages.beside(MESSAGES_OF_THREAD, target)
    for ids, count in ((before, window.previous + 1), (after, window.next)):
        near = (row for row in tables.messages.read(ids) if message_shown(row, query))
        yield from islice(near, count)
