"""Files behind one composite store: what is kept where, and who opens what."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from mastra_storage_core import (
    ClosedError,
    CompositeStore,
    DefaultStorage,
    Domain,
    Feature,
    StorageError,
    compose,
)
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

RUN: dict[str, Any] = {"workflow_name": "w", "run_id": "r", "snapshot": {"status": "running"}}


def rows(path: Path, table: str) -> int:
    """Count the rows of a table, as anybody else would."""
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return int(found)


async def test_each_domain_is_kept_in_its_file(tmp_path: Path) -> None:
    config = {
        "default": f"file:{tmp_path}/app.db",
        "domains": {"workflows": f"file:{tmp_path}/runs.db"},
    }

    async with compose(config) as store:
        await store.memory.create_thread(resource_id="r")
        await store.workflows.persist_workflow_snapshot(**RUN)

        assert store.capabilities.domains == frozenset(Domain)
        assert Feature.DURABLE in store.capabilities.features

    for table, counts in {"mastra_threads": (1, 0), "mastra_workflow_snapshot": (0, 1)}.items():
        assert (rows(tmp_path / "app.db", table), rows(tmp_path / "runs.db", table)) == counts


async def test_a_domain_in_memory_makes_the_composite_forget(path: Path) -> None:
    store = compose({"default": f"file:{path}", "domains": {"workflows": ":memory:"}})

    assert Feature.DURABLE not in store.capabilities.features
    assert Feature.JSON_NUL in store.capabilities.features


async def test_a_file_that_cannot_be_opened_is_named_and_the_other_is_usable(
    tmp_path: Path,
) -> None:
    missing = tmp_path / "missing"
    config = {
        "default": f"file:{tmp_path}/app.db",
        "domains": {"workflows": f"file:{missing}/runs.db"},
    }
    store = compose(config)

    with pytest.raises(StorageError, match=r"^init: LIBSQL \(workflows\): ") as caught:
        await store.init()
    thread = await store.memory.create_thread(resource_id="r")
    missing.mkdir()
    await store.init()
    await store.workflows.persist_workflow_snapshot(**RUN)
    await store.close()

    assert caught.value.store == "LIBSQL"
    with pytest.raises(ClosedError):
        await store.memory.get_thread_by_id(thread.id)


async def test_a_connection_of_the_callers_serves_two_stores_and_stays_open(path: Path) -> None:
    async with aiosqlite.connect(path) as mine:
        threads = set(threading.enumerate())
        one, two = LibSQLStore(connection=mine), LibSQLStore(connection=mine)
        memory = CompositeStore(id="memory", default=one, domains={"workflows": two})
        workflows = CompositeStore(id="workflows", domains={"workflows": two.workflows})

        async with memory, workflows:
            await memory.memory.create_thread(resource_id="r")
            await workflows.workflows.persist_workflow_snapshot(**RUN)
            assert await memory.workflows.get_workflow_run_by_id("r") is not None
            # Each connection has a thread of its own.
            assert set(threading.enumerate()) == threads

        (row,) = await mine.execute_fetchall("SELECT count(*) FROM mastra_threads")
        assert tuple(row) == (1,)


async def test_two_composites_of_one_store_open_its_file_once(
    open_store: Callable[..., LibSQLStore],
) -> None:
    leaf = open_store(readers=0)
    before = set(threading.enumerate())
    one = CompositeStore(id="one", default=leaf, domains={"workflows": leaf})
    two = CompositeStore(id="two", default=one, domains={"memory": leaf.memory})

    await one.init()
    await two.init()
    await two.memory.create_thread(resource_id="r")

    assert len(set(threading.enumerate()) - before) == 1
    await two.close()
    with pytest.raises(ClosedError):
        await one.memory.list_threads()


async def test_the_default_storage_is_a_file_or_in_memory(path: Path) -> None:
    async with DefaultStorage() as store:
        assert (await store.memory.list_threads()).total == 0
    async with DefaultStorage(f"file:{path}", readers=1) as store:
        await store.memory.create_thread(resource_id="r")

    assert Feature.DURABLE in store.capabilities.features
    assert rows(path, "mastra_threads") == 1
