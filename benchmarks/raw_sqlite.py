"""The driver alone: `sqlite3` on the loop's own thread, SQL by hand, dictionaries out.

It does the same job with the same number of statements, in one transaction where ours is one, and
with the same JSON library. It checks nothing, and it stops the loop while it runs.
"""

import sqlite3
from collections.abc import Awaitable, Coroutine
from datetime import datetime
from inspect import iscoroutinefunction
from typing import Any, ClassVar, Self

import aiosqlite

from benchmarks.contender import Contender, Tables

SETTINGS = ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-16000", "mmap_size=134217728")


def text(moment: datetime) -> str:
    """Write a moment of UTC as the columns have it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


class RawSqlite(Contender):
    """Holds the connection; the jobs of a domain are in its folder."""

    crowds: ClassVar[bool] = False

    def __init__(self, path: str) -> None:
        self.connection = sqlite3.connect(
            path, isolation_level=None, cached_statements=512, check_same_thread=False
        )
        for setting in SETTINGS:
            self.connection.execute(f"PRAGMA {setting}")

    @classmethod
    def opened(cls, url: str) -> Self:
        """Open a database by its URL."""
        return cls(url.removeprefix("file:"))

    async def close(self) -> None:
        self.connection.close()

    async def fill(self, tables: Tables) -> None:
        """Write the rows that the workloads are about."""
        self.connection.execute("BEGIN")
        with self.connection:
            for table, rows in tables.items():
                columns = list(next(iter(rows())))
                names = ", ".join(f'"{column}"' for column in columns)
                places = ", ".join("?" * len(columns))
                self.connection.executemany(
                    f"INSERT INTO {table} ({names}) VALUES ({places})",
                    ([_stored(value) for value in row.values()] for row in rows()),
                )


class Threaded(Contender):
    """The same jobs on a thread of aiosqlite, each as one function that is posted to it: what is
    left of the driver's speed where the loop shall go on meanwhile.
    """

    crowds: ClassVar[bool] = False

    def __init__(self, raw: RawSqlite) -> None:
        self._raw = raw
        self._connection = aiosqlite.Connection(lambda: raw.connection, iter_chunk_size=64)

    async def __aenter__(self) -> Self:
        await self._connection
        return self

    async def close(self) -> None:
        await self._connection.close()

    def __getattr__(self, name: str) -> Any:
        job = getattr(self._raw, name)
        if not iscoroutinefunction(job):
            return job

        def posted(*args: Any, **options: Any) -> Awaitable[object]:
            post: Any = self._connection._execute  # noqa: SLF001 - nothing public posts a function
            waiting: Awaitable[object] = post(_finished, job(*args, **options))
            return waiting

        return posted


def _finished(job: Coroutine[Any, Any, object]) -> object:
    """Run a job that never waits."""
    try:
        job.send(None)
    except StopIteration as done:
        return done.value
    raise RuntimeError("a job of the driver waits for something")


def _stored(value: Any) -> Any:
    return text(value) if isinstance(value, datetime) else value
