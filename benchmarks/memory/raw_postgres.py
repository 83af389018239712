"""SQL of the memory domain by hand, on asyncpg."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from pydantic_core import from_json, to_json

from benchmarks.contender import Json
from benchmarks.memory.contender import MemoryContender
from benchmarks.memory.contents import PAGE, THREADS_PAGE
from benchmarks.raw_postgres import RawPostgres

THREAD = """id, "resourceId", title, metadata::text, "createdAt",
    coalesce("updatedAtZ" AT TIME ZONE 'UTC', "updatedAt")"""
MESSAGE = 'id, thread_id, content, role, type, "createdAt", "resourceId"'
LAST_MESSAGES = """
    FROM mastra_messages WHERE thread_id = $1 AND role != 'system'
    ORDER BY "createdAt" DESC, id COLLATE "C" DESC LIMIT $2
"""
THREADS = """
    FROM mastra_threads WHERE "resourceId" = $1
    ORDER BY "createdAt" DESC, id COLLATE "C" DESC LIMIT $2
"""

STATEMENTS = {
    "save_thread": """
        INSERT INTO mastra_threads (id, "resourceId", title, metadata, "createdAt", "updatedAt",
            "createdAtZ", "updatedAtZ")
        VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET "resourceId" = excluded."resourceId",
            title = excluded.title, metadata = excluded.metadata,
            "createdAt" = excluded."createdAt", "updatedAt" = excluded."updatedAt",
            "createdAtZ" = excluded."createdAtZ", "updatedAtZ" = excluded."updatedAtZ"
    """,
    "get_thread": f"SELECT {THREAD} FROM mastra_threads WHERE id = $1",
    "touch_thread": """
        UPDATE mastra_threads SET "updatedAtZ" = greatest("updatedAtZ", $1),
            "updatedAt" = greatest("updatedAtZ", $1) AT TIME ZONE 'UTC'
        WHERE id = $2 RETURNING id
    """,
    "stored_before": """
        SELECT id, "createdAt" FROM mastra_messages WHERE id = ANY ($1)
        UNION ALL SELECT NULL, (SELECT max("createdAt") FROM mastra_messages WHERE thread_id = $2)
    """,
    "save_message": """
        INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", "resourceId",
            "createdAtZ")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET thread_id = excluded.thread_id,
            content = excluded.content, role = excluded.role, type = excluded.type,
            "resourceId" = excluded."resourceId"
    """,
    "all_messages": f"""
        SELECT {MESSAGE} FROM mastra_messages WHERE thread_id = $1 AND role != 'system'
        ORDER BY "createdAt", id COLLATE "C"
    """,
    "last_messages": f"SELECT {MESSAGE} {LAST_MESSAGES}",
    "last_messages_and_total": f"""
        SELECT {MESSAGE}, (SELECT count(*) FROM mastra_messages WHERE thread_id = $1)
            - (SELECT count(*) FROM mastra_messages WHERE thread_id = $1 AND role = 'system')
        {LAST_MESSAGES}
    """,
    "threads": f"SELECT {THREAD} {THREADS}",
    "threads_and_total": f"""
        SELECT {THREAD}, (SELECT count(*) FROM mastra_threads WHERE "resourceId" = $1) {THREADS}
    """,
}


class RawPostgresMemory(RawPostgres, MemoryContender):
    statements: ClassVar[dict[str, str]] = STATEMENTS

    async def save_thread(self, thread: Any) -> object:
        await self.prepared["save_thread"].fetch(
            thread["id"],
            thread["resource_id"],
            thread["title"],
            to_json(thread["metadata"]).decode(),
            thread["created_at"].replace(tzinfo=None),
            thread["updated_at"].replace(tzinfo=None),
            thread["created_at"],
            thread["updated_at"],
        )
        return thread

    async def get_thread(self, thread_id: str) -> object:
        return _thread(await self.prepared["get_thread"].fetchrow(thread_id))

    async def save_messages(self, messages: Any) -> Sequence[object]:
        clock = datetime.now(UTC)
        thread_id = messages[0]["thread_id"]
        async with self.connection.transaction():
            if not await self.prepared["touch_thread"].fetch(clock, thread_id):
                raise LookupError(thread_id)
            ids = [message["id"] for message in messages]
            stored = await self.prepared["stored_before"].fetch(ids, thread_id)
            saved = _timed(messages, stored, clock)
            await self.prepared["save_message"].executemany(map(_values, saved))
        return saved

    async def last_messages(self, thread_id: str, *, total: bool) -> Sequence[object]:
        if total:
            rows = await self.prepared["last_messages_and_total"].fetch(thread_id, PAGE)
        else:
            rows = await self.prepared["last_messages"].fetch(thread_id, PAGE + 1)
        return list(map(_message, rows[:PAGE]))

    async def all_messages(self, thread_id: str) -> Sequence[object]:
        return list(map(_message, await self.prepared["all_messages"].fetch(thread_id)))

    async def threads_of(self, resource_id: str, *, total: bool) -> Sequence[object]:
        if total:
            rows = await self.prepared["threads_and_total"].fetch(resource_id, THREADS_PAGE)
        else:
            rows = await self.prepared["threads"].fetch(resource_id, THREADS_PAGE + 1)
        return list(map(_thread, rows[:THREADS_PAGE]))


def _thread(row: Any) -> Json:
    thread_id, resource_id, title, metadata, created_at, updated_at, *_ = row
    return {
        "id": thread_id,
        "resource_id": resource_id,
        "title": title,
        "metadata": metadata and from_json(metadata),
        "created_at": created_at.replace(tzinfo=UTC),
        "updated_at": updated_at.replace(tzinfo=UTC),
    }


def _message(row: Any) -> Json:
    message_id, thread_id, content, role, kind, created_at, resource_id, *_ = row
    return {
        "id": message_id,
        "thread_id": thread_id,
        "content": from_json(content),
        "role": role,
        "type": kind,
        "created_at": created_at.replace(tzinfo=UTC),
        "resource_id": resource_id,
    }


def _timed(messages: list[Json], stored: list[Any], clock: datetime) -> list[Json]:
    newest = next(time for message_id, time in stored if message_id is None)
    if newest is not None:
        clock = max(clock, newest.replace(tzinfo=UTC) + timedelta(milliseconds=1))
    return [
        message | {"created_at": clock + timedelta(milliseconds=number)}
        for number, message in enumerate(messages)
    ]


def _values(message: Json) -> tuple[Any, ...]:
    return (
        message["id"],
        message["thread_id"],
        to_json(message["content"]).decode(),
        message["role"],
        "v2",
        message["created_at"].replace(tzinfo=None),
        message["resource_id"],
        message["created_at"],
    )
