"""Both languages write to one database at once; afterwards, what was acknowledged must be there.

Only what can be proved is written: where the original loses writes by itself (it merges metadata by
reading, then writing; on PostgreSQL it loses first results), each worker has a row of its own.
"""

import asyncio
import random
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from mastra_storage_conformance.replay.transcript import Answer, Raised, Returned

from interop.places import Place
from interop.side import LANGUAGES, Client, Side

WORKERS = {"Python": 2, "TypeScript": 1}
"""How many workers each process has. Of the original's calls one at a time is under way: in one
process they share a connection, and wait for one another's locks in vain.
"""


@dataclass(slots=True)
class Worker:
    """Writes one call after the other, and notes how long each took."""

    name: str
    client: Client
    random: random.Random
    calls: int = 0
    longest: float = 0.0
    errors: list[str] = field(default_factory=list)

    @property
    def in_python(self) -> bool:
        return self.client.side.language == "Python"

    async def ask(self, domain: str, method: str, *args: Any) -> Answer:
        """Make a call; an error is an answer as well."""
        done = await self.client.ask(domain, method, *args)
        self.calls += 1
        self.longest = max(self.longest, done.ms)
        return done.answer

    async def write(self, domain: str, method: str, *args: Any) -> bool:
        """Make a call that must succeed, and return whether it was acknowledged."""
        answer = await self.ask(domain, method, *args)
        if isinstance(answer, Raised):
            self.errors.append(f"{self.name}, {domain}.{method}: {answer.text}")
        return isinstance(answer, Returned)


class Workload(ABC):
    """The writes of one domain, and what of them was acknowledged."""

    @abstractmethod
    async def prepare(self, client: Client) -> None:
        """Make the rows that all workers share."""

    @abstractmethod
    async def act(self, worker: Worker, number: int) -> None:
        """Write something, and keep in mind what was acknowledged."""

    @abstractmethod
    async def check(self, client: Client) -> list[str]:
        """Return what is missing, is there too often, or is not what was acknowledged."""


@asynccontextmanager
async def crowd(place: Place, processes: int = 2) -> AsyncIterator[list[Client]]:
    """Open one database in some processes of each language; the first is one of Python."""
    async with AsyncExitStack() as stack:
        sides = [
            await stack.enter_async_context(Side.start(language))
            for language in LANGUAGES
            for _ in range(processes)
        ]
        clients = [await side.open(place) for side in sides]
        yield clients
        for client in clients:
            await client.close()


def workers_of(clients: Sequence[Client], run: int = 0) -> list[Worker]:
    """Return the workers of each process."""
    return [
        Worker(f"{client.side.language}{number}{index}", client, random.Random(run * 10 + number))
        for number, client in enumerate(clients)
        for index in range(WORKERS[client.side.language])
    ]


async def hammer(workers: Sequence[Worker], workloads: Sequence[Workload], seconds: float) -> None:
    """Let all workers write at once for some time."""
    for workload in workloads:
        await workload.prepare(workers[0].client)
    end = time.monotonic() + seconds

    async def work(worker: Worker) -> None:
        number = 0
        while time.monotonic() < end:
            number += 1
            await worker.random.choice(workloads).act(worker, number)

    async with asyncio.TaskGroup() as tasks:
        for worker in workers:
            tasks.create_task(work(worker))


async def problems_of(clients: Sequence[Client], workloads: Sequence[Workload]) -> list[str]:
    """Return what a client of each language misses of all that was acknowledged."""
    pairs = [(client, load) for client in (clients[0], clients[-1]) for load in workloads]
    return [text for client, load in pairs for text in await load.check(client)]


def missing(what: str, acknowledged: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Return where what is found differs from what was acknowledged."""
    return [
        f"{what} {key}: {found.get(key)!r} instead of {acknowledged.get(key)!r}"
        for key in acknowledged | found
        if found.get(key) != acknowledged.get(key)
    ]
