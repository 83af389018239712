"""How the databases carry statements about runs out: by key, in the order of an index, and at a
cost that does not grow with the table.
"""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import sqlite3
from typing import Any

import asyncpg
import pytest
from explained import Plans, buffers_of, steps_of
from mastra_storage_core.domains.workflows.requests import RunQuery
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import PageRequest
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import Dialect, Statement, workflow_statements

LISTS = "workflows.list_runs"
IN_ORDER = {
    (): "name_created",
    ("of all workflows",): "created",
    ("of all workflows", "of one owner"): "resource_created",
    ("from a time",): "name_created",
    ("of all workflows", "of one status"): "created",
}
"""The index of ours that lists walk, by what they ask for."""


@pytest.mark.parametrize("labels", IN_ORDER, ids=", ".join)
def test_lists_walk_an_index_in_its_order_on_sqlite(
    labels: tuple[str, ...], on_sqlite: Plans
) -> None:
    """Nothing is sorted but runs of one id and millisecond, by their workflows."""
    walk, *others = on_sqlite[LISTS, (*labels, "without total")].steps

    assert f"INDEX mastra_py_workflow_runs_{IN_ORDER[labels]}_idx" in walk
    assert all(
        step.endswith(("LAST TERM OF ORDER BY", "RIGHT PART OF ORDER BY")) for step in others
    )


@pytest.mark.parametrize("labels", IN_ORDER, ids=", ".join)
@pytest.mark.asyncio(loop_scope="session")
async def test_lists_walk_an_index_in_its_order_on_postgresql(
    labels: tuple[str, ...], on_postgres: Plans
) -> None:
    steps = on_postgres[LISTS, (*labels, "without total")].steps

    assert steps[0] == "Limit"
    assert steps[1].startswith("Incremental Sort")
    assert f"mastra_py_workflow_runs_{IN_ORDER[labels]}_idx" in steps[2]
    assert len(steps) == 3


@pytest.mark.asyncio(loop_scope="session")
async def test_runs_of_a_thread_are_found_by_an_index_on_postgresql(on_postgres: Plans) -> None:
    for labels in (("of one thread",), ("of all workflows", "of one thread")):
        plan = on_postgres[LISTS, (*labels, "without total")]
        assert plan.of("mastra_py_workflow_runs_thread_idx")


BY_KEY: tuple[str, ...] = (
    "load_snapshot",
    "lock_snapshot",
    "replace_snapshot",
    "delete_run",
    "get_owner",
)
BY_KEY += ("hold_owner", "claim_expected", "renew_run", "release_run", "forget_owner")


@pytest.mark.parametrize("verb", BY_KEY)
@pytest.mark.asyncio(loop_scope="session")
async def test_runs_and_owners_are_found_by_their_keys(
    verb: str, on_sqlite: Plans, on_postgres: Plans
) -> None:
    found = [plan for (name, _), plan in on_sqlite.items() if name == f"workflows.{verb}"]
    assert found
    for plan in found:
        (search,) = plan.steps
        assert search.endswith("_1 (workflow_name=? AND run_id=?)")
    for (name, _), plan in on_postgres.items():
        if name == f"workflows.{verb}":
            (search,) = plan.of("Scan")
            assert search.startswith("Index Scan")
            assert "run_id = $" in search, "few workflows have a run of one id"


@pytest.mark.asyncio(loop_scope="session")
async def test_the_newest_run_of_an_id_is_found_by_it(on_sqlite: Plans, on_postgres: Plans) -> None:
    assert (
        "mastra_py_workflow_runs_id_idx (run_id=?)" in on_sqlite["workflows.get_run", ()].steps[0]
    )
    assert on_postgres["workflows.get_run", ()].of("mastra_py_workflow_runs_id_idx")


def first_page(dialect: Dialect) -> Statement:
    page = PageRequest(0, 20, include_total=False)
    query = RunQuery(None, None, None, None, DateRange(), page)
    return workflow_statements(dialect).runs.list_runs(query)


PAGE: Any = {"limit": 21, "offset": 0}


def test_a_first_page_costs_the_same_on_sqlite(sqlite: sqlite3.Connection) -> None:
    """In instructions of SQLite's machine: of 20,000 runs, and of 1,000 of them."""
    statement = first_page(SQLITE)
    many = steps_of(sqlite, statement, **PAGE)
    sqlite.execute("BEGIN")
    sqlite.execute("DELETE FROM mastra_workflow_snapshot WHERE rowid > 1000")
    few = steps_of(sqlite, statement, **PAGE)
    sqlite.execute("ROLLBACK")

    assert many <= few * 1.1


@pytest.mark.asyncio(loop_scope="session")
async def test_a_first_page_costs_few_pages_on_postgresql(
    postgres: asyncpg.Connection[Any],
) -> None:
    """In pages of 8 kB: the 21 runs, and the way to them."""
    assert await buffers_of(postgres, first_page(POSTGRES), **PAGE) <= 30
