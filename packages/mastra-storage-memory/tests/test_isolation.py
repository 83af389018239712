"""Nothing that goes in or comes out is shared: changing it never changes what is stored."""

from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from mastra_storage_core import (
    MemoryStorage,
    Message,
    MessageUpdate,
    NewMessage,
    ObservationalMemory,
    ObservationChunk,
    Resource,
    Thread,
)
from mastra_storage_memory import InMemoryStore

pytestmark = pytest.mark.asyncio

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def nested() -> dict[str, Any]:
    return {"list": [{"deep": [1]}]}


def spoil(value: dict[str, Any] | None) -> None:
    """Change an object on every level."""
    assert value is not None
    value["list"][0]["deep"].append(2)
    value["list"].append("more")
    value["key"] = "new"


def content() -> dict[str, Any]:
    return {"format": 2, "parts": [], **nested()}


@pytest_asyncio.fixture
async def memory() -> MemoryStorage:
    store = InMemoryStore()
    await store.memory.save_thread(Thread(id="t", resource_id="r", title="", metadata=nested()))
    return store.memory


async def stored_thread(memory: MemoryStorage) -> Thread:
    thread = await memory.get_thread_by_id("t")
    assert thread is not None
    return thread


async def save_message(memory: MemoryStorage, value: dict[str, Any]) -> Message:
    message = NewMessage(id="m", thread_id="t", resource_id="r", role="user", content=value)
    return (await memory.save_messages([message]))[0]


async def test_a_saved_thread_is_a_copy(memory: MemoryStorage) -> None:
    thread = Thread(id="t", resource_id="r", title="", metadata=nested())

    returned = await memory.save_thread(thread)
    spoil(thread.metadata)
    spoil(returned.metadata)

    assert (await stored_thread(memory)).metadata == nested()


async def test_a_created_thread_is_a_copy(memory: MemoryStorage) -> None:
    metadata = nested()

    returned = await memory.create_thread(thread_id="new", resource_id="r", metadata=metadata)
    spoil(metadata)
    spoil(returned.metadata)

    created = await memory.get_thread_by_id("new")
    assert created is not None
    assert created.metadata == nested()


async def test_threads_that_are_read_are_copies(memory: MemoryStorage) -> None:
    spoil((await stored_thread(memory)).metadata)
    spoil((await memory.list_threads()).threads[0].metadata)
    spoil((await memory.list_threads(metadata=nested())).threads[0].metadata)
    spoil((await memory.update_thread_resource_id("t", "r")).metadata)

    assert (await stored_thread(memory)).metadata == nested()


async def test_an_update_shares_nothing(memory: MemoryStorage) -> None:
    change = nested()

    returned = await memory.update_thread("t", metadata={"change": change})
    spoil(change)
    spoil(returned.metadata)
    spoil((returned.metadata or {})["change"])

    assert (await stored_thread(memory)).metadata == {**nested(), "change": nested()}


@pytest.mark.parametrize(("change", "merged"), [(None, {}), ({"a": 1}, {"a": 1})])
async def test_a_metadata_callback_cannot_reach_the_store(
    memory: MemoryStorage, change: dict[str, Any] | None, merged: dict[str, Any]
) -> None:
    def update(thread: Thread) -> dict[str, Any] | None:
        spoil(thread.metadata)
        return change

    returned = await memory.update_thread_metadata("t", update)

    assert returned is not None
    assert returned.metadata == (await stored_thread(memory)).metadata == {**nested(), **merged}


async def test_messages_are_copies(memory: MemoryStorage) -> None:
    given = content()
    saved = await save_message(memory, given)
    listed = await memory.list_messages("t")
    found = await memory.list_messages_by_id(["m"])

    for value in (given, saved.content, listed.messages[0].content, found[0].content):
        spoil(value)

    assert (await memory.list_messages_by_id(["m"]))[0].content == content()


async def test_an_updated_message_is_a_copy(memory: MemoryStorage) -> None:
    change = nested()
    await save_message(memory, content())

    returned = await memory.update_messages([MessageUpdate(id="m", content={"change": change})])
    spoil(change)
    spoil(returned[0].content)
    spoil(returned[0].content["change"])

    stored = await memory.list_messages_by_id(["m"])
    assert stored[0].content == {**content(), "change": nested()}


async def test_a_clone_shares_nothing_with_its_source(memory: MemoryStorage) -> None:
    await save_message(memory, content())
    metadata = {"own": nested()}

    clone = await memory.clone_thread("t", metadata=metadata)
    spoil(metadata["own"])
    spoil((clone.thread.metadata or {})["own"])
    spoil(clone.cloned_messages[0].content)

    cloned = await memory.get_thread_by_id(clone.thread.id)
    assert cloned is not None
    assert (cloned.metadata or {})["own"] == nested()
    for thread_id in ("t", cloned.id):
        assert (await memory.list_messages(thread_id)).messages[0].content == content()


async def test_resources_are_copies(memory: MemoryStorage) -> None:
    given = Resource(id="r", metadata=nested())
    saved = await memory.save_resource(given)
    read = await memory.get_resource_by_id("r")
    updated = await memory.update_resource("r", metadata={"a": 1})

    for resource in (given, saved, read, updated):
        assert resource is not None
        spoil(resource.metadata)

    stored = await memory.get_resource_by_id("r")
    assert stored is not None
    assert stored.metadata == {**nested(), "a": 1}


async def test_observational_records_are_copies(memory: MemoryStorage) -> None:
    chunk = ObservationChunk(
        cycle_id="c", observations="seen", token_count=1, message_ids=["m"], last_observed_at=NOON
    )
    given = ObservationalMemory(
        scope="thread",
        thread_id="t",
        config=nested(),
        metadata=nested(),
        buffered_observation_chunks=[chunk],
    )
    await memory.insert_observational_memory_record(given)
    before = await memory.get_observational_memory("t")

    for record in (given, before):
        assert record is not None
        spoil(record.config)
        spoil(record.metadata)
        (held,) = record.buffered_observation_chunks or []
        held.message_ids.append("other")

    after = await memory.get_observational_memory("t")
    assert after is not None
    assert (after.config, after.metadata) == (nested(), nested())
    assert [held.message_ids for held in after.buffered_observation_chunks or []] == [["m"]]
