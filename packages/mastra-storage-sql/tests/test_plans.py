"""How the databases carry statements out: by index, in order, and at a cost that does not grow with
what is not asked for.

PostgreSQL is asked for its generic plans: a prepared statement may end with one, and a plan for any
owner is made without knowing that one owner has nearly everything.
"""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import sqlite3
from itertools import pairwise
from typing import Any

import asyncpg
import pytest
from explained import Plans, buffers_of, steps_of
from mastra_storage_core.domains.memory.requests import MessageQuery
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import CREATED_AT_DESC, PageRequest
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import Dialect, Statement, memory_statements
from seeded import LENGTHS, threads

ACCEPTED = {
    ("memory.list_threads", "of all owners"): (
        "all threads match: the page walks an index in its order and stops; the total is of all"
    ),
    ("workflows.list_runs", "of all workflows"): (
        "any run may match: the page walks an index in its order and stops; the total is of all"
    ),
    ("datasets.list_datasets", ""): (
        "there are few data sets, and any may match: the page walks an index in its order"
    ),
    ("experiments.list_experiments", ""): (
        "there are few experiments, and any may match: the page walks an index in its order"
    ),
    ("experiments.summaries", ""): "it is about every experiment",
    ("agents.list_entities", ""): (
        "agents are few, and any may match: the page walks an index in its order where there is one"
    ),
    ("observability.list_spans", ""): (
        "any trace may match: the page walks an index of roots or of anchors in its order and "
        "stops; the total is of all"
    ),
    ("scores.list_evals", "of all agents"): (
        "any may match: the page walks an index in its order and stops; the total is of all"
    ),
    ("scores.list_traces", ""): (
        "any may match: the page walks an index in its order and stops; the total is of all"
    ),
    ("memory.count_old_rows", "resources"): "a third of a small table, as is guessed",
    ("observability.list_signals", ""): (
        "any record may match: the page walks an index in its order and stops; the total is of all"
    ),
    ("observability.different", ""): "a value may be in any row, and few ask for those of a column",
    ("observability.count_old_rows", ""): "a third of a table, as is guessed",
    ("memory.vector_tables", ""): "the catalogue has few schemas",
    ("memory.delete_vectors", ""): "the table is the original's, which has no index for it either",
}
"""What may read a whole table or a whole index: a statement, a label of its shapes, the reason."""


def scanned(plans: Plans) -> set[tuple[str, str]]:
    """Return what reads a whole table or index: as it is accepted, or else with all its labels."""
    found = set()
    for (name, labels), plan in plans.items():
        if plan.full_scans:
            accepted = {(name, label) for label in (*labels, "")} & set(ACCEPTED)
            found |= accepted or {(name, ", ".join(labels))}
    return found


def test_nothing_is_scanned_on_sqlite(on_sqlite: Plans) -> None:
    assert scanned(on_sqlite) == {
        ("memory.list_threads", "of all owners"),
        ("workflows.list_runs", "of all workflows"),
        ("datasets.list_datasets", ""),
        ("experiments.list_experiments", ""),
        ("experiments.summaries", ""),
        ("observability.list_spans", ""),
        ("observability.list_signals", ""),
        ("observability.different", ""),
        ("scores.list_evals", "of all agents"),
        ("scores.list_traces", ""),
        ("agents.list_entities", ""),
    }


@pytest.mark.asyncio(loop_scope="session")
async def test_nothing_is_scanned_on_postgresql(on_postgres: Plans) -> None:
    assert scanned(on_postgres) == set(ACCEPTED)


LISTS = "memory.list_messages"
DEEPER = 8
"""Pages of 8 kB that a list in a long thread may read beyond one in a short thread."""
THREAD = [
    (*guard, *order, *page)
    for guard in ((), ("of one owner",))
    for order in ((), ("newest first",))
    for page in ((), ("a later page",), ("without total",), ("everything",))
]


@pytest.mark.parametrize("labels", THREAD, ids=", ".join)
def test_a_thread_is_read_in_order_on_sqlite(labels: tuple[str, ...], on_sqlite: Plans) -> None:
    """Nothing is sorted but ids within a millisecond, and a later page as it leaves its join."""
    steps = on_sqlite[LISTS, labels].steps
    in_order = "SEARCH mastra_messages USING INDEX idx_messages_thread_created_at (thread_id=?)"
    sorts = {
        "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY",
        "USE TEMP B-TREE FOR LAST TERM OF ORDER BY",  # the same, as SQLite says it from 3.46
    }
    assert sorts & set(steps[steps.index(in_order) + 1 :])
    others = [step for step in steps if "B-TREE" in step and step not in sorts]
    assert others == ([steps[-1]] if "a later page" in labels else [])


