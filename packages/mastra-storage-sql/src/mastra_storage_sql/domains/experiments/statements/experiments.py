"""The SQL of experiments themselves."""

from typing import Any, ClassVar

from mastra_storage_core.domains.experiments.requests import ExperimentQuery, Scope
from pydantic.alias_generators import to_camel
from sqlalchemy import (
    Select,
    Subquery,
    bindparam,
    delete,
    false,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter, values_of
from mastra_storage_sql.domains.datasets.statements.base import (
    ScopedStatements,
    directed,
    shape_of_scope,
)
from mastra_storage_sql.domains.experiments.tables import ExperimentTables
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement

TEXTS = frozenset({"status"})
"""The fields that lists are sorted by that are no times."""


_FIRST: ColumnElement[int] = literal_column("0")
"""The attempt of rows that have none."""


class Statements(ScopedStatements[ExperimentTables]):
    domain: ClassVar[str] = "experiments"


class ExperimentTopicStatements(Statements):
    def create_experiment(self) -> Statement:
        """Insert; return nothing where the id exists."""
        table = self.tables.experiments
        return self.make(
            "create_experiment",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(index_elements=[table.c.id])
                .returning(*self.shown(table))
            ),
        )

    def get_experiment(self, scope: Scope) -> Statement:
        """An experiment by id, if it is of that organization and project."""
        return self.make(
            "get_experiment", *shape_of_scope(scope), build=lambda: self._experiment(scope)
        )

    def lock_experiment(self, scope: Scope) -> Statement:
        """As `get_experiment`, and nobody else changes it, or its results, until the transaction
        ends.
        """
        return self.make(
            "lock_experiment",
            *shape_of_scope(scope),
            build=lambda: self._experiment(scope).with_for_update(),
        )

    def update_experiment(self, scope: Scope, columns: frozenset[str]) -> Statement:
        """Replace some columns, and the time of the last change."""
        table = self.tables.experiments
        times = {
            key for key in table.c.keys() for name in (*columns, "updated_at") if key == f"{name}_z"
        }
        changed = [key for key in table.c.keys() if key in columns | times | {"updated_at"}]
        return self.make(
            "update_experiment",
            columns,
            *shape_of_scope(scope),
            build=lambda: (
                update(table)
                .where(table.c.id == bindparam("experiment"), *self.within(table, scope))
                .values({key: parameter(table.c[key]) for key in changed})
                .returning(*self.shown(table))
            ),
        )

    def delete_experiment(self) -> Statement:
        """Delete an experiment that is locked."""
        table = self.tables.experiments
        return self.make(
            "delete_experiment",
            build=lambda: delete(table).where(table.c.id == bindparam("experiment")),
        )

    def count_results(self) -> Statement:
        """Set the counts of an experiment that is locked to what the last attempt of each item
        says.
        """
        table, results = self.tables.experiments, self.tables.results
        times = [key for key in table.c.keys() if key.startswith("updated_at")]
        failed = self.dialect.present(results.c.error)

        def build() -> Any:
            return (
                update(table)
                .where(table.c.id == bindparam("experiment"))
                .values(
                    succeeded_count=self._last_attempts(~func.coalesce(failed, false())),
                    failed_count=self._last_attempts(failed),
                    **{key: parameter(table.c[key]) for key in times},
                )
                .returning(*self.shown(table))
            )

        return self.make("count_results", build=build)

    def list_experiments(self, query: ExperimentQuery) -> Statement:
        """A page, with its total where wanted."""
        table = self.tables.experiments

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            return select(*columns).where(
                *self.within(table, query.scope),
                *(table.c[key] == bindparam(key) for key in sorted(query.equal)),
            )

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

        shape = (frozenset(query.equal), query.order, *shape_of_scope(query.scope))
        return self.make("list_experiments", *shape, *shape_of_page(query.page), build=build)

    def _experiment(self, scope: Scope) -> Select[Any]:
        table = self.tables.experiments
        return select(*self.shown(table)).where(
            table.c.id == bindparam("experiment"), *self.within(table, scope)
        )

    def _last_attempts(self, condition: ColumnElement[bool]) -> ColumnElement[int]:
        """Count the items whose last attempt meets a condition."""
        results = self.tables.results
        later = results.alias("later")
        another: Select[Any] = select(later.c.id).where(
            later.c.experiment_id == results.c.experiment_id,
            later.c.item_id == results.c.item_id,
            func.coalesce(later.c.attempt, _FIRST) > func.coalesce(results.c.attempt, _FIRST),
        )
        return (
            select(func.count())
            .select_from(results)
            .where(
                results.c.experiment_id == bindparam("experiment"),
                condition,
                ~another.correlate(results).exists(),
            )
            .scalar_subquery()
        )
