"""A database for each contender, with the same tables and rows in all."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager, suppress
from importlib import import_module
from itertools import count
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Protocol
from urllib.parse import urlsplit

import asyncpg
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core.store import Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

from benchmarks.contender import Contender, Json, Tables
from benchmarks.domain import Domain, Peer
from benchmarks.mastra import Client, Node
from benchmarks.measured import MASTRA, OURS, RAW, THREADED
from benchmarks.raw_sqlite import RawSqlite, Threaded
from benchmarks.timing import Field

BACKENDS = ("libsql", "pg")
OF_OURS = "mastra\\_py\\_%"
"""The names of indexes that Mastra does not have: they are dropped where it runs."""


class Place(Protocol):
    """Where databases are made."""

    backend: str

    def store(self, url: str) -> Store:
        """Return a store of ours."""

    async def raw(self, domain: Domain, url: str) -> Contender:
        """Return the driver alone."""

    async def fill(self, domain: Domain, tables: Tables) -> str:
        """Make a database; tables and indexes are made by ours, rows are written by the driver."""

    async def copy(self, url: str) -> str:
        """Make another one with the same content."""

    async def drop_indexes(self, url: str) -> None:
        """Drop the indexes of ours."""

    async def create(self) -> str:
        """Make an empty database."""

    def server_cpu(self) -> int:
        """Return how many nanoseconds of CPU the server has spent, if there is one."""


class SqlitePlace:
    backend = "libsql"

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)
        self._numbers = count()

    def store(self, url: str) -> Store:
        return LibSQLStore(url)

    async def raw(self, domain: Domain, url: str) -> Contender:
        return domain.raw_sqlite.opened(url)

    async def fill(self, domain: Domain, tables: Tables) -> str:
        url = await self.create()
        async with self.store(url), domain.raw_sqlite.opened(url) as raw:
            await raw.fill(tables)
        return url

    async def copy(self, url: str) -> str:
        made = await self.create()
        copyfile(url.removeprefix("file:"), made.removeprefix("file:"))
        return made

    async def drop_indexes(self, url: str) -> None:
        with closing(sqlite3.connect(url.removeprefix("file:"))) as connection, connection:
            named = (
                "SELECT name FROM sqlite_schema WHERE type = 'index' AND name LIKE ? ESCAPE '\\'"
            )
            for (name,) in connection.execute(named, (OF_OURS,)).fetchall():
                connection.execute(f'DROP INDEX "{name}"')

    async def create(self) -> str:
        return f"file:{self._folder / f'{next(self._numbers)}.db'}"

    def server_cpu(self) -> int:
        return 0


class PostgresPlace:
    backend = "pg"

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._pid = 0

    async def find(self) -> None:
        """Find the server's first process, whose children are the others."""
        connection = await asyncpg.connect(self._server.url)
        folder = await connection.fetchval("SHOW data_directory")
        await connection.close()
        self._pid = int((Path(folder) / "postmaster.pid").read_text().split()[0])

    def store(self, url: str) -> Store:
        return PostgresStore(url)

    async def raw(self, domain: Domain, url: str) -> Contender:
        return await domain.raw_postgres.connect(url)

    async def fill(self, domain: Domain, tables: Tables) -> str:
        url = await self.create()
        async with self.store(url), await domain.raw_postgres.connect(url) as raw:
            await raw.fill(tables)
        return url

    async def copy(self, url: str) -> str:
        made = await self.create()
        name, template = (urlsplit(each).path[1:] for each in (made, url))
        await _run(self._server.url, f'DROP DATABASE "{name}"')
        await _run(
            self._server.url, f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY'
        )
        return made

    async def drop_indexes(self, url: str) -> None:
        connection = await asyncpg.connect(url)
        named = "SELECT indexname FROM pg_indexes WHERE indexname LIKE $1"
        for (name,) in await connection.fetch(named, OF_OURS):
            await connection.execute(f'DROP INDEX "{name}"')
        await connection.close()

    async def create(self) -> str:
        return self._server.create_database("bench")

    def server_cpu(self) -> int:
        """Add up what Linux says of the server's processes."""
        processes = Path(f"/proc/{self._pid}/task/{self._pid}/children").read_text().split()
        spent = 0
        for process in processes:
            with suppress(FileNotFoundError, ProcessLookupError):
                spent += int(Path(f"/proc/{process}/schedstat").read_text().split()[0])
        return spent


async def _run(url: str, sql: str) -> None:
    connection = await asyncpg.connect(url)
    await connection.execute(sql)
    await connection.close()


@contextmanager
def place_of(backend: str, about: Json) -> Iterator[Place]:
    """Yield where databases of a backend are made; they go at the end. `about` gets the version."""
    if backend == "libsql":
        about["sqlite"] = sqlite3.sqlite_version
        with TemporaryDirectory(prefix="mastra-storage-bench-") as folder:
            yield SqlitePlace(folder)
    else:
        with PostgresServer.start(durable=True) as server:
            about["postgres"] = ".".join(map(str, server.version))
            place = PostgresPlace(server)
            asyncio.run(place.find())
            yield place


@asynccontextmanager
async def contenders(
    place: Place, domain: Domain, sizes: Collection[int | None], node: Node | None, peers: bool
) -> AsyncIterator[Field]:
    """Open all who take part, each on a database of its own for each size of the tables; `None` is
    the small one, and the only one that peers have.
    """
    field: dict[str, dict[bool, Contender]] = {}
    async with AsyncExitStack() as opened:

        async def add(name: str, size: int | None, contender: Contender) -> None:
            await opened.enter_async_context(contender)
            field.setdefault(name, {})[size is not None] = contender

        for size in sizes:
            filled = await place.fill(domain, domain.tables(size))
            await add(OURS, size, domain.ours(place.store(await place.copy(filled))))
            raw = await place.raw(domain, await place.copy(filled))
            await add(RAW, size, raw)
            if isinstance(raw, RawSqlite):
                await add(THREADED, size, Threaded(raw.opened(await place.copy(filled))))
            if node is not None:
                await place.drop_indexes(filled)
                client = await Client.open(node, place.backend, filled)
                await add(MASTRA, size, domain.mastra(client))
        for name, module in domain.peers.items() if peers else ():
            open_peer: Peer = import_module(module).open_peer
            await add(name, None, await open_peer(await place.create()))
        yield field