@pytest.mark.parametrize("labels", THREAD, ids=", ".join)
@pytest.mark.asyncio(loop_scope="session")
async def test_a_thread_is_read_in_order_on_postgresql(
    labels: tuple[str, ...], on_postgres: Plans
) -> None:
    steps = on_postgres[LISTS, labels].steps
    at = next(index for index, step in enumerate(steps) if step.startswith("Incremental Sort"))
    assert "createdAt" in steps[at].rpartition(" [")[2], "is sorted already"
    assert "mastra_messages_thread_id_createdat_idx (thread_id = $1)" in steps[at + 1]
    assert ("Limit" in steps[:at]) is ("everything" not in labels)
    others = [step for step in steps if step.startswith("Sort")]
    assert others == ([steps[0]] if "a later page" in labels else [])


def test_windows_are_searched_on_sqlite(on_sqlite: Plans) -> None:
    for (name, _), plan in on_sqlite.items():
        if name == "memory.windows":
            assert [step.partition(" USING ")[2] for step in plan.of("SEARCH")] == [
                "INDEX sqlite_autoindex_mastra_messages_1 (id=?)",
                "INDEX sqlite_autoindex_mastra_messages_1 (id=?)",
                "INDEX idx_messages_thread_created_at (thread_id=? AND createdAt<?)",
                "INDEX sqlite_autoindex_mastra_messages_1 (id=?)",
                "INDEX sqlite_autoindex_mastra_messages_1 (id=?)",
                "INDEX idx_messages_thread_created_at (thread_id=? AND createdAt>?)",
            ]


@pytest.mark.asyncio(loop_scope="session")
async def test_windows_are_searched_on_postgresql(on_postgres: Plans) -> None:
    """An array is a condition of the index; `IN (SELECT …)` would be a filter on every message."""
    for (name, _), plan in on_postgres.items():
        if name == "memory.windows":
            targets, before, again, after = (
                step.partition("_pkey ")[2].replace("ARRAY(", "(") for step in plan.of("_pkey")
            )
            assert targets == again == "(id = ANY ($1))"
            assert (before, after) == ("(id = ANY ((SubPlan 1)))", "(id = ANY ((SubPlan 2)))")
            nearby = plan.of("mastra_messages_thread_id_createdat_idx")
            assert '"createdAt" <= target."createdAt"' in nearby[0]
            assert '"createdAt" >= target_1."createdAt"' in nearby[1]
            assert len(nearby) == 2


BY_ID = ("list_messages_by_id", "lock_messages", "threads_of", "delete_messages", "update_message")


@pytest.mark.parametrize("verb", BY_ID)
@pytest.mark.asyncio(loop_scope="session")
async def test_messages_are_found_by_their_ids(
    verb: str, on_sqlite: Plans, on_postgres: Plans
) -> None:
    """And not by their owner, who may have a million others."""
    for (name, _), plan in on_sqlite.items():
        if name == f"memory.{verb}":
            (search,) = plan.of("SEARCH mastra_messages")
            assert search.endswith("INDEX sqlite_autoindex_mastra_messages_1 (id=?)")
    for (name, _), plan in on_postgres.items():
        if name == f"memory.{verb}":
            (search,) = plan.of("Index Scan")
            assert "mastra_messages_pkey (id = " in search


COUNTED = {
    ("memory.list_messages", ()): "(thread_id=?)",
    ("memory.list_messages", ("from a time",)): "(thread_id=? AND createdAt>?)",
    ("memory.list_messages", ("of one owner",)): "(thread_id=?)",
    ("memory.list_messages", ("several threads",)): "(thread_id=?)",
    ("memory.list_messages", ("all threads of one owner",)): "(resourceId=?)",
    ("memory.list_threads", ()): "(resourceId=?)",
}
"""The totals that are counted in an index alone, with what is searched in it."""


@pytest.mark.parametrize("shape", COUNTED)
def test_totals_read_an_index_alone_on_sqlite(
    shape: tuple[str, tuple[str, ...]], on_sqlite: Plans
) -> None:
    total = on_sqlite[shape].of("USING COVERING INDEX")[0]
    assert total.endswith(COUNTED[shape])


@pytest.mark.parametrize("shape", [shape for shape in COUNTED if "of one owner" not in shape[1]])
@pytest.mark.asyncio(loop_scope="session")
async def test_totals_read_an_index_alone_on_postgresql(
    shape: tuple[str, tuple[str, ...]], on_postgres: Plans
) -> None:
    """Of messages. A total of one owner's in a thread reads rows: no index has both."""
    steps = on_postgres[shape].steps
    totals = [below for step, below in pairwise(steps) if step == "Aggregate"]
    if shape[0] == LISTS:
        assert len(totals) == 2
        assert all(step.startswith("Index Only Scan") for step in totals)
    else:
        assert all("Index" in step or "Bitmap" in step for step in totals)


