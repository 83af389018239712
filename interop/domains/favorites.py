"""The favorites domain: who has which agents and skills as favorites, and how many do."""

from typing import Any

from mastra_storage_core.domains.favorites.interface import KINDS

from interop.domains.domain import Domain, Step, step
from interop.domains.favorites_load import FavoritesLoad
from interop.domains.versioned_load import created

USERS = ("ada", 'Grüße, "日本語"')
ENTITIES = ("both", "once", "again", "gone", "nobody")


def favorite(method: str, user: str, kind: str, name: str) -> Step:
    """Return a call that makes something a favorite, or no longer one."""
    return step(method, {"userId": user, "entityType": kind, "entityId": name})


def writes(kind: str) -> tuple[Step, ...]:
    """Return the calls that change something."""
    of = KINDS[kind]
    return (
        *(step("create", created(of, name), domain=of.domain) for name in ENTITIES),
        *(favorite("favorite", user, kind, "both") for user in USERS),
        favorite("favorite", "ada", kind, "once"),
        *(favorite(each, "ada", kind, "again") for each in ("favorite", "unfavorite", "favorite")),
        favorite("favorite", "ada", kind, "again"),
        favorite("favorite", "ada", kind, "gone"),
        favorite("unfavorite", "ada", kind, "nobody"),
        step("deleteFavoritesForEntity", {"entityType": kind, "entityId": "gone"}),
    )


def reads(kind: str) -> tuple[Step, ...]:
    """Return the calls that read all of it."""
    domain = KINDS[kind].domain
    of: dict[str, Any] = {"entityType": kind}
    counts = {"both": 2, "once": 1, "again": 1, "gone": 0, "nobody": 0}
    return (
        *(favorite("isFavorited", user, kind, name) for user in USERS for name in ENTITIES),
        *(step("isFavoritedBatch", {"userId": user, "entityIds": ENTITIES} | of) for user in USERS),
        *(step("listFavoritedIds", {"userId": user} | of) for user in (*USERS, "nobody")),
        *(
            step("getById", name, domain=domain, expected={"favoriteCount": count})
            for name, count in counts.items()
        ),
        step(
            "list", {"pinFavoritedFor": "ada", "favoritedOnly": True}, domain=domain, unordered=True
        ),
        step("list", {"pinFavoritedFor": USERS[1]}, domain=domain, unordered=True),
    )


DOMAIN = Domain(
    name="favorites",
    tables=("mastra_favorites",),
    writes=tuple(each for kind in KINDS for each in writes(kind)),
    reads=tuple(each for kind in KINDS for each in reads(kind)),
    load=FavoritesLoad,
    young=(("mastra_favorites", "createdAtZ"),),
)
