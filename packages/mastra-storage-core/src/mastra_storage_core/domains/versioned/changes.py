"""How an entity and its versions change: decided from both as they are under lock. No I/O."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.versioned.arguments import checked_config
from mastra_storage_core.domains.versioned.kind import Kind
from mastra_storage_core.domains.versioned.models import EntityStatus
from mastra_storage_core.domains.versioned.requests import Held, Outcome, Row, VersionDraft
from mastra_storage_core.domains.versioned.rows import config_of
from mastra_storage_core.errors import ConflictError, NotFoundError, named
from mastra_storage_core.ids import new_id
from mastra_storage_core.matching import equal
from mastra_storage_core.unset import UNSET, Unset


@dataclass(frozen=True, slots=True)
class VersionWish:
    """A version as its maker wants it; what is not said is found out under lock."""

    id: str
    number: int | None
    changed_fields: list[str] | Unset | None
    message: str | None
    at: datetime

    def draft(
        self, kind: Kind[Any, Any], config: Mapping[str, Any], latest: Row | None
    ) -> VersionDraft:
        """Return the version that follows the latest one."""
        last = latest["versionNumber"] if latest else 0
        if self.number is not None and self.number != last + 1:
            raise ConflictError(
                f"the next version has number {last + 1}, not {self.number}",
                constraint="version_number",
                current=last,
            )
        changed = self.changed_fields
        if isinstance(changed, Unset):
            changed = differing(kind, config_of(kind, latest) if latest else {}, config)
        return VersionDraft(self.id, last + 1, config, changed, self.message, self.at)


def wish(at: datetime, message: str | None = None) -> VersionWish:
    """Return the wish for a version of which nothing but a message is said."""
    return VersionWish(new_id(), None, UNSET, message, at)


def differing(
    kind: Kind[Any, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> list[str]:
    """Return the fields that are different, in the names and in the order of Mastra."""
    return [
        field.column
        for field in kind.fields
        if not equal(before.get(field.name), after.get(field.name))
    ]


def updating(
    kind: Kind[Any, Any],
    values: Mapping[str, Any],
    config: Mapping[str, Any] | None,
    at: datetime,
    max_bytes: int,
) -> Callable[[Held], Outcome]:
    """Set fields of the entity, and make a version where the configuration becomes another one."""

    def decide(held: Held) -> Outcome:
        if values.get("active_version_id") is not None:
            _named(kind, held, values["active_version_id"])
        changes = {**values, **later(held, at)}
        if values.get("metadata") is not None:
            changes["metadata"] = {**(held.entity["metadata"] or {}), **values["metadata"]}
        if not config:
            return Outcome(changes)
        if held.latest is None:
            raise NotFoundError(
                f"{kind.noun} {named(held.entity['id'])} has no version to change; "
                "create_version makes one"
            )
        before = config_of(kind, held.latest)
        after = checked_config(kind, {**before, **config}, max_bytes)
        changed = differing(kind, before, after)
        if not changed:
            return Outcome(changes)
        draft = wish(at, f"Updated {', '.join(changed)}").draft(kind, after, held.latest)
        return Outcome(changes, draft)

    return decide


def publishing(
    kind: Kind[Any, Any], version_id: str | None, at: datetime
) -> Callable[[Held], Outcome]:
    """Make a version the active one: the one that is named, or the latest."""

    def decide(held: Held) -> Outcome:
        version = held.latest if version_id is None else _named(kind, held, version_id)
        if version is None:
            raise NotFoundError(f"{kind.noun} {named(held.entity['id'])} has no version to publish")
        return Outcome(
            {
                "status": EntityStatus.PUBLISHED.value,
                "active_version_id": version["id"],
                **later(held, at),
            }
        )

    return decide


def restoring(
    kind: Kind[Any, Any], version_id: str, message: str | None, at: datetime
) -> Callable[[Held], Outcome]:
    """Make a new version of what an older one keeps."""

    def decide(held: Held) -> Outcome:
        version = _named(kind, held, version_id)
        said = message or f"Restored from version {version['versionNumber']}"
        draft = wish(at, said).draft(kind, config_of(kind, version), held.latest)
        return Outcome(version=draft)

    return decide


def later(held: Held, at: datetime) -> dict[str, Any]:
    """Return the new time of the last update, which never goes back."""
    return {"updated_at": max(held.entity["updatedAt"], at)}


def no_entity(kind: Kind[Any, Any], entity_id: str) -> NotFoundError:
    """Return the error for an entity that is not there."""
    return NotFoundError(f"no {kind.noun} {named(entity_id)}")


def is_active(kind: Kind[Any, Any], version_id: str) -> ConflictError:
    """Return the error for a version that cannot be deleted because it is in use."""
    return ConflictError(
        f"version {named(version_id)} is the active one of its {kind.noun}; publish another first",
        constraint="active_version_id",
    )


def _named(kind: Kind[Any, Any], held: Held, version_id: str) -> Row:
    if held.named is None:
        raise NotFoundError(
            f"{kind.noun} {named(held.entity['id'])} has no version {named(version_id)}"
        )
    return held.named
