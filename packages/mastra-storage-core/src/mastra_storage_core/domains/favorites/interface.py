"""The favorites domain: which agents and skills a user has as favorites. What is promised here,
conformance tests.
"""

from abc import abstractmethod
from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, NamedTuple

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.favorites.models import FavoriteState
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mastra_storage_core.errors import InvalidInputError, NotFoundError, named
from mastra_storage_core.ids import now

KINDS: dict[str, Kind[Any, Any]] = {
    each.kind.favorite: each.kind for each in EVERY if each.kind.favorite is not None
}
"""What there are favorites of, by what they are called here."""


class FavoriteKey(NamedTuple):
    """Whose favorite, and of what."""

    user_id: str
    kind: Kind[Any, Any]
    entity_id: str


class FavoritesStorage(StorageDomain):
    """What users have as favorites. An entity counts them (`favorite_count`), and its `updated_at`
    stays. Entities are those of the same store.
    """

    domain: ClassVar[str] = "favorites"

    @operation
    async def favorite(self, *, user_id: str, entity_type: str, entity_id: str) -> FavoriteState:
        """Make an entity a favorite of a user; once more changes nothing. `entity_type` is `agent`
        or `skill`. `NotFoundError` for an unknown entity.
        """
        return await self._told(_key(user_id, entity_type, entity_id), wanted=True)

    @operation
    async def unfavorite(self, *, user_id: str, entity_type: str, entity_id: str) -> FavoriteState:
        """Make an entity no favorite of a user any more; once more changes nothing.
        `NotFoundError` for an unknown entity.
        """
        return await self._told(_key(user_id, entity_type, entity_id), wanted=False)

    @operation
    async def is_favorited(self, *, user_id: str, entity_type: str, entity_id: str) -> bool:
        """Return whether a user has an entity as a favorite."""
        key = _key(user_id, entity_type, entity_id)
        return bool(await self._favorites_among(key.user_id, key.kind, [key.entity_id]))

    @operation
    async def is_favorited_batch(
        self, *, user_id: str, entity_type: str, entity_ids: Iterable[str]
    ) -> set[str]:
        """Return which of some entities a user has as favorites."""
        user, kind = checks.identifier(user_id, "user_id"), _kind(entity_type)
        ids = checks.identifiers(entity_ids, "entity_ids")
        return await self._favorites_among(user, kind, ids) if ids else set()

    @operation
    async def list_favorited_ids(self, *, user_id: str, entity_type: str) -> list[str]:
        """Return the favorites of a user, the newest first, equal times by id."""
        user, kind = checks.identifier(user_id, "user_id"), _kind(entity_type)
        return await self._list_favorites(user, kind)

    @operation
    async def delete_favorites_for_entity(self, *, entity_type: str, entity_id: str) -> int:
        """Make an entity nobody's favorite; return of how many users it was one."""
        kind = _kind(entity_type)
        return await self._forget_favorites(kind, checks.identifier(entity_id, "entity_id"))

    async def _told(self, key: FavoriteKey, *, wanted: bool) -> FavoriteState:
        count = await self._set_favorite(key, wanted, now())
        if count is None:
            raise NotFoundError(f"no {key.kind.noun} {named(key.entity_id)}")
        return FavoriteState(favorited=wanted, favorite_count=count)

    @abstractmethod
    async def _set_favorite(self, key: FavoriteKey, wanted: bool, at: datetime) -> int | None:
        """Add or remove a favorite, and count it on its entity, in one atomic step; return the
        count, or `None` for an unknown entity.
        """

    @abstractmethod
    async def _favorites_among(
        self, user_id: str, kind: Kind[Any, Any], ids: list[str]
    ) -> set[str]: ...

    @abstractmethod
    async def _list_favorites(self, user_id: str, kind: Kind[Any, Any]) -> list[str]: ...

    @abstractmethod
    async def _forget_favorites(self, kind: Kind[Any, Any], entity_id: str) -> int:
        """Remove all favorites of an entity, and count none on it, in one atomic step."""


def _key(user_id: object, entity_type: object, entity_id: object) -> FavoriteKey:
    return FavoriteKey(
        checks.identifier(user_id, "user_id"),
        _kind(entity_type),
        checks.identifier(entity_id, "entity_id"),
    )


def _kind(entity_type: object) -> Kind[Any, Any]:
    kind = KINDS.get(entity_type) if isinstance(entity_type, str) else None
    if kind is None:
        raise InvalidInputError(
            f"no favorites of {named(entity_type)}; there are: {', '.join(KINDS)}"
        )
    return kind
