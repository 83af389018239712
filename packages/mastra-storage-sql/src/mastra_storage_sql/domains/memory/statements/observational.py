"""The SQL of observational memory."""

from typing import Any

from mastra_storage_core.domains.memory.requests import GenerationQuery
from sqlalchemy import Select, bindparam, delete, select, update

from mastra_storage_sql.domain import parameter, shape_of, values_of, within
from mastra_storage_sql.domains.memory.statements.base import Statements
from mastra_storage_sql.statement import Statement


class ObservationalStatements(Statements):
    def list_generations(self, query: GenerationQuery) -> Statement:
        """Generations of a lookup key, the newest first."""
        table = self.tables.observations
        dates = query.dates

        def build() -> Select[Any]:
            rows = select(*self.shown(table)).where(table.c.lookup_key == bindparam("key"))
            rows = rows.where(*within(table.c.created_at, dates))
            rows = rows.order_by(
                table.c.generation_count.desc(), self.dialect.exact(table.c.id).desc()
            )
            return rows.limit(bindparam("limit")).offset(bindparam("offset"))

        return self.make("list_generations", *shape_of(dates), build=build)

    def insert_record(self) -> Statement:
        """Insert; return nothing where the id exists."""
        table = self.tables.observations
        return self.make(
            "insert_record",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(index_elements=[table.c.id])
                .returning(table.c.id)
            ),
        )

    def lock_record(self) -> Statement:
        """A record, which nobody else changes until the transaction ends."""
        table = self.tables.observations
        return self.make(
            "lock_record",
            build=lambda: (
                select(*self.shown(table))
                .where(table.c.id == bindparam("record"))
                .with_for_update()
            ),
        )

    def change_record(self, columns: frozenset[str]) -> Statement:
        """Set some columns, by their names in the database, and no others."""
        table = self.tables.observations
        changed = [column for column in table.c if column.name.removesuffix("Z") in columns]

        def build() -> Any:
            return (
                update(table)
                .where(table.c.id == bindparam("record"))
                .values({column.key: parameter(column) for column in changed})
                .returning(*self.shown(table))
            )

        return self.make("change_record", columns, build=build)

    def delete_generations(self, *, owned: bool) -> Statement:
        """Delete all records of a lookup key; return those that there were."""
        table = self.tables.observations
        conditions = [table.c.lookup_key == bindparam("key")]
        if owned:
            conditions.append(table.c.resource_id == bindparam("owner"))
        return self.make(
            "delete_generations",
            owned,
            build=lambda: delete(table).where(*conditions).returning(table.c.id),
        )
