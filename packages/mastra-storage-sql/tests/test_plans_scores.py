"""How the databases carry statements about scores out: by key, in the order of an index, and at a
cost that does not grow with the table.
"""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import sqlite3
from typing import Any

import asyncpg
import pytest
from explained import Plans, buffers_of, steps_of
from mastra_storage_core.domains.scores.requests import ScoreQuery
from mastra_storage_core.paging import CREATED_AT_DESC, PageRequest
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import Dialect, Statement, score_statements

LISTS = "scores.list_scores"
IN_ORDER = {
    (): "scorer_created",
    ("of one entity",): "scorer_entity_created",
    ("of a run",): "run_created",
    ("of an entity",): "entity_created",
    ("of one source",): "scorer_created",
    ("of one organization",): "scorer_created",
}
"""The index of ours that lists walk, by what they ask for."""
ORDERS = ((), ("oldest first",))
CASES = [(*labels, *order) for labels in IN_ORDER for order in ORDERS]


def index_of(labels: tuple[str, ...]) -> str:
    asked = tuple(label for label in labels if label != "oldest first")
    return f"mastra_py_scorers_{IN_ORDER[asked]}_idx"


@pytest.mark.parametrize("labels", CASES, ids=", ".join)
def test_lists_walk_an_index_in_its_order_on_sqlite(
    labels: tuple[str, ...], on_sqlite: Plans
) -> None:
    """And sort nothing."""
    (walk,) = on_sqlite[LISTS, (*labels, "without total")].steps

    assert f"INDEX {index_of(labels)}" in walk


@pytest.mark.parametrize("labels", CASES, ids=", ".join)
@pytest.mark.asyncio(loop_scope="session")
async def test_lists_walk_an_index_in_its_order_on_postgresql(
    labels: tuple[str, ...], on_postgres: Plans
) -> None:
    """And sort nothing but ids of one millisecond, where three texts are too much for an entry."""
    limit, *sort, walk = on_postgres[LISTS, (*labels, "without total")].steps

    assert limit == "Limit"
    assert index_of(labels) in walk
    assert all(step.startswith("Incremental Sort") for step in sort)


@pytest.mark.parametrize("order", ORDERS, ids=", ".join)
@pytest.mark.asyncio(loop_scope="session")
async def test_scores_of_a_span_are_found_by_it_in_their_order(
    order: tuple[str, ...], on_sqlite: Plans, on_postgres: Plans
) -> None:
    """By an index of the original's where it has one."""
    labels = ("of a span", *order, "without total")
    (walk,) = on_sqlite[LISTS, labels].steps
    assert "mastra_py_scorers_span_created_idx (traceId=? AND spanId=?)" in walk
    limit, sort, walk = on_postgres[LISTS, labels].steps
    assert (limit, sort.partition(" [")[0]) == ("Limit", "Incremental Sort")
    assert "mastra_scores_trace_id_span_id_created_at_idx" in walk


@pytest.mark.asyncio(loop_scope="session")
async def test_a_score_is_found_by_its_id(on_sqlite: Plans, on_postgres: Plans) -> None:
    (search,) = on_sqlite["scores.get_score", ()].steps
    assert search.endswith("sqlite_autoindex_mastra_scorers_1 (id=?)")
    (scan,) = on_postgres["scores.get_score", ()].steps
    assert "mastra_scorers_pkey" in scan


def first_page(dialect: Dialect, **wanted: str) -> Statement:
    page = PageRequest(0, 20, include_total=False)
    return score_statements(dialect).scores.list_scores(ScoreQuery(wanted, CREATED_AT_DESC, page))


PAGE: Any = {"limit": 21, "offset": 0}
ASKED: list[dict[str, str]] = [
    {"scorer_id": "s-0"},
    {"scorer_id": "s-0", "entity_id": "e-0"},
    {"entity_id": "e-0", "entity_type": "AGENT"},
]


@pytest.mark.parametrize("wanted", ASKED, ids=str)
def test_a_first_page_costs_the_same_on_sqlite(
    wanted: dict[str, str], sqlite: sqlite3.Connection
) -> None:
    """In instructions of SQLite's machine: of 20,000 scores, and of 4,200 of them."""
    statement = first_page(SQLITE, **wanted)
    many = steps_of(sqlite, statement, **wanted, **PAGE)
    sqlite.execute("BEGIN")
    sqlite.execute("DELETE FROM mastra_scorers WHERE rowid > 4200")
    few = steps_of(sqlite, statement, **wanted, **PAGE)
    sqlite.execute("ROLLBACK")

    assert many <= few * 1.1


@pytest.mark.parametrize("wanted", ASKED, ids=str)
@pytest.mark.asyncio(loop_scope="session")
async def test_a_first_page_costs_few_pages_on_postgresql(
    wanted: dict[str, str], postgres: asyncpg.Connection[Any]
) -> None:
    """In pages of 8 kB: the 21 scores, and the way to them."""
    statement = first_page(POSTGRES, **wanted)

    assert await buffers_of(postgres, statement, **wanted, **PAGE) <= 60
