"""Databases on the server, stores that are closed afterwards."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import pytest_asyncio
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import NewMessage, Thread
from mastra_storage_pg import PostgresStore

GOLDEN = Path(__file__).parents[3] / "tests-conformance" / "golden"


@pytest.fixture
def url(server: PostgresServer) -> str:
    """An empty database."""
    return server.create_database("pg")


@pytest.fixture
def golden(server: PostgresServer) -> str:
    """A database that the original wrote."""
    return server.create_database("golden", dump=GOLDEN / "public" / "postgres.dump.sql")


@pytest_asyncio.fixture
async def open_store() -> AsyncIterator[Callable[..., PostgresStore]]:
    """Opens stores and closes them afterwards."""
    async with AsyncExitStack() as stack:

        def open_one(url: str | None = None, **settings: Any) -> PostgresStore:
            store = PostgresStore(url, **settings)
            stack.push_async_callback(store.close)
            return store

        yield open_one


@pytest_asyncio.fixture
async def connect() -> AsyncIterator[Callable[..., Any]]:
    """Opens connections of nobody's and closes them afterwards."""
    async with AsyncExitStack() as stack:

        async def connect_one(url: str, **settings: Any) -> asyncpg.Connection:
            connection: asyncpg.Connection = await asyncpg.connect(url, **settings)
            stack.push_async_callback(connection.close)
            return connection

        yield connect_one


@pytest.fixture
def said() -> Callable[..., list[NewMessage]]:
    """Makes messages of a thread, with the ids m0, m1, …"""

    def make(thread: Thread, number: int) -> list[NewMessage]:
        return [
            NewMessage(
                id=f"m{index}",
                thread_id=thread.id,
                resource_id=thread.resource_id,
                role="user",
                content={"format": 2, "parts": [], "metadata": {"n": index}},
            )
            for index in range(number)
        ]

    return make
