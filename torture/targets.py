"""The databases that suffer: how an empty one is made, what it holds, and whether it is sound."""

import asyncio
import json
import shutil
import signal
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from itertools import count, cycle
from pathlib import Path
from typing import Any, ClassVar, TypeAlias

import asyncpg
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

from interop.domains import DOMAINS
from torture.acts import Row

BEGINNINGS = ("nothing", "an old schema", "a current one")
"""What there may be when processes call `init`: no table; those of Mastra without the columns that
came later; all of Mastra's.
"""
GOLDEN = Path(__file__).parents[1] / "tests-conformance" / "golden" / "public"
State: TypeAlias = dict[str, list[Row]]
"""The rows of each table that has any."""


class Target(ABC):
    """One kind of database."""

    name: str

    for_crowds: ClassVar[dict[str, Any]] = {}
    """The settings of stores that are many."""

    @abstractmethod
    def open(self, url: str, **settings: Any) -> Store:
        """Return a store."""

    def crash(self) -> bool:
        """Let the server die at once; return whether there is one."""
        return False

    def start_again(self) -> None:  # noqa: B027 # where no server dies, none starts
        """Start the server that died."""

    @contextmanager
    def limited(self, connections: int) -> Iterator[None]:
        """Have a server that admits so few, where there is one."""
        yield

    @abstractmethod
    async def prepare(self) -> None:
        """Make the database that every empty one is a copy of."""

    @abstractmethod
    async def fresh(self) -> str:
        """Make a database with Mastra's tables and nothing in them; return its URL."""

    @abstractmethod
    async def begun(self, how: str) -> str:
        """Make a database as `BEGINNINGS` says; return its URL."""

    @abstractmethod
    async def settled(self, url: str) -> None:
        """Return when nothing is under way any more that a dead process has begun."""

    @abstractmethod
    async def state(self, url: str) -> State:
        """Return what the database holds."""

    @abstractmethod
    async def damage(self, url: str) -> list[str]:
        """Return what the database itself finds to be wrong with it."""

    @abstractmethod
    async def drop(self, url: str) -> None:
        """Remove the database."""


