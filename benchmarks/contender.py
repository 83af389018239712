"""What takes part: a store of ours, or a driver, behind the same few jobs of a domain."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Self, TypeAlias

Json: TypeAlias = dict[str, Any]
Tables: TypeAlias = Mapping[str, Callable[[], Iterator[Json]]]
"""The rows that each table begins with, by the names of its columns. JSON is text, times are UTC.
"""


class Contender(ABC):
    """Does jobs on one database. What goes in is made ready beforehand and is not timed."""

    @abstractmethod
    async def close(self) -> None: ...

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
