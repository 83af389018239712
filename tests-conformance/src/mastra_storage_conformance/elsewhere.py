"""Another Python process on the data of a run: what it does there, and how a case talks to it.

It is told by a line of JSON which backend is meant, and by another one what to do; says when it has
opened its store, waits for a third, and then prints a line for each thing that was acknowledged.
"""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

from mastra_storage_core import Store

from mastra_storage_conformance.backend import Source
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.naming import find_backend

Program = Callable[..., AsyncIterator[Any]]
_PATIENCE = 60
"""How many seconds a case waits for the next line of a process, on a machine that is busy."""


async def read_messages(store: Store, thread_id: str) -> AsyncIterator[Any]:
    """Say the texts of all messages of a thread."""
    page = await store.memory.list_messages(thread_id, per_page=None)
    yield [message.content["parts"][0]["text"] for message in page.messages]


async def save_messages(
    store: Store, thread_id: str, tag: str, batches: int, size: int
) -> AsyncIterator[Any]:
    """Save batches of messages; say the ids of each batch once the store has acknowledged it."""
    make = Make()
    thread = await store.memory.get_thread_by_id(thread_id)
    assert thread is not None
    for batch in range(batches):
        named = [f"{thread_id} {tag} {batch} {number}" for number in range(size)]
        await store.memory.save_messages([make.message(thread, message_id=each) for each in named])
        yield named


async def write_results(
    store: Store, workflow_name: str, run_id: str, tag: str, steps: int
) -> AsyncIterator[Any]:
    """Write results of steps to a run; say each step once it has been acknowledged."""
    for number in range(steps):
        step_id = f"{tag} {number}"
        await store.workflows.update_workflow_results(
            workflow_name=workflow_name,
            run_id=run_id,
            step_id=step_id,
            result={"status": "success"},
            request_context={},
        )
        yield step_id


PROGRAMS: Mapping[str, Program] = {
    program.__name__: program for program in (read_messages, save_messages, write_results)
}
"""What a process can do, by its name."""


class OtherProcess:
    """A process that a case has do something. It is started when it is needed, and serves the cases
    of a module one after the other: to start Python takes longer than what they do.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._process: asyncio.subprocess.Process | None = None

    async def begin(self, space: str, program: Program, *arguments: Any) -> None:
        """Have it open a store on a space; return when it is about to run a program there."""
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                __name__,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            await self._tell([self._source.target, str(self._source.folder)])
        await self._tell([space, program.__name__, arguments])
        assert await self.said() == "ready"

    async def go(self) -> None:
        """Let it run the program."""
        await self._tell("go")

    async def said(self) -> Any:
        """Return what the program says next; `None` at its end."""
        line = await self._line()
        assert line, "another process ended with an error, which it has printed"
        return json.loads(line)

    async def rest(self) -> list[Any]:
        """Return what else the program says until its end."""
        found = []
        while (each := await self.said()) is not None:
            found.append(each)
        return found

    async def kill(self) -> list[Any]:
        """Kill it if it runs; return what it had said before."""
        if self._process is None:
            return []
        if self._process.returncode is None:
            self._process.kill()
        found = []
        while (line := await self._line()).endswith(b"\n"):
            found.append(json.loads(line))
        await self._process.wait()
        self._process = None
        return found

    async def _line(self) -> bytes:
        assert self._process is not None
        assert self._process.stdout is not None
        async with asyncio.timeout(_PATIENCE):
            return await self._process.stdout.readline()

    async def _tell(self, value: object) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(value).encode() + b"\n")
        await self._process.stdin.drain()


def _heard() -> Any:
    line = sys.stdin.readline()
    return json.loads(line) if line else None


def _say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


async def _main() -> None:
    target, folder = _heard()
    backend = find_backend(target, Path(folder))
    while order := _heard():
        space, program, arguments = order
        async with backend.open(space) as store:
            _say("ready")
            _heard()
            async for each in PROGRAMS[program](store, *arguments):
                _say(each)
        _say(None)


if __name__ == "__main__":
    asyncio.run(_main())
