"""The lock of whoever builds indexes, which no other session may do at the same time."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import asyncpg

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mastra_storage_pg.config import Connection, PostgresConfig

TABLES = 0x6D617374_72615079
"""The key of the advisory lock on tables; any number that no other program uses."""

INDEXES = TABLES + 1
"""The key of the advisory lock on the building of indexes."""


@asynccontextmanager
async def building(connection: Connection, config: PostgresConfig) -> AsyncIterator[bool]:
    """Hold the lock, unless somebody has it; yield whether it is ours.

    What builds an index without locking out writers is no transaction, so the lock is one of the
    session. Behind PgBouncer there is no session: taken on one server and released on another, the
    lock would stay for ever. There a transaction on a connection of its own holds it, which keeps
    no snapshot that a build would wait for.
    """
    if config.pgbouncer:
        async with _apart(config) as other, other.transaction():
            mine = await other.fetchval("SELECT pg_try_advisory_xact_lock($1)", INDEXES)
            await other.execute("SELECT 1")  # ends the portal of the above, which has a snapshot
            yield mine
    elif await connection.fetchval("SELECT pg_try_advisory_lock($1)", INDEXES):
        try:
            yield True
        finally:
            await connection.execute("SELECT pg_advisory_unlock($1)", INDEXES)
    else:
        yield False


@asynccontextmanager
async def _apart(config: PostgresConfig) -> AsyncIterator[Connection]:
    """Yield a connection beside the one that builds; of a pool of the caller's, another one."""
    if config.pool is not None:
        async with config.pool.acquire(timeout=config.pool_timeout) as connection:
            yield connection
        return
    own: Connection = await asyncpg.connect(**config.connection_arguments(), statement_cache_size=0)
    try:
        yield own
    finally:
        await own.close()
