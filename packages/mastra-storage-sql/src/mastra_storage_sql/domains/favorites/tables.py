"""The table of favorites, as Mastra 1.71 creates it."""

from dataclasses import dataclass

from sqlalchemy import Column, Index, MetaData, Table, Text

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.schema import with_mirrors
from mastra_storage_sql.tables import DomainTables, kept
from mastra_storage_sql.types import Utc


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class FavoriteTables(DomainTables):
    """The table as one kind of database, and one schema in it, has it."""

    favorites: Table

    @property
    def all(self) -> tuple[Table, ...]:
        return (self.favorites,)


@kept
def favorite_tables(dialect: Dialect, schema: str | None = None) -> FavoriteTables:
    """Declare the table for a dialect, in a schema or in the default one."""
    columns: list[Column[object]] = [
        Column("userId", Text, key="user_id", primary_key=True),
        Column("entityType", Text, key="entity_type", primary_key=True),
        Column("entityId", Text, key="entity_id", primary_key=True),
        Column("createdAt", Utc, key="created_at", nullable=False),
    ]
    table = Table(
        "mastra_favorites",
        MetaData(schema=schema),
        *(with_mirrors(columns) if dialect.mirrors else columns),
        info={"key": ("userId", "entityType", "entityId")},
    )
    # In every schema under one name, unlike other indexes.
    by_entity = Index("idx_favorites_entity", table.c.entity_type, table.c.entity_id)
    return FavoriteTables(dialect=dialect, favorites=table, indexes=(by_entity,))
