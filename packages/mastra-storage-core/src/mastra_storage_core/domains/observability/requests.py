"""What a backend receives: spans and questions that are checked already. Nothing here does I/O.

Rows of spans travel inward by the names of the fields, with JSON as text, since it was written to
be checked; outward by the column names of the database, which are the aliases of the models,
decoded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy, PageRequest

Row: TypeAlias = dict[str, Any]


class SpanKey(NamedTuple):
    trace_id: str
    span_id: str

    def __str__(self) -> str:
        return f"{self.trace_id}/{self.span_id}"


class Change(NamedTuple):
    """What to set of a span: the values of the fields that were given, all checked."""

    key: SpanKey
    values: Row


class Owner(NamedTuple):
    """The tenant that a trace must belong to, as far as the caller named one."""

    organization_id: str | None
    resource_id: str | None


@dataclass(frozen=True, slots=True)
class SpanConditions:
    """What must hold of a span; all of it."""

    texts: Mapping[str, str]
    """Fields that must have a value, by name."""
    status: str | None
    started: DateRange
    ended: DateRange
    scope: Mapping[str, Any]
    metadata: Mapping[str, Any]
    tags: tuple[str, ...]
    has_child_error: bool | None


EVERYTHING = SpanConditions({}, None, DateRange(), DateRange(), {}, {}, (), None)
"""No condition at all."""


@dataclass(frozen=True, slots=True)
class SpanQuery:
    """Spans that meet the conditions: root spans, or those that anchor a branch."""

    branches: bool
    conditions: SpanConditions
    order_by: OrderBy
    """By `started_at` or `ended_at`, then by `trace_id` and `span_id`, all in one direction. What
    has not ended comes after all that has.
    """
    page: PageRequest
    preview: bool = False
    """Whether only the columns of a preview are wanted, and `input`."""


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page; one more where `page.fetch` asked for it."""

    rows: list[Row]
    total: int | None
