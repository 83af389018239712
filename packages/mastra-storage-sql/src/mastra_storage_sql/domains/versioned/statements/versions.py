"""The SQL of versions."""

from typing import Any

from mastra_storage_core.domains.versioned.requests import VersionQuery
from sqlalchemy import Select, Subquery, bindparam, delete, func, select
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import values_of
from mastra_storage_sql.domains.versioned.statements.base import Statements
from mastra_storage_sql.paging import paged, shape_of
from mastra_storage_sql.statement import Statement


class VersionStatements(Statements):
    def insert_version(self) -> Statement:
        """Insert a version of an entity that is locked; return nothing where its id exists."""
        table = self.tables.versions
        return self.make(
            "insert_version",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(index_elements=[table.c.id])
                .returning(*self.shown(table))
            ),
        )

    def get_versions(self) -> Statement:
        """Versions by their ids."""
        table = self.tables.versions
        return self.make(
            "get_versions",
            build=lambda: select(*self.shown(table)).where(self.dialect.one_of(table.c.id, "ids")),
        )

    def find_version(self, *, numbered: bool) -> Statement:
        """The latest version of an entity, or the one with a number."""
        table = self.tables.versions

        def build() -> Select[Any]:
            found = select(*self.shown(table)).where(self.of_parent())
            if numbered:
                found = found.where(table.c.version_number == bindparam("number"))
            number, last = table.c.version_number, self.dialect.exact(table.c.id)
            return found.order_by(number.desc(), last.desc()).limit(1)

        return self.make("find_version", numbered, build=build)

    def count_versions(self) -> Statement:
        """How many versions an entity has."""
        table = self.tables.versions
        counted = select(func.count().label("total")).select_from(table)
        return self.make("count_versions", build=lambda: counted.where(self.of_parent()))

    def list_versions(self, query: VersionQuery) -> Statement:
        """A page, with its total where wanted."""
        table = self.tables.versions

        def build() -> Select[Any]:
            key = table.c[query.order_by.field]
            rows = select(*self.shown(table)).where(self.of_parent())
            return paged(rows.order_by(*self._order(query, key, table.c.id)), query.page, *after)

        def count() -> ColumnElement[int]:
            counted = select(func.count()).select_from(table)
            return counted.where(self.of_parent()).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            # Times are labelled with their names, other columns have their keys.
            by_time = query.order_by.field == "created_at"
            return self._order(
                query, rows.c.createdAt if by_time else rows.c.version_number, rows.c.id
            )

        after = (count, again)
        return self.make("list_versions", query.order_by, *shape_of(query.page), build=build)

    def delete_version(self) -> Statement:
        """Delete a version; return nothing where there was none."""
        table = self.tables.versions
        named = table.c.id == bindparam("version")
        return self.make(
            "delete_version", build=lambda: delete(table).where(named).returning(table.c.id)
        )

    def delete_versions(self) -> Statement:
        """Delete all versions of an entity, and return their ids."""
        table = self.tables.versions
        return self.make(
            "delete_versions",
            build=lambda: delete(table).where(self.of_parent()).returning(table.c.id),
        )

    def _order(self, query: VersionQuery, *keys: ColumnElement[Any]) -> list[ColumnElement[Any]]:
        key, last = keys
        ordered = [key, self.dialect.exact(last)]
        return [each.desc() for each in ordered] if query.order_by.descending else ordered
