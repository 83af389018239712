"""What takes part: a store of ours, or a driver, behind the same few jobs."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, Self

Json = dict[str, Any]


class Contender(ABC):
    """Does jobs on one database. What goes in is made ready beforehand and is not timed."""

    @abstractmethod
    async def close(self) -> None: ...

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    @abstractmethod
    def thread(self, values: Json) -> Any:
        """Return a thread as `save_thread` takes it."""

    @abstractmethod
    def messages(self, values: list[Json]) -> Any:
        """Return messages as `save_messages` takes them."""

    @abstractmethod
    async def save_thread(self, thread: Any) -> object: ...

    @abstractmethod
    async def get_thread(self, thread_id: str) -> object: ...

    @abstractmethod
    async def save_messages(self, messages: Any) -> Sequence[object]: ...

    @abstractmethod
    async def last_messages(self, thread_id: str, size: int) -> Sequence[object]:
        """Return the newest messages and count all."""

    @abstractmethod
    async def all_messages(self, thread_id: str) -> Sequence[object]: ...

    @abstractmethod
    async def threads_of(self, resource_id: str) -> Sequence[object]:
        """Return the first hundred threads of an owner and count all."""
