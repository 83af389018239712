"""What a backend receives: questions and changes that are checked already. Nothing here does I/O.

Rows travel outward as dictionaries with the column names of the database.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy, PageRequest

Row: TypeAlias = dict[str, Any]

TABLE = "mastra_scorers"
"""Where scores are, whatever its name says."""


@dataclass(frozen=True, slots=True)
class ScoreDraft:
    """A score to insert, or to replace."""

    values: Mapping[str, Any]
    """Every field of a `Score` by name. A caller's JSON is a copy of it."""
    texts: Mapping[str, str]
    """The same JSON as text, since it was written to be checked; what is `None` has none."""

    @property
    def id(self) -> str:
        found: str = self.values["id"]
        return found


@dataclass(frozen=True, slots=True)
class ScoreQuery:
    """Scores of which some fields have these values."""

    wanted: Mapping[str, str]
    """By the names of fields, those first that lists are about."""
    order_by: OrderBy
    """By `created_at`, then by id."""
    page: PageRequest


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one page; one more where `page.fetch` asked for it."""

    rows: list[Row]
    total: int | None


@dataclass(frozen=True, slots=True)
class EvalQuery:
    """Old evaluations that meet every condition that is not `None`."""

    agent_name: str | None
    tests: bool | None
    """Whether they were tests: those that say where the test is."""
    dates: DateRange
    """About `created_at`."""
    order_by: OrderBy
    """By `created_at`, then by the run, then by the metric: these rows have no id."""
    page: PageRequest


@dataclass(frozen=True, slots=True)
class TraceQuery:
    """Old spans that meet every condition that is not `None`, the latest start first."""

    name: str | None
    """What a name begins with."""
    scope: str | None
    attributes: Mapping[str, Any]
    """As `mastra_storage_core.matching` has it; empty filters nothing."""
    dates: DateRange
    """About `created_at`."""
    page: PageRequest
