"""The SQL of entities that users may have as favorites."""

from typing import Any

from sqlalchemy import bindparam, delete, update

from mastra_storage_sql.domains.versioned.statements.base import Statements
from mastra_storage_sql.statement import Statement


class FavoredStatements(Statements):
    def count_favorites(self) -> Statement:
        """Write how many users have an entity that is locked as a favorite."""
        table = self.tables.entities
        count: dict[str, Any] = {"favorite_count": bindparam("count")}
        return self.make(
            "count_favorites", build=lambda: update(table).where(self.of_entity()).values(count)
        )

    def forget_favorites(self) -> Statement:
        """Delete what users have of an entity as a favorite."""
        table = self.tables.favorites
        conditions = [
            table.c.entity_type == bindparam("kind"),
            table.c.entity_id == bindparam("entity"),
        ]
        return self.make("forget_favorites", build=lambda: delete(table).where(*conditions))
