"""The PostgreSQL database that the original left: we read all of it, and `init` leaves it alone."""

import json
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from mastra_storage_conformance.replay.run import Status, replay_final_reads
from mastra_storage_conformance.replay.transcript import Transcript
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core.ids import cut
from mastra_storage_pg import PostgresStore

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
JSON_COLUMNS = ("content", "metadata", "config", "observedMessageIds", "snapshot")
NEVER_WRITTEN = "lastBufferedAtTime"
"""The original leaves its twin with a zone at the default, the time of the insert."""

# What init might change: columns with their order and defaults, constraints, indexes, triggers, and
# what identifies a row for replication.
SCHEMA = """
SELECT format('%s.%s %s %s %s %s', table_name, column_name, ordinal_position, data_type,
              column_default, is_nullable)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger
UNION ALL SELECT format('%s is replicated by %s', indrelid::regclass, indexrelid::regclass)
          FROM pg_index WHERE indisreplident
"""
ROWS = """
SELECT string_agg(format('SELECT %L || t::text FROM %I AS t', tablename, tablename), ' UNION ALL ')
FROM pg_tables WHERE schemaname = 'public'
"""


@pytest.fixture
def url(server: PostgresServer, golden: Path) -> str:
    return server.create_database("public", dump=golden / "public" / "postgres.dump.sql")


async def fetch(url: str, sql: str) -> list[dict[str, Any]]:
    connection = await asyncpg.connect(url)
    try:
        return [dict(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


async def stored(url: str) -> dict[str, list[Any]]:
    """Read everything without our code."""

    async def rows(table: str, order: str) -> list[dict[str, Any]]:
        found = await fetch(url, f"SELECT * FROM mastra_{table} ORDER BY {order}")
        return [decoded(row) for row in found]

    return {
        "threads": await rows("threads", 'id COLLATE "C"'),
        "messages": await rows("messages", 'thread_id COLLATE "C", "createdAtZ", id COLLATE "C"'),
        "resources": await rows("resources", "id"),
        "records": await rows("observational_memory", '"threadId", "generationCount" DESC'),
        "runs": await rows("workflow_snapshot", 'workflow_name COLLATE "C", run_id COLLATE "C"'),
    }


def decoded(row: dict[str, Any]) -> dict[str, Any]:
    """Decode a row: times from columns with a zone, cut to the millisecond; JSON, once or twice."""
    zoned = {f"{key}Z": key for key in row if f"{key}Z" in row and key != NEVER_WRITTEN}
    values = {
        RENAMED.get(key, key): value
        for key, value in row.items()
        if key not in NOT_FIELDS and not key.endswith("Z")
    }
    values |= {key: row[twin] and cut(row[twin]) for twin, key in zoned.items()}
    values |= {key: json.loads(row[key]) for key in JSON_COLUMNS if row.get(key)}
    if isinstance(values.get("metadata"), str):
        values["metadata"] = json.loads(values["metadata"])
    if values.get(NEVER_WRITTEN):
        values[NEVER_WRITTEN] = values[NEVER_WRITTEN].replace(tzinfo=values["createdAt"].tzinfo)
    return values


@pytest.mark.asyncio
async def test_every_row_is_read(url: str, read_everything: Any, same: Any) -> None:
    expected = await stored(url)
    async with PostgresStore(url) as store:
        ours = await read_everything(store, expected)

    counted = {name: len(rows) for name, rows in expected.items()}
    assert counted == {"threads": 23, "messages": 103, "resources": 4, "records": 2, "runs": 21}
    assert same(ours, expected) == []


@pytest.mark.asyncio
async def test_runs_are_as_the_original_told_them(
    url: str, recorded_runs: Any, read_runs: Any, same: Any
) -> None:
    async with PostgresStore(url) as store:
        ours = await read_runs(store)

    assert len(ours) == 21
    assert same(ours, recorded_runs("pg")) == []


@pytest.mark.asyncio
async def test_reads_get_the_recorded_answers(
    url: str, transcripts: dict[str, Transcript], still_true: dict[str, Transcript]
) -> None:
    async with PostgresStore(url, disable_init=True) as store:
        last = await replay_final_reads(store, transcripts)
        earlier = await replay_final_reads(store, still_true)

    assert [len(last.verdicts), len(earlier.verdicts)] == [
        138 + 31 + 46 + 34 + 33 + 1,
        12 + 13 + 14 + 4 + 7,
    ]
    assert [*last.unexplained, *earlier.unexplained] == []
    # The time of a reflection, and lists of runs, which say their page.
    different = [each.call.seq for each in earlier.verdicts if each.status is not Status.SAME]
    assert different == [191, 1033, 1035, 1039, 1046, 1050]


@pytest.mark.asyncio
async def test_init_changes_nothing_but_indexes_of_ours(url: str) -> None:
    (every_row,) = await lines(url, ROWS)
    schema, rows = await lines(url, SCHEMA), await lines(url, every_row)

    async with PostgresStore(url) as store:
        await store.memory.list_threads()
        await store.workflows.list_workflow_runs()
        await store.observability.list_traces()

    added = await lines(url, SCHEMA) - schema
    assert await lines(url, SCHEMA) - added == schema
    assert all(line.startswith("CREATE INDEX mastra_py_") for line in added), added
    assert all(any(table in line for line in added) for table in INDEXED), added
    assert await lines(url, every_row) == rows


async def lines(url: str, sql: str) -> set[str]:
    return {line for row in await fetch(url, sql) for line in row.values() if line}
