"""Fixtures for cases that need more than a store: another process, a count of trips. A backend need
not offer these, and has no grade that needs them then.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import NoReturn

import pytest
import pytest_asyncio
from mastra_storage_core import Store

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.elsewhere import OtherProcess, Program
from mastra_storage_conformance.recorder import RECORDER, UNDECLARED


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def mastra_other_process(backend: Backend) -> AsyncIterator[OtherProcess | None]:
    """Another process for the cases of a module, if it can find the backend."""
    process = OtherProcess(backend.source) if backend.source else None
    yield process
    if process:
        await process.kill()


@pytest.fixture
def elsewhere(
    mastra_selection: None,
    request: pytest.FixtureRequest,
    backend: Backend,
    mastra_other_process: OtherProcess | None,
    mastra_fresh_space: str,
) -> Callable[..., Awaitable[OtherProcess]]:
    """Has another process begin a program on the space of `open_fresh`."""
    process = mastra_other_process
    if process is None:
        _skip(request, backend, "a name by which another process finds it")

    async def begin(program: Program, *arguments: object) -> OtherProcess:
        await process.begin(mastra_fresh_space, program, *arguments)
        return process

    return begin


@pytest.fixture
def trips(
    mastra_selection: None, request: pytest.FixtureRequest, backend: Backend
) -> Callable[[Store], int]:
    """Returns how many trips to its driver or server a store has made."""
    if backend.trips is None:
        _skip(request, backend, "a count of its trips")
    return backend.trips


def _skip(request: pytest.FixtureRequest, backend: Backend, need: str) -> NoReturn:
    request.node.stash[UNDECLARED] = True
    request.config.stash[RECORDER].lacks(request.node, need)
    pytest.skip(f"{backend.name} has not {need}")
