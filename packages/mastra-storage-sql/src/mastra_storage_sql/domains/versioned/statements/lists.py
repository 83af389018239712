"""The SQL of lists of entities."""

from typing import Any

from mastra_storage_core.domains.versioned.requests import EntityQuery
from sqlalchemy import Select, Subquery, bindparam, case, exists, func, literal_column, select
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domains.versioned.statements.base import Statements
from mastra_storage_sql.paging import paged, shape_of
from mastra_storage_sql.statement import Statement

PINNED = "is a favorite"
"""A column name that no table has."""


class ListStatements(Statements):
    def list_entities(self, query: EntityQuery) -> Statement:
        """A page, with its total where wanted, and beside versions where they are wanted."""
        table = self.tables.entities
        pinned = query.pinned_for is not None

        def build() -> Select[Any]:
            more = [self._favorite().label(PINNED)] if pinned else []
            rows = select(*self.shown(table), *more).where(*self._conditions(query))
            keys = (self.dialect.instant(table, query.order_by.field), table.c.id)
            ordered = rows.order_by(*self._order(query, *more, *keys))
            found = paged(ordered, query.page, count, again)
            if query.which is None:
                return found
            # Versions are looked up for the rows of the page alone.
            page = found.subquery("listed")
            return self.pairs(page, query.which, *page.c).order_by(*again(page))

        def count() -> ColumnElement[int]:
            counted = select(func.count()).select_from(table)
            return counted.where(*self._conditions(query)).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            first = [rows.c[PINNED]] if pinned else []
            time = rows.c[table.c[query.order_by.field].name]
            return self._order(query, *first, time, rows.c.id)

        which = query.which and (query.which.latest,)
        shape = (
            frozenset(query.equal),
            bool(query.metadata),
            query.ids is not None,
            pinned,
            query.favorites_only,
            query.unversioned,
            which,
            query.order_by,
        )
        return self.make("list_entities", *shape, *shape_of(query.page), build=build)

    def _conditions(self, query: EntityQuery) -> list[ColumnElement[bool]]:
        table, versions = self.tables.entities, self.tables.versions.alias("any")
        conditions = [table.c[name] == bindparam(name) for name in sorted(query.equal)]
        if query.metadata:
            conditions.append(self.dialect.contains(table.c.metadata, "wanted"))
        if query.ids is not None:
            conditions.append(self.dialect.one_of(table.c.id, "ids"))
        if query.favorites_only:
            conditions.append(self._is_favorite())
        if query.unversioned:
            own = select(versions.c.id).where(versions.c.parent_id == table.c.id).correlate(table)
            conditions.append(~exists(own))
        return conditions

    def _favorite(self) -> ColumnElement[int]:
        yes: ColumnElement[int] = literal_column("1")
        return case((self._is_favorite(), yes), else_=literal_column("0"))

    def _is_favorite(self) -> ColumnElement[bool]:
        table, favorites = self.tables.entities, self.tables.favorites
        return exists(
            select(literal_column("1"))
            .select_from(favorites)
            .where(
                favorites.c.user_id == bindparam("user"),
                favorites.c.entity_type == literal_column(f"'{self.tables.kind.favorite}'"),
                favorites.c.entity_id == table.c.id,
            )
        )

    def _order(self, query: EntityQuery, *keys: ColumnElement[Any]) -> list[ColumnElement[Any]]:
        """Favorites first, then by time and id, both in one direction."""
        *pinned, time, last = keys
        ordered = [time, self.dialect.exact(last)]
        first = [key.desc() for key in pinned]
        return first + ([key.desc() for key in ordered] if query.order_by.descending else ordered)
