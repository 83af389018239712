"""Mastra's own stores in Node. Calls are collected here, and made and timed there, so that the way
between the processes is in no figure.
"""

import json
import subprocess
from asyncio import create_subprocess_exec
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copy
from typing import Any, Self

from benchmarks.contender import Contender, Job, Json, Spent
from interop.install import install
from interop.values import encode

SCRIPT = Path(__file__).parent / "mastra.mjs"
_LONGEST_LINE = 2**28


class Node:
    """A process with Mastra's packages, which does one thing at a time."""

    def __init__(self, process: Process) -> None:
        self._process = process

    @classmethod
    @asynccontextmanager
    async def start(cls, command: Sequence[str]) -> AsyncIterator[Self]:
        """Start it, and end it with the block."""
        process = await create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, limit=_LONGEST_LINE
        )
        try:
            yield cls(process)
        finally:
            assert process.stdin
            process.stdin.close()
            await process.wait()

    async def ask(self, operation: str, **fields: Any) -> Json:
        """Make a request; `RuntimeError` says what Mastra said if it failed."""
        assert self._process.stdin
        assert self._process.stdout
        request = json.dumps({"operation": operation, **encode(fields)})
        self._process.stdin.write(f"{request}\n".encode())
        await self._process.stdin.drain()
        answer: Json = json.loads(await self._process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(f"Mastra: {answer['error']}")
        return answer


@dataclass(frozen=True, slots=True)
class Client:
    """A store in that process."""

    node: Node
    number: int

    @classmethod
    async def open(cls, node: Node, backend: str, url: str) -> Self:
        """Open and initialise a store."""
        return cls(node, (await node.ask("open", backend=backend, url=url))["store"])


class Original(Contender):
    """A store of Mastra's as a contender; the jobs of a domain are in its folder."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._calls: list[Json] = []
        self._rows: int | None = None

    async def call(self, domain: str, method: str, *args: Any) -> list[object]:
        """Note a call, by the original's names."""
        self._calls.append({"domain": domain, "method": method, "args": args})
        return []

    async def time(self, jobs: Sequence[Job], at_once: int) -> Spent:
        self._calls.clear()
        for job in jobs:
            await job()
        answer = await self._client.node.ask(
            "time", store=self._client.number, calls=self._calls, atOnce=at_once
        )
        self._rows = answer["rows"]
        return Spent(answer["wall"], answer["cpu"])

    @property
    def rows(self) -> int | None:
        return self._rows

    async def close(self) -> None:
        await self._client.node.ask("close", store=self._client.number)


def versions(command: Sequence[str]) -> Json:
    """Return the versions of Node and of Mastra's packages."""
    packages = Path(command[-1]).parent / "node_modules/@mastra"
    node = subprocess.run([command[0], "--version"], capture_output=True, text=True, check=True)
    return {"node": node.stdout.strip().removeprefix("v")} | {
        name: json.loads((packages / folder / "package.json").read_text())["version"]
        for name, folder in (("mastra", "core"), ("mastra-libsql", "libsql"), ("mastra-pg", "pg"))
    }


def install_mastra(folder: Path) -> list[str]:
    """Install the pinned packages, as `nox -s interop` does; return what starts them."""
    home = folder / "pinned"
    node = install("pinned", home)
    copy(SCRIPT, home)
    return [node, "--expose-gc", str(home / SCRIPT.name)]
