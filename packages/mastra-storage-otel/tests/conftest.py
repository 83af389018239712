"""Spans of the real SDK, databases to export them to, and a PostgreSQL."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer

# Tests are imported without their folder on the path, and these share modules.
sys.path.append(str(Path(__file__).parent))

from recording import Recording


@pytest.fixture
def recording() -> Recording:
    return Recording()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database that is not there yet."""
    return f"file:{tmp_path}/traces.db"


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresServer]:
    with PostgresServer.start() as started:
        yield started
