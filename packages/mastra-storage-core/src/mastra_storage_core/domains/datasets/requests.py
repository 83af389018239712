"""What a backend receives: questions and changes that are checked already. Nothing here does I/O.

Values travel inward by column, in snake_case, JSON among them as text, since it was written to be
checked. Rows travel outward with the column names of the database, JSON decoded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from mastra_storage_core.paging import OrderBy, PageRequest

Row: TypeAlias = dict[str, Any]
Values: TypeAlias = dict[str, Any]


class Scope(NamedTuple):
    """Whose rows are there at all; what is `None` does not matter. The rows of another organization
    or project are as absent as those that never existed.
    """

    organization_id: str | None = None
    project_id: str | None = None


EVERYONE = Scope()


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page; one more where `page.fetch` asked for it."""

    rows: list[Row]
    total: int | None


@dataclass(frozen=True, slots=True)
class DatasetQuery:
    """Data sets that meet every condition that is not `None`."""

    scope: Scope
    candidate_key: str | None
    candidate_id: str | None
    target_type: str | None
    target_ids: tuple[str, ...]
    """Those that name any of these; empty asks for nothing."""
    name: str | None
    """Part of a name; of the letters A to Z the case does not matter."""
    order: OrderBy
    page: PageRequest


CheckItems: TypeAlias = Callable[[Sequence[Row]], None]
"""Raises where rows of items do not fit what a data set is to become."""


@dataclass(frozen=True, slots=True)
class DatasetChange:
    """Columns to replace."""

    dataset_id: str
    scope: Scope
    values: Values
    check: Callable[[Row], CheckItems | None]
    """Looks at the data set as it is under lock: what the current items are to be held to, or
    `None` where there is nothing new. What it raises leaves everything as it is.
    """
    at: datetime


class ItemDraft(NamedTuple):
    """An item to insert."""

    id: str
    external_id: str | None
    payload: Values


@dataclass(frozen=True, slots=True)
class ItemBatch:
    """Items to insert, all or none, as one version."""

    dataset_id: str
    scope: Scope
    drafts: Callable[[], Iterator[list[ItemDraft]]]
    """Goes through the drafts, some at a time. It may run on another thread of the process."""
    fits: Callable[[Row, Sequence[Values], int], None]
    """Raises where the content of items does not fit the schemas of a data set; the number is the
    place of the first one in the call.
    """
    keep: bool
    """Whether it is to be told which items were there already."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Inserted:
    """What became of a batch."""

    dataset: Row
    """The data set, with its new version."""
    added: int
    known: Mapping[int, Row]
    """Those that were there already, by their place in the batch, if it keeps them."""
    known_count: int


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What an item becomes with the next version: columns that are replaced."""

    item_id: str
    dataset_id: str
    scope: Scope
    values: Values
    fits: Callable[[Row, Sequence[Values], int], None]
    at: datetime


@dataclass(frozen=True, slots=True)
class ItemDeletion:
    """Items to delete, as one version."""

    dataset_id: str
    scope: Scope
    item_ids: Iterable[list[str]]
    """Some at a time."""
    at: datetime


@dataclass(frozen=True, slots=True)
class ItemQuery:
    """The items of a data set, as they are now or were at a version."""

    dataset_id: str
    version: int | None
    search: str | None
    """A part of any text in the input or the ground truth; of A to Z the case does not matter."""
    scope: Scope
    order: OrderBy
    page: PageRequest
    after: tuple[datetime, str] | None = None
    """Only those behind this time and id, in the order."""


@dataclass(frozen=True, slots=True)
class VersionQuery:
    """The versions of a data set, the newest first."""

    dataset_id: str
    page: PageRequest
