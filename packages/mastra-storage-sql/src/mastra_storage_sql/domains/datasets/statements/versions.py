"""The SQL of versions."""

from typing import Any

from mastra_storage_core.domains.datasets.requests import VersionQuery
from sqlalchemy import Select, Subquery, bindparam, delete, func, select, update
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter, values_of
from mastra_storage_sql.domains.datasets.statements.base import Statements
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement


class VersionStatements(Statements):
    def advance(self) -> Statement:
        """Set the version of a data set that is locked. When it was changed itself stays."""
        table = self.tables.datasets
        return self.make(
            "advance",
            build=lambda: (
                update(table)
                .where(table.c.id == bindparam("dataset"))
                .values(version=parameter(table.c.version))
            ),
        )

    def record_version(self) -> Statement:
        """Insert a version of a data set that is locked."""
        table = self.tables.versions
        return self.make(
            "record_version", build=lambda: self.dialect.upsert(table).values(values_of(table))
        )

    def find_version(self) -> Statement:
        """A version of a data set, if it is recorded."""
        table = self.tables.versions
        return self.make(
            "find_version",
            build=lambda: select(table.c.id).where(
                table.c.dataset_id == bindparam("dataset"), table.c.version == bindparam("version")
            ),
        )

    def delete_versions(self) -> Statement:
        """Delete the versions of a data set."""
        table = self.tables.versions
        return self.make(
            "delete_versions",
            build=lambda: delete(table).where(table.c.dataset_id == bindparam("dataset")),
        )

    def list_versions(self, query: VersionQuery) -> Statement:
        """A page, the newest first, with its total where wanted."""
        table = self.tables.versions

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            return select(*columns).where(table.c.dataset_id == bindparam("dataset"))

        def build() -> Select[Any]:
            rows = matching(self.shown(table)).order_by(table.c.version.desc())
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            return [rows.c.version.desc()]

        return self.make("list_versions", *shape_of_page(query.page), build=build)
