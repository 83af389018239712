"""Drives stores of ours as `driver.mjs` drives Mastra's: the same requests, the same answers."""

import asyncio
import gc
import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from mastra_storage_conformance.replay.calls import perform
from mastra_storage_conformance.replay.transcript import Answer, Call, Raised, Returned
from mastra_storage_core import Store
from pydantic.alias_generators import to_camel

from interop.places import Place
from interop.stopwatch import STOPWATCH, timed
from interop.values import decode, encode

_NOTHING = Returned(None)


class Driver:
    """The stores that were opened, and what can be done with them."""

    def __init__(self) -> None:
        self._stores: list[Store] = []

    async def open(self, place: dict[str, Any], init: bool) -> Answer:
        """Open a store; without `init` it makes nothing."""
        store = timed(Place(**place), disable_init=not init)
        await store.init()
        self._stores.append(store)
        return Returned(len(self._stores) - 1)

    async def call(self, store: int, domain: str, method: str, args: list[Any]) -> Answer:
        """Call a method by the original's name of it."""
        call = Call(0, domain, method, tuple(args), _NOTHING)
        return await perform(self._stores[store], call, call.args)

    async def methods(self, store: int, domain: str) -> Answer:
        """Return the names of all methods of a domain, as the original would spell them."""
        names = (name for name in dir(self._stores[store].get_store(domain)) if name[0] != "_")
        return Returned(sorted(map(to_camel, names)))

    async def close(self, store: int) -> Answer:
        """Close a store."""
        await self._stores[store].close()
        return _NOTHING

    async def longest_write(self) -> Answer:
        """Return how long our writes have held SQLite's lock at most, in milliseconds."""
        return Returned(STOPWATCH.told())

    async def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Carry out a request."""
        number, operation = request.pop("number"), request.pop("operation")
        method: Callable[..., Awaitable[Answer]] = getattr(self, operation)
        started = time.perf_counter()
        try:
            answer = await method(**decode(request))
        except Exception as error:  # noqa: BLE001 # whatever it is, the other process shall know
            answer = Raised(None, repr(error))
        told = {"number": number, "ms": (time.perf_counter() - started) * 1000}
        if isinstance(answer, Returned):
            return told | {"result": encode(answer.value)}
        name = answer.kind.__name__ if answer.kind else "Error"
        return told | {"error": {"name": name, "message": answer.text}}


async def main() -> None:
    """Answer requests as they come, also several at a time, until there are no more."""
    reader = asyncio.StreamReader(limit=2**28)
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    driver = Driver()

    async def answer(line: bytes) -> None:
        told = await driver.answer(json.loads(line))
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()

    async with asyncio.TaskGroup() as tasks:
        async for line in reader:
            tasks.create_task(answer(line))


if __name__ == "__main__":
    # Each full collection looks through all that was imported, the suite above all. That takes
    # 40 ms, which may fall into a transaction that is timed.
    gc.freeze()
    asyncio.run(main())
