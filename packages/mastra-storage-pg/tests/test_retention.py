"""Pruning on a server: its indexes, whoever holds a row, vectors, and times that are only in a
mirror.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError, NewMessage, Retention
from mastra_storage_pg import PostgresConfig, PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
EVERY = {"memory": dict.fromkeys(("threads", "messages", "resources"), "30d")}
THREADS = {"memory": {"threads": "30d"}}
OF_PRUNING = {"mastra_py_messages_created_idx", "mastra_py_resources_updated_idx"}
OURS = """
SELECT c.relname FROM pg_class AS c JOIN pg_index ON indexrelid = c.oid
WHERE c.relname ~ '^mastra_py_' AND indisvalid AND c.relnamespace = quote_ident($1)::regnamespace
"""
OLD = """UPDATE mastra_threads SET "updatedAt" = '2024-03-01', "updatedAtZ" = '2024-03-01Z'"""


async def ours(connection: Any, schema: str = "public") -> set[str]:
    """Return the names of our indexes that were built to the end."""
    return {name for (name,) in await connection.fetch(OURS, schema)}


async def old_threads(store: PostgresStore, connection: Any, *names: str) -> None:
    """Make threads that were last used long ago, with a message each."""
    for name in names:
        await store.memory.create_thread(resource_id="r", thread_id=name)
        message = NewMessage(thread_id=name, resource_id="r", role="user", content="hello")
        await store.memory.save_messages([message])
    await connection.execute(OLD)


async def left(connection: Any) -> list[str]:
    return [name for (name,) in await connection.fetch("SELECT id FROM mastra_threads ORDER BY 1")]


async def test_a_store_takes_its_retention_as_a_setting(url: str, open_store: OpenStore) -> None:
    store = open_store(url, retention=EVERY)

    assert [report.table for report in await store.prune()] == list(EVERY["memory"])
    assert PostgresConfig.check(url=url).retention == Retention()
    with pytest.raises(ConfigurationError, match="no domain 'memroy'; the nearest is 'memory'"):
        PostgresStore(url, retention={"memroy": {}})


@pytest.mark.parametrize("skip", [True, False])
@pytest.mark.parametrize("schema", ["public", "My-own"])
async def test_indexes_are_made_by_the_first_prune_and_not_before(
    url: str, open_store: OpenStore, connect: Any, schema: str, skip: bool
) -> None:
    store = open_store(url, schema_name=schema, skip_default_indexes=skip, retention=EVERY)
    await store.init()
    await store.prune(dry_run=True)
    connection = await connect(url)
    before = await ours(connection, schema)
    await store.prune()

    assert not before & OF_PRUNING
    assert await ours(connection, schema) - before == OF_PRUNING | (
        {"mastra_py_threads_updated_idx"} if skip else set()
    )


async def test_build_indexes_builds_those_of_the_stores_policies(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    connection = await connect(url)
    await open_store(url).build_indexes()
    without = await ours(connection)
    await open_store(url, retention=EVERY).build_indexes()

    assert await ours(connection) - without == OF_PRUNING


async def test_without_init_no_index_is_made(url: str, open_store: OpenStore, connect: Any) -> None:
    first, connection = open_store(url), await connect(url)
    await old_threads(first, connection, "a", "b")
    before = await ours(connection)
    reports = await open_store(url, disable_init=True).prune(EVERY)

    assert [report.deleted for report in reports] == [2, 0, 0]
    assert await ours(connection) == before


async def test_a_role_that_may_not_make_indexes_prunes_without_them(
    url: str, open_store: OpenStore, connect: Any, caplog: pytest.LogCaptureFixture
) -> None:
    first, owner = open_store(url), await connect(url)
    await old_threads(first, owner, "a")
    await owner.execute("""
        CREATE ROLE pruner; GRANT USAGE ON SCHEMA public TO pruner;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO pruner;
    """)
    store = open_store(f"{url}?role=pruner")
    reports = await store.prune(EVERY)

    assert [report.deleted for report in reports] == [1, 0, 0]
    assert "mastra_py_messages_created_idx was not built" in caplog.text
    await store.close()
    await owner.execute("DROP OWNED BY pruner; DROP ROLE pruner")


async def test_a_thread_that_somebody_holds_is_passed_over(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    """Nobody waits, and the next call deletes it if it is old all the same."""
    store, connection = open_store(url), await connect(url)
    await old_threads(store, connection, "a", "b", "c")
    async with connection.transaction():
        await connection.execute("SELECT 1 FROM mastra_threads WHERE id = 'b' FOR UPDATE")
        (report,) = await store.prune(THREADS)
        assert (report.deleted, report.done) == (2, True)
    assert await left(connection) == ["b"]

    (report,) = await store.prune(THREADS)
    assert report.deleted == 1
    assert await connection.fetchval("SELECT count(*) FROM mastra_messages") == 0


async def test_vectors_go_with_the_threads_of_a_batch(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    store, connection = open_store(url), await connect(url)
    await old_threads(store, connection, "a", "b")
    await store.memory.create_thread(resource_id="r", thread_id="c")
    await connection.execute("""
        CREATE TABLE memory_messages_384 (metadata jsonb);
        INSERT INTO memory_messages_384 VALUES
          ('{"thread_id": "a"}'), ('{"thread_id": "b"}'), ('{"thread_id": "c"}'), ('{}'), (NULL);
    """)
    await store.prune(THREADS)

    assert await left(connection) == ["c"]
    assert await connection.fetchval("SELECT count(*) FROM memory_messages_384") == 3


async def test_the_mirror_says_how_old_a_thread_is(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    """The original writes its session's local time into the other column; without both, nothing
    says that a thread is old.
    """
    store, connection = open_store(url), await connect(url)
    await old_threads(store, connection, "fresh", "old", "plain", "timeless")
    await connection.execute("""
        ALTER TABLE mastra_threads ALTER "updatedAt" DROP NOT NULL;
        UPDATE mastra_threads SET "updatedAtZ" = now() WHERE id = 'fresh';
        UPDATE mastra_threads SET "updatedAt" = now() WHERE id = 'old';
        UPDATE mastra_threads SET "updatedAtZ" = NULL WHERE id = 'plain';
        UPDATE mastra_threads SET "updatedAt" = NULL, "updatedAtZ" = NULL WHERE id = 'timeless';
    """)
    await store.prune(THREADS)

    assert await left(connection) == ["fresh", "timeless"]
