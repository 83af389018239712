"""What a backend receives: questions and changes that are checked already. Nothing here does I/O.

Values travel inward by column, in snake_case, JSON among them as text. Rows travel outward with the
column names of the database, JSON decoded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from mastra_storage_core.domains.datasets.requests import Found, Row, Scope, Values
from mastra_storage_core.paging import OrderBy, PageRequest

__all__ = [
    "ExperimentChange",
    "ExperimentQuery",
    "Found",
    "ResultChange",
    "ResultDraft",
    "ResultQuery",
    "Row",
    "Scope",
    "Values",
]


@dataclass(frozen=True, slots=True)
class ExperimentChange:
    """Columns to replace."""

    experiment_id: str
    scope: Scope
    values: Values
    at: datetime


@dataclass(frozen=True, slots=True)
class ExperimentQuery:
    """Experiments that meet every condition."""

    scope: Scope
    equal: Mapping[str, str | int]
    """Columns, in snake_case, with the values that they have to have."""
    order: OrderBy
    page: PageRequest


@dataclass(frozen=True, slots=True)
class ResultDraft:
    """A result to insert, or to put in the place of the one of that item and attempt."""

    values: Values
    """All columns; its id and its time are of use only where it is inserted."""
    erased: Values
    """The columns that are written instead where the content of the item was erased."""
    replace: bool
    """Whether one that is there is replaced, and keeps its id, its time and its comment; else it
    is in the way.
    """
    recount: bool
    """Whether the counts of the experiment are brought up to date in the same step."""
    scope: Scope


@dataclass(frozen=True, slots=True)
class ResultChange:
    """What a review says of a result."""

    result_id: str
    experiment_id: str | None
    scope: Scope
    values: Values


@dataclass(frozen=True, slots=True)
class ResultQuery:
    """Results of an experiment that meet every condition that is not `None`."""

    experiment_id: str
    scope: Scope
    trace_id: str | None
    status: str | None
    order: OrderBy
    page: PageRequest
    tags: tuple[str, ...] = field(default=())
    """Those that have all of these."""
