"""Two processes of each language write to one database at once, and nothing is lost."""

import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from interop.conftest import FIGURES
from interop.domains import DOMAINS
from interop.hammer import WORKERS, Worker, hammer
from interop.layout import fetch
from interop.places import Place
from interop.side import LANGUAGES, Client, Side

PROCESSES = 2
LONGEST_MS = 100
"""How long a write transaction of ours may be at work; a Mastra that waits gives up after 5,000."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    metafunc.parametrize("run", range(metafunc.config.getoption("--hammer-runs")))


@asynccontextmanager
async def crowd(place: Place) -> AsyncIterator[list[Client]]:
    """Open one database in several processes of each language."""
    async with AsyncExitStack() as stack:
        sides = [
            await stack.enter_async_context(Side.start(language))
            for language in LANGUAGES
            for _ in range(PROCESSES)
        ]
        clients = [await side.open(place) for side in sides]
        yield clients
        for client in clients:
            await client.close()


def workers_of(clients: list[Client], run: int) -> list[Worker]:
    """Return the workers of each process."""
    return [
        Worker(f"{client.side.language}{number}{index}", client, random.Random(run * 10 + number))
        for number, client in enumerate(clients)
        for index in range(WORKERS[client.side.language])
    ]


@pytest.mark.shows("both at once")
@pytest.mark.asyncio(loop_scope="session")
async def test_whatever_was_acknowledged_is_there(
    place: Place, run: int, request: pytest.FixtureRequest
) -> None:
    figures, workloads = FIGURES[place.name], [domain.load() for domain in DOMAINS]
    async with crowd(place) as clients:
        workers = workers_of(clients, run)
        await hammer(workers, workloads, request.config.getoption("--hammer-seconds"))
        each = [(client, load) for client in (clients[0], clients[-1]) for load in workloads]
        problems = [text for client, load in each for text in await load.check(client)]
        await figures.add(workers, clients)

    assert [error for worker in workers for error in worker.errors] == []
    assert problems == []
    assert figures.work < LONGEST_MS
    if place.kind == "libsql":
        assert await fetch(place, "PRAGMA integrity_check") == [("ok",)]
