"""A file that a newer Mastra has changed: kept, usable, and one warning says what is unknown."""

import sqlite3
from collections.abc import Callable
from typing import TypeAlias

import pytest
from mastra_storage_core import NewMessage
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
LATER = """
ALTER TABLE mastra_threads ADD COLUMN colour TEXT DEFAULT 'red';
ALTER TABLE mastra_messages ADD COLUMN "of the future" TEXT;
CREATE TABLE mastra_later (id TEXT);
CREATE TABLE memory_messages (id TEXT);
CREATE TABLE of_the_user (id TEXT);
INSERT INTO mastra_later VALUES ('kept');
"""


async def test_one_warning_names_what_a_newer_mastra_has_added(
    open_store: OpenStore, raw: sqlite3.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    await open_store().init()
    raw.executescript(LATER)
    assert caplog.messages == []

    store = open_store()
    await store.init()
    await store.memory.list_threads()

    (warning,) = caplog.messages
    assert "'mastra_later', 'mastra_messages.of the future', 'mastra_threads.colour';" in warning
    assert raw.execute("SELECT id FROM mastra_later").fetchall() == [("kept",)]


async def test_what_unknown_columns_hold_survives_our_writes(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store()
    thread = await store.memory.create_thread(resource_id="r", thread_id="t")
    said = NewMessage(id="m", thread_id="t", resource_id="r", role="user", content="hello")
    await store.memory.save_messages([said])
    raw.executescript(LATER)
    raw.executescript("""
        UPDATE mastra_threads SET colour = 'blue';
        UPDATE mastra_messages SET "of the future" = 'text';
    """)

    await store.memory.save_thread(thread)
    await store.memory.save_messages([said])

    assert raw.execute("SELECT colour FROM mastra_threads").fetchall() == [("blue",)]
    assert raw.execute('SELECT "of the future" FROM mastra_messages').fetchall() == [("text",)]


async def test_a_store_that_makes_nothing_warns_of_nothing(
    open_store: OpenStore, raw: sqlite3.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    await open_store().init()
    raw.executescript(LATER)

    await open_store(disable_init=True).init()

    assert caplog.messages == []
