"""The calls of the recorded transcripts (seq 177-192), and what they answered."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from mastra_storage_core.domains.memory.models import (
    Activation,
    ObservationalMemory,
    ObservationChunk,
)
from mastra_storage_core.domains.memory.observational import ObservationalStorage

OWNER: dict[str, Any] = {"thread_id": "t1", "resource_id": "alice"}


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


BOUNDARY = "\n\n--- message boundary (2024-06-04T00:00:00.000Z) ---\n\n"


async def recorded(store: ObservationalStorage) -> ObservationalMemory:
    """Make the calls of the recorded transcripts (seq 178-185); return the first record."""
    config = {"observation": {"messageTokens": 1000}}
    first = await store.initialize_observational_memory(**OWNER, scope="thread", config=config)
    await store.update_active_observations(
        first.id,
        observations="* likes tea ☕",
        token_count=12,
        last_observed_at=day(1),
        observed_message_ids=["p-m01", "p-m02"],
    )
    await store.set_observing_flag(first.id, True)
    await store.set_pending_message_tokens(first.id, 77)
    await store.update_buffered_observations(
        first.id,
        chunk=chunk("one", 40, 5, message_ids=["p-m03"]),
        last_buffered_at_time=day(2, 1),
    )
    await store.update_buffered_observations(
        first.id, chunk=chunk("two", 60, 6, message_ids=["p-m04"])
    )
    return first


async def activate_recorded(store: ObservationalStorage, record_id: str) -> Activation:
    return await store.swap_buffered_to_active(
        record_id,
        activation_ratio=1,
        message_tokens_threshold=100,
        current_pending_tokens=100,
        last_observed_at=day(4),
    )


@pytest.mark.asyncio
async def test_recorded_first_record(store: ObservationalStorage) -> None:
    assert await store.get_observational_memory(**OWNER) is None
    made = await store.initialize_observational_memory(**OWNER, scope="thread", config={"a": 1})
    assert made == await newest(store)
    assert made.model_dump(exclude={"id", "created_at", "updated_at"}, exclude_defaults=True) == {
        "scope": "thread",
        **OWNER,
        "config": {"a": 1},
    }


@pytest.mark.asyncio
async def test_recorded_buffer(store: ObservationalStorage) -> None:
    await recorded(store)
    record = await newest(store)
    assert record.total_tokens_observed == record.observation_token_count == 12
    assert (record.pending_message_tokens, record.is_observing) == (77, True)
    assert record.last_buffered_at_time == day(2, 1)
    assert record.observed_message_ids == ["p-m01", "p-m02"]
    chunks = record.buffered_observation_chunks or []
    assert [each.cycle_id for each in chunks] == ["one", "two"]
    assert all(each.id.startswith("ombuf-") for each in chunks)


@pytest.mark.asyncio
async def test_recorded_activation_result(store: ObservationalStorage) -> None:
    first = await recorded(store)
    result = await activate_recorded(store, first.id)
    per_chunk = [
        {
            "cycle_id": cycle,
            "message_tokens": size,
            "observation_tokens": tokens,
            "message_count": 1,
            "observations": f"* {cycle}",
        }
        for cycle, size, tokens in [("one", 40, 5), ("two", 60, 6)]
    ]
    assert result.model_dump(exclude_none=True) == {
        "chunks_activated": 2,
        "message_tokens_activated": 100,
        "observation_tokens_activated": 11,
        "messages_activated": 2,
        "activated_cycle_ids": ["one", "two"],
        "activated_message_ids": ["p-m03", "p-m04"],
        "observations": "* one\n\n* two",
        "per_chunk": per_chunk,
    }


@pytest.mark.asyncio
async def test_recorded_activation_effect(store: ObservationalStorage) -> None:
    first = await recorded(store)
    await activate_recorded(store, first.id)
    record = await newest(store)
    assert record.active_observations == f"* likes tea ☕{BOUNDARY}* one\n\n* two"
    assert record.observation_token_count == 23
    assert (record.total_tokens_observed, record.pending_message_tokens) == (12, 0)
    assert record.buffered_observation_chunks is None
    assert record.last_observed_at == day(4)
    assert record.last_buffered_at_time == day(2, 1), "is not reset"


@pytest.mark.asyncio
async def test_recorded_reflection(store: ObservationalStorage) -> None:
    first = await recorded(store)
    await activate_recorded(store, first.id)
    before = await newest(store)
    made = await store.create_reflection_generation(before, reflection="* reflected", token_count=4)
    assert await store.get_observational_memory_history(**OWNER) == [made, before]
    assert made.model_dump(
        exclude={"id", "created_at", "updated_at", "last_reflection_at"}, exclude_defaults=True
    ) == {
        "scope": "thread",
        **OWNER,
        "origin_type": "reflection",
        "generation_count": 1,
        "active_observations": "* reflected",
        "config": {"observation": {"messageTokens": 1000}},
        "last_observed_at": day(4),
        "total_tokens_observed": 12,
        "observation_token_count": 4,
    }
    assert made.last_reflection_at == made.created_at


@pytest.mark.asyncio
async def test_recorded_clear_of_nothing(store: ObservationalStorage) -> None:
    await recorded(store)
    assert await store.clear_observational_memory("none", resource_id="alice") == 0
    assert await store.get_observational_memory(**OWNER) is not None
