"""Every kind of versioned entity in plain Python: the readable specification of what every backend
does.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.versioned.changes import is_active
from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.requests import (
    Change,
    EntityQuery,
    Found,
    FoundPairs,
    Held,
    NewEntity,
    Pair,
    Row,
    VersionDraft,
    VersionQuery,
    Which,
)
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.matching import matches

from mastra_storage_memory.domain import InMemoryDomain, atomic
from mastra_storage_memory.domains.versioned.tables import (
    BY_TIME,
    OF_ENTITY,
    VERSIONS_BY,
    Shared,
)
from mastra_storage_memory.paging import read_page


class InMemoryVersioned(InMemoryDomain, VersionedStorage[Any, Any]):
    """Any kind: which one, the class says that `implement` makes of this and an interface."""

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
        rows = self._shared.of(self.kind)
        self._entities, self._versions = rows.entities, rows.versions
        self._details = {field.name: field.column for field in self.kind.details}

    @atomic
    def _create(self, new: NewEntity) -> Row | None:
        entity_id = new.values["id"]
        if self._entities.get(entity_id):
            return None
        latest = self._latest(entity_id)
        self._insert(entity_id, new.first(latest["versionNumber"] + 1 if latest else 1))
        self._entities.put(self._columns(new.values))
        return self._entities.get(entity_id)

    @atomic
    def _get(self, entity_id: str) -> Row | None:
        return self._entities.get(entity_id)

    @atomic
    def _get_pair(self, entity_id: str, which: Which) -> Pair | None:
        entity = self._entities.get(entity_id)
        return self._pair(entity, which) if entity else None

    @atomic
    def _list(self, query: EntityQuery) -> FoundPairs:
        ids = self._in_order(query)
        rows, total = read_page(self._entities, ids, query.page)
        return FoundPairs([self._pair(row, query.which) for row in rows], total)

    @atomic
    def _change(self, change: Change) -> Pair | None:
        entity = self._entities.get(change.entity_id)
        if entity is None:
            return None
        latest = self._latest(change.entity_id) if change.latest else None
        outcome = change.decide(Held(entity, latest, self._named(change)))
        made = None
        if outcome.version is not None:
            made = self._insert(change.entity_id, outcome.version)
        if outcome.entity:
            self._entities.put({**entity, **self._columns(outcome.entity)})
        return Pair(next(self._entities.read([change.entity_id])), made)

    @atomic
    def _delete(self, entity_id: str) -> bool:
        deleted = self._entities.delete(entity_id)
        self._versions.delete(*list(self._versions.ids(OF_ENTITY, entity_id)))
        self._shared.forget(self.kind, entity_id)
        return bool(deleted)

    @atomic
    def _get_versions(self, version_ids: list[str]) -> list[Row]:
        return list(self._versions.read(version_ids))

    @atomic
    def _find_version(self, parent_id: str, number: int | None) -> Row | None:
        ids = self._versions.ids(OF_ENTITY, parent_id, descending=True)
        rows = self._versions.read(ids)
        return next((row for row in rows if number in (None, row["versionNumber"])), None)

    @atomic
    def _list_versions(self, query: VersionQuery) -> Found:
        order = VERSIONS_BY[query.order_by.field]
        ids = self._versions.ids(order, query.parent_id, descending=query.order_by.descending)
        return Found(*read_page(self._versions, ids, query.page))

    @atomic
    def _count_versions(self, parent_id: str) -> int:
        return len(list(self._versions.ids(OF_ENTITY, parent_id)))

    @atomic
    def _delete_versions(self, parent_id: str | None, version_id: str | None) -> int:
        if version_id is not None:
            version = self._versions.get(version_id)
            if version is None:
                return 0
            parent_id = version["parent"]
        entity = self._entities.get(parent_id)
        active = entity["activeVersionId"] if entity else None
        if active is not None and version_id in (None, active):
            raise is_active(self.kind, active)
        if version_id is not None:
            return self._versions.delete(version_id)
        return self._versions.delete(*list(self._versions.ids(OF_ENTITY, parent_id)))

    def _in_order(self, query: EntityQuery) -> Iterator[str]:
        """Go through the ids of all that match, favorites first where a user is named."""
        order = BY_TIME[query.order_by.field]
        ids = self._entities.ids(order, None, descending=query.order_by.descending)
        found = (entity_id for entity_id in ids if self._matches(entity_id, query))
        if query.pinned_for is None:
            return found
        pinned = {True: list[str](), False: list[str]()}
        for entity_id in found:
            pinned[self._is_favorite(entity_id, query)].append(entity_id)
        return iter(pinned[True] + ([] if query.favorites_only else pinned[False]))

    def _matches(self, entity_id: str, query: EntityQuery) -> bool:
        if query.ids is not None and entity_id not in query.ids:
            return False
        if query.unversioned and self._latest(entity_id) is not None:
            return False
        (entity,) = self._entities.read([entity_id])
        equal = self._columns(query.equal)
        return all(entity[name] == value for name, value in equal.items()) and (
            not query.metadata or matches(entity["metadata"], query.metadata)
        )

    def _is_favorite(self, entity_id: str, query: EntityQuery) -> bool:
        key = (query.pinned_for, self.kind.favorite, entity_id)
        return self._shared.favorites.get(key) is not None

    def _pair(self, entity: Row, which: Which | None) -> Pair:
        """Put an entity beside the version that is meant."""
        if which is None:
            return Pair(entity, None)
        if which.version_id is not None:
            return Pair(entity, self._own(entity["id"], which.version_id))
        active = None if which.latest else self._own(entity["id"], entity["activeVersionId"])
        return Pair(entity, active or self._latest(entity["id"]))

    def _named(self, change: Change) -> Row | None:
        return self._own(change.entity_id, change.version_id)

    def _own(self, entity_id: str, version_id: str | None) -> Row | None:
        """Return a version by id, if it is one of the entity's."""
        version = self._versions.get(version_id)
        return version if version and version["parent"] == entity_id else None

    def _latest(self, entity_id: str) -> Row | None:
        ids = self._versions.ids(OF_ENTITY, entity_id, descending=True)
        return next(self._versions.read(ids), None)

    def _insert(self, entity_id: str, draft: VersionDraft) -> Row:
        if self._versions.get(draft.id):
            raise ConflictError(f"version {named(draft.id)} exists already", constraint="id")
        self._versions.put(
            {
                "id": draft.id,
                "parent": entity_id,
                self.kind.parent: entity_id,
                "versionNumber": draft.version_number,
                **{field.column: draft.config[field.name] for field in self.kind.fields},
                "changedFields": draft.changed_fields,
                "changeMessage": draft.change_message,
                "createdAt": draft.created_at,
            }
        )
        return next(self._versions.read([draft.id]))

    def _columns(self, values: Any) -> Row:
        """Return values of an entity's fields by the names of columns."""
        return {_COLUMNS.get(name) or self._details[name]: value for name, value in values.items()}


_COLUMNS = {
    "id": "id",
    "status": "status",
    "active_version_id": "activeVersionId",
    "author_id": "authorId",
    "created_at": "createdAt",
    "updated_at": "updatedAt",
}
"""The columns that every entity has."""


@cache
def implement(interface: type[VersionedStorage[Any, Any]]) -> type[InMemoryVersioned]:
    """Return the class that implements the interface of a kind."""
    name = f"InMemory{interface.__name__.removesuffix('Storage')}"
    return type(name, (InMemoryVersioned, interface), {"__module__": __name__})
