"""What `init` costs where the schema is current: a fixed handful of reads, no lock and no DDL.

SQLite: two reads of the catalogue, beside five settings for each connection that is opened.
PostgreSQL: one query of the catalogue; with opening the connection that makes four round trips.
"""

import asyncio
import sqlite3
from pathlib import Path
from types import ModuleType
from typing import Any

import asyncpg
import pytest
from mastra_storage_conformance.servers._relay import Relay
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio


def traced(statements: list[str]) -> ModuleType:
    """Return `sqlite3` with connections that note every statement they run."""

    def connect(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = sqlite3.connect(*args, **kwargs)
        connection.set_trace_callback(statements.append)
        return connection

    module = ModuleType("traced")
    vars(module).update(vars(sqlite3) | {"connect": connect})
    return module


async def test_warm_init_on_sqlite(tmp_path: Path) -> None:
    url = f"file:{tmp_path}/app.db"
    async with LibSQLStore(url):
        pass
    ran: list[str] = []
    async with LibSQLStore(url, sqlite=traced(ran)):
        pass
    assert sum("sqlite_master" in each for each in ran) == 2
    settings = [each for each in ran if each.startswith("PRAGMA")]
    assert len(settings) == 6 * 3 + 1, "of the writer and two readers, and where the file is"
    within = [each for each in ran if each.startswith("--")]
    assert len(ran) == 2 + len(settings) + len(within)


class CountingRelay(Relay):
    """Counts the round trips that pass: how often the server answers after the client asked."""

    trips = 0
    _asked = False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        upstream = await asyncio.open_connection(*self.upstream)
        answers = asyncio.create_task(self._pass(upstream[0], writer, asks=False))
        try:
            await self._pass(reader, upstream[1], asks=True)
        finally:
            answers.cancel()

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, asks: bool
    ) -> None:
        while data := await reader.read(65536):
            self.trips += self._asked and not asks
            self._asked = asks
            writer.write(data)
        writer.close()


async def test_warm_init_on_postgresql(server: PostgresServer) -> None:
    url = server.create_database()
    async with PostgresStore(url):
        pass
    ran: list[str] = []

    async def note(connection: Any) -> None:
        connection.add_query_logger(lambda query: ran.append(query.query))

    async def nothing(connection: Any) -> None:
        """Resetting is the pool's own affair, and ours does not."""

    pool = asyncpg.create_pool(url, init=note, reset=nothing, min_size=0)
    async with pool, PostgresStore(pool=pool):
        pass
    assert [each.split()[0] for each in ran] == ["SELECT"]


async def test_warm_init_on_postgresql_in_round_trips(server: PostgresServer) -> None:
    """Is TLS wanted, who is there, prepare, run."""
    url = server.create_database()
    async with PostgresStore(url):
        pass
    async with CountingRelay(url) as relay:
        async with PostgresStore(relay.url):
            pass
        assert relay.trips == 4
