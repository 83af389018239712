"""Every kind of versioned entity on any `Database`. One public method makes one call to it."""

from typing import Any

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

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.versioned.statements import VersionedStatements
from mastra_storage_sql.domains.versioned.statements.base import VERSION
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Flow


class SqlVersioned(SqlDomain[VersionedStatements], VersionedStorage[Any, Any]):
    """Any kind: which one, the class says that `implement` makes of this and an interface."""

    async def _create(self, new: NewEntity) -> Row | None:
        return await self._db.transact(self._creation(new))

    def _creation(self, new: NewEntity) -> Flow[Row | None]:
        created = yield self._sql.entities.create_entity()(**new.values)
        if not created:
            return None
        entity_id = str(new.values["id"])
        latest = yield from self._latest(entity_id)
        yield from self._insert(entity_id, new.first(latest["versionNumber"] + 1 if latest else 1))
        return created[0]

    async def _get(self, entity_id: str) -> Row | None:
        return _first(await self._db.fetch(self._sql.entities.get_entity()(entity=entity_id)))

    async def _get_pair(self, entity_id: str, which: Which) -> Pair | None:
        statement = self._sql.entities.get_pair(which)
        rows = await self._db.fetch(statement(entity=entity_id, version=which.version_id))
        return _pair(rows[0]) if rows else None

    async def _list(self, query: EntityQuery) -> FoundPairs:
        call = self._sql.lists.list_entities(query)(
            **query.equal,
            wanted=dict(query.metadata),
            ids=list(query.ids or ()),
            user=query.pinned_for,
            **window(query.page),
        )
        rows, total = split(await self._db.fetch(call), query.page)
        return FoundPairs([_pair(row) for row in rows], total)

    async def _change(self, change: Change) -> Pair | None:
        return await self._db.transact(self._changing(change))

    def _changing(self, change: Change) -> Flow[Pair | None]:
        """Lock the entity, read what the change wants to know, decide, write. Whoever makes or
        deletes a version of it waits for the same lock, so that numbers have neither twins nor
        gaps.
        """
        locked = yield self._sql.entities.lock_entity()(entity=change.entity_id)
        if not locked:
            return None
        entity = locked[0]
        latest = (yield from self._latest(change.entity_id)) if change.latest else None
        named_version = yield from self._named(change)
        outcome = change.decide(Held(entity, latest, named_version))
        made = None
        if outcome.version is not None:
            made = yield from self._insert(change.entity_id, outcome.version)
        if outcome.entity:
            values = {**self._values(entity), **outcome.entity}
            update = self._sql.entities.update_entity()
            (entity,) = yield update(entity=change.entity_id, **values)
        return Pair(entity, made)

    async def _delete(self, entity_id: str) -> bool:
        return await self._db.transact(self._deletion(entity_id))

    def _deletion(self, entity_id: str) -> Flow[bool]:
        """Delete the entity first: who waits for its lock finds none then, and makes no version."""
        deleted = yield self._sql.entities.delete_entity()(entity=entity_id)
        yield self._sql.versions.delete_versions()(entity=entity_id)
        if self._sql.favored is not None:
            forget = self._sql.favored.forget_favorites()
            yield forget(kind=self.kind.favorite, entity=entity_id)
        return bool(deleted)

    async def _get_versions(self, version_ids: list[str]) -> list[Row]:
        return await self._db.fetch(self._sql.versions.get_versions()(ids=version_ids))

    async def _find_version(self, parent_id: str, number: int | None) -> Row | None:
        statement = self._sql.versions.find_version(numbered=number is not None)
        return _first(await self._db.fetch(statement(entity=parent_id, number=number)))

    async def _list_versions(self, query: VersionQuery) -> Found:
        statement = self._sql.versions.list_versions(query)
        call = statement(entity=query.parent_id, **window(query.page))
        return Found(*split(await self._db.fetch(call), query.page))

    async def _count_versions(self, parent_id: str) -> int:
        rows = await self._db.fetch(self._sql.versions.count_versions()(entity=parent_id))
        return int(rows[0]["total"])

    async def _delete_versions(self, parent_id: str | None, version_id: str | None) -> int:
        return await self._db.transact(self._deletion_of_versions(parent_id, version_id))

    def _deletion_of_versions(self, parent_id: str | None, version_id: str | None) -> Flow[int]:
        """Delete under the lock of the entity, so that nobody publishes meanwhile what goes."""
        sql = self._sql
        if version_id is not None:
            found = yield sql.versions.get_versions()(ids=[version_id])
            if not found:
                return 0
            parent_id = found[0][self.kind.parent]
        locked = yield sql.entities.lock_entity()(entity=parent_id)
        active = locked[0]["activeVersionId"] if locked else None
        if active is not None and version_id in (None, active):
            raise is_active(self.kind, active)
        if version_id is not None:
            return len((yield sql.versions.delete_version()(version=version_id)))
        return len((yield sql.versions.delete_versions()(entity=parent_id)))

    def _latest(self, entity_id: str) -> Flow[Row | None]:
        find = self._sql.versions.find_version(numbered=False)
        return _first((yield find(entity=entity_id)))

    def _named(self, change: Change) -> Flow[Row | None]:
        """Return the version that a change names, if it is one of the entity's."""
        if change.version_id is None:
            return None
        found = yield self._sql.versions.get_versions()(ids=[change.version_id])
        return next((row for row in found if row[self.kind.parent] == change.entity_id), None)

    def _insert(self, entity_id: str, draft: VersionDraft) -> Flow[Row]:
        made = yield self._sql.versions.insert_version()(
            id=draft.id,
            parent_id=entity_id,
            version_number=draft.version_number,
            **draft.config,
            changed_fields=draft.changed_fields,
            change_message=draft.change_message,
            created_at=draft.created_at,
        )
        if not made:
            raise ConflictError(f"version {named(draft.id)} exists already", constraint="id")
        return made[0]

    def _values(self, entity: Row) -> Row:
        """Return a row by the names of fields."""
        columns = self._sql.tables.entities.c
        return {column.key: entity[column.name] for column in columns if column.name in entity}


def _first(rows: list[Row]) -> Row | None:
    return rows[0] if rows else None


def _pair(row: Row) -> Pair:
    """Take apart what stands beside each other."""
    entity = {name: value for name, value in row.items() if not name.startswith(VERSION)}
    if row.get(f"{VERSION}id") is None:
        return Pair(entity, None)
    start = len(VERSION)
    version = {name[start:]: value for name, value in row.items() if name.startswith(VERSION)}
    return Pair(entity, version)
