"""Planted faults of favorites."""

import asyncio
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.favorites.interface import FavoriteKey
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_memory.domains.favorites.store import InMemoryFavorites
from mutants import found_by


@found_by("TestFavorites.test_once_more_changes_nothing_and_updated_at_stays")
class CountsEveryCall(InMemoryFavorites):
    async def _set_favorite(self, key: FavoriteKey, wanted: bool, at: datetime) -> int | None:
        if wanted:
            self._favorites.delete((key.user_id, key.kind.favorite, key.entity_id))
        return await super()._set_favorite(key, wanted, at)


@found_by("TestFavorites.test_many_users_at_once_are_all_counted")
class CountsWhatItReadBefore(InMemoryFavorites):
    async def _set_favorite(self, key: FavoriteKey, wanted: bool, at: datetime) -> int | None:
        entity = self._shared.of(key.kind).entities.get(key.entity_id)
        await asyncio.sleep(0)
        if entity is not None:
            self._count(key.kind, key.entity_id, int(entity["favoriteCount"] or 0))
        return await super()._set_favorite(key, wanted, at)


@found_by("TestFavorites.test_all_of_an_entity_may_go")
class ForgetsAndStillCounts(InMemoryFavorites):
    async def _forget_favorites(self, kind: Kind[Any, Any], entity_id: str) -> int:
        return self._shared.forget(kind, entity_id)
