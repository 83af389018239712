"""What the hammer does to the favorites domain."""

from mastra_storage_core.domains.favorites.interface import KINDS

from interop.domains.versioned_load import created
from interop.hammer import Worker, Workload, missing
from interop.side import Client

SHARED = "everybody's"
"""The id of the entities that everybody has as favorites, one of each kind."""


class FavoritesLoad(Workload):
    """Everybody makes the same agent and the same skill a favorite, and no favorite any more; how
    many have it is counted by all.
    """

    def __init__(self) -> None:
        self.wanted: dict[tuple[str, str], bool] = {}
        """Whether something is a favorite, by what it is and whose."""

    async def prepare(self, client: Client) -> None:
        for kind in KINDS.values():
            await client.call(kind.domain, "create", created(kind, SHARED))

    async def act(self, worker: Worker, number: int) -> None:
        kind = worker.random.choice(list(KINDS))
        key = {"userId": worker.name, "entityType": kind, "entityId": SHARED}
        wanted = worker.random.choice((True, False))
        if await worker.write("favorites", "favorite" if wanted else "unfavorite", key):
            self.wanted[kind, worker.name] = wanted

    async def check(self, client: Client) -> list[str]:
        problems = []
        for (kind, user), wanted in self.wanted.items():
            key = {"userId": user, "entityType": kind}
            listed = await client.call("favorites", "listFavoritedIds", key)
            problems += missing(f"favorite of {user},", {kind: wanted}, {kind: listed == [SHARED]})
        for kind, of in KINDS.items():
            entity = await client.call(of.domain, "getById", SHARED)
            count = sum(wanted for (each, _), wanted in self.wanted.items() if each == kind)
            problems += missing("how many have", {kind: count}, {kind: entity["favoriteCount"]})
        return problems
