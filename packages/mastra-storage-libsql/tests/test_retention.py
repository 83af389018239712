"""Pruning a file: its index, what the original left in it, and how little memory it takes."""

import sqlite3
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError, Retention, open_store
from mastra_storage_core.model import iso
from mastra_storage_libsql import LibSQLConfig, LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
EVERY = {"memory": dict.fromkeys(("threads", "messages", "resources"), "30d")}
LONG_AGO = "2024-03-01T12:00:00.000Z"
OURS = "SELECT name FROM sqlite_master WHERE name LIKE 'mastra@_py%' ESCAPE '@'"
OF_PRUNING = {"mastra_py_messages_created_idx", "mastra_py_resources_updated_idx"}


def indexes(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute(OURS)}


def add_messages(connection: sqlite3.Connection, rows: Iterator[tuple[str, str]]) -> None:
    """Insert messages by their ids and times as they are stored."""
    message = "INSERT INTO mastra_messages VALUES (?, 't', 'hello', 'user', 'v2', ?, 'r')"
    connection.execute("BEGIN")
    connection.executemany(message, rows)
    connection.execute("COMMIT")


def old(number: int) -> Iterator[tuple[str, str]]:
    at = datetime(2024, 3, 1, tzinfo=UTC)
    return ((f"m{index}", iso(at + timedelta(seconds=index))) for index in range(number))


async def test_a_store_takes_its_retention_as_a_setting(open_store: OpenStore) -> None:
    store = open_store(":memory:", retention=EVERY)

    assert store.retention == Retention.check(EVERY)
    assert [report.table for report in await store.prune()] == list(EVERY["memory"])
    assert LibSQLConfig.check(url=":memory:").retention == Retention()


@pytest.mark.parametrize("url", [":memory:", "memory:"])
async def test_a_retention_that_does_not_fit_is_refused_at_once(url: str) -> None:
    with pytest.raises(ConfigurationError, match="no table 'thread'; the nearest is 'threads'"):
        open_store(url, retention={"memory": {"thread": "30d"}})


async def test_indexes_are_made_by_the_first_prune_and_not_before(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store(retention=EVERY)
    await store.init()
    await store.prune(dry_run=True)
    before = indexes(raw)

    await store.prune({"memory": {"messages": "30d"}})
    first = indexes(raw)
    await store.prune()

    assert not before & OF_PRUNING
    assert first - before == {"mastra_py_messages_created_idx"}
    assert indexes(raw) - before == OF_PRUNING


async def test_a_large_table_is_pruned_without_an_index_until_it_is_built(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store(retention={"memory": {"messages": {"max_age": "30d", "batch_size": 3}}})
    await store.init()
    add_messages(raw, old(10))
    raw.execute("UPDATE mastra_messages SET rowid = 100000 WHERE rowid = 5")

    (report,) = await store.prune(max_rows=7, pause=0)
    pruned = indexes(raw)
    await open_store().build_indexes()
    without_policy = indexes(raw)
    await store.build_indexes()

    assert (report.deleted, report.done) == (7, False)
    assert not pruned & OF_PRUNING
    assert not without_policy & OF_PRUNING
    assert indexes(raw) & OF_PRUNING == {"mastra_py_messages_created_idx"}


async def test_without_init_no_index_is_made(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    await open_store().init()
    add_messages(raw, old(3))
    before = indexes(raw)

    reports = await open_store(disable_init=True).prune(EVERY)

    assert [report.deleted for report in reports] == [0, 3, 0]
    assert indexes(raw) == before


async def test_a_time_in_quotes_is_the_time_within_them(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    """The original's adapter leaves them, and quotes sort before digits."""
    await open_store().init()
    today = iso(datetime.now(UTC))
    times = {"old": LONG_AGO, "quoted": f'"{LONG_AGO}"', "new": today, "kept": f'"{today}"'}
    add_messages(raw, iter(times.items()))

    reports = await open_store().prune({"memory": {"messages": {"maxAge": "30d", "batchSize": 1}}})

    assert [report.deleted for report in reports] == [2]
    left = raw.execute("SELECT id FROM mastra_messages ORDER BY id").fetchall()
    assert left == [("kept",), ("new",)]


async def test_a_row_without_a_time_stays(open_store: OpenStore, raw: sqlite3.Connection) -> None:
    raw.execute("""
        CREATE TABLE mastra_resources (id TEXT PRIMARY KEY, workingMemory TEXT, metadata TEXT,
          createdAt TEXT, updatedAt TEXT)
    """)
    rows = [("timeless", None), ("old", LONG_AGO)]
    raw.executemany("INSERT INTO mastra_resources (id, updatedAt) VALUES (?, ?)", rows)

    reports = await open_store().prune({"memory": {"resources": "30d"}})

    assert [report.deleted for report in reports] == [1]
    assert raw.execute("SELECT id FROM mastra_resources").fetchall() == [("timeless",)]


async def test_a_failed_batch_is_rolled_back_wholly(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store()
    thread = await store.memory.create_thread(resource_id="r", thread_id="t")
    add_messages(raw, old(3))
    raw.execute("UPDATE mastra_threads SET updatedAt = ?", [LONG_AGO])
    raw.execute("""
        CREATE TRIGGER stop BEFORE DELETE ON mastra_messages WHEN old.id = 'm2'
        BEGIN SELECT raise(ABORT, 'no'); END
    """)

    with pytest.raises(Exception, match="prune") as caught:
        await store.prune({"memory": {"threads": "30d"}})

    assert caught.value.__notes__ == ["prune of memory.threads: 0 deleted, not done"]
    assert (await store.memory.list_messages(thread.id)).total == 3


async def test_pruning_takes_the_same_memory_however_much_there_is(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    """100,000 messages, a thousand at a time: a batch and its ids are all that is held."""
    store = open_store(retention={"memory": {"messages": "30d"}})
    await store.prune()  # The index is made while the table is small.
    add_messages(raw, old(100_000))
    peaks: list[int] = []

    def measure(_: Any) -> None:
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.reset_peak()

    tracemalloc.start()
    try:
        (report,) = await store.prune(pause=0, progress=measure)
    finally:
        tracemalloc.stop()

    assert (report.deleted, report.done) == (100_000, True)
    assert len(peaks) == 101
    assert max(islice(peaks, 10, None)) < 2 * max(peaks[:10])
    assert max(peaks) < 5_000_000
