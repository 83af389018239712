"""What callers say of entities: their details, how they are found, which version is meant."""

from collections.abc import Mapping
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domains.versioned.arguments import checked_detail, checked_word
from mastra_storage_core.domains.versioned.kind import Field, Kind
from mastra_storage_core.domains.versioned.models import EntityStatus, Visibility
from mastra_storage_core.domains.versioned.requests import EntityQuery, Which
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.paging import OrderBy, PageRequest
from mastra_storage_core.unset import Unset

_EVERYWHERE = ("author_id", "status", "active_version_id")


def new_values(kind: Kind[Any, Any], given: Mapping[str, Any], max_bytes: int) -> dict[str, Any]:
    """Return the fields of a new entity, but for its id and its times."""
    told = {name: value for name, value in given.items() if value is not None}
    values: dict[str, Any] = {field.name: None for field in kind.details}
    values |= checked_changes(kind, told, max_bytes)
    if kind.has("visibility") and values["visibility"] is None and "author_id" in told:
        values["visibility"] = Visibility.PRIVATE.value
    if kind.has("favorite_count"):
        values["favorite_count"] = 0
    return {
        "author_id": None,
        **values,
        "status": EntityStatus.DRAFT.value,
        "active_version_id": None,
    }


def checked_changes(
    kind: Kind[Any, Any], given: Mapping[str, Any], max_bytes: int
) -> dict[str, Any]:
    """Check new values of fields of an entity; those that are `UNSET` are left out."""
    values: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, Unset):
            continue
        if name == "status":
            values[name] = checked_word(value, name, EntityStatus)
        elif name in _EVERYWHERE:
            values[name] = checks.optional_identifier(value, name)
        else:
            values[name] = checked_detail(_detail(kind, name), value, max_bytes)
    return values


def checked_query(
    kind: Kind[Any, Any],
    given: Mapping[str, Any],
    page: PageRequest,
    order_by: OrderBy,
    max_bytes: int,
    *,
    which: Which | None = None,
    unversioned: bool = False,
) -> EntityQuery:
    """Check the conditions of a list."""
    told = {name: value for name, value in given.items() if value is not None}
    equal = {name: value for name, value in told.items() if name not in _NOT_EQUAL}
    user = checks.optional_identifier(told.get("pin_favorited_for"), "pin_favorited_for")
    only = checks.flag(told.get("favorited_only", False), "favorited_only")
    if user is not None and kind.favorite is None:
        raise InvalidInputError(f"nobody has a {kind.noun} as a favorite")
    if only and user is None:
        raise InvalidInputError("favorited_only needs pin_favorited_for: a user")
    if "metadata" in told:
        _detail(kind, "metadata")
    ids = told.get("entity_ids")
    (order,) = checks.instances([order_by], OrderBy, "order_by")
    return EntityQuery(
        equal=checked_changes(kind, equal, max_bytes),
        metadata=checks.metadata_filter(told.get("metadata"), max_bytes),
        ids=None if ids is None else tuple(checks.identifiers(ids, "entity_ids")),
        pinned_for=user,
        favorites_only=only,
        unversioned=unversioned,
        which=which,
        order_by=order.check(("created_at", "updated_at")),
        page=page,
    )


_NOT_EQUAL = frozenset({"metadata", "entity_ids", "pin_favorited_for", "favorited_only"})


def which_version(status: object, version_id: object) -> Which:
    """Check which version of an entity is meant."""
    if status is not None and version_id is not None:
        raise InvalidInputError("give a status or a version_id, not both")
    chosen = checks.optional_identifier(version_id, "version_id")
    word = None if status is None else checked_word(status, "status", EntityStatus)
    return Which(latest=word == EntityStatus.DRAFT, version_id=chosen)


def _detail(kind: Kind[Any, Any], name: str) -> Field:
    """Return a detail of a kind, if it has it."""
    found = next((field for field in kind.details if field.name == name), None)
    if found is None:
        raise InvalidInputError(f"a {kind.noun} has no {name}")
    return found
