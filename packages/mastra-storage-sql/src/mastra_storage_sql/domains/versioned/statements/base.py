"""What the statements of all topics share."""

from typing import Any

from mastra_storage_core.domains.versioned.requests import Which
from sqlalchemy import Select, and_, bindparam, func, select
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

    def pairs(self, which: Which, *more: ColumnElement[Any]) -> Select[Any]:
        """Entities, each beside one of its versions, or beside nulls."""
        entities, versions = self.tables.entities, self.tables.versions
        shown = [column.label(f"{VERSION}{column.name}") for column in self.shown(versions)]
        return select(*self.shown(entities), *shown, *more).select_from(
            entities.outerjoin(versions, self._chosen(which))
        )

    def _chosen(self, which: Which) -> ColumnElement[bool]:
        """Which of the versions is meant: found by its key for each entity."""
        entities, versions = self.tables.entities, self.tables.versions
        if which.version_id is not None:
            named = versions.c.id == bindparam("version")
            return and_(named, versions.c.parent_id == entities.c.id)
        pick = versions.alias("pick")
        own = select(pick.c.id).where(pick.c.parent_id == entities.c.id).correlate(entities)
        number, last = pick.c.version_number, self.dialect.exact(pick.c.id)
        latest = own.order_by(number.desc(), last.desc()).limit(1).scalar_subquery()
        if which.latest:
            return versions.c.id == latest
        active = own.where(pick.c.id == entities.c.active_version_id).scalar_subquery()
        return versions.c.id == func.coalesce(active, latest)
