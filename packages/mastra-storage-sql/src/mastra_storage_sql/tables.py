"""The tables of a domain, as values: what `init` makes, and what is made at first use."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, ParamSpec, TypeVar, cast

from mastra_storage_core.errors import ConfigurationError
from sqlalchemy import Index, Table
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.schema import Unique

P = ParamSpec("P")
T = TypeVar("T")

KEPT = 256
"""For how many pairs of a domain and a schema tables and statements are kept."""


def kept(make: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function makes for a dialect and a schema, for those that were used last: what a
    schema needs takes 1.6 MB and 30 ms to make, and a service may open one for each tenant.
    """
    return cast(Callable[P, T], lru_cache(maxsize=KEPT)(make))


def only_where(dialect: Dialect, condition: ColumnElement[bool]) -> dict[str, Any]:
    """Return the arguments of an `Index` that holds some of the rows.

    They are those of one dialect, where SQLAlchemy has such an argument: to check that of the other
    one it would import all of that dialect, which takes a tenth of the time to open a store.
    """
    known = {"sqlite_where": condition, "postgresql_where": condition}
    own = f"{dialect.compiler.name}_where"
    return {own: condition} if own in known else known


class Aged(NamedTuple):
    """A table that can be pruned."""

    table: Table
    key: tuple[ColumnElement[Any], ...]
    at: ColumnElement[Any]
    """The time that rows go by."""
    needs: "Additions"
    """An index by that time, which the first `prune` makes. Without it each batch reads the table.
    """
    may_go: ColumnElement[bool] | None = None
    """Which of the rows that are old may go, where not all of them may."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class DomainTables(ABC):
    """The tables of a domain as one kind of database, and one schema in it, has them."""

    dialect: Dialect
    indexes: tuple[Index, ...] = ()
    """The original's own that `skip_default_indexes` leaves out."""
    required: tuple[Index, ...] = ()
    """The original's own that are always made."""
    uniques: tuple[Unique, ...] = ()
    """The original's own constraints that are added once a table is there."""
    stamped: tuple[Table, ...] = ()
    """Tables of which the original lets a trigger of the database set `createdAt` and `updatedAt`.
    """
    additions: tuple[Index, ...] = ()
    """Ours: for the lists that the original scans for. No method depends on them."""
    pruning: Mapping[str, Aged] = field(default_factory=dict)
    """The tables that can be pruned, by their keys in `mastra_storage_core.retention`."""

    @property
    @abstractmethod
    def all(self) -> tuple[Table, ...]:
        """The tables that `init` makes."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Additions(DomainTables):
    """Tables and indexes of ours that are made when the feature that needs them is first used
    (`Database.ensure`).
    """

    tables: tuple[Table, ...] = ()

    @property
    def all(self) -> tuple[Table, ...]:
        return self.tables


def not_made(additions: Additions) -> ConfigurationError:
    """Return the error for tables that a store opened with `disable_init` would have to make."""
    names = " and ".join(table.name for table in additions.all)
    return ConfigurationError(
        f"this needs {names}, and a store with disable_init makes nothing; create it, or let a "
        "store without disable_init use this feature once"
    )
