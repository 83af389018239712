"""How the databases carry statements about data sets out: items by their ids and in the order of an
index, known ones by their external ids, versions by their data set.
"""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import sqlite3
from datetime import datetime
from typing import Any

import asyncpg
import pytest
from explained import Plans, buffers_of, steps_of
from mastra_storage_core.domains.datasets.requests import ItemQuery, Scope
from mastra_storage_core.paging import CREATED_AT_ASC, CREATED_AT_DESC, PageRequest
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import Dialect, Statement, dataset_statements

LISTS = "datasets.list_items"
IN_ORDER: list[tuple[str, ...]] = [
    ("without total",),
    ("oldest first", "without total"),
    ("at a version", "without total"),
    ("behind another",),
    ("at a version", "behind another"),
]


@pytest.mark.parametrize("labels", IN_ORDER, ids=", ".join)
@pytest.mark.asyncio(loop_scope="session")
async def test_items_are_read_in_the_order_of_an_index(
    labels: tuple[str, ...], on_sqlite: Plans, on_postgres: Plans
) -> None:
    (walk,) = on_sqlite[LISTS, labels].steps
    assert "INDEX mastra_py_dataset_items_created_idx (datasetId=?" in walk

    limit, scan = on_postgres[LISTS, labels].steps
    assert limit == "Limit"
    assert "mastra_py_dataset_items_created_idx" in scan


BY_ID = ("get_item", "item_history", "newest_row", "erase_item", "close_items", "bury_items")


@pytest.mark.parametrize("verb", BY_ID)
@pytest.mark.asyncio(loop_scope="session")
async def test_items_are_found_by_their_ids(
    verb: str, on_sqlite: Plans, on_postgres: Plans
) -> None:
    on_either = [
        (plan, index)
        for plans, index in (
            (on_sqlite, "mastra_py_dataset_items_id_idx (id=?"),
            (on_postgres, "mastra_dataset_items_pkey"),
        )
        for (name, _), plan in plans.items()
        if name == f"datasets.{verb}"
    ]
    assert on_either
    for plan, index in on_either:
        assert plan.of(index), plan.steps


@pytest.mark.asyncio(loop_scope="session")
async def test_known_items_are_found_by_their_external_ids(
    on_sqlite: Plans, on_postgres: Plans
) -> None:
    on_either = (
        on_sqlite["datasets.known_items", ()].of("idx_dataset_items_dataset_externalid_version"),
        on_postgres["datasets.known_items", ()].of("idx_dataset_items_external_id_history"),
    )

    for found in on_either:
        assert len(found) == 2, "the items, and those before them"


def a_batch(dialect: Dialect) -> Statement:
    """Return the statement for a batch of a pass through a data set."""
    page = PageRequest(0, 20, include_total=False)
    query = ItemQuery("d", 1, None, Scope(), CREATED_AT_ASC, page, (CREATED_AT_DESC, "i"))  # type: ignore[arg-type] # only what is there decides the shape
    return dataset_statements(dialect).reads.list_items(query)


def place(number: int, after: Any) -> dict[str, Any]:
    """Return the parameters of a batch behind some item of the first data set."""
    window = {"limit": 20, "offset": 0, "deleted": False, "version": 1}
    return {"dataset": "d-0", "after": after, "after_id": f"i-{number}", **window}


def test_a_later_batch_costs_what_the_first_does_on_sqlite(sqlite: sqlite3.Connection) -> None:
    """In instructions of SQLite's machine: nothing is passed over."""
    first, last = (at_of(sqlite, number) for number in (40, 18_000))

    many = steps_of(sqlite, a_batch(SQLITE), **place(18_000, last))
    few = steps_of(sqlite, a_batch(SQLITE), **place(40, first))

    assert many <= few * 1.1


def at_of(sqlite: sqlite3.Connection, number: int) -> Any:
    found = sqlite.execute(
        "SELECT createdAt FROM mastra_dataset_items WHERE id = ?", (f"i-{number}",)
    ).fetchone()
    return datetime.fromisoformat(found[0])


@pytest.mark.asyncio(loop_scope="session")
async def test_a_later_batch_costs_few_pages_on_postgresql(
    postgres: asyncpg.Connection[Any],
) -> None:
    """In pages of 8 kB: the 20 items, and the way to them."""
    found = await postgres.fetchval(
        "SELECT \"createdAt\" AT TIME ZONE 'UTC' FROM mastra_dataset_items WHERE id = 'i-18000'"
    )
    assert await buffers_of(postgres, a_batch(POSTGRES), **place(18_000, found)) <= 40
