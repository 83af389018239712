"""The vectors of the original: those of a deleted thread go with it, and no others."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
ODD = 'memory_messages_%s"; DROP TABLE mastra_threads; --'
OWNED = ["memory_messages", "memory_messages_384", "memory_messages_Ünï-1", ODD]
LEFT_ALONE = [
    "memory_messages_%(x)s",
    "memory_message",
    "memory_messagesX384",
    "my_memory_messages_384",
    "memory_documents",
]


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


async def make(connection: Any, name: str, schema: str = "public") -> None:
    """Make a table as the original makes it for vectors, with rows of three threads."""
    table = f"{quoted(schema)}.{quoted(name)}"
    await connection.execute(f"""
        CREATE TABLE {table} (id serial, vector_id text UNIQUE, embedding text, metadata jsonb);
        CREATE INDEX ON {table} USING gin (metadata);
        INSERT INTO {table} (metadata) VALUES ('{{"thread_id": "t"}}'), ('{{"thread_id": "t"}}'),
          ('{{"thread_id": "other"}}'), ('{{"thread_id": "%"}}'), ('{{}}'), (NULL), ('["t"]'),
          ('"t"');
    """)


async def count(connection: Any, name: str, schema: str = "public") -> int:
    found = await connection.fetchval(f"SELECT count(*) FROM {quoted(schema)}.{quoted(name)}")
    return int(found)


async def test_the_vectors_of_a_deleted_thread_go_with_it(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    memory = open_store(url).memory
    await memory.create_thread(resource_id="r", thread_id="t")
    connection = await connect(url)
    await connection.execute("CREATE SCHEMA elsewhere")
    for name in [*OWNED, *LEFT_ALONE]:
        await make(connection, name)
    await make(connection, "memory_messages", "elsewhere")

    assert await memory.delete_thread("t")

    assert {name: await count(connection, name) for name in OWNED} == dict.fromkeys(OWNED, 6)
    assert {await count(connection, name) for name in LEFT_ALONE} == {8}
    assert await count(connection, "memory_messages", "elsewhere") == 8


async def test_only_the_vectors_of_the_stores_own_schema_go(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    memory = open_store(url, schema_name="my-own").memory
    await memory.create_thread(resource_id="r", thread_id="t")
    connection = await connect(url)
    for schema in ("public", "my-own"):
        await make(connection, "memory_messages_384", schema)

    assert await memory.delete_thread("t")

    assert await count(connection, "memory_messages_384", "my-own") == 6
    assert await count(connection, "memory_messages_384") == 8


async def test_relations_of_that_name_that_hold_no_vectors_are_left_alone(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    memory = open_store(url).memory
    await memory.create_thread(resource_id="r", thread_id="t")
    connection = await connect(url)
    await connection.execute("""
        CREATE TABLE memory_messages (id text, thread_id text);
        CREATE TABLE memory_messages_text (metadata text);
        CREATE VIEW memory_messages_view AS SELECT '{"thread_id": "t"}'::jsonb AS metadata;
        CREATE TYPE memory_messages_type AS (metadata jsonb);
        CREATE TABLE memory_messages_parts (metadata jsonb) PARTITION BY LIST ((metadata ->> 'a'));
        CREATE TABLE memory_messages_part PARTITION OF memory_messages_parts DEFAULT;
        INSERT INTO memory_messages VALUES ('1', 't');
        INSERT INTO memory_messages_text VALUES ('{"thread_id": "t"}');
        INSERT INTO memory_messages_parts VALUES ('{"thread_id": "t"}');
    """)

    assert await memory.delete_thread("t")

    names = ["memory_messages", "memory_messages_text", "memory_messages_view"]
    assert {await count(connection, name) for name in names} == {1}
    assert await count(connection, "memory_messages_parts") == 0


async def test_a_thread_that_is_not_deleted_keeps_its_vectors(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    memory = open_store(url).memory
    await memory.create_thread(resource_id="r", thread_id="t")
    connection = await connect(url)
    await make(connection, "memory_messages")

    assert not await memory.delete_thread("t", resource_id="somebody else")
    assert not await memory.delete_thread("unknown")
    assert await count(connection, "memory_messages") == 8


async def test_vectors_and_thread_go_together_or_not_at_all(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    memory = open_store(url).memory
    await memory.create_thread(resource_id="r", thread_id="t")
    connection = await connect(url)
    await make(connection, "memory_messages")
    await connection.execute("""
        CREATE TABLE uses (id text REFERENCES memory_messages (vector_id));
        UPDATE memory_messages SET vector_id = id;
        INSERT INTO uses VALUES ('1');
    """)

    with pytest.raises(Exception, match="constraint"):
        await memory.delete_thread("t")
    assert await memory.get_thread_by_id("t")
    assert await count(connection, "memory_messages") == 8
