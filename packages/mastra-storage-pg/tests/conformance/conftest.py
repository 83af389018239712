"""What the suite needs to know of this backend: directly, and behind a pooler of transactions."""

from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from mastra_storage_conformance import Backend
from mastra_storage_conformance.servers.pooler import TransactionPooler
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_pg import PostgresStore


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    with PostgresServer.start() as started:
        yield started


def backend_at(url: str, name: str) -> Backend:
    """Return a backend that keeps each space in a schema of its own."""
    return Backend(
        name=name,
        open=lambda space: PostgresStore(
            url, schema_name=f"space_{space}", max_connections=5, pgbouncer=name == "pgbouncer"
        ),
        capabilities=PostgresStore.capabilities,
    )


@pytest_asyncio.fixture(scope="session", loop_scope="session", params=["pg", "pgbouncer"])
async def backend(request: pytest.FixtureRequest, server: PostgresServer) -> AsyncIterator[Backend]:
    url = server.create_database(request.param)
    if request.param == "pg":
        yield backend_at(url, "pg")
    else:
        async with TransactionPooler(url) as pooler:
            yield backend_at(pooler.url, "pgbouncer")
