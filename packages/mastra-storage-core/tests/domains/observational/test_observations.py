"""What observers and reflectors do with a record."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from mastra_storage_core.domains.memory.activation import LARGEST
from mastra_storage_core.domains.memory.models import (
    Activation,
    ObservationalMemory,
    ObservationChunk,
)
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.errors import ConflictError

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
async def test_what_is_not_given_is_untouched(store: ObservationalStorage) -> None:
    record_id = await begin(store, observed_message_ids=["m1"], observed_timezone="Asia/Tokyo")
    update: dict[str, Any] = {"observations": "x", "token_count": 1, "last_observed_at": day(1)}
    await store.update_active_observations(record_id, **update)
    assert (await newest(store)).observed_message_ids == ["m1"]
    await store.update_active_observations(record_id, **update, observed_message_ids=None)
    record = await newest(store)
    assert (record.observed_message_ids, record.observed_timezone) == (None, "Asia/Tokyo")
    await store.update_active_observations(record_id, **update, observed_timezone="UTC")
    assert (await newest(store)).observed_timezone == "UTC"


@pytest.mark.asyncio
async def test_tokens_are_whole_and_rounded_half_up(store: ObservationalStorage) -> None:
    record_id = await begin(store)
    for size, expected in [(20.6, 21), (20.5, 21), (20.4, 20), (0.49999999999999994, 0)]:
        await store.set_pending_message_tokens(record_id, size)
        assert (await newest(store)).pending_message_tokens == expected
    assert chunk("one", 20.6).message_tokens == 21


@pytest.mark.asyncio
async def test_counters_stop_at_the_largest_integer(store: ObservationalStorage) -> None:
    record_id = await begin(store, total_tokens_observed=LARGEST - 1)
    await store.update_active_observations(
        record_id, observations="x", token_count=5, last_observed_at=day(1)
    )
    assert (await newest(store)).total_tokens_observed == LARGEST


@pytest.mark.asyncio
async def test_a_cycle_is_buffered_once(store: ObservationalStorage) -> None:
    record_id = await begin(store)
    await store.update_buffered_observations(record_id, chunk=chunk("one"))
    before = await newest(store)
    await store.update_buffered_observations(
        record_id, chunk=chunk("one", 99), last_buffered_at_time=day(9)
    )
    assert await newest(store) == before


@pytest.mark.asyncio
async def test_a_chunk_keeps_what_we_do_not_know(store: ObservationalStorage) -> None:
    record_id = await begin(store)
    sent = chunk("one", extractedValues={"name": None}, current_task="tea")
    await store.update_buffered_observations(record_id, chunk=sent)
    assert (await newest(store)).buffered_observation_chunks == [sent]


@pytest.mark.asyncio
async def test_what_is_passed_is_copied(store: ObservationalStorage) -> None:
    record_id = await begin(store)
    values = {"names": ["a"]}
    await store.update_buffered_observations(record_id, chunk=chunk("one", extractedValues=values))
    values["names"].append("b")
    (stored,) = (await newest(store)).buffered_observation_chunks or []
    assert (stored.model_extra or {})["extractedValues"] == {"names": ["a"]}


@pytest.mark.asyncio
async def test_an_empty_buffer_activates_nothing(store: ObservationalStorage) -> None:
    record_id = await begin(store, updated_at=day(1))
    result = await store.swap_buffered_to_active(
        record_id, activation_ratio=1, message_tokens_threshold=1, current_pending_tokens=1
    )
    assert result == Activation()
    assert (await newest(store)).updated_at == day(1)


@pytest.mark.asyncio
async def test_a_part_is_activated_and_the_rest_waits(store: ObservationalStorage) -> None:
    chunks = [chunk("one", last_observed_at=day(4), suggested_continuation="go on"), chunk("two")]
    record_id = await begin(store, buffered_observation_chunks=chunks)
    result = await store.swap_buffered_to_active(
        record_id, activation_ratio=0.5, message_tokens_threshold=20, current_pending_tokens=20
    )
    assert (result.activated_cycle_ids, result.suggested_continuation) == (["one"], "go on")
    record = await newest(store)
    assert record.buffered_observation_chunks == chunks[1:]
    assert record.active_observations == "* one", "no boundary where nothing was active"
    assert record.last_observed_at == day(4)


@pytest.mark.asyncio
async def test_sizes_measured_again_decide(store: ObservationalStorage) -> None:
    record_id = await begin(store, buffered_observation_chunks=[chunk("one", 1), chunk("two", 1)])
    result = await store.swap_buffered_to_active(
        record_id,
        activation_ratio=1,
        message_tokens_threshold=100,
        current_pending_tokens=50,
        buffered_chunks=[chunk("one", 50), chunk("of-another-record", 9)],
    )
    assert (result.chunks_activated, result.message_tokens_activated) == (1, 50)


@pytest.mark.asyncio
async def test_buffered_reflections_add_up(store: ObservationalStorage) -> None:
    record_id = await begin(store)
    for text, lines in [("first", 1), ("second", 2)]:
        await store.update_buffered_reflection(
            record_id,
            reflection=text,
            token_count=3.5,
            input_token_count=10,
            reflected_observation_line_count=lines,
        )
    record = await newest(store)
    assert record.buffered_reflection == "first\n\nsecond"
    assert (record.buffered_reflection_tokens, record.buffered_reflection_input_tokens) == (8, 20)
    assert record.reflected_observation_line_count == 2


@pytest.mark.parametrize(
    ("lines", "expected"), [(2, "r\n\nc\n\nd"), (9, "r"), (None, "r\n\na\nb\nc\n\nd")]
)
@pytest.mark.asyncio
async def test_a_buffered_reflection_is_activated(
    store: ObservationalStorage, lines: int | None, expected: str
) -> None:
    await begin(
        store,
        active_observations="a\nb\nc\n\nd\n",
        buffered_reflection="r",
        buffered_reflection_tokens=1,
        reflected_observation_line_count=lines,
        metadata={"kept": True},
    )
    old = await newest(store)
    made = await store.swap_buffered_reflection_to_active(old, token_count=7)
    assert made == await newest(store)
    assert (made.active_observations, made.observation_token_count) == (expected, 7)
    assert (made.generation_count, made.metadata) == (1, {"kept": True})
    (emptied,) = await store.get_observational_memory_history("t1", offset=1)
    assert emptied.buffered_reflection is None
    assert emptied.reflected_observation_line_count is None
    with pytest.raises(ConflictError, match="no buffered reflection"):
        await store.swap_buffered_reflection_to_active(old, token_count=7)
