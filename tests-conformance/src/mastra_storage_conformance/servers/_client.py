"""Asks a server for small things through asyncpg, from code that may or may not be in a loop."""

import asyncio
import re
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import asyncpg

from mastra_storage_conformance.servers._process import Process, ServerError

T = TypeVar("T")

_START_LIMIT = 60.0
NOT_READY = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError)


def run_sync(work: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine to its end in a thread of its own, also when called inside a loop."""
    with ThreadPoolExecutor(1) as executor:
        return executor.submit(asyncio.run, work).result()


async def query(url: str, sql: str) -> list[asyncpg.Record]:
    """Returns the rows of one statement, on a connection of its own, without prepared names."""
    connection = await asyncpg.connect(url, timeout=5, statement_cache_size=0)
    try:
        return await connection.fetch(sql)
    finally:
        await connection.close()


async def execute(url: str, script: str) -> None:
    """Runs any number of statements by the simple query protocol, all of them or none."""
    connection = await asyncpg.connect(url, timeout=5)
    try:
        await connection.execute(script)
    finally:
        await connection.close()


async def wait_until_ready(process: Process, url: str, sql: str, expected: object) -> None:
    """Returns once `sql` answers `expected`: an open port alone does not mean readiness.

    Raises `ServerError` with the end of the server's log if the process ends or takes too long.
    """
    deadline = time.monotonic() + _START_LIMIT
    while process.running and time.monotonic() < deadline:
        try:
            if (await query(url, sql))[0][0] == expected:
                return
        except NOT_READY:
            pass
        await asyncio.sleep(0.02)
    state = "does not answer" if process.running else "ended while starting"
    raise ServerError(f"the server {state}; its log ends with:\n{process.log_tail()}")


def with_database(url: str, name: str) -> str:
    """Returns the URL of another database of the same server."""
    return re.sub(r"(?<=://)([^/?]*)(/[^?]*)?", lambda match: f"{match[1]}/{name}", url, count=1)
