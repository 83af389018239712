"""Messages on any SQL database."""

from collections import defaultdict
from typing import Any

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
)
from mastra_storage_core.domains.memory.rows import content_matches, in_order
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.ids import now
from mastra_storage_core.paging import CREATED_AT_ASC

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.memory.statements import MemoryStatements
from mastra_storage_sql.domains.memory.statements.message_lists import values
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Call, Flow


class SqlMessages(MessageStorage):
    _db: Database
    _sql: MemoryStatements

    async def _save_messages(self, drafts: list[MessageDraft], owner: str | None) -> list[Row]:
        return await self._db.transact(self._saving(drafts, owner))

    def _saving(self, drafts: list[MessageDraft], owner: str | None) -> Flow[list[Row]]:
        sql = self._sql.messages
        clock = now()
        threads = sorted({draft.thread_id for draft in drafts})
        ids = [draft.id for draft in drafts]
        touched = yield sql.touch_threads()(threads=threads, ids=ids, at=clock)
        require_threads(threads, {row["id"]: row["resourceId"] for row in touched}, owner)
        newest = any(draft.created_at is None for draft in drafts)
        before = yield sql.stored_before(newest=newest)(ids=ids, threads=threads)
        stored = {row["id"]: row for row in before if row["id"] is not None}
        latest = {row["thread_id"]: row["createdAt"] for row in before if row["id"] is None}
        timed = with_times(drafts, latest, clock)
        yield sql.save_messages(owned=owner is not None).many(draft._asdict() for draft in timed)
        if owner is not None and (foreign := (yield sql.foreign_messages()(ids=ids, owner=owner))):
            raise ConflictError(f"message {named(foreign[0]['id'])} belongs to another resource")
        return in_order([saved_row(draft, stored.get(draft.id)) for draft in timed], CREATED_AT_ASC)

    async def _list_messages(self, query: MessageQuery) -> Found:
        if query.metadata and not self._sql.tables.dialect.filters_content:
            return await self._filtered_here(query)
        page = self._sql.lists.list_messages(query)
        rows, *included = await self._db.batch(
            page(**values(query), **window(query.page)), *self._windows(query)
        )
        return Found(*split(rows, query.page), [row for found in included for row in found])

    async def _filtered_here(self, query: MessageQuery) -> Found:
        """Filter by metadata in Python, where the database cannot look into texts that need not be
        JSON.
        """
        everything = self._sql.lists.candidates(query)
        rows, *included = await self._db.batch(everything(**values(query)), *self._windows(query))
        found = [row for row in rows if content_matches(row["content"], query.metadata)]
        page = query.page
        end = None if page.fetch is None else page.offset + page.fetch
        return Found(
            found[page.offset : end],
            len(found) if page.include_total else None,
            [row for near in included for row in near],
        )

    def _windows(self, query: MessageQuery) -> list[Call]:
        """Return one call for all targets with windows of one size."""
        owned = query.resource_id is not None
        statement = self._sql.lists.windows(owned=owned, include_system=query.include_system)
        sizes: dict[tuple[int, int], list[str]] = defaultdict(list)
        for target in query.windows:
            sizes[target.previous, target.next].append(target.id)
        return [
            statement(ids=ids, owner=query.resource_id, up_to=previous + 1, next=after)
            for (previous, after), ids in sizes.items()
        ]

    async def _list_messages_by_id(self, ids: list[str], owner: str | None) -> list[Row]:
        statement = self._sql.messages.list_messages_by_id(owned=owner is not None)
        return await self._db.fetch(statement(ids=ids, owner=owner))

    async def _update_messages(self, patches: list[MessagePatch], owner: str | None) -> list[Row]:
        return await self._db.transact(self._updating(patches, owner))

    def _updating(self, patches: list[MessagePatch], owner: str | None) -> Flow[list[Row]]:
        sql = self._sql.messages
        owned = owner is not None
        changing = [patch for patch in patches if patch.given]
        known = yield sql.threads_of(owned=owned)(ids=[p.id for p in changing], owner=owner)
        there = {row["id"] for row in known}
        moving = (patch for patch in changing if patch.id in there)
        targets = sorted({patch.thread_id for patch in moving if patch.thread_id is not None})
        # Threads are locked before messages, here as everywhere.
        touched = yield sql.touch_threads(owned=owned)(
            threads=targets, ids=sorted(there), owner=owner, at=now()
        )
        # A thread of another resource is as absent as one that never existed.
        seen = {row["id"]: row["resourceId"] for row in touched}
        require_threads(targets, {i: o for i, o in seen.items() if owner in (None, o)}, None)
        ids = [patch.id for patch in patches]
        found = yield sql.lock_messages(owned=owned)(ids=ids, owner=owner)
        rows = {row["id"]: row for row in found}
        changed = {}
        for patch in changing:
            if patch.id in rows:
                rows[patch.id] = changed[patch.id] = patched(
                    rows[patch.id], patch, self._limits.max_json_bytes
                )
        if changed:
            yield sql.update_message().many(_parameters(row) for row in changed.values())
        return list(rows.values())

    async def _delete_messages(self, ids: list[str], owner: str | None) -> int:
        return await self._db.transact(self._deleting(ids, owner))

    def _deleting(self, ids: list[str], owner: str | None) -> Flow[int]:
        sql = self._sql.messages
        owned = owner is not None
        yield sql.touch_threads(owned=owned)(threads=[], ids=ids, owner=owner, at=now())
        return len((yield sql.delete_messages(owned=owned)(ids=ids, owner=owner)))


def _parameters(row: Row) -> dict[str, Any]:
    return {
        "message": row["id"],
        "thread_id": row["thread_id"],
        "resource_id": row["resourceId"],
        "role": row["role"],
        "type": row["type"],
        "content": row["content"],
        "created_at": row["createdAt"],
    }
