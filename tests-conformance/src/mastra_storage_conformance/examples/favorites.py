"""Examples of the favorites domain: an agent that a user has for a favorite, and another one."""

from typing import Any

from mastra_storage_core import FavoritesStorage, Store

from mastra_storage_conformance.examples.example import Call, Example, Names
from mastra_storage_conformance.make_versioned import config_of


async def _seed(store: Store, n: Names) -> None:
    for name in ("entity", "entity 2"):
        await store.agents.create(n(name), config_of(store.agents.kind))
    await store.favorites.favorite(user_id=n("user"), entity_type="agent", entity_id=n("entity"))


def _calls(n: Names) -> list[Call]:
    kind: Any = {"entity_type": "agent"}
    mine: Any = {"user_id": n("user"), **kind}
    return [
        Call("favorite", **mine, entity_id=n("entity 2")),
        Call("unfavorite", **mine, entity_id=n("entity")),
        Call("is_favorited", **mine, entity_id=n("entity")),
        Call("is_favorited_batch", **mine, entity_ids=[n("entity"), n("entity 2")]),
        Call("list_favorited_ids", **mine),
        Call("delete_favorites_for_entity", **kind, entity_id=n("entity")),
    ]


async def _probe(store: Store, n: Names) -> Any:
    agents = [await store.agents.get_by_id(n(name)) for name in ("entity", "entity 2")]
    return agents, await store.favorites.list_favorited_ids(user_id=n("user"), entity_type="agent")


FAVORITES = Example("favorites", FavoritesStorage, _seed, _calls, _probe, ("agents",))
