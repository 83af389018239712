"""A DuckDB file: one connection on a thread of its own, and one writer at a time in a process.

DuckDB fails the second of two transactions that change one row, where the contract has it wait. No
other process can open the file meanwhile, so a lock of this one is enough.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb
from mastra_storage_core.errors import (
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    StorageError,
    UnavailableError,
)
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_sql import Additions, Call, Database, DomainTables, Flow, Row
from mastra_storage_sql.schema import create_table
from on_duckdb.functions import register

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

T = TypeVar("T")

_WRITERS: defaultdict[str, Lock] = defaultdict(Lock)
"""Who writes, by the path of the file."""


class DuckDBDatabase(Database):
    """Runs statements on a file."""

    def __init__(self, path: Path, tables: Callable[[], Sequence[DomainTables]]) -> None:
        self.lifecycle = Lifecycle(self._open, self._close)
        self._path = str(path)
        self._tables = tables
        self._writer = _WRITERS[self._path]
        self._thread: ThreadPoolExecutor | None = None
        self._raw: Any = None

    async def fetch(self, call: Call) -> list[Row]:
        (rows,) = await self.batch(call)
        return rows

    async def batch(self, *calls: Call) -> list[list[Row]]:
        writes = any(call.statement.writes for call in calls)
        return await self._hop(lambda: [self._run(call) for call in calls], writes=writes)

    async def transact(self, flow: Flow[T]) -> T:
        return await self._hop(lambda: self._drive(flow), writes=True)

    async def ensure(self, additions: Additions) -> None:
        await self._hop(lambda: self._make([additions]), writes=True)

    async def _hop(self, work: Callable[[], T], *, writes: bool) -> T:
        await self.lifecycle.open()
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, self._in_transaction, work, writes)

    def _in_transaction(self, work: Callable[[], T], writes: bool) -> T:
        try:
            if not writes:
                return self._committed(work)
            with self._writer:
                return self._committed(work)
        except duckdb.Error as error:
            raise _translated(error) from error

    def _committed(self, work: Callable[[], T]) -> T:
        self._raw.execute("BEGIN")
        try:
            result = work()
            self._raw.execute("COMMIT")
        except BaseException:
            self._raw.execute("ROLLBACK")
            raise
        return result

    def _run(self, call: Call) -> list[Row]:
        statement = call.statement
        found: list[Any] = []
        for values in call.rows:
            found = self._raw.execute(statement.sql, statement.encode(values)).fetchall()
        return statement.decode(found) if statement.columns and not call.many else []

    def _drive(self, flow: Flow[T]) -> T:
        try:
            call = next(flow)
            while True:
                call = flow.send(self._run(call))
        except StopIteration as stop:
            result: T = stop.value
            return result

    def _make(self, domains: Sequence[DomainTables]) -> None:
        """Make tables, and none of the indexes: no method needs them."""
        for tables in domains:
            for table in tables.all:
                self._raw.execute(create_table(table, tables.dialect.compiler))

    async def _open(self) -> None:
        self._thread = ThreadPoolExecutor(1, "duckdb")
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._connect)
        except BaseException:
            await self._close()
            raise

    def _connect(self) -> None:
        try:
            with self._writer:
                self._raw = duckdb.connect(self._path, config={"threads": 1})
                register(self._raw)
                self._committed(lambda: self._make(self._tables()))
        except duckdb.Error as error:
            raise _translated(error) from error

    async def _close(self) -> None:
        if self._thread is not None:
            if self._raw is not None:
                await asyncio.get_running_loop().run_in_executor(self._thread, self._raw.close)
            self._thread.shutdown()


_ERRORS: tuple[tuple[type[Exception], type[StorageError], str], ...] = (
    (duckdb.ConstraintException, ConflictError, "a constraint is in the way; nothing was written"),
    (duckdb.ConversionException, InvalidInputError, "a value does not fit; nothing was written"),
    (duckdb.InvalidInputException, CorruptDataError, "a stored value cannot be read"),
    (duckdb.IOException, UnavailableError, "the database file cannot be opened, read or written"),
)


def _translated(error: Exception) -> StorageError:
    for theirs, ours, message in _ERRORS:
        if isinstance(error, theirs):
            return ours(message)
    return StorageError("the database rejected a statement; nothing was written")
