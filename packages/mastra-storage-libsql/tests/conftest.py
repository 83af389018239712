"""Files for stores to open, stores that are closed afterwards, and crowds of processes."""

import importlib
import importlib.util
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, closing
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import pytest_asyncio
from mastra_storage_core import NewMessage, Thread
from mastra_storage_libsql import LibSQLStore

ENGINES = ["sqlite3", *(["pysqlite3.dbapi2"] if importlib.util.find_spec("pysqlite3") else [])]
GOLDEN = Path(__file__).parents[3] / "tests-conformance" / "golden"

CROWD = """
import asyncio, os, sys, traceback
from mastra_storage_core import *
from mastra_storage_libsql import LibSQLStore

async def main(number, url):
{body}

async def first():
    async with LibSQLStore(":memory:") as store:
        await store.memory.list_threads()
        await store.workflows.list_workflow_runs()

asyncio.run(first())
reader, writer = os.pipe()
for number in range({size}):
    if os.fork() == 0:
        os.close(writer)
        os.read(reader, 1)
        try:
            asyncio.run(main(number, sys.argv[1]))
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
os.close(writer)
sys.exit(sum(os.wait()[1] != 0 for _ in range({size})))
"""
"""Starts processes and lets them go at once. None of them imports anything on its way: what a first
`init` imports takes 0.3 s of CPU, in which they drift apart.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a database may be; there is none yet."""
    return tmp_path / "app.db"


@pytest.fixture
def golden(path: Path) -> Path:
    """A copy of the database that the original wrote."""
    shutil.copy(GOLDEN / "public" / "mastra.sqlite", path)
    return path


@pytest_asyncio.fixture
async def open_store(path: Path) -> AsyncIterator[Callable[..., LibSQLStore]]:
    """Opens stores, on `path` unless told otherwise, and closes them afterwards."""
    async with AsyncExitStack() as stack:

        def open_one(url: str | None = None, **settings: Any) -> LibSQLStore:
            if url is None and "connection" not in settings:
                url = f"file:{path}"
            store = LibSQLStore(url, **settings)
            stack.push_async_callback(store.close)
            return store

        yield open_one


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> ModuleType:
    """Each build of SQLite that is installed here: the interpreter's own, and a newer one."""
    return importlib.import_module(request.param)


@pytest.fixture
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection of nobody's on `path`, in autocommit."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


@pytest.fixture
def crowd(path: Path) -> Callable[[int, str], str]:
    """Runs the body of `async def main(number, url)` in processes; returns what they say."""

    def run(size: int, body: str) -> str:
        script = CROWD.format(size=size, body=textwrap.indent(textwrap.dedent(body), "    "))
        command = [sys.executable, "-c", script, f"file:{path}"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def said() -> Callable[..., list[NewMessage]]:
    """Makes messages of a thread, with the ids m0, m1, …"""

    def make(thread: Thread, number: int) -> list[NewMessage]:
        return [
            NewMessage(
                id=f"m{index}",
                thread_id=thread.id,
                resource_id=thread.resource_id,
                role="user",
                content={"format": 2, "parts": [{"type": "text", "text": "x" * 100}]},
            )
            for index in range(number)
        ]

    return make
