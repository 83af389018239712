"""Files that somebody prepared: each answer is a right one or a typed error, and comes soon."""

import asyncio
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError, CorruptDataError, StorageError, Thread
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
SECONDS = 60
"""Until a call must have ended, on a machine that is busy."""


async def use(store: LibSQLStore) -> list[str]:
    """Read and write a little of everything; return what the errors say."""
    found = []
    for call in (
        lambda: store.memory.list_threads(per_page=None),
        lambda: store.memory.list_threads(metadata={"a": 1}),
        lambda: store.memory.list_messages_by_resource_id("r", per_page=None),
        lambda: store.memory.create_thread(resource_id="r", metadata={"a": [1]}),
        lambda: store.workflows.list_workflow_runs(),
        lambda: store.scores.list_scores_by_run_id("r"),
        lambda: store.observability.list_traces(),
        lambda: store.agents.list_resolved(),
        lambda: store.datasets.list_datasets(),
    ):
        try:
            async with asyncio.timeout(SECONDS):
                await call()
        except StorageError as error:
            found.append(str(error))
    assert "app.db" not in str(found)
    return found


@pytest.mark.parametrize("seed", range(20))
async def test_flipped_bytes_are_read_rightly_or_are_a_typed_error(
    open_store: OpenStore, golden: Path, seed: int
) -> None:
    dice, data = random.Random(seed), bytearray(golden.read_bytes())  # noqa: ASYNC240
    reach = 200 if seed % 2 else len(data)  # half of them where the header and the schema are
    for _ in range(dice.choice([1, 10, 300])):
        data[dice.randrange(reach)] ^= 1 << dice.randrange(8)
    golden.write_bytes(data)  # noqa: ASYNC240

    await use(open_store(busy_timeout_ms=100))


@pytest.mark.parametrize("page", range(2, 40, 4))
async def test_a_page_of_noise_is_a_typed_error_or_not_met(
    open_store: OpenStore, golden: Path, page: int
) -> None:
    data = bytearray(golden.read_bytes())  # noqa: ASYNC240
    size = int.from_bytes(data[16:18], "big")
    data[page * size : (page + 1) * size] = random.Random(page).randbytes(size)
    golden.write_bytes(data)  # noqa: ASYNC240

    await use(open_store(busy_timeout_ms=100))


async def test_the_log_of_another_file_is_a_typed_error(
    open_store: OpenStore, golden: Path, tmp_path: Path
) -> None:
    """SQLite does not know whose a log is, and takes its pages for those of the file."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("CREATE TABLE mastra_threads (id)")
        raw.execute("INSERT INTO mastra_threads VALUES ('evil')")
        raw.commit()
        shutil.copy(f"{other}-wal", f"{golden}-wal")

    assert await use(open_store(busy_timeout_ms=100))


async def test_a_table_of_somebody_else_is_named(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    raw.execute("CREATE TABLE mastra_threads (id)")

    with pytest.raises(ConfigurationError, match="mastra_threads has no column createdAt"):
        await open_store().init()


WRONG_TYPES = {
    "a number": 5,
    "a real": 1.5,
    "a blob": b"\x00\xff",
    "no JSON": "{",
    "deep": "[" * 3_000 + "]" * 3_000,
    "long": "9" * 100_000,
    "no UTF-8": b"\xff\xfe",
    "nothing": None,
}


@pytest.mark.parametrize("value", WRONG_TYPES.values(), ids=WRONG_TYPES)
async def test_a_column_of_another_type_is_a_value_or_damage(
    open_store: OpenStore, raw: sqlite3.Connection, value: Any
) -> None:
    """SQLite keeps any type in any column."""
    store = open_store()
    await store.memory.save_thread(Thread(id="t", resource_id="r", title="T", metadata={"a": 1}))
    raw.execute("PRAGMA ignore_check_constraints=1")
    for column in ("title", "metadata", "createdAt", "updatedAt", "resourceId"):
        raw.execute("SAVEPOINT one")
        try:
            raw.execute(f'UPDATE mastra_threads SET "{column}" = ?', [value])
        except sqlite3.IntegrityError:
            raw.execute("ROLLBACK TO one")
        raw.execute("RELEASE one")
        for call in (
            lambda: store.memory.get_thread_by_id("t"),
            lambda: store.memory.list_threads(metadata={"a": 1}),
            lambda: store.memory.update_thread("t", metadata={"b": 2}),
        ):
            with suppress(CorruptDataError):
                await call()


VIEW = """
ALTER TABLE mastra_threads RENAME TO hidden;
CREATE VIEW mastra_threads AS SELECT * FROM hidden WHERE id <> 'secret';
"""
ENDLESS = """
DROP TABLE mastra_threads;
CREATE VIEW mastra_threads AS
WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n)
SELECT i AS id, 'r' AS resourceId, 't' AS title, NULL AS metadata, 'x' AS createdAt,
'x' AS updatedAt FROM n;
"""
TRIGGER = """
CREATE TRIGGER evil AFTER INSERT ON mastra_threads BEGIN
DELETE FROM mastra_messages; SELECT raise(ABORT, 'secret words'); END;
"""
GENERATED = """
DROP TABLE mastra_threads;
CREATE TABLE mastra_threads (id TEXT PRIMARY KEY, resourceId TEXT AS ('r'), title TEXT,
metadata TEXT, createdAt TEXT, updatedAt TEXT);
"""


@pytest.mark.parametrize("script", [VIEW, TRIGGER, GENERATED], ids=["view", "trigger", "generated"])
async def test_what_stands_where_a_table_should_is_a_typed_error(
    open_store: OpenStore, raw: sqlite3.Connection, script: str
) -> None:
    await open_store().init()
    raw.executescript(script)
    store = open_store(busy_timeout_ms=100)

    async with asyncio.timeout(SECONDS):
        with pytest.raises(StorageError) as caught:
            await store.memory.create_thread(resource_id="r", title="T")

    assert "secret" not in str(caught.value)


async def test_a_view_without_end_is_a_typed_error(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    await open_store().init()
    raw.executescript(ENDLESS)
    store = open_store(busy_timeout_ms=100)

    async with asyncio.timeout(SECONDS):
        with pytest.raises(StorageError):
            await store.memory.list_threads()
