"""The SQLite file that the original left: we read all of it, and `init` leaves it alone."""

import json
import shutil
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_conformance.replay.calls import plain
from mastra_storage_conformance.replay.run import Status, replay_final_reads
from mastra_storage_conformance.replay.transcript import Returned, Transcript
from mastra_storage_core.paging import CREATED_AT_ASC
from mastra_storage_libsql import LibSQLStore

TIMES = ("createdAt", "updatedAt", "lastObservedAt", "lastReflectionAt", "lastBufferedAtTime")
FLAGS = ("isObserving", "isReflecting", "isBufferingObservation", "isBufferingReflection")
JSON_TEXT = ("content", "config", "observedMessageIds")
NOT_FIELDS = {"lookupKey", "activeObservationsPendingUpdate"}
INDEXED = (
    "mastra_threads",
    "mastra_messages",
    "mastra_workflow_snapshot",
    "mastra_scorers",
    "mastra_dataset",
    "mastra_experiment",
)
"""The tables that get indexes of ours."""
RENAMED = {"thread_id": "threadId", "workflow_name": "workflowName", "run_id": "runId"}
BLOBS = {"threads": "metadata", "resources": "metadata", "runs": "snapshot"}
"""The columns that hold JSONB."""


@pytest.fixture
def path(golden: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(golden / "public" / "mastra.sqlite", tmp_path))


def stored(path: Path) -> dict[str, list[Any]]:
    """Read everything without our code; JSONB blobs stay as they are."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row

    def rows(table: str, order: str) -> list[dict[str, Any]]:
        found = connection.execute(f"SELECT * FROM mastra_{table} ORDER BY {order}")
        return [decoded(dict(row)) for row in found]

    try:
        return {
            "threads": rows("threads", "id"),
            "messages": rows("messages", "thread_id, createdAt, id"),
            "resources": rows("resources", "id"),
            "records": rows("observational_memory", "threadId, generationCount DESC"),
            "runs": rows("workflow_snapshot", "workflow_name, run_id"),
        }
    finally:
        connection.close()


def decoded(row: dict[str, Any]) -> dict[str, Any]:
    values = {RENAMED.get(key, key): value for key, value in row.items() if key not in NOT_FIELDS}
    values |= {key: datetime.fromisoformat(row[key]) for key in TIMES if row.get(key)}
    values |= {key: bool(row[key]) for key in FLAGS if key in row}
    return values | {key: json.loads(row[key]) for key in JSON_TEXT if row.get(key)}


@pytest.mark.asyncio
async def test_every_row_is_read(
    path: Path, reading: dict[str, Any], read_everything: Any, same: Any
) -> None:
    expected = stored(path)
    async with LibSQLStore(f"file:{path}", **reading) as store:
        ours = await read_everything(store, expected)

    # What the blobs say is compared with the transcript, below.
    for table, column in BLOBS.items():
        for row, blob in zip(ours[table], expected[table], strict=True):
            assert (row.pop(column) is None) is (blob.pop(column) is None)
    counted = {name: len(rows) for name, rows in expected.items()}
    assert counted == {"threads": 23, "messages": 104, "resources": 4, "records": 2, "runs": 21}
    assert same(ours, expected) == []


@pytest.mark.asyncio
async def test_threads_are_as_the_original_listed_them(
    path: Path, reading: dict[str, Any], transcripts: dict[str, Transcript], same: Any
) -> None:
    (listed,) = (call for call in transcripts["libsql"] if call.seq == 176)
    async with LibSQLStore(f"file:{path}", **reading) as store:
        page = await store.memory.list_threads(per_page=None, order_by=CREATED_AT_ASC)
    older = [plain(thread) for thread in page.threads if not thread.id.startswith("p-g")]

    assert len(older) == 14
    assert isinstance(listed.answer, Returned)
    assert same(older, listed.answer.value["threads"]) == []


@pytest.mark.asyncio
async def test_runs_are_as_the_original_told_them(
    path: Path, reading: dict[str, Any], recorded_runs: Any, read_runs: Any, same: Any
) -> None:
    async with LibSQLStore(f"file:{path}", **reading) as store:
        ours = await read_runs(store)

    assert len(ours) == 21
    assert same(ours, recorded_runs("libsql")) == []


@pytest.mark.asyncio
async def test_reads_get_the_recorded_answers(
    path: Path,
    reading: dict[str, Any],
    transcripts: dict[str, Transcript],
    still_true: dict[str, Transcript],
) -> None:
    async with LibSQLStore(f"file:{path}", disable_init=True, **reading) as store:
        last = await replay_final_reads(store, transcripts)
        earlier = await replay_final_reads(store, still_true)

    assert [len(last.verdicts), len(earlier.verdicts)] == [
        138 + 31 + 46 + 34 + 33 + 1,
        12 + 13 + 14 + 4 + 7,
    ]
    assert [*last.unexplained, *earlier.unexplained] == []
    # The time of a reflection, lists of runs, which say their page, and scores, whose times are
    # texts in this backend of the original alone.
    different = [each.call.seq for each in earlier.verdicts if each.status is not Status.SAME]
    assert [seq for seq in different if seq < 2000] == [191, 1033, 1035, 1039, 1046, 1050]
    assert [seq for seq in different if seq > 2000] == [*range(2015, 2021), 2022, 2024, 2026]


@pytest.mark.asyncio
async def test_init_changes_nothing_but_indexes_of_ours(
    path: Path, reading: dict[str, Any]
) -> None:
    before = dump(path)

    async with LibSQLStore(f"file:{path}", **reading) as store:
        await store.memory.list_threads()
        await store.workflows.list_workflow_runs()
        await store.observability.list_traces()

    added = [line for line in dump(path) if line not in before]
    assert [line for line in dump(path) if line not in added] == before
    assert all(line.startswith("CREATE INDEX mastra_py_") for line in added), added
    assert all(any(table in line for line in added) for table in INDEXED), added


def dump(path: Path) -> list[str]:
    """Return schema and data as statements."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
