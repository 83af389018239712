"""The traps of the original that the how-to names are still there, in the versions that it names.

A test that fails says that a trap is gone: then the how-to has to say so.
"""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer

from interop.domains.workflows_load import snapshot
from interop.install import SOURCES
from interop.places import Place
from interop.side import Side, node

HOW_TO = SOURCES.parent / "docs" / "how-to" / "share-a-database-with-typescript.md"
SHARED = "common.mjs"


def reproduce(name: str, *arguments: str) -> dict[str, Any]:
    """Run a reproduction, and return what it saw."""
    command = [*node(f"reproductions/{name}.mjs"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_the_how_to_says_how_each_is_run() -> None:
    said = set(re.findall(r"node reproductions/([\w-]+\.mjs)", HOW_TO.read_text()))

    assert said == {path.name for path in Path(SOURCES, "reproductions").iterdir()} - {SHARED}


def test_a_client_without_a_busy_timeout_loses_what_it_acknowledges() -> None:
    seen = reproduce("busy-timeout")

    assert seen == {"first": "SQLITE_BUSY: database is locked", "acknowledged": 20, "found": 0}


def test_one_with_a_busy_timeout_loses_nothing() -> None:
    seen = reproduce("busy-timeout", "5000")

    assert seen == {"first": "acknowledged", "acknowledged": 20, "found": 20}


def test_two_calls_at_once_in_one_process_stop_every_writer() -> None:
    seen = reproduce("calls-at-once")

    assert seen["failed"] == ["SQLITE_BUSY: database is locked"]
    assert seen["seconds"] >= 5


@pytest.mark.parametrize("server_is_used", [False, True], ids=["SQLite file", "PostgreSQL"])
def test_metadata_that_is_merged_at_once_is_lost(
    server: PostgresServer, *, server_is_used: bool
) -> None:
    seen = reproduce("merged-metadata", *[server.create_database("trap")] * server_is_used)

    assert seen["acknowledged"] == 20
    assert seen["kept"] < 20


def test_columns_without_a_zone_hold_local_time(server: PostgresServer) -> None:
    seen = reproduce("local-time", server.create_database("trap"))

    assert (seen["given"], seen["createdAtZ"]) == (
        "2024-01-01T12:00:00.000Z",
        "2024-01-01 12:00:00",
    )
    assert seen["createdAt"] == "2024-01-01 07:00:00"


def test_first_results_are_lost_on_postgresql(server: PostgresServer) -> None:
    seen = reproduce("first-results", server.create_database("trap"))

    assert seen["acknowledged"] == 20
    assert seen["kept"] < 20


@pytest.mark.asyncio(loop_scope="session")
async def test_a_fence_does_not_hold_back_mastra(place: Place, typescript: Side) -> None:
    run: dict[str, Any] = {"workflow_name": "trip", "run_id": "r"}
    original = await typescript.open(place)
    async with place.open() as store:
        state = snapshot("r")
        await store.workflows.persist_workflow_snapshot(**run, snapshot=state)
        await store.workflows.claim_run_ownership(**run, owner_id="me", lease_ms=60_000)

        opts = {"workflowName": "trip", "runId": "r", "opts": {"status": "success"}}
        await original.call("workflows", "updateWorkflowState", opts)

        changed = await store.workflows.load_workflow_snapshot(**run)
    assert changed
    assert changed["status"] == "success"
    await original.close()


def test_javascript_reads_the_nearest_double() -> None:
    command = [node("driver.mjs")[0], "-p", "9007199254740995"]

    assert subprocess.check_output(command, text=True) == "9007199254740996\n"
