"""The SQL of traces: read whole, in part, and deleted."""

from typing import Any

from mastra_storage_core.domains.observability.models import LightSpan
from sqlalchemy import bindparam, delete, func, select

from mastra_storage_sql.domains.observability.statements.base import Statements
from mastra_storage_sql.domains.observability.tables import is_root
from mastra_storage_sql.statement import Statement

LIGHT = frozenset(LightSpan.model_fields)


class TraceStatements(Statements):
    def get_trace(self, *, light: bool) -> Statement:
        """The spans of a trace in order; `light` leaves out the columns that may be large."""
        table = self.tables.spans

        def build() -> Any:
            columns = self.shown_of(table, LIGHT) if light else self.shown(table)
            return select(*columns).where(self.of_trace(table)).order_by(*self.by_start(table))

        return self.make("get_trace", light, build=build)

    def get_root_span(self) -> Statement:
        """The first of the spans of a trace that have no parent."""
        table = self.tables.spans
        return self.make(
            "get_root_span",
            build=lambda: (
                select(*self.shown(table))
                .where(self.of_trace(table), is_root(table))
                .order_by(*self.by_start(table))
                .limit(1)
            ),
        )

    def get_branch(self) -> Statement:
        """A span and its descendants in order. Each is found once, so that parents in a circle come
        to an end; and among the spans of the trace, which are read once.
        """
        table = self.tables.spans

        def build() -> Any:
            named = (table.c.span_id, table.c.parent_span_id)
            family = select(*named).where(self.of_trace(table)).cte("family")
            span = family.c.span_id
            branch = select(span).where(span == bindparam("span")).cte("branch", recursive=True)
            children = select(span).join(branch, family.c.parent_span_id == branch.c.span_id)
            branch = branch.union(children)
            return (
                select(*self.shown(table))
                .where(self.of_trace(table), table.c.span_id.in_(select(branch.c.span_id)))
                .order_by(*self.by_start(table))
            )

        return self.make("get_branch", build=build)

    def owners_of(self) -> Statement:
        """Which of some traces there are, and whose: what the first root says, or the first span
        where there is no root.
        """
        table = self.tables.spans

        def build() -> Any:
            place = func.row_number().over(
                partition_by=table.c.trace_id,
                order_by=[table.c.parent_span_id.is_not(None), *self.by_start(table)],
            )
            told = (table.c.trace_id, table.c.organization_id, table.c.resource_id)
            placed = (
                select(*told, place.label("place"))
                .where(self.dialect.one_of(table.c.trace_id, "traces"))
                .subquery("placed")
            )
            shown = (placed.c[column.key] for column in told)
            return select(*shown).where(placed.c.place == bindparam("first", 1))

        return self.make("owners_of", build=build)

    def delete_traces(self) -> Statement:
        """Delete all spans of some traces."""
        table = self.tables.spans
        return self.make(
            "delete_traces",
            build=lambda: delete(table).where(self.dialect.one_of(table.c.trace_id, "traces")),
        )
