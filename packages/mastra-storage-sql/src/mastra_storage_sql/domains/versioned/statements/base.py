"""What the statements of all topics share."""

from typing import Any

from mastra_storage_core.domains.versioned.requests import Which
from sqlalchemy import FromClause, Select, and_, bindparam, func, select
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import DomainStatements
from mastra_storage_sql.domains.versioned.tables import VersionedTables

VERSION = "version "
"""What the names of a version's columns begin with, where they stand beside those of an entity."""


class Statements(DomainStatements[VersionedTables]):
    def __init__(self, tables: VersionedTables) -> None:
        super().__init__(tables)
        self.domain = tables.kind.domain  # type: ignore[misc] # one class serves every kind

    def of_entity(self) -> ColumnElement[bool]:
        """Name an entity by the parameter `entity`."""
        return self.tables.entities.c.id == bindparam("entity")

    def of_parent(self) -> ColumnElement[bool]:
        """Name all versions of an entity."""
        return self.tables.versions.c.parent_id == bindparam("entity")

    def pairs(self, rows: FromClause, which: Which, *shown: ColumnElement[Any]) -> Select[Any]:
        """Rows of entities, each beside one of its versions, or beside nulls."""
        versions = self.tables.versions
        beside = [column.label(f"{VERSION}{column.name}") for column in self.shown(versions)]
        return select(*shown, *beside).select_from(
            rows.outerjoin(versions, self._chosen(rows, which))
        )

    def _chosen(self, rows: FromClause, which: Which) -> ColumnElement[bool]:
        """Which of the versions is meant: found by its key for each entity. As the one row of a
        subquery it cannot be hashed, which would read every version that there is.
        """
        versions = self.tables.versions
        if which.version_id is not None:
            named = versions.c.id == bindparam("version")
            return and_(named, versions.c.parent_id == rows.c.id)
        pick = versions.alias("pick")
        own = select(pick.c.id).where(pick.c.parent_id == rows.c.id).correlate(rows)
        number, last = pick.c.version_number, self.dialect.exact(pick.c.id)
        latest = own.order_by(number.desc(), last.desc()).limit(1)
        if which.latest:
            return self.dialect.in_rows_of(versions.c.id, latest)
        active = own.where(pick.c.id == rows.c.active_version_id)
        chosen = func.coalesce(active.scalar_subquery(), latest.scalar_subquery())
        return self.dialect.in_rows_of(versions.c.id, select(chosen))
