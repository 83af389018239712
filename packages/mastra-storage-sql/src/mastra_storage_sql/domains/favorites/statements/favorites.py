"""The SQL of favorites. What changes the count on an entity is of that entity's kind."""

from typing import Any, ClassVar

from sqlalchemy import Select, bindparam, delete, select
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import DomainStatements, values_of
from mastra_storage_sql.domains.favorites.tables import FavoriteTables
from mastra_storage_sql.statement import Statement


class FavoriteListStatements(DomainStatements[FavoriteTables]):
    domain: ClassVar[str] = "favorites"

    def add_favorite(self) -> Statement:
        """Insert; return nothing where it is a favorite already."""
        table = self.tables.favorites
        return self.make(
            "add_favorite",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(
                    index_elements=[table.c.user_id, table.c.entity_type, table.c.entity_id]
                )
                .returning(table.c.entity_id)
            ),
        )

    def remove_favorite(self) -> Statement:
        """Delete; return nothing where it is no favorite."""
        table = self.tables.favorites
        one = table.c.entity_id == bindparam("entity_id")
        return self.make(
            "remove_favorite",
            build=lambda: delete(table).where(*self._of_user(), one).returning(table.c.entity_id),
        )

    def favorites_among(self) -> Statement:
        """Which of some entities a user has as favorites."""
        table = self.tables.favorites
        some = self.dialect.one_of(table.c.entity_id, "ids")
        return self.make("favorites_among", build=lambda: self._ids().where(some))

    def list_favorites(self) -> Statement:
        """The favorites of a user, the newest first."""
        table = self.tables.favorites
        order = (table.c.created_at.desc(), self.dialect.exact(table.c.entity_id).asc())
        return self.make("list_favorites", build=lambda: self._ids().order_by(*order))

    def forget_favorites(self) -> Statement:
        """Delete all favorites of an entity."""
        table = self.tables.favorites
        conditions = [
            table.c.entity_type == bindparam("entity_type"),
            table.c.entity_id == bindparam("entity_id"),
        ]
        return self.make(
            "forget_favorites",
            build=lambda: delete(table).where(*conditions).returning(table.c.user_id),
        )

    def _ids(self) -> Select[Any]:
        return select(self.tables.favorites.c.entity_id).where(*self._of_user())

    def _of_user(self) -> list[ColumnElement[bool]]:
        table = self.tables.favorites
        return [
            table.c.user_id == bindparam("user_id"),
            table.c.entity_type == bindparam("entity_type"),
        ]
