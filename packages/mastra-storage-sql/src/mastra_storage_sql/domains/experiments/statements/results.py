"""The SQL of results."""

from typing import Any

from mastra_storage_core.domains.experiments.outcomes import KEPT
from mastra_storage_core.domains.experiments.requests import ResultQuery, Scope
from pydantic.alias_generators import to_camel
from sqlalchemy import (
    Select,
    Subquery,
    bindparam,
    case,
    delete,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter, values_of
from mastra_storage_sql.domains.datasets.statements.base import directed, shape_of_scope
from mastra_storage_sql.domains.experiments.statements.experiments import Statements
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement

_ONE: ColumnElement[int] = literal_column("1")


class ResultStatements(Statements):
    def find_result(self) -> Statement:
        """The result of an item and an attempt. Rows of older tables have none, which is the
        first.
        """
        table = self.tables.results
        return self.make(
            "find_result",
            build=lambda: select(table.c.id).where(
                table.c.experiment_id == bindparam("experiment"),
                table.c.item_id == bindparam("item"),
                func.coalesce(table.c.attempt, literal_column("0")) == bindparam("attempt"),
            ),
        )

    def insert_result(self) -> Statement:
        """Insert; return nothing where the id exists."""
        table = self.tables.results
        return self.make(
            "insert_result",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(index_elements=[table.c.id])
                .returning(*self.shown(table))
            ),
        )

    def replace_result(self) -> Statement:
        """Replace all columns of a result but those that stay."""
        table = self.tables.results
        kept = {key for key in table.c.keys() for name in KEPT if key in (name, f"{name}_z")}
        return self.make(
            "replace_result",
            build=lambda: (
                update(table)
                .where(table.c.id == bindparam("result"))
                .values({key: parameter(table.c[key]) for key in table.c.keys() if key not in kept})
                .returning(*self.shown(table))
            ),
        )

    def lock_result(self, scope: Scope) -> Statement:
        """A result by id, which nobody else changes until the transaction ends."""
        return self.make(
            "lock_result",
            *shape_of_scope(scope),
            build=lambda: self._result(scope).with_for_update(),
        )

    def review_result(self, columns: frozenset[str]) -> Statement:
        """Replace what a review says of a result that is locked."""
        table = self.tables.results
        return self.make(
            "review_result",
            columns,
            build=lambda: (
                update(table)
                .where(table.c.id == bindparam("result"))
                .values({key: parameter(table.c[key]) for key in sorted(columns)})
                .returning(*self.shown(table))
            ),
        )

    def get_result(self, scope: Scope) -> Statement:
        """A result by id, if it is of that organization and project."""
        return self.make("get_result", *shape_of_scope(scope), build=lambda: self._result(scope))

    def delete_results(self) -> Statement:
        """Delete the results of an experiment that is locked; return which there were."""
        table = self.tables.results
        return self.make(
            "delete_results",
            build=lambda: (
                delete(table)
                .where(table.c.experiment_id == bindparam("experiment"))
                .returning(table.c.id)
            ),
        )

    def summaries(self, scope: Scope) -> Statement:
        """How many results each experiment has, and of which status."""
        table, results = self.tables.experiments, self.tables.results

        def of(status: str) -> ColumnElement[int]:
            return func.count(case((results.c.status == literal_column(f"'{status}'"), _ONE)))

        return self.make(
            "summaries",
            *shape_of_scope(scope),
            build=lambda: (
                select(
                    table.c.id.label("experimentId"),
                    func.count().label("total"),
                    of("needs-review").label("needsReview"),
                    of("reviewed").label("reviewed"),
                    of("complete").label("complete"),
                )
                .join(results, results.c.experiment_id == table.c.id)
                .where(*self.within(table, scope))
                .group_by(table.c.id)
                .order_by(self.dialect.exact(table.c.id))
            ),
        )

    def list_results(self, query: ResultQuery) -> Statement:
        """A page, with its total where wanted."""
        table = self.tables.results

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            return select(*columns).where(*self._conditions(query))

        def build() -> Select[Any]:
            rows = matching(self.shown(table)).order_by(*self.sorted_by(table, query.order))
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            keys = [rows.c[to_camel(query.order.field)], self.dialect.exact(rows.c.id)]
            return directed(keys, query.order)

        asked = (query.trace_id is not None, query.status is not None, bool(query.tags))
        shape = (*asked, query.order, *shape_of_scope(query.scope))
        return self.make("list_results", *shape, *shape_of_page(query.page), build=build)

    def _result(self, scope: Scope) -> Select[Any]:
        table = self.tables.results
        return select(*self.shown(table)).where(
            table.c.id == bindparam("result"), *self.within(table, scope)
        )

    def _conditions(self, query: ResultQuery) -> list[ColumnElement[bool]]:
        table = self.tables.results
        conditions = [
            table.c.experiment_id == bindparam("experiment"),
            *self.within(table, query.scope),
        ]
        if query.trace_id is not None:
            conditions.append(table.c.trace_id == bindparam("trace"))
        if query.status is not None:
            conditions.append(table.c.status == bindparam("status"))
        if query.tags:
            conditions.append(self.dialect.includes(table.c.tags, "tags"))
        return conditions
