"""The first call of a process: what its imports, opening a store and `init` cost, as CPU time of
fresh processes, which other work on the machine hardly changes.
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.databases import Place
from benchmarks.measured import MASTRA, Cold

DRIVERS = {"libsql": "import aiosqlite, sqlite3", "pg": "import asyncpg"}
PACKAGES = {"libsql": "mastra_storage_libsql", "pg": "mastra_storage_pg"}
STORES = {"libsql": "LibSQLStore", "pg": "PostgresStore"}
PYDANTIC = "from pydantic import BaseModel, TypeAdapter"
"""Pydantic imports its parts when they are first used."""
SQLALCHEMY = "import sqlalchemy"
"""A store imports it when it opens."""
CALL = """
import asyncio
async def main():
    async with {module}.{store}({url!r}) as store:
        await store.init()
        await store.memory.get_thread_by_id("nobody")
asyncio.run(main())
"""
IN_NODE = """
const {{ {store} }} = await import('@mastra/{backend}');
const store = new {store}({{ id: 'cold', {name}: {url} }});
await store.init();
await store.stores.memory.getThreadById({{ threadId: 'nobody' }});
process.exit(0);
"""


async def cold_starts(
    place: Place, command: Sequence[str], rounds: int, advance: Callable[[str], None]
) -> list[Cold]:
    """Start processes in turns, each of them up to another point; a first round warms up."""
    current = await place.create()
    async with place.store(current) as store:
        await store.init()
    found = {stage: Cold(place.backend, stage) for stage in (*_stages(place.backend), *_OPENING)}
    if command:
        found[MASTRA] = Cold(place.backend, MASTRA)
    for number in range(rounds + 1):
        empty = await place.create()
        words = {
            **_stages(place.backend),
            "current": _opening(place.backend, current),
            "empty": _opening(place.backend, empty),
        }
        commands = {stage: [sys.executable, "-c", code] for stage, code in words.items()}
        if command:
            commands[MASTRA] = [command[0], "--input-type=module", "-e", _node(place, current)]
        for stage, each in commands.items():
            spent = _spent(each, Path(command[-1]).parent if stage == MASTRA else None)
            if number:
                found[stage].rounds.append(spent)
        advance(f"{place.backend} cold start")
    return list(found.values())


_OPENING = ("current", "empty")


def _stages(backend: str) -> Mapping[str, str]:
    ours = f"import mastra_storage_core, {PACKAGES[backend]}"
    driver = f"{PYDANTIC}\n{DRIVERS[backend]}"
    return {
        "python": "pass",
        "pydantic": PYDANTIC,
        "driver": driver,
        "import": ours,
        "sqlalchemy": f"{ours}\n{SQLALCHEMY}",
    }


def _opening(backend: str, url: str) -> str:
    call = CALL.format(module=PACKAGES[backend], store=STORES[backend], url=url)
    return f"import mastra_storage_core, {PACKAGES[backend]}\n{call}"


def _node(place: Place, url: str) -> str:
    name = "url" if place.backend == "libsql" else "connectionString"
    store = STORES[place.backend]
    return IN_NODE.format(backend=place.backend, store=store, name=name, url=repr(url))


def _spent(command: Sequence[str], folder: Path | None) -> float:
    """Return the CPU milliseconds of a process, after its bytecode has been kept once."""
    environment = {key: value for key, value in os.environ.items() if key not in _UNKEPT}
    before = _of_children()
    subprocess.run(command, check=True, env=environment, cwd=folder, stdout=subprocess.DEVNULL)
    return (_of_children() - before) * 1_000


_UNKEPT = {"PYTHONDONTWRITEBYTECODE"}


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
