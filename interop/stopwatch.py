"""How long our writes hold the lock of a SQLite file, checkpoints included.

Each transaction counts from the moment it has the lock. A statement that is a transaction of its
own is put into one, so that waiting for the lock and holding it can be told apart.
"""

import sqlite3
import time
from types import ModuleType
from typing import Any

from mastra_storage_core import Store

from interop.places import Place


class Stopwatch:
    """Keeps the longest and counts all."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.slow = 0
        self.count = 0
        self.work = 0.0

    def add(self, seconds: float, work: float) -> None:
        """Note a transaction: how long it held the lock, and how long it worked in that time."""
        self.count += 1
        self.slow += seconds >= 0.1
        self.longest = max(self.longest, seconds)
        self.work = max(self.work, work)

    def told(self) -> dict[str, float]:
        """Return what was noted, in milliseconds."""
        longest, work = self.longest * 1000, self.work * 1000
        return {"longest": longest, "work": work, "count": self.count, "slow": self.slow}


STOPWATCH = Stopwatch()


class _Cursor(sqlite3.Cursor):
    def execute(self, sql: str, parameters: Any = ()) -> "_Cursor":
        if not isinstance(self.connection, _Connection) or not _writes_alone(self.connection, sql):
            super().execute(sql, parameters)
            return self
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            super().execute(sql, parameters)
            self._rows = super().fetchall() if self.description else []
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
        return self

    def fetchall(self) -> list[Any]:
        rows = getattr(self, "_rows", None)
        return super().fetchall() if rows is None else rows


class _Connection(sqlite3.Connection):
    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)

    def execute(self, sql: str, parameters: Any = ()) -> sqlite3.Cursor:
        done = super().execute(sql, parameters)
        if sql.startswith("BEGIN"):
            self._since = time.perf_counter(), time.thread_time()
        elif sql in ("COMMIT", "ROLLBACK"):
            began, worked = self._since
            STOPWATCH.add(time.perf_counter() - began, time.thread_time() - worked)
        return done


def _writes_alone(connection: _Connection, sql: str) -> bool:
    writing = sql.lstrip().startswith(("INSERT", "UPDATE", "DELETE"))
    return writing and not connection.in_transaction


def timed(place: Place, **settings: Any) -> Store:
    """Open a store whose writes are timed if it is on a file."""
    if place.kind != "libsql":
        return place.open(**settings)
    module = ModuleType("timed_sqlite3")
    module.__dict__.update(vars(sqlite3))

    def connect(*args: Any, **options: Any) -> sqlite3.Connection:
        return sqlite3.connect(*args, factory=_Connection, **options)

    module.__dict__["connect"] = connect
    return place.open(sqlite=module, **settings)
