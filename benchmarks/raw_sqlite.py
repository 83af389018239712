"""The driver alone: `sqlite3` on the loop's own thread, SQL by hand, dictionaries out.

It does the same job with the same number of statements, in one transaction where ours is one, and
with the same JSON library. It checks nothing, and it stops the loop while it runs.
"""

import sqlite3
from datetime import datetime
from typing import Any, ClassVar

from benchmarks.contender import Contender, Tables

SETTINGS = ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-16000", "mmap_size=134217728")


def text(moment: datetime) -> str:
    """Write a moment of UTC as the columns have it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


class RawSqlite(Contender):
    """Holds the connection; the jobs of a domain are in its folder."""

    crowds: ClassVar[bool] = False

    def __init__(self, path: str) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, cached_statements=512)
        for setting in SETTINGS:
            self.connection.execute(f"PRAGMA {setting}")

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


def _stored(value: Any) -> Any:
    return text(value) if isinstance(value, datetime) else value
