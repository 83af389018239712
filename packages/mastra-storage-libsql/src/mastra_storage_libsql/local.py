"""A database file: one connection that writes, some that read, each on a thread of its own.

Every operation is one function that is posted to a connection's thread, because hops between
threads are what a busy process pays for: the same page costs 52 µs with one hop and 145 with six.
aiosqlite offers no public way to post a function; its `_execute`, `_conn`, `_thread` and `_tx` are
used in this file only, and a test pins them.
"""

from __future__ import annotations

import time
from contextvars import copy_context
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING, Any, TypeVar

import aiosqlite
from mastra_storage_core.errors import BusyError, ClosedError, ConfigurationError, StorageError
from mastra_storage_core.health import PoolHealth
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_sql.database import Database

from mastra_storage_libsql.backup import Backup, Stopped
from mastra_storage_libsql.place import Place
from mastra_storage_libsql.translate import only_reads, translate

if TYPE_CHECKING:  # SQLAlchemy, which some of these import, is loaded when a store opens.
    from collections.abc import Callable

    from mastra_storage_sql.statement import Call, Flow, Row
    from mastra_storage_sql.tables import Additions

    from mastra_storage_libsql.config import LibSQLConfig

T = TypeVar("T")

_WAL_BYTES = 64 * 1024 * 1024
"""To how much the WAL is cut once a reader has ended that it had to be kept for: it would stay as
large for as long as the file is open. It has 4 MB otherwise.
"""


class LocalDatabase(Database):
    """Runs statements on a file, on a database in memory, or on a connection of the caller's."""

    def __init__(self, config: LibSQLConfig, prepare: Callable[[Any], None] | None) -> None:
        self.lifecycle = Lifecycle(self._open, self._close)
        self._config = config
        self._prepare = prepare
        self._writer: aiosqlite.Connection | None = None
        self._readers: list[aiosqlite.Connection] = []
        self._next_reader = cycle(self._readers)
        self._place: Place | None = None
        self._ensured: set[Additions] = set()

    async def fetch(self, call: Call) -> list[Row]:
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        if call.statement.writes:
            return await self._hop(self._writing, _write_one, call)
        return await self._hop(self._reading, _run, call)

    async def batch(self, *calls: Call) -> list[list[Row]]:
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        if any(call.statement.writes for call in calls):
            return await self._hop(self._writing, _write_all, calls)
        return await self._hop(self._reading, _read_all, calls)

    async def transact(self, flow: Flow[T]) -> T:
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        return await self._hop(self._writing, _drive, flow)

    async def ensure(self, additions: Additions) -> None:
        if additions in self._ensured:
            return
        from mastra_storage_sql.tables import not_made

        from mastra_storage_libsql import schema

        if not self._config.disable_init:
            await self.run(partial(schema.ensure, domains=[additions]))
        elif await self.run(partial(schema.lacks_tables, tables=additions)):
            raise not_made(additions)
        self._ensured.add(additions)

    async def run(self, function: Callable[[Any], T]) -> T:
        """Run a function on the writing connection's thread, with the raw connection."""
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        return await self._hop(self._writing, lambda raw, _: function(raw), None)

    async def look(self, function: Callable[[Any], T]) -> T:
        """Run a function that only reads, on the thread of a connection that reads."""
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        return await self._hop(self._reading, lambda raw, _: function(raw), None)

    async def back_up(self, backup: Backup) -> None:
        """Make a backup on a connection of its own, so that nobody waits for it. A database in
        memory has one connection only, and neither has one that the caller brought.
        """
        if not self.lifecycle.ready:
            await self.lifecycle.open()
        alone = self._config.connection is not None or self._config.in_memory
        connection = self._writing if alone else await self._connect()
        try:
            await self._hop(connection, lambda raw, _: backup.copy(raw), None)
        except Stopped:
            assert backup.failure is not None
            raise backup.failure from None
        finally:
            backup.stop()
            if not alone:
                await connection.close()

    @property
    def pool(self) -> PoolHealth | None:
        """The connections, and the calls in the queues of their threads."""
        if self._writer is None:
            return None
        queues = [each._tx.qsize() for each in (self._writer, *self._readers)]  # noqa: SLF001
        size = len(queues)
        return PoolHealth(size=size, idle=queues.count(0), waiting=sum(queues), limit=size)

    @property
    def _writing(self) -> aiosqlite.Connection:
        assert self._writer is not None
        return self._writer

    @property
    def _reading(self) -> aiosqlite.Connection:
        return next(self._next_reader) if self._readers else self._writing

    async def _hop(
        self, connection: aiosqlite.Connection, work: Callable[[Any, Any], T], argument: Any
    ) -> T:
        try:
            # Private on purpose: see the module's docstring.
            post: Any = connection._execute  # noqa: SLF001
            raw = connection._conn  # noqa: SLF001
        except ValueError as error:
            raise ClosedError("the connection is closed, or was never opened") from error
        place = self._place if connection is self._writer else None
        checked = work if place is None else partial(place.work, work)
        # As `asyncio.to_thread` does, since what traces SQL looks at the context of the caller.
        context = copy_context()
        try:
            # One function that shows nothing: aiosqlite writes what it is given into its log, as
            # DEBUG, and the argument holds contents.
            result: T = await post(lambda: context.run(checked, raw, argument))
        except self._config.sqlite.Error as error:
            raise translate(error) from error
        return result

    async def _open(self) -> None:
        from mastra_storage_libsql.functions import register

        if self._config.connection is not None:
            self._writer = self._config.connection
            await self._hop(self._writing, lambda raw, _: register(raw), None)
        else:
            self._writer = await self._connect()
            self._place = await self._hop(self._writing, lambda raw, _: Place(raw), None)
        try:
            if self._prepare is not None:
                await self._hop(self._writing, lambda raw, prepare: prepare(raw), self._prepare)
            if self._config.connection is None and not self._config.in_memory:
                self._readers += [await self._connect() for _ in range(self._config.readers)]
        except BaseException:
            await self._close()
            raise
        self._next_reader = cycle(self._readers)

    async def _close(self) -> None:
        own = [] if self._config.connection is not None else [self._writer]
        connections = [connection for connection in (*self._readers, *own) if connection]
        self._readers.clear()
        self._writer = None
        for connection in connections:
            await connection.close()

    async def _connect(self) -> aiosqlite.Connection:
        connector = partial(copy_context().run, self._connector)
        connection = aiosqlite.Connection(connector, iter_chunk_size=64)
        # A store that nobody closed must not keep the process from ending: what was acknowledged
        # is committed. Before aiosqlite 0.22 a connection is its own thread.
        thread: Any = getattr(connection, "_thread", connection)
        thread.daemon = True
        try:
            return await connection
        except self._config.sqlite.Error as error:
            # A thread that outlives the event loop would fail to tell it that it has stopped.
            thread.join()
            failure = translate(error)
            if type(failure) is StorageError:
                failure = ConfigurationError("the url of the database is not one for SQLite")
            raise failure from error

    def _connector(self) -> Any:
        from mastra_storage_libsql.functions import register

        config = self._config
        raw = config.sqlite.connect(
            config.path,
            uri=True,
            timeout=config.busy_timeout_ms / 1000,
            isolation_level=None,
            cached_statements=512,
            check_same_thread=False,
        )
        try:
            register(raw)
            if not config.disable_init:
                _switch_to_wal(raw, config)
            raw.execute(f"PRAGMA synchronous={config.synchronous}")
            raw.execute("PRAGMA temp_store=MEMORY")
            raw.execute(f"PRAGMA cache_size=-{config.cache_kib}")
            raw.execute(f"PRAGMA mmap_size={config.mmap_bytes}")
            raw.execute(f"PRAGMA journal_size_limit={_WAL_BYTES}")
        except BaseException:
            raw.close()
            raise
        return raw


