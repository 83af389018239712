"""What a backend receives: questions and changes that are checked already. Nothing here does I/O.

Rows travel outward as dictionaries with the column names of the database; values travel inward by
the names of the fields.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from mastra_storage_core.paging import OrderBy, PageRequest

Row: TypeAlias = dict[str, Any]


class Pair(NamedTuple):
    """An entity, and the version that was asked for, if it has one."""

    entity: Row
    version: Row | None


@dataclass(frozen=True, slots=True)
class Which:
    """Which version of an entity is meant."""

    latest: bool = False
    """The latest one; else the active one, and the latest where none is active."""
    version_id: str | None = None
    """This one, if it is a version of the entity."""


@dataclass(frozen=True, slots=True)
class EntityQuery:
    """Entities that meet every condition."""

    equal: Mapping[str, str]
    """The values that some fields have, by their names."""
    metadata: Mapping[str, Any]
    ids: tuple[str, ...] | None
    pinned_for: str | None
    """A user, whose favorites come first."""
    favorites_only: bool
    unversioned: bool
    """Only what has no version at all."""
    which: Which | None
    """The versions to read as well."""
    order_by: OrderBy
    page: PageRequest


@dataclass(frozen=True, slots=True)
class VersionQuery:
    """The versions of an entity."""

    parent_id: str
    order_by: OrderBy
    page: PageRequest


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page; one more where `page.fetch` asked for it."""

    rows: list[Row]
    total: int | None


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """The same of entities, with versions where the query asked for them."""

    pairs: list[Pair]
    total: int | None


@dataclass(frozen=True, slots=True)
class VersionDraft:
    """A version to insert."""

    id: str
    version_number: int
    config: Mapping[str, Any]
    """Every field of the kind, by its name."""
    changed_fields: list[str] | None
    change_message: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """An entity that nobody else changes until the transaction ends."""

    entity: Row
    latest: Row | None
    """Its latest version, where the change asked for it."""
    named: Row | None
    """The version of its that the change named; `None` also where it is none of its versions."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of an entity."""

    entity: Mapping[str, Any] = field(default_factory=dict)
    """New values of its fields, by their names; empty leaves the row alone."""
    version: VersionDraft | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A change that is decided from the entity as it is under lock."""

    entity_id: str
    decide: Callable[[Held], Outcome]
    """It only computes; what it raises leaves everything as it is. It may run on another thread of
    the process.
    """
    latest: bool = False
    version_id: str | None = None


@dataclass(frozen=True, slots=True)
class NewEntity:
    """An entity to insert, and its first version."""

    values: Mapping[str, Any]
    """By the names of fields."""
    first: Callable[[int], VersionDraft]
    """Returns the first version under a number: 1, unless an entity that is gone left versions."""
