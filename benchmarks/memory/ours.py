"""A store of this project."""

from collections.abc import Sequence
from typing import Any

from mastra_storage_core import CREATED_AT_DESC, NewMessage, Thread

from benchmarks.contender import Json
from benchmarks.memory.contender import MemoryContender
from benchmarks.memory.contents import PAGE, THREADS_PAGE
from benchmarks.ours import Ours


class OurMemory(Ours, MemoryContender):
    def thread(self, values: Json) -> Any:
        return Thread(**values)

    def messages(self, values: list[Json]) -> Any:
        return [NewMessage(**each) for each in values]

    async def save_thread(self, thread: Any) -> object:
        return await self.store.memory.save_thread(thread)

    async def get_thread(self, thread_id: str) -> object:
        return await self.store.memory.get_thread_by_id(thread_id)

    async def save_messages(self, messages: Any) -> Sequence[object]:
        return await self.store.memory.save_messages(messages)

    async def last_messages(self, thread_id: str, *, total: bool) -> Sequence[object]:
        page = await self.store.memory.list_messages(
            thread_id, per_page=PAGE, order_by=CREATED_AT_DESC, include_total=total
        )
        return page.messages

    async def all_messages(self, thread_id: str) -> Sequence[object]:
        page = await self.store.memory.list_messages(thread_id, per_page=None)
        return page.messages

    async def threads_of(self, resource_id: str, *, total: bool) -> Sequence[object]:
        page = await self.store.memory.list_threads(
            resource_id=resource_id, per_page=THREADS_PAGE, include_total=total
        )
        return page.threads
