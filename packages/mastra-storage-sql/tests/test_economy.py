"""What a call costs: one trip to the driver for every public method, and few statements in it.

A trip is a hop to SQLite's thread, or a connection of PostgreSQL's pool: these are what a busy
process pays for.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from counting import CountingDatabase
from every_statement import statements
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core.domains.memory.interface import MemoryStorage
from mastra_storage_core.domains.memory.models import (
    Include,
    MessageUpdate,
    NewMessage,
    ObservationalMemory,
    ObservationChunk,
    Resource,
    Thread,
)
from mastra_storage_core.ids import now
from mastra_storage_core.store import Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

TEXT = {"format": 2, "parts": [{"type": "text", "text": "hello"}]}
COPYING = "transact: lock_thread chosen_messages create_thread copy_messages"
DELETING = "{} delete_threads delete_messages_of_threads delete_generations_of_threads"
CHANGING = "transact: lock_record change_record"
SUCCEEDING = "transact: lock_record insert_record"

BUDGET = {
    "get_thread_by_id": "fetch: get_thread",
    "save_thread": "fetch: save_thread",
    "create_thread": "fetch: create_thread",
    "update_thread": "fetch: update_thread",
    "patch_thread": "fetch: update_thread",
    "update_thread_metadata": "transact: lock_thread update_thread",
    "update_thread_resource_id": (
        "transact: lock_thread move_messages move_generations move_thread"
    ),
    "delete_thread": DELETING.format("transact:"),
    "list_threads": "fetch: list_threads",
    "save_messages": "transact: touch_threads stored_before save_messages",
    "list_messages": "batch: list_messages windows",
    "list_messages_by_resource_id": "batch: list_messages",
    "list_messages_by_id": "fetch: list_messages_by_id",
    "get_messages": "batch: list_messages",
    "update_messages": "transact: threads_of touch_threads lock_messages update_message",
    "delete_messages": "transact: touch_threads delete_messages",
    "copy_thread": COPYING,
    "clone_thread": f"{COPYING} copied_messages",
    "get_resource_by_id": "fetch: get_resource",
    "save_resource": "fetch: save_resource",
    "update_resource": "fetch: update_resource",
    "get_observational_memory": "fetch: list_generations",
    "get_observational_memory_history": "fetch: list_generations",
    "initialize_observational_memory": "transact: list_generations insert_record",
    "insert_observational_memory_record": "fetch: insert_record",
    "set_reflecting_flag": CHANGING,
    "set_observing_flag": CHANGING,
    "set_buffering_observation_flag": CHANGING,
    "set_buffering_reflection_flag": CHANGING,
    "set_pending_message_tokens": CHANGING,
    "update_observational_memory_config": CHANGING,
    "clear_observational_memory": "fetch: delete_generations",
    "update_active_observations": CHANGING,
    "update_buffered_observations": CHANGING,
    "swap_buffered_to_active": CHANGING,
    "update_buffered_reflection": CHANGING,
    "swap_buffered_reflection_to_active": f"{CHANGING} insert_record",
    "create_reflection_generation": SUCCEEDING,
    "prune": DELETING.format("transact: old_rows"),
}
"""The driver call of every public method, and the statements in it where all of them are needed.
`save_messages` is one statement for all rows. Windows of one size are one statement."""

ON_POSTGRES = BUDGET | {
    name: f"{BUDGET[name]} vector_tables" for name in ("delete_thread", "prune")
}
"""Here a thread may own vectors, and their tables have to be found."""

CALLS: dict[str, Callable[[MemoryStorage, ObservationalMemory], Awaitable[object]]] = {
    "get_thread_by_id": lambda memory, _: memory.get_thread_by_id("t"),
    "save_thread": lambda memory, _: memory.save_thread(thread("t")),
    "create_thread": lambda memory, _: memory.create_thread(resource_id="r"),
    "update_thread": lambda memory, _: memory.update_thread("t", title="new"),
    "patch_thread": lambda memory, _: memory.patch_thread("t", metadata={"a": 1}),
    "update_thread_metadata": lambda memory, _: memory.update_thread_metadata("t", lambda _: {}),
    "update_thread_resource_id": lambda memory, _: memory.update_thread_resource_id("t", "s"),
    "delete_thread": lambda memory, _: memory.delete_thread("t"),
    "list_threads": lambda memory, _: memory.list_threads(resource_id="r", metadata={"a": 1}),
    "save_messages": lambda memory, _: memory.save_messages([message("n"), message("m1")]),
    "list_messages": lambda memory, _: memory.list_messages(
        "t", include=[Include(id="m1", with_previous_messages=1), Include(id="m2")][:1]
    ),
    "list_messages_by_resource_id": lambda memory, _: memory.list_messages_by_resource_id("r"),
    "list_messages_by_id": lambda memory, _: memory.list_messages_by_id(["m1", "m2"]),
    "get_messages": lambda memory, _: memory.get_messages("t", format="v1"),
    "update_messages": lambda memory, _: memory.update_messages(
        [MessageUpdate(id=each, content=TEXT) for each in ("m1", "m2")]
    ),
    "delete_messages": lambda memory, _: memory.delete_messages(["m1", "m2"]),
    "copy_thread": lambda memory, _: memory.copy_thread("t"),
    "clone_thread": lambda memory, _: memory.clone_thread("t"),
    "get_resource_by_id": lambda memory, _: memory.get_resource_by_id("r"),
    "save_resource": lambda memory, _: memory.save_resource(Resource(id="r")),
    "update_resource": lambda memory, _: memory.update_resource("r", working_memory="new"),
    "get_observational_memory": lambda memory, _: memory.get_observational_memory("t"),
    "get_observational_memory_history": lambda memory, _: memory.get_observational_memory_history(
        "t"
    ),
    "initialize_observational_memory": lambda memory, _: memory.initialize_observational_memory(
        resource_id="r", scope="resource", config={}
    ),
    "insert_observational_memory_record": lambda memory, _: (
        memory.insert_observational_memory_record(
            ObservationalMemory(scope="thread", thread_id="other")
        )
    ),
    "set_reflecting_flag": lambda memory, om: memory.set_reflecting_flag(om.id, True),
    "set_observing_flag": lambda memory, om: memory.set_observing_flag(om.id, True),
    "set_buffering_observation_flag": lambda memory, om: memory.set_buffering_observation_flag(
        om.id, True
    ),
    "set_buffering_reflection_flag": lambda memory, om: memory.set_buffering_reflection_flag(
        om.id, True
    ),
    "set_pending_message_tokens": lambda memory, om: memory.set_pending_message_tokens(om.id, 7),
    "update_observational_memory_config": lambda memory, om: (
        memory.update_observational_memory_config(om.id, config={"a": 1})
    ),
    "clear_observational_memory": lambda memory, _: memory.clear_observational_memory(
        "t", resource_id="r"
    ),
    "update_active_observations": lambda memory, om: memory.update_active_observations(
        om.id, observations="o", token_count=1, last_observed_at=now()
    ),
    "update_buffered_observations": lambda memory, om: memory.update_buffered_observations(
        om.id, chunk=chunk("second")
    ),
    "swap_buffered_to_active": lambda memory, om: memory.swap_buffered_to_active(
        om.id, activation_ratio=0.5, message_tokens_threshold=10, current_pending_tokens=10
    ),
    "update_buffered_reflection": lambda memory, om: memory.update_buffered_reflection(
        om.id,
        reflection="r",
        token_count=1,
        input_token_count=1,
        reflected_observation_line_count=1,
    ),
    "swap_buffered_reflection_to_active": lambda memory, om: (
        memory.swap_buffered_reflection_to_active(om, token_count=1)
    ),
    "create_reflection_generation": lambda memory, om: memory.create_reflection_generation(
        om, reflection="r", token_count=1
    ),
    "prune": lambda memory, _: pruned(memory),
}


def thread(thread_id: str) -> Thread:
    return Thread(id=thread_id, resource_id="r", title="T", metadata={"a": 1})


def message(message_id: str) -> NewMessage:
    return NewMessage(id=message_id, thread_id="t", resource_id="r", role="user", content=TEXT)


def chunk(cycle_id: str) -> ObservationChunk:
    return ObservationChunk(
        cycle_id=cycle_id,
        observations="seen",
        token_count=3,
        message_ids=["m1"],
        message_tokens=5,
        last_observed_at=now(),
    )


async def pruned(memory: MemoryStorage) -> None:
    """Prune the thread, which has to be older than the age that is allowed."""
    await asyncio.sleep(0.01)
    (report,) = await memory.prune({"threads": "1ms"})
    assert report.deleted


async def seed(memory: MemoryStorage) -> ObservationalMemory:
    """Make the rows that the calls are about, as they were before any call."""
    await memory.delete_thread("t")
    await memory.clear_observational_memory(resource_id="r")
    await memory.clear_observational_memory("other")
    await memory.save_thread(thread("t"))
    await memory.save_messages([message(each) for each in ("m1", "m2", "m3")])
    await memory.save_resource(Resource(id="r"))
    record = ObservationalMemory(
        scope="thread",
        thread_id="t",
        resource_id="r",
        buffered_reflection="r",
        buffered_observation_chunks=[chunk("first")],
    )
    await memory.insert_observational_memory_record(record)
    return record


async def spent(store: Store) -> dict[str, list[str]]:
    """Return the driver calls of every method; what runs must be what the golden files show."""
    memory: Any = store.memory
    plain, sql = memory._db, memory._sql
    counting = CountingDatabase(plain)
    found = {}
    for name, call in CALLS.items():
        memory._db = plain
        record = await seed(memory)
        memory._db = counting
        await call(memory, record)
        # What a feature needs is made once, and known from then on.
        found[name] = [each for each in counting.taken() if each != "ensure:"]
    shown = statements(sql.tables.dialect, sql.tables.threads.schema)
    assert {each.sql for each in counting.statements} <= {each.sql for each in shown}
    return found


def once(budget: dict[str, str]) -> dict[str, list[str]]:
    return {name: [call] for name, call in budget.items()}


async def test_every_public_method_has_a_budget() -> None:
    public = {
        name
        for name, method in inspect.getmembers(MemoryStorage, inspect.iscoroutinefunction)
        if not name.startswith("_")
    }
    assert set(BUDGET) == set(CALLS) == public


async def test_a_method_makes_one_call_on_sqlite() -> None:
    async with LibSQLStore(":memory:") as store:
        assert await spent(store) == once(BUDGET)


async def test_a_method_makes_one_call_on_postgresql(server: PostgresServer) -> None:
    async with PostgresStore(server.create_database()) as store:
        assert await spent(store) == once(ON_POSTGRES)
