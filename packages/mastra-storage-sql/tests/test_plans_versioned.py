"""How the databases carry statements about agents out: entities and versions by key, lists in the
order of an index. Those of the other kinds are the same.
"""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import sqlite3
from typing import Any

import asyncpg
import pytest
from explained import Plans, buffers_of, steps_of
from mastra_storage_core.domains.versioned.kinds.agents import AGENTS
from mastra_storage_core.domains.versioned.requests import Which
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import Dialect, Statement, versioned_statements

LISTS = "agents.list_entities"
IN_ORDER: dict[tuple[str, ...], str] = {(): "created", ("of one author",): "author"}
"""The index of ours that lists walk, by what they ask for."""


@pytest.mark.parametrize("labels", IN_ORDER, ids=", ".join)
@pytest.mark.asyncio(loop_scope="session")
async def test_lists_walk_an_index_in_its_order(
    labels: tuple[str, ...], on_sqlite: Plans, on_postgres: Plans
) -> None:
    for plans in (on_sqlite, on_postgres):
        plan = plans[LISTS, labels]
        assert plan.of(f"mastra_py_agents_{IN_ORDER[labels]}_idx")
        assert not plan.of("B-TREE")
        assert not [step for step in plan.of("Sort") if not step.startswith("Incremental")]


@pytest.mark.parametrize("which", ["active", "latest"])
@pytest.mark.asyncio(loop_scope="session")
async def test_versions_are_looked_up_for_a_page_alone(
    which: str, on_sqlite: Plans, on_postgres: Plans
) -> None:
    for plans in (on_sqlite, on_postgres):
        plan = plans[LISTS, (f"beside the {which} version",)]
        assert plan.of("mastra_py_agents_created_idx")
        assert plan.of(NUMBER)
        assert not [step for step in plan.full_scans if "versions" in step], plan.steps


NUMBER = "mastra_py_agents_number_idx"
BY_KEY = ("get_entity", "lock_entity", "update_entity", "delete_entity", "count_favorites")
BY_ID = ("get_versions", "delete_version")
OF_ENTITY = ("find_version", "count_versions", "delete_versions")


@pytest.mark.parametrize("verb", [*BY_KEY, *BY_ID, *OF_ENTITY])
@pytest.mark.asyncio(loop_scope="session")
async def test_entities_and_versions_are_found_by_their_keys(
    verb: str, on_sqlite: Plans, on_postgres: Plans
) -> None:
    for plans in (on_sqlite, on_postgres):
        found = [plan for (name, _), plan in plans.items() if name == f"agents.{verb}"]
        assert found
        for plan in found:
            assert not plan.full_scans
            assert bool(plan.of(NUMBER)) is (verb in OF_ENTITY)


@pytest.mark.asyncio(loop_scope="session")
async def test_favorites_are_found_by_user_and_by_entity(
    on_sqlite: Plans, on_postgres: Plans
) -> None:
    for plans in (on_sqlite, on_postgres):
        for name in ("favorites.list_favorites", "favorites.favorites_among"):
            assert not plans[name, ()].full_scans
        for name in ("agents.forget_favorites", "favorites.forget_favorites"):
            assert plans[name, ()].of("idx_favorites_entity")


def resolved(dialect: Dialect) -> Statement:
    return versioned_statements(AGENTS, dialect).entities.get_pair(Which(latest=True))


def test_the_latest_of_many_versions_costs_what_that_of_few_does_on_sqlite(
    sqlite: sqlite3.Connection,
) -> None:
    """In instructions of SQLite's machine: of 5,000 versions, and of five."""
    many, few = (
        steps_of(sqlite, resolved(SQLITE), entity=each, version=None) for each in ("a-0", "a-1")
    )
    assert many <= few * 1.1


@pytest.mark.asyncio(loop_scope="session")
async def test_the_latest_of_many_versions_costs_few_pages_on_postgresql(
    postgres: asyncpg.Connection[Any],
) -> None:
    for entity in ("a-0", "a-1"):
        assert await buffers_of(postgres, resolved(POSTGRES), entity=entity, version=None) <= 16
