"""A process that works on databases in one language, and is told what to do over a pipe."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Self

from mastra_storage_conformance.replay.transcript import Answer, Raised, Returned, error_class

from interop.places import Place
from interop.values import decode, encode

HOME = "MASTRA_INTEROP_HOME"
"""The folder of Mastra's packages, where the session has installed them."""
NODE = "MASTRA_INTEROP_NODE"
LANGUAGES = ("Python", "TypeScript")
_LONGEST_LINE = 2**28


def command(language: str) -> list[str]:
    """Return what starts the driver of a language."""
    if language == "Python":
        return [sys.executable, "-m", "interop.driver"]
    return node("driver.mjs")


def node(script: str) -> list[str]:
    """Return what runs a script beside Mastra's packages."""
    try:
        return [os.environ[NODE], str(Path(os.environ[HOME]) / script)]
    except KeyError as missing:
        raise RuntimeError(f"{missing} is not set: run these tests by `nox -s interop`") from None


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a request."""

    answer: Answer
    ms: float
    """How long it took, by the clock of its process."""


class Side:
    """A process of one language. Requests may overlap."""

    def __init__(self, language: str, process: Process) -> None:
        self.language = language
        self._process = process
        self._numbers = count()
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._reading = asyncio.create_task(self._read())

    @classmethod
    @asynccontextmanager
    async def start(cls, language: str) -> AsyncIterator[Self]:
        """Start a process, and end it with the block."""
        process = await asyncio.create_subprocess_exec(
            *command(language), stdin=PIPE, stdout=PIPE, limit=_LONGEST_LINE
        )
        side = cls(language, process)
        try:
            yield side
        finally:
            assert process.stdin is not None
            process.stdin.close()
            await process.wait()
            await side._reading

    async def ask(self, operation: str, **fields: Any) -> Done:
        """Make a request; an error of the store is an answer as well."""
        number = next(self._numbers)
        request = {"operation": operation, "number": number, **encode(fields)}
        self._waiting[number] = asyncio.get_running_loop().create_future()
        assert self._process.stdin is not None
        self._process.stdin.write(f"{json.dumps(request)}\n".encode())
        told = await self._waiting[number]
        if "error" in told:
            error = told["error"]
            text = f"{error['name']}: {error['message']}"
            return Done(Raised(error_class(error), text), told["ms"])
        return Done(Returned(decode(told["result"])), told["ms"])

    async def tell(self, operation: str, **fields: Any) -> Any:
        """Make a request that must succeed, and return its result."""
        answer = (await self.ask(operation, **fields)).answer
        assert isinstance(answer, Returned), f"{self.language}, {operation}: {answer}"
        return answer.value

    async def open(self, place: Place, *, init: bool = True) -> "Client":
        """Open a store."""
        return Client(self, await self.tell("open", place=place.wire, init=init))

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            told = json.loads(line)
            self._waiting.pop(told["number"]).set_result(told)
        for future in self._waiting.values():
            future.set_exception(EOFError(f"the process of {self.language} has ended"))


@dataclass(frozen=True, slots=True)
class Client:
    """A store in a process of one language."""

    side: Side
    number: int

    async def ask(self, domain: str, method: str, *args: Any) -> Done:
        """Call a method, in the original's names; an error of the store is an answer as well."""
        return await self.side.ask(
            "call", store=self.number, domain=domain, method=method, args=args
        )

    async def call(self, domain: str, method: str, *args: Any) -> Any:
        """Call a method that must succeed, and return its result."""
        answer = (await self.ask(domain, method, *args)).answer
        assert isinstance(answer, Returned), f"{self.side.language}, {domain}.{method}: {answer}"
        return answer.value

    async def methods(self, domain: str) -> set[str]:
        """Return the names of all methods of a domain."""
        return set(await self.side.tell("methods", store=self.number, domain=domain))

    async def close(self) -> None:
        """Close the store."""
        await self.side.tell("close", store=self.number)


async def initialise(side: Side, *places: Place) -> None:
    """Let one language make what is missing in some places."""
    for place in places:
        await (await side.open(place)).close()
