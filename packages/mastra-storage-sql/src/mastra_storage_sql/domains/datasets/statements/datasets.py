"""The SQL of data sets themselves."""

from typing import Any

from mastra_storage_core.domains.datasets.requests import DatasetQuery, Scope
from pydantic.alias_generators import to_camel
from sqlalchemy import Select, Subquery, bindparam, delete, func, select, update
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter, values_of
from mastra_storage_sql.domains.datasets.statements.base import (
    Statements,
    directed,
    shape_of_scope,
)
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement

TEXTS = frozenset({"name"})
"""The fields that lists are sorted by that are no times."""


class DatasetTopicStatements(Statements):
    def create_dataset(self) -> Statement:
        """Insert; return nothing where the id exists."""
        table = self.tables.datasets
        return self.make(
            "create_dataset",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(index_elements=[table.c.id])
                .returning(*self.shown(table))
            ),
        )

    def get_dataset(self, scope: Scope) -> Statement:
        """A data set by id, if it is of that organization and project."""
        return self.make("get_dataset", *shape_of_scope(scope), build=lambda: self._dataset(scope))

    def lock_dataset(self, scope: Scope) -> Statement:
        """As `get_dataset`, and nobody else changes the data set, or its items, until the
        transaction ends.
        """
        return self.make(
            "lock_dataset",
            *shape_of_scope(scope),
            build=lambda: self._dataset(scope).with_for_update(),
        )

    def update_dataset(self, columns: frozenset[str]) -> Statement:
        """Replace some columns, and the time of the last change."""
        table = self.tables.datasets
        times = {key for key in table.c.keys() if key.startswith("updated_at")}
        changed = [key for key in table.c.keys() if key in columns | times]
        return self.make(
            "update_dataset",
            columns,
            build=lambda: (
                update(table)
                .where(table.c.id == bindparam("dataset"))
                .values({key: parameter(table.c[key]) for key in changed})
                .returning(*self.shown(table))
            ),
        )

    def delete_dataset(self) -> Statement:
        """Delete a data set that is locked."""
        table = self.tables.datasets
        return self.make(
            "delete_dataset",
            build=lambda: delete(table).where(table.c.id == bindparam("dataset")),
        )

    def list_datasets(self, query: DatasetQuery) -> Statement:
        """A page, with its total where wanted."""
        table = self.tables.datasets

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            return select(*columns).where(*self._conditions(query))

        def build() -> Select[Any]:
            rows = matching(self.shown(table)).order_by(*self.sorted_by(table, query.order, TEXTS))
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            first = rows.c[to_camel(query.order.field)]
            by_text = query.order.field in TEXTS
            keys = [self.dialect.exact(first) if by_text else first, self.dialect.exact(rows.c.id)]
            return directed(keys, query.order)

        asked = (query.candidate_key, query.candidate_id, query.target_type, query.name)
        shape = (*(each is not None for each in asked), bool(query.target_ids), query.order)
        scope = shape_of_scope(query.scope)
        return self.make("list_datasets", *scope, *shape, *shape_of_page(query.page), build=build)

    def _dataset(self, scope: Scope) -> Select[Any]:
        table = self.tables.datasets
        return select(*self.shown(table)).where(
            table.c.id == bindparam("dataset"), *self.within(table, scope)
        )

    def _conditions(self, query: DatasetQuery) -> list[ColumnElement[bool]]:
        table = self.tables.datasets
        conditions = self.within(table, query.scope)
        if query.candidate_key is not None:
            conditions.append(table.c.candidate_key == bindparam("candidate_key"))
        if query.candidate_id is not None:
            conditions.append(table.c.candidate_id == bindparam("candidate_id"))
        if query.target_type is not None:
            conditions.append(table.c.target_type == bindparam("target_type"))
        if query.target_ids:
            conditions.append(self.dialect.overlaps(table.c.target_ids, "targets"))
        if query.name is not None:
            conditions.append(self.dialect.part_of(table.c.name, "part"))
        return conditions
