"""Processes of both languages, and places for databases."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from mastra_storage_conformance.servers.postgres import PostgresServer

from interop.places import NAMES, Place, make_place
from interop.side import Side


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def python() -> AsyncIterator[Side]:
    async with Side.start("Python") as side:
        yield side


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def typescript() -> AsyncIterator[Side]:
    async with Side.start("TypeScript") as side:
        yield side


@pytest.fixture(params=NAMES)
def new_place(
    request: pytest.FixtureRequest, tmp_path: Path, server: PostgresServer
) -> Callable[[], Place]:
    """Makes empty places of one kind."""
    return lambda: make_place(request.param, tmp_path, server)


@pytest.fixture
def place(new_place: Callable[[], Place]) -> Place:
    """An empty place."""
    return new_place()
