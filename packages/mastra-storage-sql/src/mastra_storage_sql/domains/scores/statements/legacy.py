"""The SQL of old evaluations and spans."""

from typing import Any

from mastra_storage_core.domains.scores.requests import EvalQuery, TraceQuery
from sqlalchemy import Select, Subquery, bindparam, func, select
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import shape_of, values_of, within
from mastra_storage_sql.domains.scores.statements.base import Statements
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement


class LegacyStatements(Statements):
    def evals_exist(self) -> Statement:
        """Whether there is a table of evaluations."""
        return self.make("evals_exist", build=lambda: self.dialect.exists(self.tables.evals))

    def traces_exist(self) -> Statement:
        """Whether there is a table of spans."""
        return self.make("traces_exist", build=lambda: self.dialect.exists(self.tables.traces))

    def save_eval(self) -> Statement:
        """Insert an evaluation; there is no key to replace it by."""
        table = self.tables.evals
        return self.make(
            "save_eval", build=lambda: self.dialect.upsert(table).values(values_of(table))
        )

    def save_trace(self) -> Statement:
        """Insert a span, or replace the one of its id."""
        table = self.tables.traces

        def build() -> Any:
            insert = self.dialect.upsert(table).values(values_of(table))
            return insert.on_conflict_do_update(
                index_elements=[table.c.id],
                set_={key: insert.excluded[key] for key in table.c.keys() if key != "id"},
            )

        return self.make("save_trace", build=build)

    def list_evals(self, query: EvalQuery) -> Statement:
        """A page in the total order, with its total where wanted."""
        table, exact = self.tables.evals, self.dialect.exact
        descending = query.order_by.descending

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            conditions = within(table.c.created_at, query.dates)
            if query.agent_name is not None:
                conditions.append(table.c.agent_name == bindparam("agent_name"))
            if query.tests is not None:
                path = self.dialect.text_at(table.c.test_info, ("testPath",))
                conditions.append(path.is_not(None) if query.tests else path.is_(None))
            return select(*columns).where(*conditions)

        def order(at: Any) -> list[ColumnElement[Any]]:
            keys = (at.created_at, exact(at.run_id), exact(at.metric_name))
            return [key.desc() if descending else key for key in keys]

        def build() -> Select[Any]:
            shown = [each for each in self.shown(table) if each.name != "createdAt"]
            rows = matching(shown).order_by(*order(table.c))
            return paged(rows, query.page, count, lambda page: order(page.c))

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        asked = (query.agent_name is not None, query.tests, descending, *shape_of(query.dates))
        return self.make("list_evals", *asked, *shape_of_page(query.page), build=build)

    def list_traces(self, query: TraceQuery) -> Statement:
        """A page, the latest start first, with its total where wanted."""
        table, dialect = self.tables.traces, self.dialect

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            conditions = within(dialect.instant(table, "created_at"), query.dates)
            if query.name is not None:
                begins = func.substr(table.c.name, 1, func.length(bindparam("begins")))
                conditions.append(begins == bindparam("begins"))
            if query.scope is not None:
                conditions.append(table.c.scope == bindparam("scope"))
            if query.attributes:
                conditions.append(dialect.contains(table.c.attributes, "attributes"))
            return select(*columns).where(*conditions)

        def build() -> Select[Any]:
            keys = (table.c.start_time.desc(), dialect.exact(table.c.id).desc())
            return paged(matching(self.shown(table)).order_by(*keys), query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            return [rows.c.start_time.desc(), dialect.exact(rows.c.id).desc()]

        asked = (query.name is not None, query.scope is not None, bool(query.attributes))
        shape = (*asked, *shape_of(query.dates), *shape_of_page(query.page))
        return self.make("list_traces", *shape, build=build)