class SqliteFile(Target):
    """A file of SQLite."""

    name = "SQLite file"
    for_crowds: ClassVar[dict[str, Any]] = {"busy_timeout_ms": 60_000}
    """Who waits for SQLite's lock stands in no queue: the unluckiest of 256 writers waited 20 s."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.db"
        self._numbers = count()

    def open(self, url: str, **settings: Any) -> Store:
        return LibSQLStore(url, **settings)

    async def prepare(self) -> None:
        async with self.open(f"file:{self._template}"):
            pass

    async def fresh(self) -> str:
        path = self._folder / f"{next(self._numbers)}.db"
        shutil.copyfile(self._template, path)
        return f"file:{path}"

    async def begun(self, how: str) -> str:
        path = self._folder / f"begun{next(self._numbers)}.db"
        if how != BEGINNINGS[0]:
            shutil.copyfile(GOLDEN / "mastra.sqlite", path)
        if how == BEGINNINGS[1]:
            with closing(sqlite3.connect(path)) as raw:
                for table, column in _young_columns():
                    if not column.endswith("Z"):  # which only PostgreSQL has
                        raw.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
        return f"file:{path}"

    async def settled(self, url: str) -> None:
        """A process of SQLite leaves nothing behind that goes on."""

    async def state(self, url: str) -> State:
        return state_of_file(_path(url))

    async def damage(self, url: str) -> list[str]:
        with closing(sqlite3.connect(_path(url))) as raw:
            found = [text for (text,) in raw.execute("PRAGMA integrity_check")]
        return [] if found == ["ok"] else found

    async def drop(self, url: str) -> None:
        for file in self._folder.glob(f"{_path(url).name}*"):
            file.unlink()


class Postgres(Target):
    """A database of a PostgreSQL server."""

    name = "PostgreSQL"

    def __init__(self, server: PostgresServer) -> None:
        self.server = server
        self._url = ""
        self._tables: list[str] = []
        self._deaths = cycle((signal.SIGQUIT, signal.SIGKILL))

    def open(self, url: str, **settings: Any) -> Store:
        return PostgresStore(url, **settings)

    def crash(self) -> bool:
        self.server.crash(next(self._deaths))
        return True

    def start_again(self) -> None:
        self.server.start_again()

    @contextmanager
    def limited(self, connections: int) -> Iterator[None]:
        self._set(f"ALTER SYSTEM SET max_connections = {connections}")
        try:
            yield
        finally:
            self._set("ALTER SYSTEM RESET max_connections")

    def _set(self, sql: str) -> None:
        asyncio.run(self._execute(sql))
        self.server.crash(signal.SIGINT)
        self.server.start_again()

    async def _execute(self, sql: str) -> None:
        async with _connected(self.server.url) as connection:
            await connection.execute(sql)

    async def prepare(self) -> None:
        self._url = self.server.create_database("torture")
        async with self.open(self._url):
            pass
        async with _connected(self._url) as connection:
            await connection.execute("CREATE EXTENSION amcheck")
            self._tables = await self._named(connection)

    async def fresh(self) -> str:
        """Empty the database: to copy one takes a second."""
        async with _connected(self._url) as connection:
            names = await self._named(connection)
            sql = (f'DELETE FROM "{name}"' for name in names if name in self._tables)
            made = (f'DROP TABLE "{name}"' for name in names if name not in self._tables)
            await connection.execute("; ".join([*sql, *made]))
        return self._url

    async def begun(self, how: str) -> str:
        dump = GOLDEN / "postgres.dump.sql"
        url = self.server.create_database("begun", dump=None if how == BEGINNINGS[0] else dump)
        if how == BEGINNINGS[1]:
            async with _connected(url) as connection:
                for table, column in _young_columns():
                    await connection.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
        return url

    @staticmethod
    async def _named(connection: Any) -> list[str]:
        return [name for (name,) in await connection.fetch(_TABLES)]

    async def settled(self, url: str) -> None:
        async with _connected(url) as connection:
            while await connection.fetchval(_OTHERS):  # noqa: ASYNC110 # the server tells nobody
                await asyncio.sleep(0.005)

    async def state(self, url: str) -> State:
        async with _connected(url) as connection:
            names = await self._named(connection)
            # One statement, for there is a state after each of hundreds of acts.
            each = (f"SELECT '{name}', to_jsonb(t)::text FROM \"{name}\" AS t" for name in names)
            state: State = {}
            for table, text in await connection.fetch(" UNION ALL ".join(each)):
                state.setdefault(table, []).append(json.loads(text))
        return state

    async def damage(self, url: str) -> list[str]:
        """Each index of ours must hold what its table does."""
        async with _connected(url) as connection:
            try:
                await connection.execute(_CHECK)
            except asyncpg.PostgresError as error:
                return [str(error)]
        return []

    async def drop(self, url: str) -> None:
        """It is emptied when the next one is wanted."""


_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
_CHECK = """
SELECT bt_index_check(i.indexrelid, true)
FROM pg_index AS i
JOIN pg_class AS c ON c.oid = i.indexrelid AND c.relnamespace = 'public'::regnamespace
JOIN pg_am AS a ON a.oid = c.relam AND a.amname = 'btree'
WHERE i.indisready AND i.indisvalid
"""


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


def _young_columns() -> Iterator[tuple[str, str]]:
    return (young for domain in DOMAINS for young in domain.young)


def state_of_file(path: Path) -> State:
    """Return what a file of SQLite holds."""
    state: State = {}
    with closing(sqlite3.connect(path)) as raw:
        raw.row_factory = sqlite3.Row
        raw.execute("BEGIN")
        for (table,) in raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'mastra%'"
        ).fetchall():
            rows = [dict(row) for row in raw.execute(f'SELECT * FROM "{table}"')]
            if rows:
                state[table] = rows
    return state


def _path(url: str) -> Path:
    return Path(url.removeprefix("file:"))
