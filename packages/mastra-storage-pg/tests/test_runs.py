"""Runs of workflows on a server: old tables, local time, roles, many processes."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import ConfigurationError
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
RUN: Any = {"workflow_name": "w", "run_id": "r"}
OLD = """
CREATE TABLE mastra_workflow_snapshot (
  workflow_name text NOT NULL, run_id text NOT NULL, "resourceId" text, snapshot text NOT NULL,
  "createdAt" timestamp NOT NULL, "updatedAt" timestamp NOT NULL
);
INSERT INTO mastra_workflow_snapshot
VALUES ('w', 'old', NULL, '{"status":"suspended","context":{}}', '2023-01-01', '2023-01-02');
"""


async def test_a_table_from_before_jsonb_is_read_filtered_and_written(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    """The columns, the constraint and the mirrors that it lacks are added, as the original would.

    Its type stays, and the indexes that need another are not built.
    """
    connection = await connect(url)
    await connection.execute(OLD)
    workflows = open_store(url).workflows
    old = await workflows.get_workflow_run_by_id("old", fields=["status"])
    await workflows.update_workflow_results(**RUN, step_id="s", result={"status": "success"})
    await workflows.update_workflow_state(workflow_name="w", run_id="old", status="running")

    assert old
    assert (old.snapshot, old.created_at) == (
        {"status": "suspended"},
        datetime(2023, 1, 1, tzinfo=UTC),
    )
    assert (await workflows.list_workflow_runs(status="running")).total == 1
    assert (await workflows.list_workflow_runs(thread_id="t")).total == 0
    kind = "SELECT pg_typeof(snapshot)::text FROM mastra_workflow_snapshot LIMIT 1"
    assert await connection.fetchval(kind) == "text"


async def test_times_that_the_original_wrote_in_its_own_zone_are_read_right(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    """A process in New York leaves 07:00 in the column, and 12:00 in UTC in its mirror."""
    workflows = open_store(url).workflows
    await workflows.persist_workflow_snapshot(**RUN, snapshot={})
    connection = await connect(url)
    await connection.execute("""
        UPDATE mastra_workflow_snapshot SET
          "createdAt" = '2024-03-01 07:00', "createdAtZ" = '2024-03-01 12:00+00',
          "updatedAt" = '2024-03-01 08:00', "updatedAtZ" = '2024-03-01 13:00+00'
    """)
    noon = datetime(2024, 3, 1, 12, tzinfo=UTC)
    run = await workflows.get_workflow_run_by_id("r")

    assert run
    assert (run.created_at, run.updated_at) == (noon, noon.replace(hour=13))
    assert (await workflows.list_workflow_runs(from_date=noon, to_date=noon)).runs == [run]


async def test_a_role_that_may_only_read_and_write_rows_can_do_everything(
    golden: str, open_store: OpenStore, connect: Any
) -> None:
    owner = await connect(golden)
    await open_store(golden).workflows.claim_run_ownership(
        workflow_name="any", run_id="any", owner_id="me", lease_ms=1
    )
    await owner.execute("""
        CREATE ROLE runner;
        GRANT USAGE ON SCHEMA public TO runner;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO runner;
    """)
    store = open_store(f"{golden}?role=runner")
    workflows = store.workflows
    claim = await workflows.claim_run_ownership(**RUN, owner_id="me", lease_ms=60_000)
    fence = claim.generation
    await workflows.persist_workflow_snapshot(**RUN, snapshot={"context": {}}, fence=fence)
    await workflows.update_workflow_results(**RUN, step_id="s", result={}, fence=fence)

    assert await workflows.update_workflow_state(**RUN, status="success", fence=fence)
    assert await workflows.delete_workflow_run_by_id("r", workflow_name="w", fence=fence)
    await store.close()
    await owner.execute("DROP OWNED BY runner; DROP ROLE runner")


async def test_a_role_that_may_not_make_tables_learns_it_at_its_first_claim(
    golden: str, open_store: OpenStore, connect: Any
) -> None:
    owner = await connect(golden)
    await owner.execute("""
        CREATE ROLE rows_only;
        GRANT USAGE ON SCHEMA public TO rows_only;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO rows_only;
    """)
    store = open_store(f"{golden}?role=rows_only")
    workflows = store.workflows
    await workflows.persist_workflow_snapshot(**RUN, snapshot={"context": {}})

    with pytest.raises(ConfigurationError, match="role may not"):
        await workflows.claim_run_ownership(**RUN, owner_id="me", lease_ms=1)
    assert await workflows.get_run_ownership(**RUN) is None
    assert await workflows.delete_workflow_run_by_id("r", workflow_name="w")
    await store.close()
    await owner.execute("DROP OWNED BY rows_only; DROP ROLE rows_only")


async def test_fifty_megabytes_are_kept(url: str, open_store: OpenStore) -> None:
    workflows = open_store(url).workflows
    snapshot: dict[str, Any] = {"context": {"image": "x" * 50_000_000, "n": 10**40}}
    await workflows.persist_workflow_snapshot(**RUN, snapshot=snapshot)

    assert await workflows.load_workflow_snapshot(**RUN) == snapshot


CROWD = """
import asyncio, os, sys
from mastra_storage_core import ConflictError
from mastra_storage_pg import PostgresStore

RUN = {"workflow_name": "w", "run_id": "r"}

async def main(number):
    async with PostgresStore(sys.argv[1], max_connections=1) as store:
        runs = store.workflows
        await runs.update_workflow_results(**RUN, step_id=f"s{number}", result={"n": number})
        try:
            await runs.claim_run_ownership(**RUN, owner_id=f"worker {number}", lease_ms=60_000)
            os.write(1, b"won ")
        except ConflictError:
            os.write(1, b"lost ")

async def first():  # a call before the fork, or else each process imports, and they drift apart
    async with PostgresStore(sys.argv[1], max_connections=1) as store:
        await store.workflows.list_workflow_runs()

asyncio.run(first())
reader, writer = os.pipe()
for number in range(32):
    if os.fork() == 0:
        os.close(writer)
        os.read(reader, 1)
        asyncio.run(main(number))
        os._exit(0)
os.close(writer)
sys.exit(sum(os.wait()[1] != 0 for _ in range(32)))
"""


async def test_of_32_processes_every_first_result_survives_and_one_claim_wins(
    url: str, open_store: OpenStore, server: PostgresServer
) -> None:
    """The original keeps one result of twenty."""
    async with open_store(url):
        command = [sys.executable, "-c", CROWD, url]
        done = subprocess.run(command, capture_output=True, timeout=60, check=False)  # noqa: ASYNC221 - a test is alone on its event loop
    snapshot = await open_store(url).workflows.load_workflow_snapshot(**RUN)

    assert (done.returncode, done.stderr) == (0, b"")
    assert snapshot
    assert snapshot["context"] == {f"s{number}": {"n": number} for number in range(32)}
    assert (done.stdout.count(b"won"), done.stdout.count(b"lost")) == (1, 31)
