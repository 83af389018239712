"""Rows that do not fit: those that the original writes are read, the others are named."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import CorruptDataError, NewMessage
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]


async def spoil(store: LibSQLStore, raw: sqlite3.Connection, column: str, value: str) -> str:
    """Save a thread and write an expression of SQL into it; return its id."""
    thread = await store.memory.create_thread(resource_id="r", metadata={"a": 1})
    raw.execute(f"UPDATE mastra_threads SET {column} = {value}")
    return thread.id


@pytest.mark.parametrize("value", ["'{bad'", "''", "'[1,]'", "x'ff'", "x'cc'", "x'1b41'", "x''"])
async def test_metadata_that_is_no_json_is_named_by_table_and_row(
    open_store: OpenStore, raw: sqlite3.Connection, value: str
) -> None:
    memory = (store := open_store()).memory
    thread_id = await spoil(store, raw, "metadata", value)

    for use in (memory.get_thread_by_id(thread_id), memory.list_threads()):
        with pytest.raises(CorruptDataError, match="metadata of the row") as caught:
            await use
        assert (caught.value.table, caught.value.key) == ("mastra_threads", thread_id)
    with pytest.raises(CorruptDataError):
        await memory.update_thread(thread_id, metadata={"b": 1})
    assert (await memory.list_threads(metadata={"a": 1})).total == 0
    assert raw.execute(f"SELECT metadata = {value} FROM mastra_threads").fetchone() == (1,)


@pytest.mark.parametrize(
    "value",
    ["'no date'", "'+012000-01-01T00:00:00.000Z'", "'12000-01-01'", "'0000-01-01'", "''", "x'41'"],
)
async def test_a_time_that_python_cannot_hold_is_named_by_table_and_row(
    open_store: OpenStore, raw: sqlite3.Connection, value: str
) -> None:
    store = open_store()
    thread_id = await spoil(store, raw, "createdAt", value)

    for use in (store.memory.get_thread_by_id(thread_id), store.memory.list_threads()):
        with pytest.raises(CorruptDataError, match="createdAt of the row") as caught:
            await use
        assert (caught.value.table, caught.value.key) == ("mastra_threads", thread_id)


@pytest.mark.parametrize(
    "value",
    [
        """'"2024-03-01T10:00:00.123Z"'""",
        "'2024-03-01 10:00:00.123'",
        "'2024-03-01T12:00:00.1239+02'",
    ],
)
async def test_a_time_in_another_spelling_is_read(
    open_store: OpenStore, raw: sqlite3.Connection, value: str
) -> None:
    store = open_store()
    thread_id = await spoil(store, raw, "createdAt", value)
    thread = await store.memory.get_thread_by_id(thread_id)

    assert thread
    assert thread.created_at == datetime(2024, 3, 1, 10, 0, 0, 123_000, UTC)


async def test_an_unreadable_text_locks_nothing(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store(readers=1, busy_timeout_ms=0)
    thread_id = await spoil(store, raw, "title", "CAST(x'ff' AS TEXT)")
    memory = store.memory
    kept = []
    for use in (memory.get_thread_by_id(thread_id), memory.update_thread(thread_id, metadata={})):
        with pytest.raises(CorruptDataError) as caught:
            await use
        kept.append(caught)
    raw.execute("UPDATE mastra_threads SET title = 'mended'")

    assert (await memory.update_thread(thread_id, metadata={"b": 2})).title == "mended"
    assert (await memory.list_threads()).threads[0].metadata == {"a": 1, "b": 2}


async def test_a_damaged_blob_is_corrupt_for_the_engine_too(
    open_store: OpenStore, engine: ModuleType
) -> None:
    store = open_store(sqlite=engine)
    await store.memory.create_thread(resource_id="r")
    await store._db.run(lambda raw: raw.execute("UPDATE mastra_threads SET metadata = x'cc'"))

    with pytest.raises(CorruptDataError):
        await store.memory.list_threads()


async def test_a_message_of_the_wrong_shape_is_named(
    open_store: OpenStore, raw: sqlite3.Connection, said: Any
) -> None:
    store = open_store()
    thread = await store.memory.create_thread(resource_id="r")
    await store.memory.save_messages(said(thread, 3))
    raw.execute("UPDATE mastra_messages SET createdAt = 'never' WHERE id = 'm1'")

    for use in (store.memory.list_messages(thread.id), store.memory.list_messages_by_id(["m1"])):
        with pytest.raises(CorruptDataError) as caught:
            await use
        assert (caught.value.table, caught.value.key) == ("mastra_messages", "m1")
    assert len(await store.memory.list_messages_by_id(["m0", "m2"])) == 2


async def test_a_content_that_is_no_text_is_named(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    memory = (store := open_store()).memory
    thread_id = await spoil(store, raw, "title", "'t'")
    message = NewMessage(thread_id=thread_id, resource_id="r", role="user", content="hello")
    await memory.save_messages([message])
    raw.execute("UPDATE mastra_messages SET content = x'ff00'")

    with pytest.raises(CorruptDataError, match=message.id):
        await memory.list_messages(thread_id)
