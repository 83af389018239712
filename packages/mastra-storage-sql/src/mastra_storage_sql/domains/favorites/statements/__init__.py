"""The statements of the domain, built once for each kind of database and schema."""

from dataclasses import dataclass

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.favorites.statements.favorites import FavoriteListStatements
from mastra_storage_sql.domains.favorites.tables import FavoriteTables, favorite_tables
from mastra_storage_sql.tables import kept


@dataclass(frozen=True, slots=True)
class FavoriteStatements:
    tables: FavoriteTables
    favorites: FavoriteListStatements


@kept
def favorite_statements(dialect: Dialect, schema: str | None = None) -> FavoriteStatements:
    """Return the statements for a dialect and a schema, which every store of that kind shares."""
    tables = favorite_tables(dialect, schema)
    return FavoriteStatements(tables, FavoriteListStatements(tables))
