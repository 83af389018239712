"""The SQL of resources."""

from typing import Any

from sqlalchemy import bindparam, delete, select

from mastra_storage_sql.domain import values_of
from mastra_storage_sql.domains.memory.statements.base import Statements
from mastra_storage_sql.statement import Statement


class ResourceStatements(Statements):
    def get_resource(self) -> Statement:
        """A resource by id."""
        table = self.tables.resources
        return self.make(
            "get_resource",
            build=lambda: select(*self.shown(table)).where(table.c.id == bindparam("resource")),
        )

    def save_resource(self) -> Statement:
        """Insert or replace."""
        table = self.tables.resources

        def build() -> Any:
            insert = self.dialect.upsert(table).values(values_of(table))
            return insert.on_conflict_do_update(
                index_elements=[table.c.id],
                set_={name: insert.excluded[name] for name in table.c.keys() if name != "id"},
            )

        return self.make("save_resource", build=build)

    def update_resource(self, *, working_memory: bool, metadata: bool) -> Statement:
        """Change what is given; insert the row where there is none."""
        table = self.tables.resources

        def build() -> Any:
            insert = self.dialect.upsert(table).values(values_of(table))
            changes: dict[str, Any] = dict(self.dialect.later(table, "updated_at", "at"))
            if working_memory:
                changes["working_memory"] = insert.excluded.working_memory
            if metadata:
                changes["metadata"] = self.dialect.merged(table.c.metadata, "metadata")
            return insert.on_conflict_do_update(
                index_elements=[table.c.id], set_=changes
            ).returning(*self.shown(table))

        return self.make("update_resource", working_memory, metadata, build=build)

    def delete_resources(self) -> Statement:
        """Delete resources by id."""
        table = self.tables.resources
        return self.make(
            "delete_resources",
            build=lambda: delete(table).where(self.dialect.one_of(table.c.id, "ids")),
        )
