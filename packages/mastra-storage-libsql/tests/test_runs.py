"""Runs of workflows on files: what the original left there, what does not fit, what is ours."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError, ConflictError, CorruptDataError
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
RUN: Any = {"workflow_name": "w", "run_id": "r"}
OURS = "SELECT name FROM sqlite_master WHERE name LIKE 'mastra@_py@_%' ESCAPE '@'"
GOLDEN_RUN: Any = {"workflow_name": "p-wf", "run_id": "p-r1"}


@pytest.mark.parametrize("engine_jsonb", [True, False])
async def test_members_of_a_snapshot_that_the_original_wrote_are_read_to_the_letter(
    open_store: OpenStore, golden: Path, engine: ModuleType, engine_jsonb: bool
) -> None:
    """It is a blob of JSONB, which an old engine does not know."""
    workflows = open_store(sqlite=engine, engine_jsonb=engine_jsonb).workflows
    whole = await workflows.get_workflow_run_by_id("p-r1", workflow_name="p-wf")
    assert whole is not None
    wanted = ["status", "context", "timestamp", "activePaths", "no such member"]

    some = await workflows.get_workflow_run_by_id("p-r1", workflow_name="p-wf", fields=wanted)

    members = {name: value for name, value in whole.snapshot.items() if name in wanted}
    assert some == whole.model_copy(update={"snapshot": members})


async def test_a_change_of_a_snapshot_that_the_original_wrote_keeps_the_rest(
    open_store: OpenStore, golden: Path
) -> None:
    workflows = open_store().workflows
    before = await workflows.load_workflow_snapshot(**GOLDEN_RUN)
    assert before is not None
    after = await workflows.update_workflow_state(**GOLDEN_RUN, status="canceled")

    assert after == {**before, "status": "canceled"}
    assert await workflows.load_workflow_snapshot(**GOLDEN_RUN) == after


async def test_every_method_but_a_claim_works_where_only_the_original_was(
    open_store: OpenStore, golden: Path, raw: sqlite3.Connection
) -> None:
    workflows = open_store(disable_init=True).workflows
    await workflows.persist_workflow_snapshot(**RUN, snapshot={"context": {}, "status": "running"})
    await workflows.update_workflow_results(**RUN, step_id="s", result={"status": "success"})
    await workflows.update_workflow_state(**RUN, status="success", expected_status="running")

    assert (await workflows.list_workflow_runs(workflow_name="w", status="success")).total == 1
    assert await workflows.get_run_ownership(**RUN) is None
    assert await workflows.release_run_ownership(**RUN, generation=1) is False
    with pytest.raises(ConflictError):
        await workflows.persist_workflow_snapshot(**RUN, snapshot={}, fence=1)
    with pytest.raises(ConfigurationError, match="mastra_py_run_ownership"):
        await workflows.claim_run_ownership(**RUN, owner_id="me", lease_ms=1)
    assert await workflows.delete_workflow_run_by_id("r", workflow_name="w")
    assert raw.execute(OURS).fetchall() == []


async def test_the_first_claim_makes_the_table_and_nothing_before_it_does(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    workflows = open_store().workflows
    await workflows.persist_workflow_snapshot(**RUN, snapshot={})
    before = raw.execute(f"{OURS} AND type = 'table'").fetchall()
    await workflows.claim_run_ownership(**RUN, owner_id="me", lease_ms=1)

    assert before == []
    assert raw.execute(f"{OURS} AND type = 'table'").fetchall() == [("mastra_py_run_ownership",)]
    makes_nothing = open_store(disable_init=True).workflows
    again = await makes_nothing.claim_run_ownership(**RUN, owner_id="me", lease_ms=1)
    assert again.held


@pytest.mark.parametrize("value", ["'{bad'", "''", "x'ff'", "x'1b41'", "'[1]'", "'5'", "NULL"])
async def test_a_snapshot_that_is_none_is_named_and_stays(
    open_store: OpenStore, raw: sqlite3.Connection, value: str
) -> None:
    workflows = open_store().workflows
    await workflows.persist_workflow_snapshot(**RUN, snapshot={"context": {}})
    raw.execute(f"UPDATE mastra_workflow_snapshot SET snapshot = {value}")

    for use in (
        workflows.load_workflow_snapshot(**RUN),
        workflows.get_workflow_run_by_id("r"),
        workflows.list_workflow_runs(),
        workflows.update_workflow_state(**RUN, status="running"),
        workflows.update_workflow_results(**RUN, step_id="s", result={}),
    ):
        with pytest.raises(CorruptDataError) as caught:
            await use
        assert caught.value.table == "mastra_workflow_snapshot"
    kept = raw.execute(f"SELECT snapshot IS {value} FROM mastra_workflow_snapshot").fetchone()
    assert kept == (1,)


async def test_fifty_megabytes_are_kept_and_too_much_is_refused_with_its_place(
    open_store: OpenStore,
) -> None:
    workflows = open_store().workflows
    snapshot: dict[str, Any] = {"context": {"image": "x" * 50_000_000, "n": 10**40}}
    await workflows.persist_workflow_snapshot(**RUN, snapshot=snapshot)

    assert await workflows.load_workflow_snapshot(**RUN) == snapshot
    with pytest.raises(Exception, match=r"snapshot\.context\.image has 50,000,002") as caught:
        await workflows.update_workflow_results(**RUN, step_id="s", result={"a": "y" * 30_000_000})
    assert "snapshot.context.s.a has 30,000,002" in str(caught.value)
    assert await workflows.load_workflow_snapshot(**RUN) == snapshot
