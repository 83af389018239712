"""What a call about agents, and about favorites, costs: one trip to the driver, and few statements
in it. The other kinds are the same class.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from counting import CountingDatabase
from every_statement import statements
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import AgentConfig, AgentsStorage, FavoritesStorage, Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

CONFIG = AgentConfig(name="n", instructions="i", model={})
KEY: Any = {"user_id": "u", "entity_type": "agent", "entity_id": "a"}
NEXT = "lock_entity find_version insert_version"
CREATE = "transact: create_entity find_version insert_version"
UPDATE = "transact: lock_entity update_entity"
DELETE = "transact: delete_entity delete_versions forget_favorites"
LIST, PAIR = "fetch: list_entities", "fetch: get_pair"

BUDGET = {
    "create": CREATE,
    "create_agent": CREATE,
    "get_by_id": "fetch: get_entity",
    "get_agent_by_id": "fetch: get_entity",
    "get_by_id_resolved": PAIR,
    "get_agent_by_id_resolved": PAIR,
    "update": UPDATE,
    "update of the configuration": f"transact: {NEXT} update_entity",
    "update_agent": UPDATE,
    "publish": "transact: lock_entity find_version update_entity",
    "publish an older version": "transact: lock_entity get_versions update_entity",
    "archive": UPDATE,
    "delete": DELETE,
    "delete_agent": DELETE,
    "list": LIST,
    "list_agents": LIST,
    "list_resolved": LIST,
    "list_agents_resolved": LIST,
    "list_unversioned": LIST,
    "create_version": f"transact: {NEXT}",
    "restore_version": "transact: lock_entity find_version get_versions insert_version",
    "get_version": "fetch: get_versions",
    "get_versions": "fetch: get_versions",
    "get_version_by_number": "fetch: find_version",
    "get_latest_version": "fetch: find_version",
    "list_versions": "fetch: list_versions",
    "count_versions": "fetch: count_versions",
    "diff_versions": "fetch: get_versions",
    "delete_version": "transact: get_versions lock_entity delete_version",
    "delete_versions_by_parent_id": "transact: lock_entity delete_versions",
}
"""The driver call of every public method, and the statements in it."""

OF_FAVORITES = {
    "favorite": "transact: lock_entity add_favorite count_favorites",
    "unfavorite": "transact: lock_entity remove_favorite",
    "is_favorited": "fetch: favorites_among",
    "is_favorited_batch": "fetch: favorites_among",
    "list_favorited_ids": "fetch: list_favorites",
    "delete_favorites_for_entity": "transact: lock_entity forget_favorites count_favorites",
}

Call = Callable[[Any], Awaitable[object]]
CALLS: dict[str, Call] = {
    "create": lambda a: a.create("new", CONFIG),
    "get_by_id": lambda a: a.get_by_id("a"),
    "get_by_id_resolved": lambda a: a.get_by_id_resolved("a"),
    "update": lambda a: a.update("a", metadata={}),
    "update of the configuration": lambda a: a.update("a", config={"name": "other"}),
    "publish": lambda a: a.publish("a"),
    "publish an older version": lambda a: a.publish("a", version_id="v"),
    "archive": lambda a: a.archive("a"),
    "delete": lambda a: a.delete("a"),
    "list": lambda a: a.list(author_id="u", per_page=10),
    "list_resolved": lambda a: a.list_resolved(),
    "list_unversioned": lambda a: a.list_unversioned(),
    "create_version": lambda a: a.create_version("a", CONFIG),
    "restore_version": lambda a: a.restore_version("a", "v"),
    "get_version": lambda a: a.get_version("v"),
    "get_versions": lambda a: a.get_versions(["v"]),
    "get_version_by_number": lambda a: a.get_version_by_number("a", 1),
    "get_latest_version": lambda a: a.get_latest_version("a"),
    "list_versions": lambda a: a.list_versions("a"),
    "count_versions": lambda a: a.count_versions("a"),
    "diff_versions": lambda a: a.diff_versions("v", "v"),
    "delete_version": lambda a: a.delete_version("v"),
    "delete_versions_by_parent_id": lambda a: a.delete_versions_by_parent_id("a"),
    "favorite": lambda f: f.favorite(**KEY),
    "unfavorite": lambda f: f.unfavorite(**KEY),
    "is_favorited": lambda f: f.is_favorited(**KEY),
    "is_favorited_batch": lambda f: f.is_favorited_batch(
        user_id="u", entity_type="agent", entity_ids=["a"]
    ),
    "list_favorited_ids": lambda f: f.list_favorited_ids(user_id="u", entity_type="agent"),
    "delete_favorites_for_entity": lambda f: f.delete_favorites_for_entity(
        entity_type="agent", entity_id="a"
    ),
}


def call_of(name: str) -> Call:
    """Return the call of a method; an older name has that of its name of today."""
    if name in CALLS:
        return CALLS[name]
    return next(
        CALLS[each] for each in CALLS if getattr(AgentsStorage, each, 0) is _of_agents(name)
    )


def _of_agents(name: str) -> Any:
    return getattr(AgentsStorage, name)


async def spent(store: Store) -> dict[str, str]:
    """Return the driver call of every method; what runs must be what the golden files show."""
    found: dict[str, str] = {}
    for domain, names in ((store.agents, BUDGET), (store.favorites, OF_FAVORITES)):
        any_domain: Any = domain
        plain = any_domain._db
        counting = CountingDatabase(plain)
        for name in names:
            for agent in ("a", "new"):
                await store.agents.delete(agent)
            await store.agents.create("a", CONFIG)
            await store.agents.create_version("a", CONFIG, id="v")
            any_domain._db = counting
            await call_of(name)(domain)
            any_domain._db = plain
            (found[name],) = counting.taken()
        tables = any_domain._sql.tables
        shown = statements(tables.dialect, tables.all[0].schema)
        assert {each.sql for each in counting.statements} <= {each.sql for each in shown}
    return found


async def test_every_public_method_has_a_budget() -> None:
    for domain, budget in ((AgentsStorage, BUDGET), (FavoritesStorage, OF_FAVORITES)):
        public = {
            name
            for name, _ in inspect.getmembers(domain, inspect.iscoroutinefunction)
            if not name.startswith("_")
        }
        assert {name.partition(" ")[0] for name in budget} == public


async def test_a_method_makes_one_call_on_sqlite() -> None:
    async with LibSQLStore(":memory:") as store:
        assert await spent(store) == BUDGET | OF_FAVORITES


async def test_a_method_makes_one_call_on_postgresql(server: PostgresServer) -> None:
    async with PostgresStore(server.create_database()) as store:
        assert await spent(store) == BUDGET | OF_FAVORITES
