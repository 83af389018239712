"""A pool of connections to a server. A call checks one out, once.

Behind each number of this file: a point read through the pool costs 130 µs, and 323 where the pool
resets each connection that comes back; we never set anything on a connection, so there is nothing
to reset. BEGIN and COMMIT are two round trips, so a single statement goes without. Our statements
outnumber asyncpg's default cache of 100.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import asyncpg
from mastra_storage_core.errors import BusyError, ClosedError, CorruptDataError, UnsupportedError
from mastra_storage_core.health import PoolHealth
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_sql.database import Database

from mastra_storage_pg.translate import DRIVER_ERRORS, connecting, quieted, told, translate

if TYPE_CHECKING:  # SQLAlchemy, which some of these import, is loaded when a store opens.
    from collections.abc import Awaitable, Callable

    from mastra_storage_sql.statement import Call, Flow, Row, Statement
    from mastra_storage_sql.tables import Additions

    from mastra_storage_pg.config import Connection, Pool, PostgresConfig

T = TypeVar("T")

_CACHED_STATEMENTS = 1024


class PgDatabase(Database):
    """Runs statements on a pool of our own, or on one of the caller's."""

    def __init__(
        self,
        config: PostgresConfig,
        prepare: Callable[[Connection], Awaitable[None]] | None,
    ) -> None:
        self.lifecycle = Lifecycle(self._open, self._close)
        self._config = config
        self._prepare = prepare
        self._pool: Pool | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ensured: set[Additions] = set()
        self._waiting = 0
        """How many calls wait for a connection."""

    async def fetch(self, call: Call) -> list[Row]:
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        if call.many:
            await self._with_connection(_in_transaction, _run, call)
            return []
        return await self._with_connection(_run, call)

    async def batch(self, *calls: Call) -> list[list[Row]]:
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        if any(call.statement.writes for call in calls):
            return await self._with_connection(_in_transaction, _all, calls)
        return await self._with_connection(_all, calls)

    async def transact(self, flow: Flow[T]) -> T:
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        result: T = await self._with_connection(_in_transaction, _drive, Steps(flow))
        return result

    async def transact_anew(self, begin: Callable[[], Flow[T]]) -> T:
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        result: T = await self._with_connection(_in_transaction, _drive_anew, begin)
        return result

    async def ensure(self, additions: Additions) -> None:
        if additions in self._ensured:
            return
        from mastra_storage_sql.tables import not_made

        from mastra_storage_pg import schema

        wanted = schema.Schema(self._config, [additions])
        if not self._config.disable_init:
            await self.run(partial(schema.ensure, schema=wanted))
        elif wanted.lacks_tables(await self.run(wanted.look)):
            raise not_made(additions)
        self._ensured.add(additions)

    async def run(self, function: Callable[[Connection], Awaitable[T]]) -> T:
        """Run a function on a connection, outside of any transaction."""
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        return await self._with_connection(function)

    @property
    def pool(self) -> PoolHealth | None:
        """The connections, and the calls that wait for one."""
        if self._pool is None:
            return None
        return PoolHealth(
            size=self._pool.get_size(),
            idle=self._pool.get_idle_size(),
            waiting=self._waiting,
            limit=self._pool.get_max_size(),
        )

    async def _with_connection(self, work: Callable[..., Awaitable[T]], *arguments: Any) -> T:
        pool = self._pool
        assert pool is not None
        self._check_loop()
        self._waiting += 1
        try:
            connection = await pool.acquire(timeout=self._config.pool_timeout)
        except TimeoutError as error:
            raise BusyError("no connection became free in time; nothing was written") from error
        except (*DRIVER_ERRORS, ValueError) as error:
            if pool.is_closing():
                raise ClosedError("the connection pool is closed") from error
            raise connecting(error) from told(error)
        finally:
            self._waiting -= 1
        try:
            try:
                return await work(connection, *arguments)
            finally:
                await pool.release(connection)
        except DRIVER_ERRORS as error:
            # Before asyncpg 0.32 a connection that broke may keep its place in the pool for ever.
            # One that has been released refuses this.
            with suppress(asyncpg.InterfaceError):
                connection.terminate()
            raise translate(error) from quieted(error)

    def _check_loop(self) -> None:
        """asyncpg's connections belong to the event loop that made them: another one would wait for
        them in vain, or mix their bytes.
        """
        if asyncio.get_running_loop() is not self._loop:
            raise UnsupportedError(
                "a store of PostgreSQL serves the event loop that opened it; open one in each loop"
            )

    async def _open(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._pool = self._config.pool or await self._make_pool()
        if self._prepare is None:
            return
        try:
            await self._with_connection(self._prepare)
        except BaseException:
            await self._close()
            raise

    async def _make_pool(self) -> Pool:
        config = self._config
        try:
            return await asyncpg.create_pool(
                **config.connection_arguments(),
                min_size=0,
                max_size=config.max_connections,
                max_inactive_connection_lifetime=config.idle_seconds,
                statement_cache_size=0 if config.pgbouncer else _CACHED_STATEMENTS,
                max_cached_statement_lifetime=0,
                reset=_nothing_to_reset,
            )
        except (*DRIVER_ERRORS, ValueError) as error:
            raise connecting(error) from told(error)

    async def _close(self) -> None:
        if self._pool is not None:
            self._check_loop()
        pool, self._pool = self._pool, None
        if pool is None or pool is self._config.pool:
            return
        await pool.close()


async def _nothing_to_reset(connection: object) -> None:
    """Our statements leave no state behind on a connection."""


async def _run(connection: Connection, call: Call) -> list[Row]:
    statement = call.statement
    if call.many:
        await connection.executemany(
            statement.sql, [statement.encode(values) for values in call.rows]
        )
        return []
    values = statement.encode(call.rows[0])
    try:
        rows = await connection.fetch(statement.sql, *values)
    except OverflowError as error:
        raise await _unreadable(connection, statement, values) from error
    return statement.decode(rows)


async def _unreadable(
    connection: Connection, statement: Statement, values: list[Any]
) -> CorruptDataError:
    """Return the error for a time that asyncpg cannot decode; as text, it is found in its row."""
    if not statement.writes:
        texts = ", ".join(f"to_jsonb(\"{name}\") #>> '{{}}'" for name in statement.columns)
        query = f"SELECT {texts} FROM ({statement.sql}) AS found"  # noqa: S608 # ours, both
        try:
            statement.decode(await connection.fetch(query, *values))
        except CorruptDataError as error:
            return error
    return CorruptDataError("a stored time lies outside the years 1 to 9999")


async def _all(connection: Connection, calls: tuple[Call, ...]) -> list[list[Row]]:
    return [await _run(connection, call) for call in calls]


class Steps(Generic[T]):
    """The steps of a flow, which can be taken again in another transaction.

    Most flows cannot begin anew: they have called what the caller handed over. But a flow depends
    on nothing except the rows that it was sent, so where the same steps bring the same rows, it may
    go on. The steps take memory; one that has any number of them is for `transact_anew`.
    """

    def __init__(self, flow: Flow[T]) -> None:
        self.taken: list[tuple[Call, list[Row]]] = []
        self._flow = flow
        self._next: Call | None = None

    def start(self) -> Call:
        """Return the first step, or that which failed and is now taken again."""
        if self._next is None:
            self._next = next(self._flow)
        return self._next

    def take(self, call: Call, rows: list[Row]) -> Call:
        """Return the step that follows these rows."""
        self.taken.append((call, rows))
        self._next = self._flow.send(rows)
        return self._next


async def _drive(connection: Connection, steps: Steps[T]) -> T:
    for call, rows in steps.taken:
        if await _run(connection, call) != rows:
            raise BusyError("tables and rows changed during the call; nothing was written")
    try:
        call = steps.start()
        while True:
            call = steps.take(call, await _run(connection, call))
    except StopIteration as stop:
        result: T = stop.value
        return result


async def _drive_anew(connection: Connection, begin: Callable[[], Flow[T]]) -> T:
    flow = begin()
    try:
        call = next(flow)
        while True:
            call = flow.send(await _run(connection, call))
    except StopIteration as stop:
        result: T = stop.value
        return result


async def _in_transaction(
    connection: Connection, work: Callable[..., Awaitable[T]], argument: Any
) -> T:
    """Do work in a transaction, and once more in another one where a table has changed since its
    statements were prepared. The driver then prepares them again, but can do no more: outside of a
    transaction it repeats the statement itself.
    """
    with suppress(asyncpg.InvalidCachedStatementError):
        async with connection.transaction():
            return await work(connection, argument)
    async with connection.transaction():
        return await work(connection, argument)
