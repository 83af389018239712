"""What a file tells of its state, and what is in the log of the driver."""

# ruff: noqa: ASYNC240 - a test is alone on its event loop

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from mastra_storage_core import Health
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore = Callable[..., LibSQLStore]
SECRET = "hunter2"


def codes(health: Health) -> list[str]:
    return [reason.code for reason in health.reasons]


async def test_it_reports_the_engine_and_what_outlives_a_crash(open_store: OpenStore) -> None:
    health = await open_store(synchronous="full").health(timeout=60)

    assert health.engine == f"SQLite {sqlite3.sqlite_version}"
    assert health.settings == {"journal_mode": "wal", "synchronous": "full"}
    assert (health.mastra_version, health.read_only, health.times) == ("1.71", False, None)


async def test_it_reports_the_size_of_the_log(open_store: OpenStore, path: Path) -> None:
    store = open_store()
    await store.memory.create_thread(resource_id="ada", title="Travel")

    health = await store.health(timeout=60)

    assert health.wal_bytes == Path(f"{path}-wal").stat().st_size > 0
    assert (await open_store(":memory:").health(timeout=60)).wal_bytes is None


async def test_it_reports_its_connections(open_store: OpenStore) -> None:
    store = open_store(readers=1)
    assert store.pool is None
    await store.init()

    health = await store.health(timeout=60)

    assert health.pool is not None
    assert (health.pool.size, health.pool.limit) == (2, 2)


async def test_calls_that_wait_for_a_thread_are_counted(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store(readers=0)
    await store.init()
    raw.execute("BEGIN IMMEDIATE")
    writes = [asyncio.create_task(store.memory.create_thread(resource_id="ada")) for _ in range(5)]
    await asyncio.sleep(0.05)

    assert store.pool is not None
    assert store.pool.waiting >= 4

    health = await store.health(timeout=0.05)
    assert (health.status, codes(health)) == ("down", ["TIMEOUT"])
    assert health.pool is not None
    assert (health.pool.idle, health.pool.waiting > 0) == (0, True)
    raw.execute("ROLLBACK")
    await asyncio.gather(*writes)


async def test_what_init_would_make_degrades_it(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    await open_store().init()
    raw.execute("DROP TABLE mastra_favorites")
    raw.execute("ALTER TABLE mastra_resources DROP COLUMN metadata")
    raw.execute("DROP INDEX mastra_py_messages_resource_idx")

    health = await open_store(disable_init=True).health(timeout=60)

    assert (health.status, codes(health)) == ("degraded", ["SCHEMA_PENDING"])
    assert set(health.pending) == {"mastra_favorites", "mastra_resources.metadata"}
    assert "mastra_py_messages_resource_idx" in health.pending_indexes


async def test_what_a_newer_mastra_added_is_named_and_does_no_harm(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store()
    await store.init()
    raw.execute("ALTER TABLE mastra_threads ADD COLUMN mood TEXT")
    raw.execute("CREATE TABLE mastra_dreams (id TEXT)")

    health = await store.health(timeout=60)

    assert (health.status, health.newer) == ("ok", ("mastra_dreams", "mastra_threads.mood"))


async def test_a_file_that_was_deleted_while_it_is_open_is_down(
    open_store: OpenStore, path: Path
) -> None:
    store = open_store()
    await store.init()
    path.unlink()

    health = await store.health(timeout=60)

    assert (health.status, codes(health)) == ("down", ["UNAVAILABLE"])
    assert str(path) not in health.reasons[0].message


async def test_a_file_that_is_no_database_is_down(open_store: OpenStore, path: Path) -> None:
    path.write_bytes(b"no database, but long enough to look like one" * 100)

    health = await open_store().health(timeout=60)

    assert (health.status, codes(health)) == ("down", ["CORRUPT_DATA"])


async def test_a_file_that_may_not_be_written_degrades_it(
    open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the permissions, which a superuser, as tests may run, does not feel."""
    store = open_store()
    await store.init()
    monkeypatch.setattr("os.access", lambda path, mode: False)

    assert codes(await store.health(timeout=60)) == ["READ_ONLY"]


async def test_contents_are_not_in_the_log_of_the_driver(
    open_store: OpenStore, caplog: pytest.LogCaptureFixture
) -> None:
    """aiosqlite logs what it is given to do, as DEBUG."""
    caplog.set_level(logging.DEBUG)
    store = open_store()
    thread = await store.memory.create_thread(resource_id=SECRET, title=SECRET)
    await store.memory.update_thread(thread.id, title=SECRET, metadata={SECRET: SECRET})
    await store.memory.list_threads(resource_id=SECRET)

    assert [record.name for record in caplog.records if record.name == "aiosqlite"]
    assert SECRET not in caplog.text
