"""One LMDB file: opened once for all stores of the process, and one hop to a thread for a call."""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import ClassVar, TypeVar

import lmdb
from mastra_storage_core import (
    BusyError,
    ConfigurationError,
    CorruptDataError,
    StorageError,
    UnavailableError,
)

from mastra_storage_lmdb.rows import Transaction

R = TypeVar("R")

FORMAT = b"1"
"""What the keys and rows of `rows` look like. A file says which one it has."""

READERS = 4
"""Threads that read. LMDB has one writer, and readers do not wait for it."""


class Database:
    """A file that is open. `open` and `close` block, so they belong on a thread."""

    _open: ClassVar[dict[Path, "Database"]] = {}
    """LMDB breaks where a process opens a file twice, so stores on one file share one of these."""
    _inherited: ClassVar[dict[Path, "Database"]] = {}
    _lock: ClassVar[Lock] = Lock()

    def __init__(self, path: Path, map_size: int, sync: bool) -> None:
        self._path = path
        self._users = 0
        self._environment = lmdb.open(
            str(path), subdir=False, map_size=map_size, sync=sync, metasync=sync
        )
        # LMDB ties a write to its thread, and makes writers wait for one another anyway.
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="lmdb-writer")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="lmdb-reader")

    @classmethod
    def open(cls, path: Path, map_size: int, sync: bool) -> "Database":
        """Open a file, which is made if it is missing, or join those who have it open already."""
        path = path.resolve()
        with cls._lock:
            if path in cls._inherited:
                raise ConfigurationError(
                    "this process was forked while the file was open; open it after the fork only"
                )
            if path not in cls._open:
                cls._open[path] = _made(path, map_size, sync)
            database = cls._open[path]
            database._users += 1  # noqa: SLF001 - of the same class
            return database

    def close(self) -> None:
        """Leave; the last one waits for what is under way, and closes the file."""
        with self._lock:
            self._users -= 1
            if self._users == 0:
                del self._open[self._path]
                self.shut()

    def shut(self) -> None:
        """Wait for what is under way, and close the file."""
        self._writer.shutdown()
        self._readers.shutdown()
        self._environment.close()

    @classmethod
    def forget(cls) -> None:
        """Remember in a forked process what its parent has open: it has no threads for it, and to
        close it would end a transaction that may be under way there.
        """
        cls._lock = Lock()
        cls._inherited |= cls._open
        cls._open = {}

    async def read(self, work: Callable[[Transaction], R]) -> R:
        """Do something that reads, in one transaction: it sees one moment."""
        return await self._run(self._readers, work, write=False)

    async def write(self, work: Callable[[Transaction], R]) -> R:
        """Do something in one transaction that nobody else writes in; what `work` raises undoes it.

        It is on the disk when this returns, unless the store was opened without `sync`.
        """
        return await self._run(self._writer, work, write=True)

    def prepare(self) -> None:
        """Write the format into a new file; refuse a file of another one."""
        with self._environment.begin() as transaction:
            found = transaction.get(b"format")
            empty = transaction.stat()["entries"] == 0
        if found is None and empty:
            with self._environment.begin(write=True) as transaction:
                transaction.put(b"format", FORMAT)
        elif found != FORMAT:
            raise ConfigurationError("the file holds something else than a store of this version")

    async def _run(self, executor: Executor, work: Callable[[Transaction], R], *, write: bool) -> R:
        def run() -> R:
            with self._environment.begin(write=write) as transaction:
                return work(transaction)

        done = asyncio.get_running_loop().run_in_executor(executor, run)
        try:
            return await asyncio.shield(done)
        except lmdb.Error as error:
            raise translate(error) from error
        except asyncio.CancelledError:
            # It may have begun, and whoever looks next should see what came of it.
            await asyncio.gather(done, return_exceptions=True)
            raise


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=Database.forget)


def _made(path: Path, map_size: int, sync: bool) -> Database:
    try:
        database = Database(path, map_size, sync)
    except lmdb.Error as error:
        raise translate(error, UnavailableError("the file cannot be opened")) from error
    try:
        database.prepare()
    except BaseException:
        database.shut()
        raise
    return database


_ERRORS: dict[type[lmdb.Error], tuple[type[StorageError], str]] = {
    lmdb.MapFullError: (
        StorageError,
        "the file has reached its map_size; open it with a larger one; nothing was written",
    ),
    lmdb.MapResizedError: (
        ConfigurationError,
        "another process opened the file with a larger map_size; open it with the same",
    ),
    lmdb.ReadersFullError: (BusyError, "too many readers at once; nothing was read"),
    lmdb.DiskError: (UnavailableError, "the disk is full or failed; nothing was written"),
    lmdb.ReadonlyError: (ConfigurationError, "the file can only be read; nothing was written"),
    lmdb.CorruptedError: (CorruptDataError, "the file is damaged"),
    lmdb.PageNotFoundError: (CorruptDataError, "the file is damaged"),
    lmdb.InvalidError: (CorruptDataError, "the file is no LMDB file; it was not touched"),
    lmdb.VersionMismatchError: (
        ConfigurationError,
        "the file was written by another version of LMDB; it was not touched",
    ),
}


def translate(error: lmdb.Error, otherwise: StorageError | None = None) -> StorageError:
    """Return an error of LMDB, by its class, as an error of the storage."""
    if type(error) in _ERRORS:
        kind, message = _ERRORS[type(error)]
        return kind(message)
    return otherwise or StorageError(f"LMDB answered with {type(error).__name__}")
