"""The favorites domain in plain Python: the readable specification of what every backend does."""

from datetime import datetime
from typing import Any

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.favorites.interface import FavoriteKey, FavoritesStorage
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.lifecycle import Lifecycle

from mastra_storage_memory.domain import InMemoryDomain, atomic
from mastra_storage_memory.domains.versioned.tables import FAVORITES_OF_USER, Shared


class InMemoryFavorites(InMemoryDomain, FavoritesStorage):
    """Favorites of the entities of the same store, on which they are counted."""

    def __init__(
        self,
        lifecycle: Lifecycle,
        *,
        store_name: str,
        limits: Limits = DEFAULT_LIMITS,
        shared: Shared | None = None,
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._shared = shared or Shared()
        self._lock = self._shared.lock
        self._favorites = self._shared.favorites

    @atomic
    def _set_favorite(self, key: FavoriteKey, wanted: bool, at: datetime) -> int | None:
        entity = self._shared.of(key.kind).entities.get(key.entity_id)
        if entity is None:
            return None
        favorite = (key.user_id, key.kind.favorite, key.entity_id)
        count = int(entity["favoriteCount"] or 0)
        if wanted == (self._favorites.get(favorite) is not None):
            return count
        if wanted:
            row = {"id": favorite, "user": favorite[:2], "entity": favorite[1:], "createdAt": at}
            self._favorites.put(row)
        else:
            self._favorites.delete(favorite)
        count = max(count + (1 if wanted else -1), 0)
        self._count(key.kind, key.entity_id, count)
        return count

    @atomic
    def _favorites_among(self, user_id: str, kind: Kind[Any, Any], ids: list[str]) -> set[str]:
        return {each for each in ids if self._favorites.get((user_id, kind.favorite, each))}

    @atomic
    def _list_favorites(self, user_id: str, kind: Kind[Any, Any]) -> list[str]:
        of: Any = (user_id, kind.favorite)
        rows = list(self._favorites.read(self._favorites.ids(FAVORITES_OF_USER, of)))
        rows.sort(key=lambda row: row["createdAt"], reverse=True)
        return [row["id"][2] for row in rows]

    @atomic
    def _forget_favorites(self, kind: Kind[Any, Any], entity_id: str) -> int:
        forgotten = self._shared.forget(kind, entity_id)
        self._count(kind, entity_id, 0)
        return forgotten

    def _count(self, kind: Kind[Any, Any], entity_id: str, count: int) -> None:
        entities = self._shared.of(kind).entities
        if entity := entities.get(entity_id):
            entities.put({**entity, "favoriteCount": count})
