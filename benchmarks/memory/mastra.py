"""The jobs of the memory domain, as calls to Mastra's own storage."""

from collections.abc import Sequence
from typing import Any

from benchmarks.contender import Json
from benchmarks.mastra import Original
from benchmarks.memory.contender import MemoryContender
from benchmarks.memory.contents import PAGE, THREADS_PAGE

NEWEST = {"field": "createdAt", "direction": "DESC"}


class OriginalMemory(Original, MemoryContender):
    def thread(self, values: Json) -> Any:
        given = {key: values[key] for key in ("id", "title", "metadata")}
        times = {"createdAt": values["created_at"], "updatedAt": values["updated_at"]}
        return given | {"resourceId": values["resource_id"]} | times

    def messages(self, values: list[Json]) -> Any:
        return [
            {key: each[key] for key in ("id", "role", "content")}
            | {"threadId": each["thread_id"], "resourceId": each["resource_id"]}
            | {"type": "v2", "createdAt": each["created_at"]}
            for each in values
        ]

    async def save_thread(self, thread: Any) -> object:
        return await self.call("memory", "saveThread", {"thread": thread})

    async def get_thread(self, thread_id: str) -> object:
        return await self.call("memory", "getThreadById", {"threadId": thread_id})

    async def save_messages(self, messages: Any) -> Sequence[object]:
        return await self.call("memory", "saveMessages", {"messages": messages})

    async def last_messages(self, thread_id: str, *, total: bool) -> Sequence[object]:
        wanted = {"threadId": thread_id, "perPage": PAGE, "page": 0, "orderBy": NEWEST}
        return await self.call("memory", "listMessages", wanted)

    async def all_messages(self, thread_id: str) -> Sequence[object]:
        wanted = {"threadId": thread_id, "perPage": False}
        return await self.call("memory", "listMessages", wanted)

    async def threads_of(self, resource_id: str, *, total: bool) -> Sequence[object]:
        wanted = {"filter": {"resourceId": resource_id}, "perPage": THREADS_PAGE, "page": 0}
        return await self.call("memory", "listThreads", wanted)
