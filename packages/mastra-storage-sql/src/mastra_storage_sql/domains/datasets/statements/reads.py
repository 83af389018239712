"""The SQL that reads items."""

from typing import Any

from mastra_storage_core.domains.datasets.requests import ItemQuery, Scope
from pydantic.alias_generators import to_camel
from sqlalchemy import Select, Subquery, Table, bindparam, func, or_, select, tuple_
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter
from mastra_storage_sql.domains.datasets.statements.base import (
    Statements,
    directed,
    shape_of_scope,
    unindexed,
)
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement

HISTORY = frozenset({"valid_to", "is_deleted"})


class ReadStatements(Statements):
    def get_item(self, scope: Scope, *, at_version: bool) -> Statement:
        """An item, as it is or as it was at a version."""
        table = self.tables.items
        return self.make(
            "get_item",
            at_version,
            *shape_of_scope(scope),
            build=lambda: select(*self._shown()).where(
                table.c.id == bindparam("item"),
                *self._visible(at_version=at_version),
                *self.within(table, scope),
            ),
        )

    def item_history(self, scope: Scope) -> Statement:
        """All rows of an item, the newest first."""
        table = self.tables.items
        return self.make(
            "item_history",
            *shape_of_scope(scope),
            build=lambda: (
                select(*self.shown(table))
                .where(table.c.id == bindparam("item"), *self.within(table, scope))
                .order_by(table.c.dataset_version.desc())
            ),
        )

    def list_items(self, query: ItemQuery) -> Statement:
        """A page of the items of a data set, with its total where wanted."""
        table = self.tables.items

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            return select(*columns).where(*self._conditions(query))

        def build() -> Select[Any]:
            rows = matching(self._shown()).order_by(*self.sorted_by(table, query.order))
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            keys = [rows.c[to_camel(query.order.field)], self.dialect.exact(rows.c.id)]
            return directed(keys, query.order)

        asked = (query.version, query.search, query.after)
        shape = (*(each is not None for each in asked), query.order)
        scope = shape_of_scope(query.scope)
        return self.make("list_items", *scope, *shape, *shape_of_page(query.page), build=build)

    def _shown(self) -> list[ColumnElement[Any]]:
        """Return the columns of an item as it is read, without its place in the history."""
        return [each for each in self.shown(self.tables.items) if each.key not in HISTORY]

    def _visible(self, *, at_version: bool) -> list[ColumnElement[bool]]:
        """Keep the rows that a data set shows, now or at the parameter `version`."""
        table: Table = self.tables.items
        there = table.c.is_deleted == parameter(table.c.is_deleted, "deleted")
        if not at_version:
            return [table.c.valid_to.is_(None), there]
        version = parameter(table.c.dataset_version, "version")
        return [
            unindexed(table.c.dataset_version <= version),
            or_(table.c.valid_to.is_(None), table.c.valid_to > version),
            there,
        ]

    def _conditions(self, query: ItemQuery) -> list[ColumnElement[bool]]:
        table = self.tables.items
        conditions = [
            table.c.dataset_id == bindparam("dataset"),
            *self._visible(at_version=query.version is not None),
            *self.within(table, query.scope),
        ]
        if query.search is not None:
            columns = (table.c.input, table.c.ground_truth)
            conditions.append(
                or_(*(self.dialect.text_within(column, "search") for column in columns))
            )
        if query.after is not None:
            added = self.dialect.instant(table, "created_at")
            place = tuple_(added, self.dialect.exact(table.c.id))
            behind = tuple_(parameter(table.c.created_at, "after"), bindparam("after_id"))
            conditions.append(place > behind)
        return conditions
