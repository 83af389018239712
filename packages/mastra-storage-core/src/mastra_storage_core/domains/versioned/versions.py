"""Versions: the public methods that make, read, compare, list and delete them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import operation
from mastra_storage_core.domains.versioned.arguments import LARGEST, checked_config
from mastra_storage_core.domains.versioned.changes import VersionWish, restoring
from mastra_storage_core.domains.versioned.diff import VersionDiff, diff
from mastra_storage_core.domains.versioned.models import C, E, Version, VersionPage
from mastra_storage_core.domains.versioned.primitives import VersionedPrimitives
from mastra_storage_core.domains.versioned.requests import Change, Held, Outcome, Row, VersionQuery
from mastra_storage_core.domains.versioned.rows import read_version, read_versions
from mastra_storage_core.errors import InvalidInputError, NotFoundError, named
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.paging import OrderBy, PageRequest
from mastra_storage_core.unset import UNSET, Unset

NEWEST_FIRST = OrderBy("version_number", "desc")


class VersionStorage(VersionedPrimitives[E, C]):
    """What entities were, version by version. One that is made never changes."""

    @operation
    async def create_version(
        self,
        parent_id: str,
        config: C | Mapping[str, Any],
        *,
        id: str | None = None,
        version_number: int | None = None,
        changed_fields: Sequence[str] | Unset | None = UNSET,
        change_message: str | None = None,
    ) -> Version[C]:
        """Make the next version of an entity, and return it. The entity stays as it is: the version
        is not made the active one.

        Numbers are unique and without gaps, however many make versions at once: each gets the next
        one. A `version_number` that is not the next is `ConflictError`, whose `current` is that of
        the latest; so is an `id` that exists. `changed_fields` are found out by comparing with the
        latest version unless they are given. `NotFoundError` for an unknown entity.
        """
        checked = checked_config(self.kind, config, self._limits.max_json_bytes)
        number = version_number
        wanted = VersionWish(
            id=new_id() if id is None else checks.identifier(id, "id"),
            number=None if number is None else checks.count(number, "version_number", LARGEST),
            changed_fields=self._names(changed_fields),
            message=self._message(change_message),
            at=now(),
        )

        def decide(held: Held) -> Outcome:
            return Outcome(version=wanted.draft(self.kind, checked, held.latest))

        entity_id = checks.identifier(parent_id, "parent_id")
        return await self._made(Change(entity_id, decide, latest=True))

    @operation
    async def restore_version(
        self, id: str, version_id: str, *, change_message: str | None = None
    ) -> Version[C]:
        """Make the next version of an entity of what an older one keeps, and return it.

        Nothing between them is lost, and nothing is published: `publish` does that.
        `NotFoundError` for an unknown entity, and for a version that is none of its own.
        """
        chosen = checks.identifier(version_id, "version_id")
        decide = restoring(self.kind, chosen, self._message(change_message), now())
        entity_id = checks.identifier(id, "id")
        return await self._made(Change(entity_id, decide, latest=True, version_id=chosen))

    @operation
    async def get_version(self, version_id: str) -> Version[C] | None:
        """Return a version of any entity, or `None`."""
        return self._one(await self._get_versions([checks.identifier(version_id, "version_id")]))

    @operation
    async def get_versions(self, version_ids: Iterable[str]) -> list[Version[C]]:
        """Return versions in the order of their ids; unknown ids are left out, repeated ones count
        once.
        """
        ids = checks.identifiers(version_ids, "version_ids")
        if not ids:
            return []
        rows = {row["id"]: row for row in await self._get_versions(ids)}
        return read_versions(self.kind, [rows[each] for each in ids if each in rows])

    @operation
    async def get_version_by_number(self, parent_id: str, version_number: int) -> Version[C] | None:
        """Return the version of an entity that has a number, or `None`."""
        number = checks.count(version_number, "version_number", LARGEST)
        row = await self._find_version(checks.identifier(parent_id, "parent_id"), number)
        return None if row is None else read_version(self.kind, row)

    @operation
    async def get_latest_version(self, parent_id: str) -> Version[C] | None:
        """Return the version of an entity with the highest number, or `None`."""
        row = await self._find_version(checks.identifier(parent_id, "parent_id"), None)
        return None if row is None else read_version(self.kind, row)

    @operation
    async def list_versions(
        self,
        parent_id: str,
        *,
        page: int = 0,
        per_page: int | None = 20,
        order_by: OrderBy = NEWEST_FIRST,
        include_total: bool = True,
    ) -> VersionPage[C]:
        """Return one page of the versions of an entity, ordered by `version_number` or
        `created_at`, then by `id`. A page past the end is empty and keeps its `total`.
        """
        (order,) = checks.instances([order_by], OrderBy, "order_by")
        query = VersionQuery(
            parent_id=checks.identifier(parent_id, "parent_id"),
            order_by=order.check(("version_number", "created_at")),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_versions(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return VersionPage(
            versions=read_versions(self.kind, rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @operation
    async def count_versions(self, parent_id: str) -> int:
        """Return how many versions an entity has; an unknown one has none."""
        return await self._count_versions(checks.identifier(parent_id, "parent_id"))

    @operation
    async def diff_versions(self, before_id: str, after_id: str) -> VersionDiff:
        """Return what is different between two versions, place by place: `print` it.

        `NotFoundError` for an unknown version.
        """
        ids = [checks.identifier(before_id, "before_id"), checks.identifier(after_id, "after_id")]
        found = await self._get_versions(list(dict.fromkeys(ids)))
        known = {version.id: version for version in read_versions(self.kind, found)}
        for version_id in ids:
            if version_id not in known:
                raise NotFoundError(f"no version {named(version_id)}")
        return diff(known[ids[0]], known[ids[1]])

    @operation
    async def delete_version(self, version_id: str) -> bool:
        """Delete a version, and return whether there was one; its absence is not an error.

        The active version of an entity is `ConflictError`, and stays. The number of the latest is
        given again to the next.
        """
        deleted = await self._delete_versions(None, checks.identifier(version_id, "version_id"))
        return deleted > 0

    @operation
    async def delete_versions_by_parent_id(self, parent_id: str) -> int:
        """Delete all versions of an entity, and return how many there were.

        An entity with an active version is `ConflictError`, and nothing is deleted. One that is
        left without any is in `list_unversioned`; `delete` takes both.
        """
        return await self._delete_versions(checks.identifier(parent_id, "parent_id"), None)

    def _names(self, given: object) -> list[str] | Unset | None:
        if given is None or isinstance(given, Unset):
            return given
        if isinstance(given, (str, bytes, Mapping)) or not isinstance(given, Iterable):
            raise InvalidInputError(
                f"changed_fields must be a list of names, not {type(given).__name__}"
            )
        return [self._text(name, "a name in changed_fields") for name in given]

    def _message(self, given: object) -> str | None:
        return None if given is None else self._text(given, "change_message")

    def _one(self, rows: list[Row]) -> Version[C] | None:
        return read_version(self.kind, rows[0]) if rows else None
