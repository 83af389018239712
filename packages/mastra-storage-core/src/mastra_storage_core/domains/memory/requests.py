"""What a backend receives: questions and changes that are checked already. Nothing here does I/O.

Rows travel as dictionaries with the column names of the database, which are the aliases of the
models: `resourceId`, `createdAt`. One of them is not: a message's `thread_id`. A message's
`content` is JSON text in both directions, `metadata` is a decoded object, and times are aware
datetimes. What a backend returns is the caller's, and may be changed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from mastra_storage_core.domains.memory.models import ObservationalMemory
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy, PageRequest

Row: TypeAlias = dict[str, Any]

DEFAULT_TYPE = "v2"
"""What the `type` column holds where a message names no type, as the original writes it. It is
never shown.
"""


@dataclass(frozen=True, slots=True)
class ThreadQuery:
    """Threads of a resource, or of all, whose metadata contains every pair."""

    resource_id: str | None
    metadata: Mapping[str, Any]
    order_by: OrderBy
    page: PageRequest


@dataclass(frozen=True, slots=True)
class Window:
    """A target and how many neighbours to read on either side of it, in its own thread."""

    id: str
    previous: int
    next: int


@dataclass(frozen=True, slots=True)
class MessageQuery:
    """Messages of some threads, or of a resource in all threads. One of the two is given."""

    thread_ids: tuple[str, ...] | None
    resource_id: str | None
    dates: DateRange
    metadata: Mapping[str, Any]
    include_system: bool
    order_by: OrderBy
    page: PageRequest
    windows: tuple[Window, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page; one more where `page.fetch` asked for it."""

    rows: list[Row]
    total: int | None
    """`None` where the query did not ask."""
    included: list[Row] = field(default_factory=list)
    """The rows of the windows, in any order; they may repeat one another and the page."""


class MessageDraft(NamedTuple):
    """A message to save. Its `created_at` is absent where the store's clock decides.

    A tuple, because each message of a batch becomes one, another, and a dictionary.
    """

    id: str
    thread_id: str
    resource_id: str
    role: str
    type: str
    content: str
    created_at: datetime | None


@dataclass(frozen=True, slots=True)
class MessagePatch:
    """Changes to one message; only the fields in `given` count."""

    id: str
    given: frozenset[str]
    thread_id: str | None = None
    resource_id: str | None = None
    role: str | None = None
    type: str | None = None
    content: Mapping[str, Any] | None = None
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """A thread to copy, and which of its messages."""

    source_thread_id: str
    source_resource_id: str | None
    """The owner that the source must have, where the caller named one."""
    new_thread_id: str
    resource_id: str | None
    title: str | None
    metadata: Mapping[str, Any]
    dates: DateRange
    message_ids: tuple[str, ...]
    """Empty means all."""
    newest: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of a copy."""

    thread: Row
    message_id_map: dict[str, str]
    messages: list[Row] | None
    """The copies in order, where the request asked for them."""


@dataclass(frozen=True, slots=True)
class GenerationQuery:
    """Generations of one lookup key (`records.lookup_key`); `dates` is about `created_at`."""

    lookup_key: str
    limit: int | None
    """`None` is everything."""
    offset: int = 0
    dates: DateRange = field(default_factory=DateRange)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What becomes of an observational memory record, and the record that follows it."""

    fields: Mapping[str, Any]
    """New values by the names of the model's fields. `updated_at` goes with them; where there are
    none, the row stays as it is, `updated_at` included."""
    successor: ObservationalMemory | None = None


ChangeRecord: TypeAlias = Callable[[ObservationalMemory], RecordChange | None]
"""Decides, from the record as it is under lock, what becomes of it; `None` leaves it alone.

It only computes; it may run on another thread of the process, and again if the transaction does.
"""
