"""Values where PostgreSQL has its own mind: times in zones, jsonb, the order of texts."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import asyncpg
import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import (
    CREATED_AT_ASC,
    CorruptDataError,
    DateRange,
    InvalidInputError,
    NewMessage,
    OrderBy,
    Thread,
)
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
NOON = datetime(2024, 3, 1, 12, 0, 0, 123_000, UTC)
ZONES = ["Asia/Kolkata", "America/New_York"]
TIMES = """
SELECT "createdAt", "createdAtZ" AT TIME ZONE 'UTC', "updatedAt", "updatedAtZ" AT TIME ZONE 'UTC'
FROM mastra_threads UNION ALL
SELECT "createdAt", "createdAtZ" AT TIME ZONE 'UTC', NULL, NULL FROM mastra_messages
"""


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("of", ["database", "session", "process"])
async def test_times_are_right_in_every_column_whatever_the_zone(
    url: str, open_store: OpenStore, connect: Any, monkeypatch: Any, of: str, zone: str
) -> None:
    connection = await connect(url)
    if of == "database":
        name = await connection.fetchval("SELECT current_database()")
        await connection.execute(f"ALTER DATABASE {name} SET timezone = '{zone}'")
    if of == "process":
        monkeypatch.setenv("TZ", zone)
        monkeypatch.setenv("PGTZ", zone)
    memory = open_store(f"{url}?timezone={zone}" if of == "session" else url).memory
    thread = Thread(id="t", resource_id="r", title="", created_at=NOON, updated_at=NOON)
    await memory.save_thread(thread)
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    (message,) = await memory.save_messages(
        [NewMessage(thread_id="t", resource_id="r", role="user", content="x", created_at=NOON)]
    )
    (found,) = (await memory.list_threads()).threads
    at_noon = await memory.list_messages("t", date_range=DateRange(start=NOON, end=NOON))

    assert message.created_at == found.created_at == NOON
    assert before <= found.updated_at <= datetime.now(UTC)
    assert at_noon.total == 1
    rows = await connection.fetch(TIMES)
    assert all(base == mirror for row in rows for base, mirror in (row[:2], row[2:]))
    assert {row[0] for row in rows} == {NOON.replace(tzinfo=None)}


async def test_local_time_that_the_original_wrote_is_not_taken_for_utc(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    memory = open_store(url).memory
    await memory.save_thread(Thread(id="t", resource_id="r", title="", created_at=NOON))
    connection = await connect(url)
    later = NOON + timedelta(hours=1)
    await connection.execute(
        'UPDATE mastra_threads SET "updatedAt" = $1, "updatedAtZ" = $2',
        (later + timedelta(hours=5)).replace(tzinfo=None),
        later,
    )

    found = await memory.get_thread_by_id("t")
    changed = await memory.update_thread("t", title="new")
    assert found
    assert found.updated_at == later
    assert changed.updated_at < datetime.now(UTC) + timedelta(seconds=1)


@pytest.mark.parametrize("column", ["createdAt", "updatedAtZ"])
@pytest.mark.parametrize("value", ["12000-01-01", "0044-03-15 BC"])
async def test_a_time_that_python_cannot_hold_is_named_by_table_and_row(
    url: str, open_store: OpenStore, connect: Any, column: str, value: str
) -> None:
    memory = open_store(url).memory
    for thread_id in ("bad", "good"):
        await memory.create_thread(resource_id="r", thread_id=thread_id, metadata={"a": "b"})
    await (await connect(url)).execute(
        f"""UPDATE mastra_threads SET "{column}" = '{value}' WHERE id = 'bad'"""
    )

    for use in (memory.get_thread_by_id("bad"), memory.list_threads()):
        with pytest.raises(CorruptDataError, match=column.removesuffix("Z")) as caught:
            await use
        assert (caught.value.table, caught.value.key) == ("mastra_threads", "bad")
    assert await memory.get_thread_by_id("good") is not None


async def test_what_jsonb_cannot_keep_becomes_a_replacement_character(
    url: str, open_store: OpenStore
) -> None:
    memory = open_store(url).memory
    metadata = {"a\0": "\0b", "c": ["\ud800", {"\udfff": "\\u0000"}], "d": "\\ud800 \U0001f600"}
    thread = await memory.create_thread(resource_id="r", metadata=metadata)
    await memory.update_resource("r", metadata=metadata)
    kept = {"a\ufffd": "\ufffdb", "c": ["\ufffd", {"\ufffd": "\\u0000"}], "d": "\\ud800 \U0001f600"}

    for found in (await memory.get_thread_by_id(thread.id), await memory.get_resource_by_id("r")):
        assert found
        assert found.metadata == kept


@pytest.mark.parametrize("metadata", [{"a\0": 1, "a\ufffd": 2}, {"b": [{"\ud800": 1, "\0": 2}]}])
async def test_keys_that_become_equal_are_refused_and_nothing_is_written(
    url: str, open_store: OpenStore, metadata: dict[str, Any]
) -> None:
    memory = open_store(url).memory
    thread = await memory.create_thread(resource_id="r", metadata={"kept": 1})
    for use in (
        memory.create_thread(resource_id="r", metadata=metadata),
        memory.update_thread(thread.id, title="new", metadata=metadata),
        memory.update_thread_metadata(thread.id, lambda _: metadata),
        memory.update_resource("r", metadata=metadata),
    ):
        with pytest.raises(InvalidInputError, match="two keys"):
            await use

    assert await memory.get_thread_by_id(thread.id) == thread
    assert await memory.get_resource_by_id("r") is None


async def test_contents_keep_everything_because_their_column_is_text(
    url: str, open_store: OpenStore
) -> None:
    memory = open_store(url).memory
    thread = await memory.create_thread(resource_id="r")
    content = {"z": 1, "format": 2, "parts": [{"a\0": "\ud800"}], "n": [1e23, -0.0, 2**70]}
    await memory.save_messages(
        [NewMessage(thread_id=thread.id, resource_id="r", role="user", content=content)]
    )
    (found,) = (await memory.list_messages(thread.id)).messages

    assert repr(found.content) == repr(content)


@pytest.mark.parametrize("stored", ["""'"{\\"a\\": 1}"'""", """'{"a": 1}'"""])
async def test_metadata_of_resources_is_read_encoded_once_or_twice(
    url: str, open_store: OpenStore, connect: Any, stored: str
) -> None:
    memory = open_store(url).memory
    await memory.update_resource("r", metadata={})
    await (await connect(url)).execute(f"UPDATE mastra_resources SET metadata = {stored}")
    found = await memory.get_resource_by_id("r")

    assert found
    assert found.metadata == {"a": 1}
    assert (await memory.update_resource("r", metadata={"b": 2})).metadata == {"a": 1, "b": 2}


async def test_ids_are_in_code_point_order_under_the_collation_of_a_language(
    server: PostgresServer, url: str, open_store: OpenStore, connect: Any
) -> None:
    ids = ["B", "Z0", "Z1", "_x", "a", "\uffff", "\U0001f600"]
    memory = open_store(url).memory
    for thread_id in reversed(ids):
        await memory.save_thread(Thread(id=thread_id, resource_id="r", title="", created_at=NOON))
    new = {"thread_id": "B", "resource_id": "r", "role": "user", "content": "x"}
    await memory.save_messages(
        [NewMessage(id=each, created_at=NOON, **new) for each in reversed(ids)]
    )

    for field in ("created_at", "updated_at"):
        page = await memory.list_threads(order_by=OrderBy(field, "asc"))
        assert [each.id for each in page.threads if each.id != "B"] == ids[1:]
    messages = (await memory.list_messages("B", order_by=CREATED_AT_ASC)).messages
    assert [each.id for each in messages] == ids
    connection: asyncpg.Connection = await connect(url)
    rows = await connection.fetch("SELECT id FROM mastra_threads ORDER BY id")
    assert server.collation.endswith(" C") or [row["id"] for row in rows] != ids
