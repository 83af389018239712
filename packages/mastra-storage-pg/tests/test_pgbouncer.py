"""Behind a pooler of transactions, where each transaction has another server."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_conformance.servers.pooler import TransactionPooler
from mastra_storage_core import ConfigurationError, Include
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]


async def use(store: PostgresStore, said: Any, number: int) -> None:
    """Call a bit of everything."""
    memory = store.memory
    thread = await memory.create_thread(resource_id=f"r{number}", metadata={"n": number})
    messages = [
        message.model_copy(update={"id": f"{number}-{message.id}"}) for message in said(thread, 5)
    ]
    await memory.save_messages(messages)
    page = await memory.list_messages(
        thread.id, metadata={"n": 3}, include=[Include(id=messages[0].id, with_next_messages=1)]
    )
    assert [message.id for message in page.messages] == [f"{number}-m{each}" for each in (0, 1, 3)]
    await memory.update_thread_metadata(thread.id, lambda _: {"more": [1]})
    clone = await memory.clone_thread(thread.id)
    await memory.update_resource(f"r{number}", working_memory="x", metadata={"a": 1})
    found = await memory.list_threads(resource_id=f"r{number}", metadata={"more": [1]})
    assert (found.total, len(clone.cloned_messages)) == (1, 5)
    assert await memory.delete_thread(thread.id)


async def test_with_the_switch_everything_works(url: str, open_store: OpenStore, said: Any) -> None:
    async with TransactionPooler(url) as pooler:
        store = open_store(pooler.url, pgbouncer=True, max_connections=6)
        await asyncio.gather(*(use(store, said, number) for number in range(12)))
        await store.build_indexes()
        await store.close()


async def test_init_works_on_a_database_of_the_original(golden: str, open_store: OpenStore) -> None:
    async with TransactionPooler(golden) as pooler:
        stores = [open_store(pooler.url, pgbouncer=True) for _ in range(3)]
        await asyncio.gather(*(store.init() for store in stores))
        found = await stores[0].memory.list_threads()
        for store in stores:
            await store.close()

    assert found.total


async def test_without_the_switch_the_error_names_it(url: str, open_store: OpenStore) -> None:
    await open_store(url).init()
    async with TransactionPooler(url) as pooler:
        store = open_store(pooler.url, max_connections=1, disable_init=True)
        assert (await store.memory.list_threads()).total == 0
        with pytest.raises(ConfigurationError, match="pgbouncer=True"):
            await store.memory.list_threads()
        await store.close()


async def test_no_lock_of_init_stays_behind_on_a_server_of_the_pooler(
    golden: str, open_store: OpenStore, connect: Any
) -> None:
    """A lock of a session, taken on one server and released on another, would stay for ever."""
    other = await connect(golden)
    async with TransactionPooler(golden) as pooler:
        for _ in range(2):
            for (index,) in await other.fetch(OURS):
                await other.execute(f'DROP INDEX "{index}"')
            store = open_store(pooler.url, pgbouncer=True)
            await store.init()
            await store.close()

            assert len(await other.fetch(OURS)) > 5
            assert await other.fetch(LOCKS) == []


OURS = "SELECT indexname FROM pg_indexes WHERE indexname LIKE 'mastra\\_py\\_%'"
LOCKS = "SELECT * FROM pg_locks WHERE locktype = 'advisory'"
