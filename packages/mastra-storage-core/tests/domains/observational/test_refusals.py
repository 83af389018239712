"""What observational memory refuses, on a backend that nothing may reach."""

from datetime import UTC, datetime
from typing import Any, NoReturn

import pytest
from mastra_storage_core.domain import Limits
from mastra_storage_core.domains.memory.models import ObservationalMemory, ObservationChunk
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.errors import InvalidInputError

NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


class Untouched(ObservationalStorage):
    """Fails the test on any I/O."""

    domain = "memory"

    async def _list_generations(self, query: object) -> NoReturn:
        pytest.fail("read")

    async def _insert_record(self, record: object) -> NoReturn:
        pytest.fail("inserted")

    async def _change_record(self, record_id: str, change: object, at: datetime) -> NoReturn:
        pytest.fail("changed")

    async def _delete_generations(self, lookup_key: str, owner: str | None) -> NoReturn:
        pytest.fail("deleted")


@pytest.fixture
def store() -> Untouched:
    return Untouched(store_name="FAKE", limits=Limits(max_json_bytes=10_000))


def chunk(cycle: str, message_tokens: float = 10, **more: Any) -> ObservationChunk:
    return ObservationChunk(
        cycle_id=cycle,
        observations="o",
        token_count=5,
        message_ids=["m1"],
        message_tokens=message_tokens,
        last_observed_at=NOON,
        **more,
    )


OBSERVED = {"observations": "x", "token_count": 1, "last_observed_at": NOON}
SWAP = {"activation_ratio": 1, "message_tokens_threshold": 1, "current_pending_tokens": 1}


@pytest.mark.parametrize(
    ("method", "arguments", "bad"),
    [
        ("set_pending_message_tokens", {}, {"token_count": value})
        for value in (-1, True, "1", float("nan"), float("inf"), 2**31)
    ]
    + [
        ("set_observing_flag", {}, {"is_observing": 1}),
        ("set_observing_flag", {"is_observing": True}, {"record_id": " "}),
        ("update_observational_memory_config", {}, {"config": [1]}),
        ("update_active_observations", OBSERVED, {"observations": "\0"}),
        ("update_active_observations", OBSERVED, {"observations": "x" * 10_001}),
        ("update_active_observations", OBSERVED, {"last_observed_at": "2024-06-01"}),
        ("update_active_observations", OBSERVED, {"last_observed_at": NOON.replace(tzinfo=None)}),
        ("update_active_observations", OBSERVED, {"observed_message_ids": [""]}),
        ("update_active_observations", OBSERVED, {"observed_timezone": 1}),
        ("update_buffered_observations", {}, {"chunk": {"cycleId": "one"}}),
        ("update_buffered_observations", {}, {"chunk": chunk(" ")}),
        ("update_buffered_observations", {}, {"chunk": chunk("one", -1)}),
        ("update_buffered_observations", {}, {"chunk": chunk("one", currentTask="\ud800")}),
        ("update_buffered_observations", {}, {"chunk": chunk("one", extra="x" * 10_001)}),
        ("swap_buffered_to_active", SWAP, {"activation_ratio": 1.1}),
        ("swap_buffered_to_active", SWAP, {"current_pending_tokens": float("nan")}),
        ("swap_buffered_to_active", SWAP, {"force_max_activation": 1}),
    ],
)
@pytest.mark.asyncio
async def test_bad_values(
    store: Untouched, method: str, arguments: dict[str, Any], bad: dict[str, Any]
) -> None:
    with pytest.raises(InvalidInputError):
        await getattr(store, method)(**{"record_id": "r1", **arguments, **bad})


@pytest.mark.parametrize(
    "bad",
    [
        {"id": ""},
        {"thread_id": None},
        {"generation_count": -1},
        {"total_tokens_observed": 2**31},
        {"active_observations": "\0"},
        {"config": {"a": object()}},
        {"metadata": {"a": "x" * 10_001}},
        {"observed_message_ids": [""]},
        {"buffered_observation_chunks": [chunk("one", -1)]},
    ],
)
@pytest.mark.asyncio
async def test_bad_records(store: Untouched, bad: dict[str, Any]) -> None:
    record = ObservationalMemory(**{"scope": "thread", "thread_id": "t1", **bad})
    with pytest.raises(InvalidInputError):
        await store.insert_observational_memory_record(record)


@pytest.mark.parametrize("bad", [{"limit": -1}, {"offset": True}, {"date_range": NOON}])
@pytest.mark.asyncio
async def test_bad_questions(store: Untouched, bad: dict[str, Any]) -> None:
    with pytest.raises(InvalidInputError):
        await store.get_observational_memory_history("t1", **bad)


@pytest.mark.asyncio
async def test_neither_a_thread_nor_a_resource(store: Untouched) -> None:
    for method in (store.get_observational_memory, store.clear_observational_memory):
        with pytest.raises(InvalidInputError, match="must be given"):
            await method()


@pytest.mark.parametrize(
    "bad", [{"scope": "all"}, {"thread_id": ""}, {"resource_id": " "}, {"config": None}]
)
@pytest.mark.asyncio
async def test_bad_beginnings(store: Untouched, bad: dict[str, Any]) -> None:
    good: dict[str, Any] = {"resource_id": "alice", "scope": "thread", "config": {}}
    with pytest.raises(InvalidInputError):
        await store.initialize_observational_memory(**{**good, **bad})


@pytest.mark.asyncio
async def test_a_record_is_no_dictionary(store: Untouched) -> None:
    record: Any = {"id": "r1"}
    for method in (
        store.swap_buffered_reflection_to_active(record, token_count=1),
        store.create_reflection_generation(record, reflection="x", token_count=1),
        store.insert_observational_memory_record(record),
    ):
        with pytest.raises(InvalidInputError, match="ObservationalMemory"):
            await method
