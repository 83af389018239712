"""The jobs of the memory domain."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from benchmarks.contender import Contender, Json


class MemoryContender(Contender):
    def thread(self, values: Json) -> Any:
        """Return a thread as `save_thread` takes it."""
        return values

    def messages(self, values: list[Json]) -> Any:
        """Return messages as `save_messages` takes them."""
        return values

    @abstractmethod
    async def save_thread(self, thread: Any) -> object: ...

    @abstractmethod
    async def get_thread(self, thread_id: str) -> object: ...

    @abstractmethod
    async def save_messages(self, messages: Any) -> Sequence[object]: ...

    @abstractmethod
    async def last_messages(self, thread_id: str, *, total: bool) -> Sequence[object]:
        """Return the newest 40 messages, and count all or see whether there are more."""

    @abstractmethod
    async def all_messages(self, thread_id: str) -> Sequence[object]: ...

    @abstractmethod
    async def threads_of(self, resource_id: str, *, total: bool) -> Sequence[object]:
        """Return the newest 20 threads of an owner, and count all or see whether there are more."""
