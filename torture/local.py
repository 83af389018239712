"""The workloads of the proof of interchange, on a store in this process."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, cast

from mastra_storage_conformance.replay.calls import perform
from mastra_storage_conformance.replay.transcript import Answer, Call, Raised, Returned
from mastra_storage_core import BusyError, Store

from interop.hammer import Worker
from interop.side import Client, Done
from interop.values import decode, encode
from torture.acts import call


class _Here:
    language = "Python"


@dataclass(frozen=True, slots=True)
class Local:
    """Calls a store as a client calls one in another process."""

    store: Store
    side: _Here = field(default_factory=_Here)

    async def ask(self, domain: str, method: str, *args: Any) -> Done:
        """Make a call; an error of the store is an answer as well."""
        given = decode(encode(args))
        started = time.perf_counter()
        answer = await perform(self.store, Call(0, domain, method, given, Returned(None)), given)
        if isinstance(answer, Raised) and answer.kind:
            answer = Raised(answer.kind, f"{answer.kind.__name__}: {answer.text}")
        return Done(answer, (time.perf_counter() - started) * 1000)

    async def call(self, domain: str, method: str, *args: Any) -> Any:
        """Make a call that must succeed, and return its result."""
        return await call(self.store, domain, method, *decode(encode(args)))


def client(store: Store) -> Client:
    """Return what the workloads write through."""
    return cast(Client, Local(store))


@dataclass(slots=True)
class Patient(Worker):
    """Makes a call again while the error says that this is worth it, and that nothing was written:
    if that were not true, what is counted afterwards would not be what was acknowledged.
    """

    waits: list[float] = field(default_factory=list)
    """How long each call took, in milliseconds."""
    busy: int = 0
    """How often it had to call again."""

    async def ask(self, domain: str, method: str, *args: Any) -> Answer:
        while True:
            done = await self.client.ask(domain, method, *args)
            self.calls += 1
            self.waits.append(done.ms)
            if not (isinstance(done.answer, Raised) and done.answer.kind is BusyError):
                return done.answer
            self.busy += 1
            await asyncio.sleep(self.random.uniform(0, 0.05))
