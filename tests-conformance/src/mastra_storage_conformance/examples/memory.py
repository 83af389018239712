"""Examples of the memory domain: a thread of three messages, a resource, a record of observational
memory that has something in each of its buffers, and a thread of long ago.
"""

from typing import Any

from mastra_storage_core import (
    Include,
    MemoryStorage,
    MessageUpdate,
    NewMessage,
    ObservationalMemory,
    ObservationChunk,
    Resource,
    Store,
    Thread,
)

from mastra_storage_conformance.examples.example import (
    AGES_AGO,
    LONG_AGO,
    NOON,
    Call,
    Example,
    Names,
)
from mastra_storage_conformance.make import said


def _thread(n: Names, name: str = "thread", **fields: Any) -> Thread:
    values = {"title": "T", "metadata": {"a": 1}, "created_at": NOON, "updated_at": NOON}
    return Thread(id=n(name), resource_id=n("owner"), **(values | fields))


def _message(n: Names, name: str, **fields: Any) -> NewMessage:
    values = {
        "thread_id": n("thread"),
        "resource_id": n("owner"),
        "role": "user",
        "content": said(f"I am {name}", {"a": 1}),
        "created_at": NOON,
    }
    return NewMessage(id=n(name), **(values | fields))


def _chunk(n: Names, cycle: str) -> ObservationChunk:
    return ObservationChunk(
        id=n(f"chunk {cycle}"),
        cycle_id=cycle,
        observations="Seen",
        token_count=3,
        message_ids=[n("message")],
        message_tokens=5,
        last_observed_at=NOON,
        created_at=NOON,
    )


def _record(n: Names, name: str = "record", **fields: Any) -> ObservationalMemory:
    values = {
        "scope": "thread",
        "thread_id": n("thread"),
        "resource_id": n("owner"),
        "created_at": NOON,
        "buffered_reflection": "Thought",
        "buffered_observation_chunks": [_chunk(n, "first")],
    }
    return ObservationalMemory(id=n(name), **(values | fields))


async def _seed(store: Store, n: Names) -> None:
    memory = store.memory
    await memory.save_thread(_thread(n))
    await memory.save_thread(_thread(n, "old thread", created_at=LONG_AGO, updated_at=LONG_AGO))
    await memory.save_messages([_message(n, f"message{tail}") for tail in ("", " 2", " 3")])
    await memory.save_resource(Resource(id=n("owner"), working_memory="W", created_at=NOON))
    await memory.insert_observational_memory_record(_record(n))


def _calls(n: Names) -> list[Call]:
    return [*_of_threads(n), *_of_messages(n), *_of_resources(n), *_of_observations(n)]


def _of_threads(n: Names) -> list[Call]:
    thread, owner, others = n("thread"), n("owner"), n("another owner")
    mine: Any = {"resource_id": owner}
    copied: Any = {"new_thread_id": n("copy"), **mine, "source_resource_id": owner}
    return [
        Call("get_thread_by_id", thread, **mine),
        Call("save_thread", _thread(n, title="Another"), **mine),
        Call("create_thread", **mine, thread_id=n("new thread"), metadata={"a": {"b": [1]}}),
        Call("update_thread", thread, title="Another", metadata={"b": 2}, **mine),
        Call("patch_thread", thread, metadata={"b": 2}, **mine),
        Call("update_thread_metadata", thread, _another, **mine),
        Call("update_thread_resource_id", thread, others),
        Call("delete_thread", thread, **mine),
        Call("list_threads", **mine, metadata={"a": 1}),
        Call("copy_thread", thread, **copied),
        Call("clone_thread", thread, **copied),
        Call("prune", {"threads": AGES_AGO}),
    ]


def _another(thread: Thread) -> dict[str, Any]:
    """Return what is merged into the metadata of a thread."""
    return {"b": len(thread.title)}


def _of_messages(n: Names) -> list[Call]:
    thread, owner, message = n("thread"), n("owner"), n("message")
    mine: Any = {"resource_id": owner}
    ids = [message, n("message 2")]
    return [
        Call(
            "save_messages",
            [_message(n, "new message"), _message(n, "message", content=said("Again"))],
            **mine,
        ),
        Call(
            "list_messages",
            thread,
            **mine,
            include=[Include(id=message, with_next_messages=1)],
            metadata={"a": 1},
            per_page=1,
        ),
        Call("list_messages_by_resource_id", owner),
        Call("list_messages_by_id", ids, **mine),
        Call("get_messages", thread, format="v1", **mine),
        Call(
            "update_messages",
            [MessageUpdate(id=each, content={"metadata": {"b": 2}}) for each in ids],
            **mine,
        ),
        Call("delete_messages", ids, **mine),
    ]


def _of_resources(n: Names) -> list[Call]:
    owner = n("owner")
    return [
        Call("get_resource_by_id", owner),
        Call("save_resource", Resource(id=owner, working_memory="X", created_at=NOON)),
        Call("update_resource", owner, working_memory="Y", metadata={"b": 2}),
    ]


def _of_observations(n: Names) -> list[Call]:
    thread, owner, record = n("thread"), n("owner"), n("record")
    of_thread: Any = {"thread_id": thread, "resource_id": owner}
    of_other: Any = {"thread_id": n("other thread"), "resource_id": owner}
    return [
        Call("get_observational_memory", **of_thread),
        Call("get_observational_memory_history", **of_thread),
        Call("initialize_observational_memory", **of_other, scope="thread", config={"a": 1}),
        Call(
            "insert_observational_memory_record", _record(n, "new record", thread_id=n("thread 3"))
        ),
        Call("set_reflecting_flag", record, True),
        Call("set_observing_flag", record, True),
        Call("set_buffering_observation_flag", record, True, last_buffered_at_tokens=3),
        Call("set_buffering_reflection_flag", record, True),
        Call("set_pending_message_tokens", record, 7),
        Call("update_observational_memory_config", record, config={"b": {"c": 1}}),
        Call("clear_observational_memory", **of_thread),
        *_of_buffers(n),
    ]


def _of_buffers(n: Names) -> list[Call]:
    record = n("record")
    return [
        Call(
            "update_active_observations",
            record,
            observations="Seen",
            token_count=1,
            last_observed_at=NOON,
            observed_message_ids=[n("message")],
        ),
        Call(
            "update_buffered_observations",
            record,
            chunk=_chunk(n, "second"),
            last_buffered_at_time=NOON,
        ),
        Call(
            "swap_buffered_to_active",
            record,
            activation_ratio=0.5,
            message_tokens_threshold=10,
            current_pending_tokens=10,
        ),
        Call(
            "update_buffered_reflection",
            record,
            reflection="Thought again",
            token_count=1,
            input_token_count=1,
            reflected_observation_line_count=1,
        ),
        Call("swap_buffered_reflection_to_active", _record(n), token_count=1),
        Call("create_reflection_generation", _record(n), reflection="Thought", token_count=1),
    ]


async def _probe(store: Store, n: Names) -> Any:
    memory = store.memory
    threads = [n(name) for name in ("thread", "old thread", "new thread", "copy")]
    recorded = [n(name) for name in ("thread", "other thread", "thread 3")]
    return (
        [await memory.get_thread_by_id(each) for each in threads],
        (await memory.list_messages(threads, per_page=None, include_system=True)).messages,
        await memory.get_resource_by_id(n("owner")),
        [
            await memory.get_observational_memory_history(each, resource_id=n("owner"), limit=None)
            for each in recorded
        ],
    )


MEMORY = Example("memory", MemoryStorage, _seed, _calls, _probe)