def _switch_to_wal(raw: Any, config: LibSQLConfig) -> None:
    """Switch to WAL, unless the file is in it, or can only be read: the switch itself ignores the
    busy timeout, so it is tried again.
    """
    deadline = time.monotonic() + config.busy_timeout_ms / 1000
    while raw.execute("PRAGMA journal_mode").fetchone()[0] not in ("wal", "memory"):
        try:
            raw.execute("PRAGMA journal_mode=WAL")
            return
        except config.sqlite.OperationalError as error:
            if only_reads(error):
                return
            if not isinstance(translate(error), BusyError) or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _run(raw: Any, call: Call) -> list[Row]:
    statement = call.statement
    cursor = raw.cursor()
    cursor.row_factory = None
    try:
        if call.many:
            cursor.executemany(statement.sql, [statement.encode(values) for values in call.rows])
            return []
        cursor.execute(statement.sql, statement.encode(call.rows[0]))
        return statement.decode(cursor.fetchall()) if cursor.description else []
    finally:
        # A cursor that stopped at a text it cannot decode would go on holding its locks.
        cursor.close()


def _write_one(raw: Any, call: Call) -> list[Row]:
    # A statement is a transaction of its own, unless the connection begins one by itself, as
    # sqlite3 does by default.
    if raw.isolation_level is None and not call.many:
        return _run(raw, call)
    return _write_all(raw, (call,))[0]


def _read_all(raw: Any, calls: tuple[Call, ...]) -> list[list[Row]]:
    if len(calls) == 1:
        return [_run(raw, calls[0])]
    return _transaction(raw, "BEGIN", lambda: [_run(raw, call) for call in calls])


def _write_all(raw: Any, calls: tuple[Call, ...]) -> list[list[Row]]:
    return _transaction(raw, "BEGIN IMMEDIATE", lambda: [_run(raw, call) for call in calls])


def _drive(raw: Any, flow: Flow[T]) -> T:
    def steps() -> T:
        try:
            call = next(flow)
            while True:
                call = flow.send(_run(raw, call))
        except StopIteration as stop:
            result: T = stop.value
            return result

    return _transaction(raw, "BEGIN IMMEDIATE", steps)


def _transaction(raw: Any, begin: str, work: Callable[[], T]) -> T:
    raw.execute(begin)
    try:
        result = work()
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    return result
