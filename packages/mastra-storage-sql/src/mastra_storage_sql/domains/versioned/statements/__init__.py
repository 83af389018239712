"""The statements of a kind, built once for each kind of database and schema."""

from dataclasses import dataclass
from typing import Any

from mastra_storage_core.domains.versioned.kind import Kind

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.versioned.statements.entities import EntityStatements
from mastra_storage_sql.domains.versioned.statements.favored import FavoredStatements
from mastra_storage_sql.domains.versioned.statements.lists import ListStatements
from mastra_storage_sql.domains.versioned.statements.versions import VersionStatements
from mastra_storage_sql.domains.versioned.tables import VersionedTables, versioned_tables
from mastra_storage_sql.tables import kept


@dataclass(frozen=True, slots=True)
class VersionedStatements:
    tables: VersionedTables
    entities: EntityStatements
    lists: ListStatements
    versions: VersionStatements
    favored: FavoredStatements | None
    """`None` where nobody has such an entity as a favorite."""


@kept
def versioned_statements(
    kind: Kind[Any, Any], dialect: Dialect, schema: str | None = None
) -> VersionedStatements:
    """Return the statements of a kind for a dialect and a schema, which every store of that kind of
    database shares.
    """
    tables = versioned_tables(kind, dialect, schema)
    return VersionedStatements(
        tables=tables,
        entities=EntityStatements(tables),
        lists=ListStatements(tables),
        versions=VersionStatements(tables),
        favored=FavoredStatements(tables) if kind.favorite else None,
    )
