"""The SQL that stores and lists logs, metrics, feedback and scores of spans: one text for each
signal.
"""

from typing import Any

from mastra_storage_core.domains.observability.requests import Owner
from mastra_storage_core.domains.observability.signal_requests import SignalConditions, SignalQuery
from mastra_storage_core.domains.observability.signals import FEEDBACK, SIGNALS, Signal
from sqlalchemy import (
    Select,
    Subquery,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    literal_column,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domain import parameter, shape_of, values_of, within
from mastra_storage_sql.domains.observability.statements.base import Statements
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement


class SignalStatements(Statements):
    def signals_there(self) -> Statement:
        """The names of the signals whose tables are there, which their first uses make."""

        def named(signal: Signal) -> Select[Any]:
            name = literal_column(f"'{signal.name}'", Text()).label("name")
            return select(name).where(self.dialect.exists(self.tables.signals[signal]).exists())

        def build() -> Select[Any]:
            there = union_all(*map(named, SIGNALS)).subquery("there")
            return select(there.c.name)

        return self.make("signals_there", build=build)

    def put_signal(self, signal: Signal) -> Statement:
        """Insert, or replace."""
        table = self.tables.signals[signal]

        def build() -> Any:
            insert = self.dialect.upsert(table).values(values_of(table))
            kept = {signal.key, *signal.first_wins}
            return insert.on_conflict_do_update(
                index_elements=[table.c[signal.key]],
                set_={key: insert.excluded[key] for key in table.c.keys() if key not in kept},
            )

        return self.make("put_signal", signal, build=build)

    def get_signal(self, signal: Signal) -> Statement:
        """A record by its key."""
        table = self.tables.signals[signal]
        return self.make(
            "get_signal",
            signal,
            build=lambda: select(*table.c).where(table.c[signal.key] == bindparam("key")),
        )

    def list_signals(self, query: SignalQuery) -> Statement:
        """A page, with its total where wanted."""
        signal, table = query.signal, self.tables.signals[query.signal]
        keys = (query.order_by.field, signal.key)
        descending = query.order_by.descending

        def matching(columns: Any) -> Select[Any]:
            return select(*columns).where(*conditions_of(table, query.conditions, self.dialect))

        def build() -> Select[Any]:
            rows = matching(table.c).order_by(*_ordered([table.c[key] for key in keys], descending))
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            return _ordered([rows.c[key] for key in keys], descending)

        shape = shape_of_conditions(query.conditions)
        return self.make(
            "list_signals", signal, query.order_by, *shape, *shape_of_page(query.page), build=build
        )

    def delete_signals(self, signal: Signal, owner: Owner) -> Statement:
        """Delete records of some keys, and of a tenant where one is named; return their keys."""
        table = self.tables.signals[signal]
        return self.make(
            "delete_signals",
            signal,
            *_named(owner),
            build=lambda: (
                delete(table)
                .where(self.dialect.one_of(table.c[signal.key], "keys"), *_owned(table, owner))
                .returning(table.c[signal.key])
            ),
        )

    def drop_signals(self, signal: Signal, owner: Owner) -> Statement:
        """Delete what names some traces. Where a tenant is named, what is of another one stays, and
        what is of nobody goes only with a trace that was deleted.
        """
        table, one_of = self.tables.signals[signal], self.dialect.one_of
        of_traces = one_of(table.c.trace_id, "traces")
        owned = [
            or_(condition, and_(column.is_(None), one_of(table.c.trace_id, "deleted")))
            for column, condition in _compared(table, owner)
        ]
        return self.make(
            "drop_signals",
            signal,
            *_named(owner),
            build=lambda: delete(table).where(of_traces, *owned),
        )

    def review_feedback(self) -> Statement:
        """Set whether somebody has looked at feedback, and return it."""
        table = self.tables.signals[FEEDBACK]
        return self.make(
            "review_feedback",
            build=lambda: (
                update(table)
                .where(table.c.feedback_id == bindparam("key"))
                .values(review_status=bindparam("status"))
                .returning(*table.c)
            ),
        )


def conditions_of(
    table: Table, conditions: SignalConditions, dialect: Dialect
) -> list[ColumnElement[bool]]:
    """Compare columns with parameters of their names."""
    found = within(table.c.timestamp, conditions.dates)
    found += [table.c[name] == parameter(table.c[name]) for name in sorted(conditions.texts)]
    found += [dialect.one_of(table.c[name], name) for name in sorted(conditions.choices)]
    if conditions.measured and table.c[conditions.measured].nullable:
        found.append(table.c[conditions.measured].is_not(None))
    if conditions.tags:
        found.append(dialect.has_all(table.c.tags, "tags"))
    found += [dialect.contains(table.c[name], name) for name in sorted(conditions.objects)]
    return found


def shape_of_conditions(conditions: SignalConditions) -> tuple[object, ...]:
    """Return what of conditions decides the text of a statement."""
    return (
        shape_of(conditions.dates),
        frozenset(conditions.texts),
        frozenset(conditions.choices),
        conditions.measured,
        bool(conditions.tags),
        frozenset(conditions.objects),
    )


def values_of_conditions(conditions: SignalConditions) -> dict[str, Any]:
    """Return the values of the parameters that `conditions_of` made."""
    return {
        "start": conditions.dates.start,
        "end": conditions.dates.end,
        "tags": list(conditions.tags),
        **conditions.texts,
        **{name: list(choices) for name, choices in conditions.choices.items()},
        **conditions.objects,
    }


def _ordered(keys: list[ColumnElement[Any]], descending: bool) -> list[ColumnElement[Any]]:
    return [key.desc() for key in keys] if descending else keys


def _owned(table: Table, owner: Owner) -> list[ColumnElement[bool]]:
    return [condition for _, condition in _compared(table, owner)]


def _compared(table: Table, owner: Owner) -> list[tuple[ColumnElement[Any], ColumnElement[bool]]]:
    """Compare what says whose a record is with the parameters of that name."""
    named = [table.c[name] for name, value in owner._asdict().items() if value is not None]
    return [(column, column == parameter(column)) for column in named]


def _named(owner: Owner) -> tuple[bool, ...]:
    return tuple(value is not None for value in owner)
