"""The SQL of lists: of traces as their roots, and of branches as their anchors."""

from collections.abc import Sequence
from typing import Any

from mastra_storage_core.domains.observability.models import SpanStatus, TracePreview
from mastra_storage_core.domains.observability.requests import (
    EVERYTHING,
    SpanConditions,
    SpanQuery,
)
from sqlalchemy import FromClause, Select, Subquery, and_, exists, func, literal_column, or_, select
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter, shape_of, within
from mastra_storage_sql.domains.observability.statements.base import Statements
from mastra_storage_sql.domains.observability.tables import anchors, is_root
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement

PREVIEWED = frozenset(TracePreview.model_fields) | {"input"}

_KEPT = 3
"""Statements with more texts to compare than this are made anew each time, in 3 ms: those texts
have a hundred million combinations, and nobody's memory.
"""


class ListStatements(Statements):
    def list_spans(self, query: SpanQuery) -> Statement:
        """A page of roots or of anchors, with its total where wanted."""
        table = self.tables.spans

        def matching(columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
            return select(*columns).where(*self._conditions(query))

        def build() -> Select[Any]:
            columns = self.shown_of(table, PREVIEWED) if query.preview else self.shown(table)
            rows = matching(columns).order_by(*self._order(query, table.c))
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            if query.branches or query.conditions != EVERYTHING:
                return matching([func.count()]).select_from(table).scalar_subquery()
            # Which root of a trace is the first matters to no condition: 50,000 traces are counted
            # in a tenth of the time. And on SQLite in a sixth of that as ordered rows, which come
            # from an index, where `count(DISTINCT …)` sorts; without an order PostgreSQL hashes.
            traces = select(table.c.trace_id).where(is_root(table)).distinct()
            ordered = traces.order_by(table.c.trace_id).subquery("traces")
            return select(func.count()).select_from(ordered).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            # Times are labelled by their names.
            times = {"started_at": rows.c.startedAt, "ended_at": rows.c.endedAt}
            return self._order(query, {**rows.c, **times})

        if len(query.conditions.texts) > _KEPT:
            return Statement("observability.list_spans", build(), self.dialect.compiler)
        return self.make("list_spans", *_shape(query), build=build)

    def _conditions(self, query: SpanQuery) -> list[ColumnElement[bool]]:
        table, wanted = self.tables.spans, query.conditions
        conditions = [anchors(table)] if query.branches else [is_root(table), self._first(table)]
        conditions += within(table.c.started_at, wanted.started, "started_")
        conditions += within(table.c.ended_at, wanted.ended, "ended_")
        conditions += [table.c[name] == parameter(table.c[name]) for name in sorted(wanted.texts)]
        return conditions + self._derived(table, wanted) + self._contained(table, wanted)

    def _first(self, table: FromClause) -> ColumnElement[bool]:
        """Whether a root is the one that started first."""
        other, exact = table.alias("other"), self.dialect.exact
        earlier = or_(
            other.c.started_at < table.c.started_at,
            exact(other.c.span_id) < exact(table.c.span_id),
        )
        same = and_(
            other.c.trace_id == table.c.trace_id,
            is_root(other),
            other.c.started_at <= table.c.started_at,
        )
        return ~exists(select(literal_column("1")).select_from(other).where(same, earlier))

    def _derived(self, table: FromClause, wanted: SpanConditions) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        if wanted.status is not None:
            failed = wanted.status == SpanStatus.ERROR
            error = table.c.error
            conditions.append(error.is_not(None) if failed else error.is_(None))
        if wanted.status == SpanStatus.RUNNING:
            conditions.append(table.c.ended_at.is_(None))
        if wanted.status == SpanStatus.SUCCESS:
            conditions.append(table.c.ended_at.is_not(None))
        if wanted.has_child_error is not None:
            child = table.alias("child")
            broken = and_(child.c.trace_id == table.c.trace_id, child.c.error.is_not(None))
            found = exists(select(literal_column("1")).select_from(child).where(broken))
            conditions.append(found if wanted.has_child_error else ~found)
        return conditions

    def _contained(self, table: FromClause, wanted: SpanConditions) -> list[ColumnElement[bool]]:
        conditions = []
        if wanted.scope:
            conditions.append(self.dialect.contains(table.c.scope, "in_scope"))
        if wanted.metadata:
            conditions.append(self.dialect.contains(table.c.metadata, "in_metadata"))
        if wanted.tags:
            conditions.append(self.dialect.has_all(table.c.tags, "with_tags"))
        return conditions

    def _order(self, query: SpanQuery, columns: Any) -> list[ColumnElement[Any]]:
        key = columns[query.order_by.field]
        if query.order_by.field == "ended_at":
            key = self.dialect.absent_last(key)
        exact = self.dialect.exact
        keys = [key, exact(columns["trace_id"]), exact(columns["span_id"])]
        return [each.desc() for each in keys] if query.order_by.descending else keys


def _shape(query: SpanQuery) -> tuple[object, ...]:
    """Return what of a query decides the text of its statement."""
    wanted = query.conditions
    return (
        (query.branches, query.preview, query.order_by),
        tuple(sorted(wanted.texts)),
        (wanted.status, wanted.has_child_error),
        tuple(map(bool, (wanted.scope, wanted.metadata, wanted.tags))),
        *(shape_of(dates) for dates in (wanted.started, wanted.ended)),
        *shape_of_page(query.page),
    )
