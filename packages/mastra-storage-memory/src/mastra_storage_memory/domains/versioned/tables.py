"""The rows of every kind, and of favorites, and the orders in which they are kept."""

from dataclasses import dataclass, field
from threading import RLock
from typing import Any

from mastra_storage_core.domains.versioned.kind import Field, Kept, Kind

from mastra_storage_memory.collection import Collection, Order

OF_ENTITY = Order("parent", "versionNumber")
"""The versions of an entity, whatever its kind calls it."""
BY_TIME = {
    "created_at": Order(None, "createdAt"),
    "updated_at": Order(None, "updatedAt"),
}
"""Entities by either time."""
VERSIONS_BY = {
    "version_number": OF_ENTITY,
    "created_at": Order("parent", "createdAt"),
}
FAVORITES_OF_USER = Order("user", "createdAt")
"""What a user has as favorites, of one kind."""
FAVORITES_OF_ENTITY = Order("entity", "createdAt")
"""Who has an entity as a favorite."""


class Rows:
    """The rows of one kind, which are those of the database tables."""

    def __init__(self, kind: Kind[Any, Any]) -> None:
        self.entities = Collection(*BY_TIME.values(), json=_json(kind.details))
        json = (*_json(kind.fields), "changedFields")
        self.versions = Collection(OF_ENTITY, json=json)


@dataclass
class Shared:
    """What the kinds and their favorites have in common in one store."""

    lock: RLock = field(default_factory=RLock)
    """One for all of them: a favorite is counted on its entity."""
    rows: dict[str, Rows] = field(default_factory=dict)
    """By domain."""
    favorites: Collection = field(
        default_factory=lambda: Collection(FAVORITES_OF_USER, FAVORITES_OF_ENTITY)
    )

    def of(self, kind: Kind[Any, Any]) -> Rows:
        """Return the rows of a kind."""
        return self.rows.setdefault(kind.domain, Rows(kind))

    def forget(self, kind: Kind[Any, Any], entity_id: str) -> int:
        """Remove all favorites of an entity; return how many there were."""
        of: Any = (kind.favorite, entity_id)
        return self.favorites.delete(*list(self.favorites.ids(FAVORITES_OF_ENTITY, of)))


def _json(fields: tuple[Field, ...]) -> tuple[str, ...]:
    kept = (Kept.JSON, Kept.ANY_JSON, Kept.BLOCKS)
    return tuple(field.column for field in fields if field.kept in kept)
