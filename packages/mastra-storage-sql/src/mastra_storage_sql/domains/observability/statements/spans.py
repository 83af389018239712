"""The SQL of spans by id: stored, changed, read."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam, select, update

from mastra_storage_sql.domain import parameter, values_of
from mastra_storage_sql.domains.observability.statements.base import Statements
from mastra_storage_sql.domains.observability.tables import KEY
from mastra_storage_sql.statement import Statement

_KEPT = {*KEY, "created_at", "created_at_z"}


class SpanStatements(Statements):
    def put_span(self) -> Statement:
        """Insert, or replace all but the first `createdAt`."""
        table = self.tables.spans

        def build() -> Any:
            insert = self.dialect.upsert(table).values(values_of(table))
            return insert.on_conflict_do_update(
                index_elements=[table.c[name] for name in KEY],
                set_={name: insert.excluded[name] for name in table.c.keys() if name not in _KEPT},
            )

        return self.make("put_span", build=build)

    def lock_spans(self) -> Statement:
        """When spans start and end, which nobody else changes until the transaction ends. They are
        locked in one order for every caller, so that no two transactions wait for each other.
        """
        table = self.tables.spans

        def build() -> Any:
            listed = self.dialect.table_of("keys", KEY)
            same = (table.c.trace_id == listed.c.trace_id, table.c.span_id == listed.c.span_id)
            exact = self.dialect.exact
            return (
                select(table.c.trace_id, table.c.span_id, table.c.started_at, table.c.ended_at)
                .select_from(listed)
                .join(table, same[0] & same[1])
                .order_by(exact(table.c.trace_id), exact(table.c.span_id))
                .with_for_update(of=table)
            )

        return self.make("lock_spans", build=build)

    def change_span(self, fields: Collection[str]) -> Statement:
        """Set some fields of a span that is locked."""
        table = self.tables.spans
        mirrors = (f"{name}_z" for name in fields)
        changed = [*fields, *(name for name in mirrors if name in table.c)]
        times = [name for name in table.c.keys() if name.startswith("updated_at")]
        return self.make(
            "change_span",
            *sorted(fields),
            build=lambda: (
                update(table)
                .where(self.of_trace(table), table.c.span_id == bindparam("span"))
                .values({name: parameter(table.c[name]) for name in (*changed, *times)})
            ),
        )

    def get_spans(self) -> Statement:
        """Spans of a trace by id."""
        table = self.tables.spans
        return self.make(
            "get_spans",
            build=lambda: select(*self.shown(table)).where(
                self.of_trace(table), self.dialect.one_of(table.c.span_id, "spans")
            ),
        )
