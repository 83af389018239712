"""A store of this project as a contender; the jobs of a domain are in its folder."""

from mastra_storage_core.store import Store

from benchmarks.contender import Contender


class Ours(Contender):
    def __init__(self, store: Store) -> None:
        self.store = store

    async def close(self) -> None:
        await self.store.close()
