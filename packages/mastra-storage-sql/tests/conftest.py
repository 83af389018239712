"""What the tests of statements share: an option, and a server."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer

# Tests are imported without their folder on the path, and these share some modules.
sys.path.append(str(Path(__file__).parent))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden SQL anew")


@pytest.fixture
def update_golden(pytestconfig: pytest.Config) -> bool:
    return bool(pytestconfig.getoption("--update-golden", default=False))


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    with PostgresServer.start() as started:
        yield started
