"""What a server tells of its state."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from mastra_storage_core import Health
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore = Callable[..., PostgresStore]


def codes(health: Health) -> list[str]:
    return [reason.code for reason in health.reasons]


async def test_it_reports_the_server_and_what_outlives_a_crash(
    open_store: OpenStore, url: str
) -> None:
    health = await open_store(url).health(timeout=60)

    assert health.status == "ok"
    assert str(health.engine).startswith("PostgreSQL ")
    assert health.settings.keys() == {"synchronous_commit", "fsync", "full_page_writes"}
    assert (health.mastra_version, health.read_only, health.wal_bytes) == ("1.71", False, None)


async def test_calls_that_wait_for_a_connection_are_counted(
    open_store: OpenStore, url: str, connect: Callable[..., Any]
) -> None:
    store = open_store(url, max_connections=1)
    await store.init()
    other = await connect(url)
    async with other.transaction():
        await other.execute("LOCK TABLE mastra_threads")
        calls = [
            asyncio.create_task(store.memory.create_thread(resource_id="ada")) for _ in range(3)
        ]
        await asyncio.sleep(0.1)

        health = await store.health(timeout=0.1)

    assert (health.status, codes(health)) == ("down", ["TIMEOUT"])
    assert health.pool is not None
    assert (health.pool.size, health.pool.idle, health.pool.waiting) == (1, 0, 2)
    await asyncio.gather(*calls)


async def test_what_init_would_make_degrades_it(
    open_store: OpenStore, url: str, connect: Callable[..., Any]
) -> None:
    await open_store(url).init()
    other = await connect(url)
    await other.execute("DROP TABLE mastra_favorites")
    await other.execute("ALTER TABLE mastra_resources DROP COLUMN metadata")
    await other.execute("DROP INDEX mastra_py_messages_resource_idx")

    health = await open_store(url, disable_init=True).health(timeout=60)

    assert (health.status, codes(health)) == ("degraded", ["SCHEMA_PENDING"])
    assert set(health.pending) == {"mastra_favorites", "mastra_resources.metadata"}
    assert "mastra_py_messages_resource_idx" in health.pending_indexes


async def test_times_that_disagree_with_their_mirrors_are_counted(
    open_store: OpenStore, url: str, connect: Callable[..., Any]
) -> None:
    store = open_store(url)
    for _ in range(3):
        await store.memory.create_thread(resource_id="ada")
    other = await connect(url)
    await other.execute("""
        UPDATE mastra_threads SET "updatedAt" = "updatedAt" + interval '2 hours'
        WHERE id = (SELECT min(id) FROM mastra_threads)
    """)
    await other.execute("""
        UPDATE mastra_threads SET "createdAtZ" = NULL
        WHERE id = (SELECT max(id) FROM mastra_threads)
    """)

    health = await store.health(sample=1000, timeout=60)

    assert (health.status, codes(health)) == ("degraded", ["TIMES_DISAGREE"])
    assert health.times is not None
    assert (health.times.rows, health.times.tables) == (3, {"mastra_threads": 1})
    assert (await store.health(timeout=60)).times is None


async def test_no_more_rows_are_looked_at_than_were_asked_for(
    open_store: OpenStore, url: str, connect: Callable[..., Any]
) -> None:
    store = open_store(url)
    await store.init()
    other = await connect(url)
    await other.execute("""
        INSERT INTO mastra_threads (id, "resourceId", title, "createdAt", "updatedAt")
        SELECT 't' || n, 'ada', '', now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
        FROM generate_series(1, 5000) AS n
    """)
    await other.execute("ANALYZE mastra_threads")

    health = await store.health(sample=100, timeout=60)

    assert health.times is not None
    assert 0 < health.times.rows <= 100


async def test_a_server_that_only_reads_degrades_it(
    open_store: OpenStore, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "mastra_storage_pg.health._ASK",
        "SELECT '18.0', true, 'on', 'on', 'on'",  # as a standby answers
    )

    assert codes(await open_store(url).health(timeout=60)) == ["READ_ONLY"]


async def test_a_server_that_is_not_there_is_down(open_store: OpenStore) -> None:
    secret = "hunter2"
    health = await open_store(f"postgresql://ada:{secret}@127.0.0.1:1/app").health(timeout=60)

    assert (health.status, codes(health)) == ("down", ["UNAVAILABLE"])
    assert health.reasons[0].retryable
    assert secret not in repr(health)


async def test_it_takes_one_connection_once(
    open_store: OpenStore, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(url)
    await store.init()
    trips: list[object] = []
    work = store._db._with_connection

    async def count(*arguments: Any) -> Any:
        trips.append(arguments)
        return await work(*arguments)

    monkeypatch.setattr(store._db, "_with_connection", count)
    await store.health(sample=10, timeout=60)

    assert len(trips) == 1


async def test_the_server_decides_when_a_commit_is_safe(
    open_store: OpenStore, url: str, connect: Callable[..., Any]
) -> None:
    """No connection of ours sets `synchronous_commit`; what the role or the URL says holds."""
    other = await connect(url)
    name = url.rpartition("/")[2]
    for wanted in ("off", "remote_write", "on"):
        await other.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = {wanted}')

        health = await open_store(url).health(timeout=60)

        assert health.settings["synchronous_commit"] == wanted
