"""The favorites domain on any `Database`. One public method makes one call to it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.favorites.interface import FavoriteKey, FavoritesStorage
from mastra_storage_core.domains.versioned.kind import Kind

from mastra_storage_sql.database import Database
from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.favorites.statements import FavoriteStatements
from mastra_storage_sql.domains.versioned.statements import VersionedStatements
from mastra_storage_sql.statement import Flow


class SqlFavorites(SqlDomain[FavoriteStatements], FavoritesStorage):
    """Favorites of the entities of the same database, on which they are counted."""

    def __init__(
        self,
        db: Database,
        statements: FavoriteStatements,
        *,
        store_name: str,
        limits: Limits = DEFAULT_LIMITS,
        entities: Mapping[str, VersionedStatements],
    ) -> None:
        super().__init__(db, statements, store_name=store_name, limits=limits)
        self._entities = entities

    async def _set_favorite(self, key: FavoriteKey, wanted: bool, at: datetime) -> int | None:
        return await self._db.transact(self._setting(key, wanted, at))

    def _setting(self, key: FavoriteKey, wanted: bool, at: datetime) -> Flow[int | None]:
        """Lock the entity, so that the count is right whoever else counts."""
        sql = self._entities[key.kind.domain]
        locked = yield sql.entities.lock_entity()(entity=key.entity_id)
        if not locked:
            return None
        count = locked[0]["favoriteCount"] or 0
        values = {"user_id": key.user_id, **_named(key.kind, key.entity_id)}
        if wanted:
            changed = yield self._sql.favorites.add_favorite()(**values, created_at=at)
        else:
            changed = yield self._sql.favorites.remove_favorite()(**values)
        if changed and sql.favored is not None:
            count = count + 1 if wanted else max(count - 1, 0)
            yield sql.favored.count_favorites()(entity=key.entity_id, count=count)
        return int(count)

    async def _favorites_among(
        self, user_id: str, kind: Kind[Any, Any], ids: list[str]
    ) -> set[str]:
        among = self._sql.favorites.favorites_among()
        rows = await self._db.fetch(among(user_id=user_id, entity_type=kind.favorite, ids=ids))
        return {row["entityId"] for row in rows}

    async def _list_favorites(self, user_id: str, kind: Kind[Any, Any]) -> list[str]:
        listed = self._sql.favorites.list_favorites()
        rows = await self._db.fetch(listed(user_id=user_id, entity_type=kind.favorite))
        return [row["entityId"] for row in rows]

    async def _forget_favorites(self, kind: Kind[Any, Any], entity_id: str) -> int:
        return await self._db.transact(self._forgetting(kind, entity_id))

    def _forgetting(self, kind: Kind[Any, Any], entity_id: str) -> Flow[int]:
        sql = self._entities[kind.domain]
        yield sql.entities.lock_entity()(entity=entity_id)
        forgotten = yield self._sql.favorites.forget_favorites()(**_named(kind, entity_id))
        if sql.favored is not None:
            yield sql.favored.count_favorites()(entity=entity_id, count=0)
        return len(forgotten)


def _named(kind: Kind[Any, Any], entity_id: str) -> dict[str, Any]:
    return {"entity_type": kind.favorite, "entity_id": entity_id}
