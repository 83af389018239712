"""What the suite needs to know of this backend: directly, behind a pooler, where Mastra was."""

from collections.abc import AsyncIterator, Iterator
from functools import cache
from pathlib import Path

import pytest
import pytest_asyncio
from mastra_storage_conformance import Backend, Deviation
from mastra_storage_conformance.servers.pooler import TransactionPooler
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import Capabilities, Domain, Feature
from mastra_storage_pg import PostgresStore

DECLARED = Capabilities(frozenset({Domain.MEMORY}), frozenset({Feature.DURABLE}))

DUMP = Path(__file__).parents[4] / "tests-conformance" / "golden" / "public" / "postgres.dump.sql"
NOT_EMPTY = [
    Deviation(f"TestInit.{test}", "a database that Mastra used is not empty")
    for test in (
        "test_an_empty_store_can_be_read",
        "test_init_twice_changes_nothing",
        "test_many_first_uses_at_once_lose_nothing",
        "test_eight_stores_may_init_one_empty_space_at_once",
        "test_a_caller_that_is_cancelled_does_not_stop_init_for_the_others",
    )
]


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
        capabilities=DECLARED,
    )


def backend_of_mastra(server: PostgresServer) -> Backend:
    """Return a backend whose spaces are databases that the real Mastra left."""

    @cache
    def database(space: str) -> str:
        return server.create_database(space, dump=DUMP)

    return Backend(
        name="pg-of-mastra",
        open=lambda space: PostgresStore(database(space), max_connections=5),
        capabilities=DECLARED,
        deviations=NOT_EMPTY,
    )


@pytest_asyncio.fixture(
    scope="session", loop_scope="session", params=["pg", "pg-of-mastra", "pgbouncer"]
)
async def backend(request: pytest.FixtureRequest, server: PostgresServer) -> AsyncIterator[Backend]:
    if request.param == "pg-of-mastra":
        yield backend_of_mastra(server)
    elif request.param == "pg":
        yield backend_at(server.create_database("pg"), "pg")
    else:
        async with TransactionPooler(server.create_database("pgbouncer")) as pooler:
            yield backend_at(pooler.url, "pgbouncer")
