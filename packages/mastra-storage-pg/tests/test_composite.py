"""Stores behind one composite: what they share of a server's connections, and what they do not."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeAlias

import asyncpg
import pytest
from mastra_storage_core import CompositeStore, Store, UnavailableError, compose
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
RUN: dict[str, Any] = {"workflow_name": "w", "run_id": "r", "snapshot": {"status": "running"}}
OPEN = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


async def use(store: Store) -> None:
    """Write to both domains."""
    await store.memory.create_thread(resource_id="r")
    await store.workflows.persist_workflow_snapshot(**RUN)


async def no_connections(observer: asyncpg.Connection) -> None:
    """Wait for the server to notice that all others have gone."""
    for _ in range(500):
        if await observer.fetchval(OPEN) == 0:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("connections stay open")


async def test_stores_with_one_pool_have_no_connections_besides(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    observer = await connect(url)
    async with asyncpg.create_pool(url, min_size=0, max_size=1) as mine:
        one, two = open_store(pool=mine), open_store(pool=mine, schema_name="runs")
        store = CompositeStore(id="app", default=one, domains={"workflows": two})
        other = CompositeStore(id="other", domains={"memory": two, "workflows": one.workflows})
        async with store, other:
            await use(store)
            await use(other)
            assert await observer.fetchval(OPEN) == 1

        assert await mine.fetchval("SELECT count(*) FROM runs.mastra_workflow_snapshot") == 1
        assert await mine.fetchval("SELECT count(*) FROM mastra_workflow_snapshot") == 1


async def test_two_composites_of_one_store_have_one_pool(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    observer = await connect(url)
    leaf = open_store(url, max_connections=1)
    one = CompositeStore(id="one", default=leaf, domains={"workflows": leaf})
    two = CompositeStore(id="two", default=one, domains={"memory": leaf.memory})
    await one.init()
    await two.init()
    await use(one)
    await use(two)

    assert await observer.fetchval(OPEN) == 1


async def test_equal_urls_are_one_store_with_one_pool(
    url: str, connect: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    table = {"url": "${DATABASE_URL}", "max_connections": 1}
    observer = await connect(url)

    async with compose({"default": table, "domains": {"workflows": dict(table)}}) as store:
        await use(store)
        assert await observer.fetchval(OPEN) == 1


async def test_a_server_that_is_not_there_is_named_and_the_other_is_usable(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    nowhere = open_store("postgresql://user:s3cret@127.0.0.1:1/db")
    store = CompositeStore(
        id="app", default=nowhere, domains={"memory": open_store(url, max_connections=1)}
    )

    with pytest.raises(UnavailableError, match=r"^init: PG \(workflows, .*\): ") as caught:
        await store.init()
    await store.memory.create_thread(resource_id="r")
    with pytest.raises(UnavailableError):
        async with store:
            pass

    assert "s3cret" not in str(caught.value)
    await no_connections(await connect(url))