@pytest.mark.parametrize(
    ("labels", "index"),
    [
        ((), "resource_created"),
        (("oldest first",), "resource_created"),
        (("last updated first",), "resource_updated"),
        (("of all owners",), "created"),
        (("of all owners", "oldest first"), "created"),
        (("of all owners", "last updated last"), "updated"),
    ],
)
@pytest.mark.asyncio(loop_scope="session")
async def test_lists_of_threads_use_our_indexes(
    labels: tuple[str, ...], index: str, on_sqlite: Plans, on_postgres: Plans
) -> None:
    """In their order: nothing is sorted."""
    labels = (*labels, "without total")
    found = on_sqlite["memory.list_threads", labels]
    assert len(found.steps) == 1
    assert f"mastra_threads USING INDEX mastra_py_threads_{index}_idx" in found.steps[0]
    limit, scan = on_postgres["memory.list_threads", labels].steps
    assert limit == "Limit"
    assert scan.startswith(f"Index Scan mastra_threads mastra_py_threads_{index}_idx")


@pytest.mark.parametrize("later", [(), ("later",)], ids=["first", "later"])
@pytest.mark.parametrize(
    ("table", "index"),
    [
        ((), "mastra_threads mastra_py_threads_updated_idx"),
        (("messages",), "mastra_messages mastra_py_messages_created_idx"),
        (("resources",), "mastra_resources mastra_py_resources_updated_idx"),
    ],
)
@pytest.mark.asyncio(loop_scope="session")
async def test_old_rows_are_found_in_an_index_in_its_order(
    table: tuple[str, ...],
    index: str,
    later: tuple[str, ...],
    on_sqlite: Plans,
    on_postgres: Plans,
) -> None:
    """Nothing is sorted, and a later batch starts where the one before it ended."""
    (search,) = on_sqlite["memory.old_rows", (*table, *later)].steps
    limit, lock, scan = on_postgres["memory.old_rows", (*table, *later)].steps
    assert index.partition(" ")[2] in search
    assert [sign in search for sign in ("<?)", ">? AND ")] == [True, bool(later)]
    assert (limit, lock) == ("Limit", "LockRows")
    assert scan.startswith(f"Index Scan {index}")
    assert [sign in scan for sign in (" < $1", " >= $2")] == [True, bool(later)]


def last_40(dialect: Dialect, owner: str | None) -> Statement:
    page = PageRequest(0, 40, include_total=False)
    query = MessageQuery(("t",), owner, DateRange(), {}, False, CREATED_AT_DESC, page)
    return memory_statements(dialect).lists.list_messages(query)


def windows(dialect: Dialect) -> Statement:
    return memory_statements(dialect).lists.windows(owned=True, include_system=False)


def values(thread: str, owner: str | None = None) -> dict[str, Any]:
    """Return the values for the last page, and for windows near the end."""
    row = next(row for row in threads() if row["id"] == thread)
    page = {"in_thread": thread, "limit": 41, "offset": 0}
    targets = {"ids": [f"{thread}:{LENGTHS[thread] - 5}"], "up_to": 3, "next": 2}
    return {**page, **targets, "owner": owner and row["resourceId"]}


@pytest.mark.parametrize("owner", [None, "guarded"])
def test_the_last_page_costs_the_same_on_sqlite(
    owner: str | None, sqlite: sqlite3.Connection
) -> None:
    """In instructions of SQLite's machine; the thread of ten fills no page."""
    statement = last_40(SQLITE, owner)
    short, long, longest = (steps_of(sqlite, statement, **values(each, owner)) for each in LENGTHS)
    assert short < long
    assert longest <= long * 1.1


def test_windows_cost_the_same_on_sqlite(sqlite: sqlite3.Connection) -> None:
    statement = windows(SQLITE)
    short, long, longest = (steps_of(sqlite, statement, **values(each, "r")) for each in LENGTHS)
    assert max(long, longest) <= short * 1.1


@pytest.mark.parametrize("owner", [None, "guarded"])
@pytest.mark.asyncio(loop_scope="session")
async def test_the_last_page_costs_the_same_on_postgresql(
    owner: str | None, postgres: asyncpg.Connection[Any]
) -> None:
    """In pages read: more by what an index is deeper, and by the rows that fill a page."""
    statement = last_40(POSTGRES, owner)
    short, long, longest = [
        await buffers_of(postgres, statement, **values(each, owner)) for each in LENGTHS
    ]
    assert max(long, longest) <= short + DEEPER


@pytest.mark.asyncio(loop_scope="session")
async def test_windows_cost_the_same_on_postgresql(postgres: asyncpg.Connection[Any]) -> None:
    statement = windows(POSTGRES)
    short, long, longest = [
        await buffers_of(postgres, statement, **values(each, "r")) for each in LENGTHS
    ]
    assert max(long, longest) <= short + DEEPER
