"""The SQL of entities, one by one."""

from typing import Any

from mastra_storage_core.domains.versioned.requests import Which
from sqlalchemy import Select, delete, select, update

from mastra_storage_sql.domain import parameter, values_of
from mastra_storage_sql.domains.versioned.statements.base import Statements
from mastra_storage_sql.statement import Statement

_FIXED = frozenset({"id", "created_at", "created_at_z", "favorite_count"})
"""What no update of an entity sets. Favorites are counted by who adds them."""


class EntityStatements(Statements):
    def get_entity(self) -> Statement:
        """An entity by id."""
        return self.make("get_entity", build=self._entity)

    def lock_entity(self) -> Statement:
        """As `get_entity`, and nobody else changes the entity, or makes or deletes versions of it,
        until the transaction ends.
        """
        return self.make("lock_entity", build=lambda: self._entity().with_for_update())

    def get_pair(self, which: Which) -> Statement:
        """An entity beside one of its versions: the active one, or else the latest."""
        table = self.tables.entities

        def build() -> Select[Any]:
            return self.pairs(table, which, *self.shown(table)).where(self.of_entity())

        return self.make("get_pair", which.latest, which.version_id is not None, build=build)

    def create_entity(self) -> Statement:
        """Insert; return nothing where the id exists."""
        table = self.tables.entities
        return self.make(
            "create_entity",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(index_elements=[table.c.id])
                .returning(*self.shown(table))
            ),
        )

    def update_entity(self) -> Statement:
        """Write what an entity that is locked has become."""
        table = self.tables.entities
        mutable = [key for key in table.c.keys() if key not in _FIXED]
        return self.make(
            "update_entity",
            build=lambda: (
                update(table)
                .where(self.of_entity())
                .values({key: parameter(table.c[key]) for key in mutable})
                .returning(*self.shown(table))
            ),
        )

    def delete_entity(self) -> Statement:
        """Delete; return nothing where there was none."""
        table = self.tables.entities
        return self.make(
            "delete_entity",
            build=lambda: delete(table).where(self.of_entity()).returning(table.c.id),
        )

    def _entity(self) -> Select[Any]:
        return select(*self.shown(self.tables.entities)).where(self.of_entity())
