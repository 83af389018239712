"""All kinds at once: their tables, and the domains on one database."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kinds.every import EVERY

from mastra_storage_sql.database import Database
from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.favorites.statements import favorite_statements
from mastra_storage_sql.domains.favorites.store import SqlFavorites
from mastra_storage_sql.domains.versioned.statements import versioned_statements
from mastra_storage_sql.domains.versioned.store import SqlVersioned
from mastra_storage_sql.tables import DomainTables

Interface = type[VersionedStorage[Any, Any]]


@cache
def implement(interface: Interface) -> type[SqlVersioned]:
    """Return the class that implements the interface of a kind."""
    name = f"Sql{interface.__name__.removesuffix('Storage')}"
    return type(name, (SqlVersioned, interface), {"__module__": __name__})


def versioned_domains(
    db: Database, dialect: Dialect, schema: str | None = None, **common: Any
) -> dict[Domain, StorageDomain]:
    """Return a domain of every kind on a database, and that of the favorites of them."""
    found: dict[Domain, StorageDomain] = {}
    statements = {}
    for interface in EVERY:
        sql = versioned_statements(interface.kind, dialect, schema)
        statements[interface.domain] = sql
        found[Domain(interface.domain)] = implement(interface)(db, sql, **common)
    favorites = favorite_statements(dialect, schema)
    found[Domain.FAVORITES] = SqlFavorites(db, favorites, entities=statements, **common)
    return found


def versioned_domain_tables(
    dialect: Dialect, schema: str | None = None
) -> Mapping[Domain, DomainTables]:
    """Return the tables of the same domains."""
    tables: dict[Domain, DomainTables] = {
        Domain(interface.domain): versioned_statements(interface.kind, dialect, schema).tables
        for interface in EVERY
    }
    return {**tables, Domain.FAVORITES: favorite_statements(dialect, schema).tables}
