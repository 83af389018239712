"""One real server for all tests of this directory."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mastra_storage_conformance.servers import pgbouncer as bouncers, postgres
from mastra_storage_conformance.servers._process import ServerError
from mastra_storage_conformance.servers.pgbouncer import PgBouncer, find_pgbouncer
from mastra_storage_conformance.servers.postgres import PostgresServer


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    # A server of our own in any case: it is the launcher that is under test.
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv(postgres.URL_VARIABLE, raising=False)
        started = PostgresServer.start()
    with started:
        yield started


@pytest.fixture
def pgbouncer(server: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PgBouncer]:
    monkeypatch.delenv(bouncers.URL_VARIABLE, raising=False)
    with PgBouncer.start(server.url) as started:
        yield started


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what needs a pgbouncer where there is none; the rest needs only wheels."""
    try:
        find_pgbouncer()
    except ServerError:
        here = (item for item in items if item.path.is_relative_to(Path(__file__).parent))
        needing = [item for item in here if "pgbouncer" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]
