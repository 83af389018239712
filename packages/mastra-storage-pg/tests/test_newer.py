"""A schema that a newer Mastra has changed: kept, usable, and one warning says what is unknown."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import NewMessage
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
LATER = """
ALTER TABLE mastra_threads ADD COLUMN colour text DEFAULT 'red';
ALTER TABLE mastra_messages ADD COLUMN "of the future" text;
CREATE TABLE mastra_later (id text);
CREATE VIEW mastra_view AS SELECT 1 AS one;
CREATE TABLE memory_messages (id text);
CREATE TABLE of_the_user (id text);
CREATE SCHEMA another;
CREATE TABLE another.mastra_elsewhere (id text);
INSERT INTO mastra_later VALUES ('kept');
"""


async def test_one_warning_names_what_a_newer_mastra_has_added(
    url: str, open_store: OpenStore, connect: Any, caplog: pytest.LogCaptureFixture
) -> None:
    await open_store(url).init()
    connection = await connect(url)
    await connection.execute(LATER)
    assert caplog.messages == []

    store = open_store(url)
    await store.init()
    run: Any = {"workflow_name": "w", "run_id": "r", "owner_id": "me", "lease_ms": 1}
    await store.workflows.claim_run_ownership(**run)

    (warning,) = caplog.messages
    assert "'mastra_later', 'mastra_messages.of the future', 'mastra_threads.colour';" in warning
    assert await connection.fetchval("SELECT id FROM mastra_later") == "kept"


async def test_what_unknown_columns_hold_survives_our_writes(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    store = open_store(url)
    thread = await store.memory.create_thread(resource_id="r", thread_id="t")
    said = NewMessage(id="m", thread_id="t", resource_id="r", role="user", content="hello")
    await store.memory.save_messages([said])
    connection = await connect(url)
    await connection.execute(LATER)
    await connection.execute("""
        UPDATE mastra_threads SET colour = 'blue';
        UPDATE mastra_messages SET "of the future" = 'text';
    """)

    await store.memory.save_thread(thread)
    await store.memory.save_messages([said])

    assert await connection.fetchval("SELECT colour FROM mastra_threads") == "blue"
    assert await connection.fetchval('SELECT "of the future" FROM mastra_messages') == "text"


async def test_a_store_that_makes_nothing_warns_of_nothing(
    url: str, open_store: OpenStore, connect: Any, caplog: pytest.LogCaptureFixture
) -> None:
    await open_store(url).init()
    await (await connect(url)).execute(LATER)

    await open_store(url, disable_init=True).init()

    assert caplog.messages == []
