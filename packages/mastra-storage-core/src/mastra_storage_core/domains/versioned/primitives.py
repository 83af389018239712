"""What a backend implements: eleven methods, which receive checked values only, for any kind."""

from abc import abstractmethod
from typing import Any, ClassVar, Generic

from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.domains.versioned.changes import no_entity
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import C, E, EntityPage, Version
from mastra_storage_core.domains.versioned.requests import (
    Change,
    EntityQuery,
    Found,
    FoundPairs,
    NewEntity,
    Pair,
    Row,
    VersionQuery,
    Which,
)
from mastra_storage_core.domains.versioned.rows import read_entities, read_entity, read_version


class VersionedPrimitives(StorageDomain, Generic[E, C]):
    """The part of a domain that talks to a database."""

    kind: ClassVar[Kind[Any, Any]]
    """What these entities are, as data."""

    @abstractmethod
    async def _create(self, new: NewEntity) -> Row | None:
        """Insert an entity and its first version in one atomic step; return the entity, or `None`
        and change nothing where the id exists.
        """

    @abstractmethod
    async def _get(self, entity_id: str) -> Row | None: ...

    @abstractmethod
    async def _get_pair(self, entity_id: str, which: Which) -> Pair | None:
        """Return an entity and one of its versions, as of one moment."""

    @abstractmethod
    async def _list(self, query: EntityQuery) -> FoundPairs: ...

    @abstractmethod
    async def _change(self, change: Change) -> Pair | None:
        """Do with an entity what `change.decide` says of it under lock, which must also hold back
        others who make or delete versions of it; return it as it is then, and the version that was
        made. `None` for an unknown entity; `ConflictError` where the id of the version exists.
        """

    @abstractmethod
    async def _delete(self, entity_id: str) -> bool:
        """Delete an entity, its versions and its favorites, in one atomic step."""

    @abstractmethod
    async def _get_versions(self, version_ids: list[str]) -> list[Row]:
        """Return those that there are, in any order."""

    @abstractmethod
    async def _find_version(self, parent_id: str, number: int | None) -> Row | None:
        """Return the version with that number, or the latest; of equal numbers the last by id."""

    @abstractmethod
    async def _list_versions(self, query: VersionQuery) -> Found: ...

    @abstractmethod
    async def _count_versions(self, parent_id: str) -> int: ...

    @abstractmethod
    async def _delete_versions(self, parent_id: str | None, version_id: str | None) -> int:
        """Delete all versions of an entity, or one version; return how many there were.

        `ConflictError`, and nothing is deleted, where one of them is the active one.
        """

    async def _made(self, change: Change) -> Version[C]:
        """Carry out a change that makes a version, and return it."""
        pair = await self._change(change)
        if pair is None or pair.version is None:
            raise no_entity(self.kind, change.entity_id)
        version: Version[C] = read_version(self.kind, pair.version)
        return version

    async def _changed(self, change: Change) -> E:
        """Carry out a change, and return the entity."""
        pair = await self._change(change)
        if pair is None:
            raise no_entity(self.kind, change.entity_id)
        entity: E = read_entity(self.kind, pair.entity)
        return entity

    async def _page(self, query: EntityQuery) -> EntityPage[E]:
        """Return a page of entities alone."""
        found = await self._list(query)
        pairs, has_more = query.page.cut(found.pairs, found.total)
        return EntityPage(
            items=read_entities(self.kind, [pair.entity for pair in pairs]),
            total=found.total,
            page=query.page.page,
            per_page=query.page.per_page,
            has_more=has_more,
        )
