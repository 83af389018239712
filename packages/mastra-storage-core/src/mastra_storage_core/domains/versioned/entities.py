"""Entities: the public methods that make, read, change, list and delete them."""

from collections.abc import Iterable, Mapping
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import operation
from mastra_storage_core.domains.versioned.arguments import (
    checked_config,
    checked_fields,
    given_fields,
)
from mastra_storage_core.domains.versioned.changes import publishing, updating
from mastra_storage_core.domains.versioned.details import (
    checked_changes,
    checked_query,
    new_values,
    which_version,
)
from mastra_storage_core.domains.versioned.models import C, E, EntityPage, EntityStatus, Resolved
from mastra_storage_core.domains.versioned.primitives import VersionedPrimitives
from mastra_storage_core.domains.versioned.requests import Change, NewEntity, VersionDraft
from mastra_storage_core.domains.versioned.rows import read_entity, read_pairs
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.paging import CREATED_AT_DESC, OrderBy, PageRequest
from mastra_storage_core.unset import UNSET, Unset


class EntityStorage(VersionedPrimitives[E, C]):
    """What there is of an entity whatever its version, and how it is found."""

    @operation
    async def create(
        self,
        id: str,
        config: C | Mapping[str, Any],
        *,
        author_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        visibility: str | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> E:
        """Make a draft with its first version, in one step; return it.

        An id that exists is `ConflictError`, and what exists stays as it is. A configuration may be
        a mapping; a field that the kind lacks is `InvalidInputError`, which names the nearest. So
        is an argument that the kind has no place for: only agents and skills have a `visibility`,
        only scorer definitions an organization and a project, and skills have no `metadata` beside
        those of their versions.
        """
        given = {
            "author_id": author_id,
            "metadata": metadata,
            "visibility": visibility,
            "organization_id": organization_id,
            "project_id": project_id,
        }
        at = now()
        limit = self._limits.max_json_bytes
        values = {
            **new_values(self.kind, given, limit),
            "id": checks.identifier(id, "id"),
            "created_at": at,
            "updated_at": at,
        }
        checked = checked_config(self.kind, config, limit)
        columns = {field.name: field.column for field in self.kind.fields}
        supplied = [columns[name] for name in given_fields(self.kind, config)]

        def first(number: int) -> VersionDraft:
            return VersionDraft(new_id(), number, checked, supplied, "Initial version", at)

        row = await self._create(NewEntity(values, first))
        if row is None:
            raise ConflictError(f"{self.kind.noun} {named(id)} exists already", constraint="id")
        entity: E = read_entity(self.kind, row)
        return entity

    @operation
    async def get_by_id(self, id: str) -> E | None:
        """Return an entity, or `None`."""
        row = await self._get(checks.identifier(id, "id"))
        return None if row is None else read_entity(self.kind, row)

    @operation
    async def get_by_id_resolved(
        self, id: str, *, status: EntityStatus | str | None = None, version_id: str | None = None
    ) -> Resolved[E, C] | None:
        """Return an entity together with one of its versions, or `None` for an unknown entity.

        It is the active version, or the latest where none is active; with the status `draft` it is
        the latest; with `version_id` it is that one, and one that the entity does not have is as
        `None` as an unknown entity. Of an entity without any version, `version` is `None`.
        """
        which = which_version(status, version_id)
        pair = await self._get_pair(checks.identifier(id, "id"), which)
        if pair is None or (which.version_id is not None and pair.version is None):
            return None
        return read_pairs(self.kind, [pair])[0]

    @operation
    async def update(
        self,
        id: str,
        *,
        config: C | Mapping[str, Any] | None = None,
        author_id: str | Unset | None = UNSET,
        metadata: Mapping[str, Any] | Unset | None = UNSET,
        status: EntityStatus | str | Unset = UNSET,
        active_version_id: str | Unset | None = UNSET,
        visibility: str | Unset | None = UNSET,
        organization_id: str | Unset | None = UNSET,
        project_id: str | Unset | None = UNSET,
    ) -> E:
        """Change what is given, and return the entity; `None` clears. `updated_at` rises.

        `metadata` are merged into those that there are. `config` has the fields to change: where
        one becomes another value, a new version is made of the latest with these changes, and is
        not made the active one. `NotFoundError` for an unknown entity, and for an
        `active_version_id` that is none of its versions; nothing is changed then.
        """
        given = {
            "author_id": author_id,
            "metadata": metadata,
            "status": status,
            "active_version_id": active_version_id,
            "visibility": visibility,
            "organization_id": organization_id,
            "project_id": project_id,
        }
        limit = self._limits.max_json_bytes
        values = checked_changes(self.kind, given, limit)
        fields = None if config is None else checked_fields(self.kind, config, limit)
        return await self._changed(
            Change(
                entity_id=checks.identifier(id, "id"),
                decide=updating(self.kind, values, fields, now(), limit),
                latest=bool(fields),
                version_id=values.get("active_version_id"),
            )
        )

    @operation
    async def publish(self, id: str, *, version_id: str | None = None) -> E:
        """Make a version the active one, the latest unless another is named, and the entity
        published; return it.

        Publishing an older version takes back what came after it, and deletes nothing.
        `NotFoundError` for an unknown entity, and for a version that is none of its own.
        """
        chosen = checks.optional_identifier(version_id, "version_id")
        return await self._changed(
            Change(
                entity_id=checks.identifier(id, "id"),
                decide=publishing(self.kind, chosen, now()),
                latest=chosen is None,
                version_id=chosen,
            )
        )

    @operation
    async def archive(self, id: str) -> E:
        """Make an entity archived, and return it; its versions, and which is active, stay.

        `NotFoundError` for an unknown entity.
        """
        decide = updating(self.kind, {"status": EntityStatus.ARCHIVED.value}, None, now(), 0)
        return await self._changed(Change(checks.identifier(id, "id"), decide))

    @operation
    async def delete(self, id: str) -> bool:
        """Delete an entity with everything it owns: its versions, and what users have of it as a
        favorite.

        All or nothing. Return whether there was one; its absence is not an error.
        """
        return await self._delete(checks.identifier(id, "id"))

    @operation
    async def list_unversioned(
        self, *, page: int = 0, per_page: int | None = 100, include_total: bool = True
    ) -> EntityPage[E]:
        """Return one page of the entities that have no version at all, the newest first.

        Only a writer that crashed leaves them, which Mastra may do. `create_version` mends one,
        `delete` removes it.
        """
        request = PageRequest.check(page, per_page, include_total)
        limit = self._limits.max_json_bytes
        query = checked_query(self.kind, {}, request, CREATED_AT_DESC, limit, unversioned=True)
        return await self._page(query)

    @operation
    async def list_resolved(
        self,
        *,
        status: EntityStatus | str | None = None,
        author_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        visibility: str | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        entity_ids: Iterable[str] | None = None,
        pin_favorited_for: str | None = None,
        favorited_only: bool = False,
        page: int = 0,
        per_page: int | None = 100,
        order_by: OrderBy = CREATED_AT_DESC,
        include_total: bool = True,
    ) -> EntityPage[Resolved[E, C]]:
        """Return one page as `list` does, each entity together with one of its versions: the active
        one, or the latest where none is active; with the status `draft`, the latest.
        """
        given = {
            "status": status,
            "author_id": author_id,
            "metadata": metadata,
            "visibility": visibility,
            "organization_id": organization_id,
            "project_id": project_id,
            "entity_ids": entity_ids,
            "pin_favorited_for": pin_favorited_for,
            "favorited_only": favorited_only,
        }
        request = PageRequest.check(page, per_page, include_total)
        limit = self._limits.max_json_bytes
        which = which_version(status, None)
        query = checked_query(self.kind, given, request, order_by, limit, which=which)
        found = await self._list(query)
        pairs, has_more = request.cut(found.pairs, found.total)
        return EntityPage(
            items=read_pairs(self.kind, pairs),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @operation
    async def list(
        self,
        *,
        status: EntityStatus | str | None = None,
        author_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        visibility: str | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        entity_ids: Iterable[str] | None = None,
        pin_favorited_for: str | None = None,
        favorited_only: bool = False,
        page: int = 0,
        per_page: int | None = 100,
        order_by: OrderBy = CREATED_AT_DESC,
        include_total: bool = True,
    ) -> EntityPage[E]:
        """Return one page of the entities that meet all conditions, ordered by `created_at` or
        `updated_at`, then by `id`.

        Without a status it is those of every status. `metadata` must contain every pair: the types
        count, and `null` matches a key that is there and null. `pin_favorited_for` puts what that
        user has as a favorite first; with `favorited_only` it is nothing else. A page past the end
        is empty and keeps its `total`.
        """
        given = {
            "status": status,
            "author_id": author_id,
            "metadata": metadata,
            "visibility": visibility,
            "organization_id": organization_id,
            "project_id": project_id,
            "entity_ids": entity_ids,
            "pin_favorited_for": pin_favorited_for,
            "favorited_only": favorited_only,
        }
        request = PageRequest.check(page, per_page, include_total)
        limit = self._limits.max_json_bytes
        return await self._page(checked_query(self.kind, given, request, order_by, limit))
