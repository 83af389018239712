"""How records begin, are found, changed and deleted."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from mastra_storage_core.domains.memory.models import ObservationalMemory, ObservationChunk
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.domains.memory.records import first_id
from mastra_storage_core.errors import ConflictError, NotFoundError
from mastra_storage_core.model import DateRange

OWNER: dict[str, Any] = {"thread_id": "t1", "resource_id": "alice"}


async def begin(store: ObservationalStorage, **fields: Any) -> str:
    record = ObservationalMemory(scope="thread", **OWNER, **fields)
    await store.insert_observational_memory_record(record)
    return record.id


async def newest(store: ObservationalStorage) -> ObservationalMemory:
    record = await store.get_observational_memory("t1")
    assert record is not None
    return record


def day(number: int, seconds: int = 0) -> datetime:
    return datetime(2024, 6, number, tzinfo=UTC) + timedelta(seconds=seconds)


def chunk(cycle: str, message_tokens: float = 10, token_count: float = 5, **more: Any) -> Any:
    fields: dict[str, Any] = {"message_ids": [f"m-{cycle}"], "last_observed_at": day(2)} | more
    return ObservationChunk(
        cycle_id=cycle,
        observations=f"* {cycle}",
        token_count=token_count,
        message_tokens=message_tokens,
        **fields,
    )


@pytest.mark.asyncio
async def test_concurrent_initialisers_share_one_record(store: ObservationalStorage) -> None:
    made = await asyncio.gather(
        *(
            store.initialize_observational_memory(**OWNER, scope="thread", config={"n": n})
            for n in range(24)
        )
    )
    assert await store.get_observational_memory_history(**OWNER) == made[:1]
    assert all(record == made[0] for record in made)


@pytest.mark.asyncio
async def test_initialising_again_returns_the_newest(store: ObservationalStorage) -> None:
    await begin(store, active_observations="kept", generation_count=3)
    again = await store.initialize_observational_memory(**OWNER, scope="thread", config={})
    assert (again.active_observations, again.generation_count) == ("kept", 3)


@pytest.mark.asyncio
async def test_the_first_id_of_another_key_is_a_conflict(store: ObservationalStorage) -> None:
    await begin(store, id=first_id("thread:t2"))
    with pytest.raises(ConflictError):
        await store.initialize_observational_memory(
            thread_id="t2", resource_id="alice", scope="thread", config={}
        )


@pytest.mark.asyncio
async def test_a_foreign_record_is_absent(store: ObservationalStorage) -> None:
    await begin(store)
    assert await store.get_observational_memory("t1", resource_id="bob") is None
    assert await store.get_observational_memory_history("t1", resource_id="bob") == []
    assert await store.clear_observational_memory("t1", resource_id="bob") == 0
    with pytest.raises(ConflictError) as caught:
        await store.initialize_observational_memory(
            thread_id="t1", resource_id="bob", scope="thread", config={}
        )
    assert "alice" not in str(caught.value)
    assert await store.clear_observational_memory("t1", resource_id="alice") == 1


@pytest.mark.asyncio
async def test_records_of_a_resource_are_not_those_of_its_threads(
    store: ObservationalStorage,
) -> None:
    of_all = await store.initialize_observational_memory(
        resource_id="alice", scope="resource", config={}
    )
    await begin(store)
    assert await store.get_observational_memory(resource_id="alice") == of_all
    assert await store.clear_observational_memory(resource_id="alice") == 1
    assert await store.clear_observational_memory("t1") == 1


def _counts(records: list[ObservationalMemory]) -> list[int]:
    return [record.generation_count for record in records]


@pytest.mark.asyncio
async def test_history_pages_and_dates(store: ObservationalStorage) -> None:
    for number in range(12):
        await begin(store, generation_count=number, created_at=day(number + 1))
    history = store.get_observational_memory_history
    assert _counts(await history("t1")) == list(range(11, 1, -1))
    assert _counts(await history("t1", limit=2, offset=3)) == [8, 7]
    assert len(await history("t1", limit=None)) == 12
    both_ends = DateRange(start=day(4), end=day(6))
    assert _counts(await history("t1", date_range=both_ends)) == [5, 4, 3]


@pytest.mark.asyncio
async def test_flags_and_marks(store: ObservationalStorage) -> None:
    record_id = await begin(store)
    await store.set_reflecting_flag(record_id, True)
    await store.set_buffering_reflection_flag(record_id, True)
    await store.set_buffering_observation_flag(record_id, True, last_buffered_at_tokens=30.5)
    await store.set_buffering_observation_flag(record_id, False)
    record = await newest(store)
    assert (record.is_reflecting, record.is_buffering_reflection) == (True, True)
    assert (record.is_buffering_observation, record.last_buffered_at_tokens) == (False, 31)


@pytest.mark.asyncio
async def test_config_merges_deeply(store: ObservationalStorage) -> None:
    record_id = await begin(store, config={"a": {"b": 1, "c": [1, 2]}, "d": 1})
    await store.update_observational_memory_config(
        record_id, config={"a": {"c": [3], "e": None}, "d": {"f": 1}}
    )
    merged = {"a": {"b": 1, "c": [3], "e": None}, "d": {"f": 1}}
    assert (await newest(store)).config == merged


CHANGES: list[tuple[str, dict[str, Any]]] = [
    (
        "update_active_observations",
        {"observations": "x", "token_count": 1, "last_observed_at": day(1)},
    ),
    ("update_buffered_observations", {"chunk": chunk("one")}),
    (
        "swap_buffered_to_active",
        {"activation_ratio": 1, "message_tokens_threshold": 1, "current_pending_tokens": 1},
    ),
    (
        "update_buffered_reflection",
        {
            "reflection": "x",
            "token_count": 1,
            "input_token_count": 1,
            "reflected_observation_line_count": 1,
        },
    ),
    ("set_reflecting_flag", {"is_reflecting": True}),
    ("set_observing_flag", {"is_observing": True}),
    ("set_buffering_observation_flag", {"is_buffering": True}),
    ("set_buffering_reflection_flag", {"is_buffering": True}),
    ("set_pending_message_tokens", {"token_count": 1}),
    ("update_observational_memory_config", {"config": {}}),
]


@pytest.mark.parametrize(("method", "arguments"), CHANGES)
@pytest.mark.asyncio
async def test_an_unknown_record_is_not_found(
    store: ObservationalStorage, method: str, arguments: dict[str, Any]
) -> None:
    with pytest.raises(NotFoundError, match="no observational memory record 'none'") as caught:
        await getattr(store, method)("none", **arguments)
    assert caught.value.mastra_id == f"MASTRA_STORAGE_FAKE_{method.upper()}_NOT_FOUND"


@pytest.mark.asyncio
async def test_a_generation_of_an_unknown_record_is_not_found(store: ObservationalStorage) -> None:
    unknown = ObservationalMemory(scope="thread", **OWNER)
    with pytest.raises(NotFoundError):
        await store.create_reflection_generation(unknown, reflection="x", token_count=1)
    with pytest.raises(NotFoundError):
        await store.swap_buffered_reflection_to_active(unknown, token_count=1)
    assert await store.get_observational_memory(**OWNER) is None


@pytest.mark.asyncio
async def test_an_id_is_inserted_once(store: ObservationalStorage) -> None:
    record_id = await begin(store)
    with pytest.raises(ConflictError):
        await begin(store, id=record_id)
