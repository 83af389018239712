"""The pooler relay: what works through it, and that its traps are those of the real thing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeAlias

import asyncpg
import pytest
from mastra_storage_conformance.servers.pgbouncer import PgBouncer
from mastra_storage_conformance.servers.pooler import TransactionPooler
from mastra_storage_conformance.servers.postgres import PostgresServer

pytestmark = pytest.mark.server

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
PID = "select pg_backend_pid()"


@asynccontextmanager
async def connected(url: str, cache: int = 0) -> AsyncIterator[Connection]:
    connection = await asyncpg.connect(url, statement_cache_size=cache, timeout=10)
    try:
        yield connection
    finally:
        await connection.close(timeout=5)


@pytest.mark.asyncio
async def test_named_prepared_statements_are_lost(server: PostgresServer) -> None:
    async with TransactionPooler(server.url) as pooler, connected(pooler.url, 100) as connection:
        assert await connection.fetchval("select $1::int", 1) == 1
        with pytest.raises(asyncpg.InvalidSQLStatementNameError, match="does not exist"):
            await connection.fetchval("select $1::int", 2)


@pytest.mark.asyncio
async def test_without_a_statement_cache_parameters_work(server: PostgresServer) -> None:
    async with TransactionPooler(server.url) as pooler, connected(pooler.url) as connection:
        for number in range(10):
            assert await connection.fetchval("select $1::int", number) == number


@pytest.mark.asyncio
async def test_each_transaction_has_the_next_server(server: PostgresServer) -> None:
    async with TransactionPooler(server.url, size=3) as pooler, connected(pooler.url) as connection:
        pids = [await connection.fetchval(PID) for _ in range(6)]
        assert len(set(pids)) == 3
        assert pids[:3] == pids[3:]


@pytest.mark.asyncio
async def test_a_transaction_keeps_its_server(server: PostgresServer) -> None:
    async with TransactionPooler(server.url) as pooler, connected(pooler.url) as connection:
        async with connection.transaction():
            await connection.execute("create temporary table kept (n int) on commit drop")
            await connection.executemany("insert into kept values ($1)", [(n,) for n in range(5)])
            pids = {await connection.fetchval(PID) for _ in range(4)}
            assert await connection.fetchval("select sum(n) from kept") == 10
        assert len(pids) == 1


@pytest.mark.asyncio
async def test_a_failed_transaction_ends_with_its_rollback(server: PostgresServer) -> None:
    async with TransactionPooler(server.url) as pooler, connected(pooler.url) as connection:
        with pytest.raises(asyncpg.DivisionByZeroError):
            async with connection.transaction():
                await connection.fetchval("select 1 / 0")
        assert await connection.fetchval("select 1") == 1


@pytest.mark.asyncio
async def test_settings_of_the_session_are_lost(server: PostgresServer) -> None:
    async with TransactionPooler(server.url) as pooler, connected(pooler.url) as connection:
        await connection.execute("set work_mem = '123kB'")
        assert await connection.fetchval("show work_mem") != "123kB"


@pytest.mark.asyncio
async def test_clients_share_the_servers_and_wait_for_them(server: PostgresServer) -> None:
    async def work(number: int) -> tuple[int, int]:
        async with connected(pooler.url) as connection, connection.transaction():
            await connection.execute("select pg_sleep(0.01)")
            row = await connection.fetchrow("select $1::int, pg_backend_pid()", number)
            assert row is not None
            return row[0], row[1]

    async with TransactionPooler(server.url, size=2) as pooler:
        rows = await asyncio.gather(*(work(number) for number in range(8)))
    assert [number for number, _ in rows] == list(range(8))
    assert len({pid for _, pid in rows}) == 2


@pytest.mark.asyncio
async def test_unknown_startup_parameters_are_refused(server: PostgresServer) -> None:
    async with TransactionPooler(server.url) as pooler:
        with pytest.raises(asyncpg.ProtocolViolationError, match="startup parameter: search_path"):
            await asyncpg.connect(pooler.url, server_settings={"search_path": "x"}, timeout=10)


@pytest.mark.asyncio
async def test_a_refusal_of_the_server_reaches_the_client(server: PostgresServer) -> None:
    async with TransactionPooler(server.url) as pooler:
        with pytest.raises(asyncpg.InvalidCatalogNameError):
            await asyncpg.connect(pooler.url, database="no_such", timeout=10)


@pytest.mark.asyncio
async def test_a_cancelled_query_is_cancelled_in_the_server(server: PostgresServer) -> None:
    async with TransactionPooler(server.url, size=1) as pooler, connected(pooler.url) as connection:
        with pytest.raises(TimeoutError):
            await connection.fetchval("select pg_sleep(600)", timeout=0.2)
        assert await connection.fetchval("select 1", timeout=10) == 1


@pytest.mark.asyncio
async def test_a_client_that_vanishes_leaves_no_open_transaction(server: PostgresServer) -> None:
    async with TransactionPooler(server.url, size=1) as pooler:
        gone = await asyncpg.connect(pooler.url, statement_cache_size=0, timeout=10)
        await gone.execute("begin")
        before = await gone.fetchval(PID)
        gone.terminate()
        async with connected(pooler.url) as connection:
            assert await connection.fetchval(PID) != before


@pytest.mark.asyncio
async def test_large_values_pass_both_ways(server: PostgresServer) -> None:
    async with TransactionPooler(server.url) as pooler, connected(pooler.url) as connection:
        large = "x" * 2_000_000
        assert await connection.fetchval("select $1::text", large) == large


@pytest.mark.asyncio
async def test_the_real_pgbouncer_has_the_same_traps(pgbouncer: PgBouncer) -> None:
    async with connected(pgbouncer.url) as first, connected(pgbouncer.url) as second:
        async with first.transaction():
            pids = {await first.fetchval(PID), await second.fetchval(PID)}
            assert len(pids) == 2
        for number in range(10):
            assert await first.fetchval("select $1::int", number) == number
    with pytest.raises(asyncpg.ProtocolViolationError, match="startup parameter: search_path"):
        await asyncpg.connect(pgbouncer.url, server_settings={"search_path": "x"}, timeout=10)
