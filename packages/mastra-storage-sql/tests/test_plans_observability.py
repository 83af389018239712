"""How the databases carry statements about traces out: by key, in the order of an index, and at a
cost that does not grow with the table.
"""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import sqlite3
from dataclasses import replace
from typing import Any

import asyncpg
import pytest
from explained import Plans, buffers_of, steps_of
from mastra_storage_core.domains.observability.requests import EVERYTHING, SpanQuery
from mastra_storage_core.paging import OrderBy, PageRequest
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import Dialect, Statement, observability_statements

LISTS = "observability.list_spans"
SQLITE_WALKS = {
    (): "mastra_ai_spans_roots_started_at_idx",
    ("oldest first",): "mastra_ai_spans_roots_started_at_idx",
    ("last ended first",): "mastra_py_spans_root_ended_idx",
    ("last ended last",): "mastra_py_spans_root_ended_idx",
    ("previews",): "mastra_ai_spans_roots_started_at_idx",
    ("branches",): "mastra_py_spans_anchor_started_idx",
    ("branches", "oldest first"): "mastra_py_spans_anchor_started_idx",
    ("of a thread",): "mastra_py_spans_root_thread_id_idx",
    ("started from a time",): "mastra_ai_spans_roots_started_at_idx",
    ("failed",): "mastra_ai_spans_roots_started_at_idx",
    ("with tags",): "mastra_ai_spans_roots_started_at_idx",
}
"""The index that lists walk on SQLite, by what they ask for."""
IN_PART = ("LAST 2 TERMS", "RIGHT PART")
"""How versions of SQLite say that the index has the order already, but for the last keys."""
POSTGRES_WALKS = SQLITE_WALKS | {
    (): "mastra_ai_spans_root_spans_idx",
    ("oldest first",): "mastra_ai_spans_root_spans_idx",
    ("previews",): "mastra_ai_spans_root_spans_idx",
    ("started from a time",): "mastra_ai_spans_root_spans_idx",
}
del POSTGRES_WALKS["failed",], POSTGRES_WALKS["with tags",]


@pytest.mark.parametrize("labels", SQLITE_WALKS, ids=", ".join)
def test_lists_walk_an_index_in_its_order_on_sqlite(
    labels: tuple[str, ...], on_sqlite: Plans
) -> None:
    """Nothing is sorted but spans of one millisecond, by their ids."""
    walk, *others = on_sqlite[LISTS, (*labels, "without total")].steps

    assert f"INDEX {SQLITE_WALKS[labels]}" in walk
    sorts = {step for step in others if "ORDER BY" in step}
    of_a_moment = {f"USE TEMP B-TREE FOR {words} OF ORDER BY" for words in IN_PART}
    assert len(sorts & of_a_moment) == len(sorts) == ("ended" not in SQLITE_WALKS[labels])


@pytest.mark.parametrize("labels", POSTGRES_WALKS, ids=", ".join)
@pytest.mark.asyncio(loop_scope="session")
async def test_lists_walk_an_index_in_its_order_on_postgresql(
    labels: tuple[str, ...], on_postgres: Plans
) -> None:
    steps = on_postgres[LISTS, (*labels, "without total")].steps

    assert steps[0] == "Limit"
    assert steps[1].startswith("Incremental Sort") or "ended" in POSTGRES_WALKS[labels]
    assert not any(step.startswith("Sort") for step in steps)
    assert any(POSTGRES_WALKS[labels] in step for step in steps)


BY_TRACE = ("get_trace", "get_root_span", "get_spans", "get_branch", "owners_of", "delete_traces")


@pytest.mark.parametrize("verb", [*BY_TRACE, "change_span", "lock_spans"])
@pytest.mark.asyncio(loop_scope="session")
async def test_spans_are_found_by_their_trace_or_key(
    verb: str, on_sqlite: Plans, on_postgres: Plans
) -> None:
    for plans in (on_sqlite, on_postgres):
        found = [plan for (name, _), plan in plans.items() if name == f"observability.{verb}"]
        assert found
        for plan in found:
            assert not plan.full_scans


def first_page(dialect: Dialect, **changes: Any) -> Statement:
    page = PageRequest(0, 20, include_total=False)
    query = SpanQuery(False, EVERYTHING, OrderBy("started_at", "desc"), page)
    query = replace(query, **changes)
    return observability_statements(dialect).lists.list_spans(query)


PAGE: Any = {"limit": 21, "offset": 0}
KINDS: list[dict[str, Any]] = [
    {},
    {"order_by": OrderBy("ended_at", "desc")},
    {"order_by": OrderBy("ended_at", "asc")},
    {"branches": True},
    {"preview": True},
]


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_page_costs_the_same_on_sqlite(
    sqlite: sqlite3.Connection, kind: dict[str, Any]
) -> None:
    """In instructions of SQLite's machine: of 1,000 traces, and of 100 of them."""
    statement = first_page(SQLITE, **kind)
    many = steps_of(sqlite, statement, **PAGE)
    sqlite.execute("BEGIN")
    sqlite.execute("DELETE FROM mastra_ai_spans WHERE rowid BETWEEN 2000 AND 20000")
    few = steps_of(sqlite, statement, **PAGE)
    sqlite.execute("ROLLBACK")

    assert many <= few * 1.3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.asyncio(loop_scope="session")
async def test_a_first_page_costs_few_pages_on_postgresql(
    postgres: asyncpg.Connection[Any], kind: dict[str, Any]
) -> None:
    """In pages of 8 kB: the 21 roots, and for each a look at the beginning of its trace."""
    assert await buffers_of(postgres, first_page(POSTGRES, **kind), **PAGE) <= 250


def test_a_branch_reads_its_trace_once_on_sqlite(sqlite: sqlite3.Connection) -> None:
    """In instructions of SQLite's machine: the way down a tree is no walk over all for each."""
    statement = observability_statements(SQLITE).traces.get_branch()
    whole = observability_statements(SQLITE).traces.get_trace(light=False)

    branch = steps_of(sqlite, statement, trace="large", span="span-0")

    assert branch < 5 * steps_of(sqlite, whole, trace="large")
