"""What a call about experiments costs: one trip to the driver, and few statements in it.

A result is written under the locks of its data set and its experiment, with a look whether its item
was erased.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from counting import CountingDatabase
from every_statement import statements
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import ExperimentsStorage, Store
from mastra_storage_core.ids import now
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

WRITE = "transact: hold_dataset_of lock_experiment item_metadata find_result"

BUDGET = {
    "create_experiment": "transact: hold_dataset create_experiment",
    "get_experiment_by_id": "fetch: get_experiment",
    "update_experiment": "fetch: update_experiment",
    "list_experiments": "fetch: list_experiments",
    "add_experiment_result": f"{WRITE} insert_result",
    "upsert_experiment_result": f"{WRITE} replace_result",
    "upsert_experiment_result with counts": f"{WRITE} replace_result count_results",
    "recount_experiment": "transact: lock_experiment count_results",
    "update_experiment_result": "transact: lock_result review_result",
    "get_experiment_result_by_id": "fetch: get_result",
    "list_experiment_results": "fetch: list_results",
    "get_review_summary": "fetch: summaries",
    "delete_experiment_results": "transact: lock_experiment delete_results",
    "delete_experiment": "transact: lock_experiment delete_results delete_experiment",
}
"""The driver call of every public method, and the statements in it."""

NAMED: Any = {"experiment_id": "x", "item_id": "i", "input": 1}
TIMES: Any = {"started_at": now(), "completed_at": now()}

Call = Callable[[ExperimentsStorage], Awaitable[object]]
CALLS: dict[str, Call] = {
    "create_experiment": lambda x: x.create_experiment(
        total_items=1, experiment_id="new", dataset_id="d"
    ),
    "get_experiment_by_id": lambda x: x.get_experiment_by_id("x"),
    "update_experiment": lambda x: x.update_experiment("x", metadata={}),
    "list_experiments": lambda x: x.list_experiments(dataset_id="d"),
    "add_experiment_result": lambda x: x.add_experiment_result(**NAMED, **TIMES, attempt=1),
    "upsert_experiment_result": lambda x: x.upsert_experiment_result(**NAMED, **TIMES),
    "upsert_experiment_result with counts": lambda x: x.upsert_experiment_result(
        **NAMED, **TIMES, recount=True
    ),
    "recount_experiment": lambda x: x.recount_experiment("x"),
    "update_experiment_result": lambda x: x.update_experiment_result("r", status="reviewed"),
    "get_experiment_result_by_id": lambda x: x.get_experiment_result_by_id("r"),
    "list_experiment_results": lambda x: x.list_experiment_results("x", tags=["a"]),
    "get_review_summary": lambda x: x.get_review_summary(),
    "delete_experiment_results": lambda x: x.delete_experiment_results("x"),
    "delete_experiment": lambda x: x.delete_experiment("x"),
}


async def seed(store: Store) -> None:
    """Make the experiment that the calls are about, on a data set, with a result."""
    for name in ("x", "new"):
        await store.experiments.delete_experiment(name)
    await store.datasets.create_dataset(name="n", dataset_id="d")
    await store.experiments.create_experiment(total_items=1, experiment_id="x", dataset_id="d")
    await store.experiments.add_experiment_result(**NAMED, **TIMES, result_id="r")


async def spent(store: Store) -> dict[str, list[str]]:
    """Return the driver calls of methods; what runs must be what the golden files show."""
    experiments: Any = store.experiments
    plain, sql = experiments._db, experiments._sql
    counting = CountingDatabase(plain)
    found = {}
    for name, call in CALLS.items():
        experiments._db = plain
        await seed(store)
        experiments._db = counting
        await call(experiments)
        found[name] = counting.taken()
    shown = statements(sql.tables.dialect, sql.tables.experiments.schema)
    assert {each.sql for each in counting.statements} <= {each.sql for each in shown}
    return found


EVERY = {name: [call] for name, call in BUDGET.items()}


async def test_every_public_method_has_a_budget() -> None:
    public = {
        name
        for name, method in inspect.getmembers(ExperimentsStorage, inspect.iscoroutinefunction)
        if not name.startswith("_")
    }
    assert {name.partition(" ")[0] for name in BUDGET} == public
    assert set(BUDGET) == set(CALLS)


async def test_a_method_makes_one_call_on_sqlite() -> None:
    async with LibSQLStore(":memory:") as store:
        assert await spent(store) == EVERY


async def test_a_method_makes_one_call_on_postgresql(server: PostgresServer) -> None:
    async with PostgresStore(server.create_database()) as store:
        assert await spent(store) == EVERY
