"""What both domains have in common: a method is a plain function of a transaction, on a thread."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from mastra_storage_core import Limits, StorageDomain
from mastra_storage_core.backend import Lifecycle

from mastra_storage_lmdb.database import Database
from mastra_storage_lmdb.rows import Transaction


class Connection(Protocol):
    """What a store gives to its domains."""

    lifecycle: Lifecycle
    database: Database
    """Only there once the lifecycle is open."""
    trips: int
    """How many calls went to a thread."""


T = TypeVar("T")


class LmdbDomain(StorageDomain, Generic[T]):
    """A domain whose methods get its tables, as one transaction sees them."""

    tables: Callable[[Transaction], T]

    def __init__(self, connection: Connection, *, store_name: str, limits: Limits) -> None:
        super().__init__(store_name=store_name, limits=limits)
        self._connection = connection

    async def _opened(self) -> Database:
        if not self._connection.lifecycle.ready:
            await self._connection.lifecycle.open()
        self._connection.trips += 1
        return self._connection.database


D = TypeVar("D", bound=LmdbDomain[Any])
P = ParamSpec("P")
R = TypeVar("R")


def reads(
    method: Callable[Concatenate[D, T, P], R],
) -> Callable[Concatenate[D, P], Coroutine[Any, Any, R]]:
    """Make a coroutine function of a plain one that reads."""

    @wraps(method)
    async def call(self: D, /, *args: P.args, **kwargs: P.kwargs) -> R:
        database = await self._opened()
        return await database.read(lambda tx: method(self, self.tables(tx), *args, **kwargs))

    return call


def writes(
    method: Callable[Concatenate[D, T, P], R],
) -> Callable[Concatenate[D, P], Coroutine[Any, Any, R]]:
    """Make a coroutine function of a plain one that writes: what it raises undoes what it wrote."""

    @wraps(method)
    async def call(self: D, /, *args: P.args, **kwargs: P.kwargs) -> R:
        database = await self._opened()
        return await database.write(lambda tx: method(self, self.tables(tx), *args, **kwargs))

    return call
