"""Records as rows: every column, and rows of any version read back."""

import json
from datetime import UTC, datetime

import pytest
from mastra_storage_core.domains.memory.models import ObservationalMemory, ObservationChunk
from mastra_storage_core.domains.memory.records import COLUMNS, lookup_key, record_row
from mastra_storage_core.domains.memory.rows import read_records
from mastra_storage_core.errors import CorruptDataError

DAY = datetime(2024, 6, 2, tzinfo=UTC)
FULL = ObservationalMemory(
    id="r1",
    scope="thread",
    thread_id="t1",
    resource_id="alice",
    active_observations="a",
    config={"c": [1]},
    last_reflection_at=DAY,
    observed_message_ids=["m1"],
    buffered_observations="old",
    buffered_message_ids=["m2"],
    buffered_observation_chunks=[
        ObservationChunk(
            cycle_id="one",
            observations="o",
            token_count=5,
            message_ids=["m3"],
            last_observed_at=DAY,
            current_task="tea",
        )
    ],
    metadata={"m": None},
    created_at=DAY,
)


def test_a_row_has_every_column_in_order() -> None:
    row = record_row(FULL)
    assert tuple(row) == COLUMNS
    assert row["lookupKey"] == lookup_key("t1", "alice") == "thread:t1"
    assert (row["activeObservationsPendingUpdate"], row["bufferedObservations"]) == ("old", None)
    assert read_records([row]) == [FULL]


def test_a_chunk_is_stored_as_the_original_stores_it() -> None:
    (stored,) = record_row(FULL)["bufferedObservationChunks"]
    assert json.loads(json.dumps(stored)) == stored
    assert stored["lastObservedAt"] == "2024-06-02T00:00:00.000Z"
    assert stored["currentTask"] == "tea"
    assert "threadTitle" not in stored


def test_json_is_read_from_text_as_well() -> None:
    row = record_row(FULL)
    in_json = ("config", "metadata", "observedMessageIds", "bufferedMessageIds")
    text = {name: json.dumps(row[name]) for name in (*in_json, "bufferedObservationChunks")}
    assert read_records([row | text]) == [FULL]


def test_old_and_fractional_rows_are_read() -> None:
    old_chunk = {"id": "c", "observations": "o", "tokenCount": 20.6, "messageTokens": None}
    times = {"lastObservedAt": "2024-06-02T00:00:00", "createdAt": "2024-06-02T00:00:00.5Z"}
    changed = {
        "config": "",
        "totalTokensObserved": 20.6,
        "isObserving": 1,
        "lastBufferedAtTokens": None,
        "bufferedObservationChunks": [old_chunk | times],
    }
    (record,) = read_records([record_row(FULL) | changed])
    assert (record.config, record.is_observing, record.last_buffered_at_tokens) == ({}, True, 0)
    assert record.total_tokens_observed == 21
    (read,) = record.buffered_observation_chunks or []
    assert (read.cycle_id, read.token_count, read.message_tokens) == ("", 21, 0)
    assert (read.message_ids, read.last_observed_at) == ([], DAY)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("config", "{"),
        ("config", "[1]"),
        ("metadata", 3),
        ("observedMessageIds", {"a": 1}),
        ("bufferedObservationChunks", ["x"]),
        ("bufferedObservationChunks", [{"id": "c"}]),
        ("createdAt", "yesterday"),
        ("scope", "all"),
    ],
)
def test_a_row_that_does_not_fit_is_corrupt(column: str, value: object) -> None:
    with pytest.raises(CorruptDataError, match=f"'r1'.*{column}") as caught:
        read_records([record_row(FULL) | {column: value}])
    assert (caught.value.table, caught.value.key) == ("mastra_observational_memory", "r1")
