"""SQL of the memory domain by hand, on `sqlite3`."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic_core import from_json, to_json

from benchmarks.contender import Json
from benchmarks.memory.contender import MemoryContender
from benchmarks.memory.contents import PAGE, THREADS_PAGE
from benchmarks.raw_sqlite import RawSqlite, text

SAVE_THREAD = """
INSERT INTO mastra_threads (id, "resourceId", title, metadata, "createdAt", "updatedAt")
VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET "resourceId" = excluded."resourceId", title = excluded.title,
    metadata = excluded.metadata, "createdAt" = excluded."createdAt",
    "updatedAt" = excluded."updatedAt"
"""
GET_THREAD = """
SELECT id, "resourceId", title, metadata, "createdAt", "updatedAt"
FROM mastra_threads WHERE id = ?
"""
TOUCH_THREAD = """
UPDATE mastra_threads SET "updatedAt" = max("updatedAt", ?) WHERE id = ? RETURNING id
"""
STORED_BEFORE = """
SELECT id, "createdAt" FROM mastra_messages WHERE id IN (SELECT value FROM json_each(?))
UNION ALL SELECT NULL, (SELECT max("createdAt") FROM mastra_messages WHERE thread_id = ?)
"""
SAVE_MESSAGE = """
INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", "resourceId")
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET thread_id = excluded.thread_id, content = excluded.content,
    role = excluded.role, type = excluded.type, "resourceId" = excluded."resourceId"
"""
ALL_MESSAGES = """
SELECT id, thread_id, content, role, type, "createdAt", "resourceId"
FROM mastra_messages WHERE thread_id = ? AND role != 'system' ORDER BY "createdAt", id
"""
LAST_MESSAGES = """
SELECT id, thread_id, content, role, type, "createdAt", "resourceId"
FROM mastra_messages WHERE thread_id = ?1 AND role != 'system'
ORDER BY "createdAt" DESC, id DESC LIMIT ?2
"""
LAST_MESSAGES_AND_TOTAL = LAST_MESSAGES.replace(
    "\nFROM",
    """,
    (SELECT count(*) FROM mastra_messages WHERE thread_id = ?1)
    - (SELECT count(*) FROM mastra_messages WHERE thread_id = ?1 AND role = 'system')\nFROM""",
)
THREADS = """
SELECT id, "resourceId", title, metadata, "createdAt", "updatedAt"
FROM mastra_threads WHERE "resourceId" = ?1 ORDER BY "createdAt" DESC, id DESC LIMIT ?2
"""
THREADS_AND_TOTAL = THREADS.replace(
    "\nFROM", ',\n    (SELECT count(*) FROM mastra_threads WHERE "resourceId" = ?1)\nFROM'
)


class RawSqliteMemory(RawSqlite, MemoryContender):
    async def save_thread(self, thread: Any) -> object:
        values = (
            thread["id"],
            thread["resource_id"],
            thread["title"],
            to_json(thread["metadata"]).decode(),
            text(thread["created_at"]),
            text(thread["updated_at"]),
        )
        self.connection.execute(SAVE_THREAD, values)
        return thread

    async def get_thread(self, thread_id: str) -> object:
        return _thread(self.connection.execute(GET_THREAD, (thread_id,)).fetchone())

    async def save_messages(self, messages: Any) -> Sequence[object]:
        run = self.connection.execute
        clock = datetime.now(UTC)
        thread_id = messages[0]["thread_id"]
        run("BEGIN IMMEDIATE")
        with self.connection:
            if not run(TOUCH_THREAD, (text(clock), thread_id)).fetchall():
                raise LookupError(thread_id)
            ids = json.dumps([message["id"] for message in messages])
            stored = run(STORED_BEFORE, (ids, thread_id)).fetchall()
            saved = _timed(messages, stored, clock)
            self.connection.executemany(SAVE_MESSAGE, map(_values, saved))
        return saved

    async def last_messages(self, thread_id: str, *, total: bool) -> Sequence[object]:
        sql, size = (LAST_MESSAGES_AND_TOTAL, PAGE) if total else (LAST_MESSAGES, PAGE + 1)
        rows = self.connection.execute(sql, (thread_id, size)).fetchall()
        return [_message(row[:7]) for row in rows[:PAGE]]

    async def all_messages(self, thread_id: str) -> Sequence[object]:
        return list(map(_message, self.connection.execute(ALL_MESSAGES, (thread_id,)).fetchall()))

    async def threads_of(self, resource_id: str, *, total: bool) -> Sequence[object]:
        sql, size = (THREADS_AND_TOTAL, THREADS_PAGE) if total else (THREADS, THREADS_PAGE + 1)
        rows = self.connection.execute(sql, (resource_id, size)).fetchall()
        return [_thread(row[:6]) for row in rows[:THREADS_PAGE]]


def _thread(row: Any) -> Json:
    thread_id, resource_id, title, metadata, created_at, updated_at = row
    return {
        "id": thread_id,
        "resource_id": resource_id,
        "title": title,
        "metadata": metadata and from_json(metadata),
        "created_at": datetime.fromisoformat(created_at),
        "updated_at": datetime.fromisoformat(updated_at),
    }


def _message(row: Any) -> Json:
    message_id, thread_id, content, role, kind, created_at, resource_id = row
    return {
        "id": message_id,
        "thread_id": thread_id,
        "content": from_json(content),
        "role": role,
        "type": kind,
        "created_at": datetime.fromisoformat(created_at),
        "resource_id": resource_id,
    }


def _timed(messages: list[Json], stored: list[Any], clock: datetime) -> list[Json]:
    newest = next(time for message_id, time in stored if message_id is None)
    if newest is not None:
        clock = max(clock, datetime.fromisoformat(newest) + timedelta(milliseconds=1))
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
        text(message["created_at"]),
        message["resource_id"],
    )
