"""What holds for the tests of the whole tree. Fixtures live beside the tests that use them, but for
the server: one for all packages.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer

REPLAYED = "TestReplay"
PACKAGES = Path(__file__).parent / "packages"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the tests that ask for a running server, so that `nox -s unit` can leave them out.

    The suite's replay is left out on our own backends: `tests-conformance/tests/replay` makes the
    same calls on them, and looks closer at the answers.
    """
    again = {item for item in items if REPLAYED in item.nodeid and PACKAGES in item.path.parents}
    config.hook.pytest_deselected(items=list(again))
    items[:] = [item for item in items if item not in again]
    for item in items:
        if "server" in getattr(item, "fixturenames", ()):
            item.add_marker("server")


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    """A PostgreSQL of this process, whose tests make databases of their own on it."""
    with PostgresServer.start() as started:
        yield started
