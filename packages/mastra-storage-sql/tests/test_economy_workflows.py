"""What a call about runs costs: one trip to the driver, and few statements in it; with a fence,
those that look after the owner besides.

Whether the table of owners is there is asked until it is. The first claim makes it, which is the
one trip more that a store may see.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from counting import CountingDatabase
from every_statement import statements
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import Store, WorkflowsStorage
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

RUN: Any = {"workflow_name": "w", "run_id": "r"}
SNAPSHOT: Any = {"status": "success", "context": {}}
PERSIST, LOAD = "fetch: persist_run", "fetch: load_snapshot"

BUDGET = {
    "persist_workflow_snapshot": PERSIST,
    "create_workflow_snapshot": PERSIST,
    "save_workflow_run": PERSIST,
    "persist_workflow_snapshot under a fence": "transact: hold_owner persist_run",
    "load_workflow_snapshot": LOAD,
    "get_workflow_snapshot": LOAD,
    "get_workflow_run_by_id": "fetch: get_run",
    "list_workflow_runs": "fetch: list_runs",
    "update_workflow_results": "transact: lock_snapshot replace_snapshot",
    "update_workflow_results of a new run": "transact: lock_snapshot start_run",
    "update_workflow_state": "transact: lock_snapshot replace_snapshot",
    "update_workflow_state under a fence": ("transact: hold_owner lock_snapshot replace_snapshot"),
    "delete_workflow_run_by_id": "transact: hold_owner delete_run forget_owner",
    "claim_run_ownership": "transact: claim_run",
    "renew_run_ownership": "transact: renew_run",
    "release_run_ownership": "transact: release_run",
    "get_run_ownership": "transact: get_owner",
    "prune": "transact: old_rows delete_runs delete_owners",
}
"""The driver call of every public method, and the statements in it."""

WITHOUT_OWNERS = BUDGET | {
    "delete_workflow_run_by_id": "transact: owners_table delete_run",
    "release_run_ownership": "transact: owners_table",
    "get_run_ownership": "transact: owners_table",
    "prune": "transact: old_rows delete_runs owners_table",
}
"""The same where nobody has claimed a run yet."""

Call = Callable[[WorkflowsStorage, int], Awaitable[object]]
CALLS: dict[str, Call] = {
    "persist_workflow_snapshot": lambda runs, _: runs.persist_workflow_snapshot(
        **RUN, snapshot=SNAPSHOT
    ),
    "create_workflow_snapshot": lambda runs, _: runs.create_workflow_snapshot(
        **RUN, snapshot=SNAPSHOT
    ),
    "save_workflow_run": lambda runs, _: runs.save_workflow_run(**RUN, snapshot=SNAPSHOT),
    "persist_workflow_snapshot under a fence": lambda runs, fence: runs.persist_workflow_snapshot(
        **RUN, snapshot=SNAPSHOT, fence=fence
    ),
    "load_workflow_snapshot": lambda runs, _: runs.load_workflow_snapshot(**RUN),
    "get_workflow_snapshot": lambda runs, _: runs.get_workflow_snapshot(**RUN),
    "get_workflow_run_by_id": lambda runs, _: runs.get_workflow_run_by_id("r", fields=["status"]),
    "list_workflow_runs": lambda runs, _: runs.list_workflow_runs(
        workflow_name="w", status="success", per_page=10
    ),
    "update_workflow_results": lambda runs, _: runs.update_workflow_results(
        **RUN, step_id="s", result={}
    ),
    "update_workflow_results of a new run": lambda runs, _: runs.update_workflow_results(
        workflow_name="w", run_id="new", step_id="s", result={}
    ),
    "update_workflow_state": lambda runs, _: runs.update_workflow_state(
        **RUN, status="running", expected_status="success"
    ),
    "update_workflow_state under a fence": lambda runs, fence: runs.update_workflow_state(
        **RUN, status="running", fence=fence
    ),
    "delete_workflow_run_by_id": lambda runs, _: runs.delete_workflow_run_by_id(
        "r", workflow_name="w"
    ),
    "claim_run_ownership": lambda runs, _: runs.claim_run_ownership(
        **RUN, owner_id="me", lease_ms=60_000
    ),
    "renew_run_ownership": lambda runs, fence: runs.renew_run_ownership(
        **RUN, generation=fence, lease_ms=60_000
    ),
    "release_run_ownership": lambda runs, fence: runs.release_run_ownership(
        **RUN, generation=fence
    ),
    "get_run_ownership": lambda runs, _: runs.get_run_ownership(**RUN),
    "prune": lambda runs, _: pruned(runs),
}


async def pruned(runs: WorkflowsStorage) -> None:
    """Prune the run, which has to be older than the age that is allowed."""
    await asyncio.sleep(0.01)
    (report,) = await runs.prune({"workflow_snapshot": "1ms"})
    assert report.deleted


async def seed(runs: WorkflowsStorage, claims: bool) -> int:
    """Make the run that the calls are about, and claim it; return the fence."""
    await runs.delete_workflow_run_by_id("new", workflow_name="w")
    await runs.persist_workflow_snapshot(**RUN, snapshot=SNAPSHOT)
    if not claims:
        return 1
    claim = await runs.claim_run_ownership(**RUN, owner_id="me", lease_ms=60_000)
    return claim.generation


async def spent(store: Store, names: set[str], *, claims: bool) -> dict[str, list[str]]:
    """Return the driver calls of methods; what runs must be what the golden files show."""
    runs: Any = store.workflows
    plain, sql = runs._db, runs._sql
    counting = CountingDatabase(plain)
    found = {}
    for name in names:
        runs._db = plain
        fence = await seed(runs, claims)
        runs._db = counting
        await CALLS[name](runs, fence)
        # What pruning needs is made once, and known from then on.
        found[name] = [each for each in counting.taken() if each != "ensure:"]
    shown = statements(sql.tables.dialect, sql.tables.runs.schema)
    assert {each.sql for each in counting.statements} <= {each.sql for each in shown}
    return found


def once(budget: dict[str, str], names: set[str]) -> dict[str, list[str]]:
    return {name: [call] for name, call in budget.items() if name in names}


EVERY = set(BUDGET)
WITHOUT_A_CLAIM = {
    name for name in EVERY if "fence" not in name and not name.startswith(("claim", "renew"))
}


async def test_every_public_method_has_a_budget() -> None:
    public = {
        name
        for name, method in inspect.getmembers(WorkflowsStorage, inspect.iscoroutinefunction)
        if not name.startswith("_")
    }
    assert {name.partition(" ")[0] for name in BUDGET} == public
    assert set(BUDGET) == set(CALLS)


async def test_a_method_makes_one_call_on_sqlite() -> None:
    async with LibSQLStore(":memory:") as store:
        assert await spent(store, EVERY, claims=True) == once(BUDGET, EVERY)


async def test_a_method_makes_one_call_on_postgresql(server: PostgresServer) -> None:
    async with PostgresStore(server.create_database()) as store:
        assert await spent(store, EVERY, claims=True) == once(BUDGET, EVERY)


async def test_before_any_claim_the_table_of_owners_is_asked_for() -> None:
    async with LibSQLStore(":memory:") as store:
        found = await spent(store, WITHOUT_A_CLAIM, claims=False)
        assert found == once(WITHOUT_OWNERS, WITHOUT_A_CLAIM)


async def test_the_first_claim_makes_one_call_more() -> None:
    async with LibSQLStore(":memory:") as store:
        runs: Any = store.workflows
        runs._db = counting = CountingDatabase(runs._db)
        for _ in range(2):
            await runs.claim_run_ownership(**RUN, owner_id="me", lease_ms=60_000)

        assert counting.taken() == ["ensure:", "transact: claim_run", "transact: claim_run"]
