"""What makes the domain of each kind on a database."""

from functools import cache, partial
from typing import Any

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.domains.versioned.interface import VersionedStorage
from mastra_storage_core.domains.versioned.kinds.every import EVERY

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.every import Parts
from mastra_storage_sql.domains.favorites.statements import FavoriteStatements, favorite_statements
from mastra_storage_sql.domains.favorites.store import SqlFavorites
from mastra_storage_sql.domains.versioned.statements import versioned_statements
from mastra_storage_sql.domains.versioned.store import SqlVersioned

Interface = type[VersionedStorage[Any, Any]]


@cache
def implement(interface: Interface) -> type[SqlVersioned]:
    """Return the class that implements the interface of a kind."""
    name = f"Sql{interface.__name__.removesuffix('Storage')}"
    return type(name, (SqlVersioned, interface), {"__module__": __name__})


def versioned(domain: Domain) -> Parts:
    """Return what makes the domain of a kind."""
    interface = next(each for each in EVERY if each.domain == domain)
    return implement(interface), partial(versioned_statements, interface.kind)


def favorites() -> Parts:
    """Return what makes the domain of the favorites of all kinds."""
    return _favorites, favorite_statements


def _favorites(db: Database, statements: FavoriteStatements, **common: Any) -> StorageDomain:
    tables = statements.tables
    entities = {
        interface.domain: versioned_statements(
            interface.kind, tables.dialect, tables.favorites.schema
        )
        for interface in EVERY
    }
    return SqlFavorites(db, statements, entities=entities, **common)
