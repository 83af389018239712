"""Two processes of each language write to one database at once, and nothing is lost."""

import random
from contextlib import AsyncExitStack

import pytest

from interop.conftest import REPORT
from interop.domains import WORKLOADS
from interop.hammer import WORKERS, Worker, hammer
from interop.layout import fetch
from interop.places import Place
from interop.side import LANGUAGES, Client, Side

PROCESSES = 2


@pytest.mark.shows("both at once")
@pytest.mark.asyncio(loop_scope="session")
async def test_whatever_was_acknowledged_is_there(
    place: Place, request: pytest.FixtureRequest
) -> None:
    async with AsyncExitStack() as stack:
        clients = [
            await (await stack.enter_async_context(Side.start(language))).open(place)
            for language in LANGUAGES
            for _ in range(PROCESSES)
        ]
        workers = [
            Worker(f"{client.side.language}{number}{index}", client, random.Random(number))
            for number, client in enumerate(clients)
            for index in range(WORKERS[client.side.language])
        ]
        workloads = [make() for make in WORKLOADS]
        await hammer(workers, workloads, request.config.getoption("--hammer-seconds"))
        problems = [
            problem
            for client in (clients[0], clients[-1])
            for workload in workloads
            for problem in await workload.check(client)
        ]
        await report(place, workers, clients)
        for client in clients:
            await client.close()

    assert [error for worker in workers for error in worker.errors] == []
    assert problems == []
    if place.kind == "libsql":
        assert await fetch(place, "PRAGMA integrity_check") == [("ok",)]


async def report(place: Place, workers: list[Worker], clients: list[Client]) -> None:
    """Note the figures for the end of the log."""
    for language in LANGUAGES:
        own = [worker for worker in workers if worker.client.side.language == language]
        calls, longest = sum(each.calls for each in own), max(each.longest for each in own)
        REPORT.append(
            f"{place.name}: {language} made {calls} writes, and waited {longest:.0f} ms at most"
        )
    for client in clients:
        if place.kind == "libsql" and client.side.language == "Python":
            told = await client.side.tell("longest_write")
            REPORT.append(
                f"{place.name}: of {told['count']} write transactions of a process in Python the "
                f"longest took {told['longest']:.0f} ms, {told['work']:.0f} ms of them at work; "
                f"{told['slow']} took 100 ms or more"
            )
