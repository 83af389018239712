"""What the suite needs to know of this backend: directly, behind a pooler, where Mastra was."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import pytest_asyncio
from mastra_storage_conformance import SHARED, Backend
from mastra_storage_conformance.servers.pgbouncer import URL_VARIABLE, PgBouncer
from mastra_storage_conformance.servers.pooler import TransactionPooler
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import Capabilities, Domain, Feature
from mastra_storage_pg import PostgresStore

DECLARED = Capabilities(frozenset(Domain), frozenset({Feature.DURABLE}))

DUMP = Path(__file__).parents[4] / "tests-conformance" / "golden" / "public" / "postgres.dump.sql"


def backend_at(url: str, name: str) -> Backend:
    """Return a backend that keeps each space in a schema of its own."""
    return Backend(
        name=name,
        open=lambda space: PostgresStore(
            url, schema_name=f"space_{space}", max_connections=5, pgbouncer=name == "pgbouncer"
        ),
        capabilities=DECLARED,
    )


def backend_of_mastra(url: str) -> Backend:
    """Return a backend whose cases live, most of them, in the schema that the real Mastra used."""

    def open_schema(space: str) -> PostgresStore:
        schema = "public" if space.startswith(SHARED) else f"space_{space}"
        return PostgresStore(url, schema_name=schema, max_connections=5)

    return Backend("pg-of-mastra", open_schema, DECLARED)


@contextmanager
def pooled(url: str) -> Iterator[str]:
    """Lead through the PgBouncer of this machine where there is one, else through our relay."""
    if os.environ.get(URL_VARIABLE) or shutil.which("pgbouncer"):
        with PgBouncer.start(url) as bouncer:
            yield bouncer.url
    else:
        with beside(TransactionPooler(url)) as pooler:
            yield pooler.url


@contextmanager
def beside(pooler: TransactionPooler) -> Iterator[TransactionPooler]:
    """Serve on a thread: the loop of the tests stands still while random programs run."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    try:
        yield asyncio.run_coroutine_threadsafe(pooler.__aenter__(), loop).result()
    finally:
        asyncio.run_coroutine_threadsafe(pooler.__aexit__(None, None, None), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest_asyncio.fixture(
    scope="session", loop_scope="session", params=["pg", "pg-of-mastra", "pgbouncer"]
)
async def backend(request: pytest.FixtureRequest, server: PostgresServer) -> AsyncIterator[Backend]:
    if request.param == "pg-of-mastra":
        yield backend_of_mastra(server.create_database("mastra", dump=DUMP))
    elif request.param == "pg":
        yield backend_at(server.create_database("pg"), "pg")
    else:
        with pooled(server.create_database("pgbouncer")) as url:
            yield backend_at(url, "pgbouncer")
