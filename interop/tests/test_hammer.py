"""Two processes of each language write to one database at once, and nothing is lost."""

import pytest

from interop.conftest import FIGURES
from interop.domains import DOMAINS
from interop.hammer import crowd, hammer, problems_of, workers_of
from interop.layout import fetch
from interop.places import Place

LONGEST_MS = 100
"""How long a write transaction of ours may be at work; a Mastra that waits gives up after 5,000."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    metafunc.parametrize("run", range(metafunc.config.getoption("--hammer-runs")))


@pytest.mark.shows("both at once")
@pytest.mark.asyncio(loop_scope="session")
async def test_whatever_was_acknowledged_is_there(
    place: Place, run: int, request: pytest.FixtureRequest
) -> None:
    figures, workloads = FIGURES[place.name], [domain.load() for domain in DOMAINS]
    async with crowd(place) as clients:
        workers = workers_of(clients, run)
        await hammer(workers, workloads, request.config.getoption("--hammer-seconds"))
        problems = await problems_of(clients, workloads)
        await figures.add(workers, clients)

    assert [error for worker in workers for error in worker.errors] == []
    assert problems == []
    assert figures.work < LONGEST_MS
    if place.kind == "libsql":
        assert await fetch(place, "PRAGMA integrity_check") == [("ok",)]
