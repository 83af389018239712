"""What the tests of statements share: an option, plans on databases with many rows."""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import pytest_asyncio
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_pg.dialect import POSTGRES

# Tests are imported without their folder on the path, and these share some modules.
sys.path.append(str(Path(__file__).parent))

from every_statement import different
from explained import Plans, explain_postgres, explain_sqlite
from seeded import seeded_postgres, seeded_sqlite


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden SQL anew")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The suite on DuckDB takes 200 s of CPU, so it runs when it is named: `nox -s duckdb`."""
    name = "on_duckdb"
    named = any(name in argument for argument in config.args)
    return True if collection_path.name == name and not named else None


@pytest.fixture
def update_golden(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-golden", default=False))


@pytest.fixture(scope="session")
def sqlite() -> Iterator[sqlite3.Connection]:
    connection = seeded_sqlite()
    yield connection
    connection.close()


@pytest.fixture(scope="session")
def on_sqlite(sqlite: sqlite3.Connection) -> Plans:
    return {
        (family.name, shape.labels): explain_sqlite(sqlite, shape.statement)
        for family in different(SQLITE)
        for shape in family.shapes
    }


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def postgres(server: PostgresServer) -> AsyncIterator[asyncpg.Connection[Any]]:
    url = server.create_database()
    await seeded_postgres(url)
    connection = await asyncpg.connect(url)
    await connection.execute("CREATE TABLE memory_messages (metadata jsonb)")
    yield connection
    await connection.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def on_postgres(postgres: asyncpg.Connection[Any]) -> Plans:
    return {
        (family.name, shape.labels): await explain_postgres(postgres, shape.statement)
        for family in different(POSTGRES)
        for shape in family.shapes
    }
