"""The tables of a domain, as values: what `init` makes, and what is made at first use."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from mastra_storage_core.errors import ConfigurationError
from sqlalchemy import Index, Table

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.schema import Unique


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
    additions: tuple[Index, ...] = ()
    """Ours: for the lists that the original scans for. No method depends on them."""

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
