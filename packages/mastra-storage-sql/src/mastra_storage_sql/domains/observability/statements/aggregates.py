"""The SQL that puts numbers of signals together."""

from typing import Any

from mastra_storage_core.domains.observability.aggregation import Aggregation
from mastra_storage_core.domains.observability.numbers import SHARES
from mastra_storage_core.domains.observability.signal_requests import PercentileQuestion, Question
from sqlalchemy import (
    BigInteger,
    Select,
    Subquery,
    bindparam,
    case,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domains.observability.statements.signals import (
    SignalStatements,
    conditions_of,
    shape_of_conditions,
)
from mastra_storage_sql.statement import Statement
from mastra_storage_sql.types import Number


class AggregateStatements(SignalStatements):
    def aggregate(self, question: Question) -> Statement:
        """A number, or one for each group: of words, labels, and intervals of time."""

        def build() -> Select[Any]:
            rows = self._measured(question)
            groups = _groups(question, rows)
            value = self._value(question, rows).label("value")
            found = select(*groups, value, *self._costs(question, rows)).select_from(rows)
            found = found.group_by(*groups) if groups else found
            order = [group.asc().nulls_first() for group in groups]
            if question.by_value is not None:
                order.insert(0, value.desc() if question.by_value else value.asc())
            if question.limit is not None:
                found = found.limit(bindparam("limit"))
            return found.order_by(*order) if order else found

        dimensions = tuple(None if is_label else name for name, is_label in question.dimensions)
        asked = (question.signal, question.aggregation, question.distinct, dimensions)
        more = (question.interval is not None, question.by_value, question.limit is not None)
        shape = shape_of_conditions(question.conditions)
        return self.make("aggregate", *asked, *more, *shape, build=build)

    def percentiles(self, question: PercentileQuestion) -> Statement:
        """The number at a place, among those of an interval in their order, for each percentile."""

        def build() -> Select[Any]:
            ranked = self._ranked(question)
            listed = self.dialect.table_of("shares", ["share"])
            share = cast(listed.c.share, BigInteger)
            place = share * ranked.c.many // literal_column(str(SHARES), BigInteger)
            last = ranked.c.many - literal_column("1")
            at = case((place < ranked.c.many, place), else_=last)
            return (
                select(share.label("share"), ranked.c.bucket, ranked.c.value)
                .select_from(listed.join(ranked, ranked.c.place == at))
                .order_by("share", ranked.c.bucket)
            )

        shape = shape_of_conditions(question.conditions)
        return self.make("percentiles", question.signal, *shape, build=build)

    def _measured(self, question: Question) -> Subquery:
        """The records that count, with what they are grouped by and what is made of them."""
        signal, table = question.signal, self.tables.signals[question.signal]
        columns: list[ColumnElement[Any]] = [
            self._dimension(table.c, number, *dimension)
            for number, dimension in enumerate(question.dimensions)
        ]
        if question.interval is not None:
            columns.append(self._bucket(table.c.timestamp).label("bucket"))
        columns.append(table.c[question.conditions.measured].label("number"))
        if question.distinct is not None:
            columns.append(table.c[question.distinct].label("counted"))
        if signal.costs:
            columns += [table.c.estimated_cost.label("cost"), table.c.cost_unit.label("unit")]
        if question.aggregation is Aggregation.LAST:
            columns += [table.c.timestamp.label("at"), table.c[signal.key].label("named")]
        conditions = conditions_of(table, question.conditions, self.dialect)
        rows = select(*columns).where(*conditions).subquery("measured")
        return _in_turn(question, rows) if question.aggregation is Aggregation.LAST else rows

    def _dimension(self, columns: Any, number: int, name: str, is_label: bool) -> Any:
        named = f"group_{number}"
        if is_label:
            label = self.dialect.member_text(columns.labels, f"label_{number}")
            return self.dialect.exact(label).label(named)
        return columns[name].label(named)

    def _bucket(self, time: ColumnElement[Any]) -> ColumnElement[int]:
        """When the interval began, in seconds since 1970. What is left over a whole number of
        intervals may be negative in SQL; added to one more, it is not.
        """
        seconds = self.dialect.seconds(time)
        interval = bindparam("interval", type_=BigInteger())
        return seconds - (seconds % interval + interval) % interval

    def _value(self, question: Question, rows: Subquery) -> ColumnElement[Any]:
        number = rows.c.number
        match question.aggregation:
            case Aggregation.SUM:
                return self.dialect.total(number)
            case Aggregation.AVG:
                return self.dialect.total(number).op("/")(func.count())
            case Aggregation.MIN:
                return func.min(number, type_=Number())
            case Aggregation.MAX:
                return func.max(number, type_=Number())
            case Aggregation.LAST:
                latest = rows.c.turn == literal_column("1")
                return func.max(case((latest, number)), type_=Number())
            case Aggregation.COUNT:
                return func.count()
            case _:
                return func.count(rows.c.counted.distinct())

    def _costs(self, question: Question, rows: Subquery) -> list[ColumnElement[Any]]:
        if not question.signal.costs:
            return []
        return [
            self.dialect.total(rows.c.cost).label("cost"),
            func.min(rows.c.unit).label("lowest_unit"),
            func.max(rows.c.unit).label("highest_unit"),
        ]

    def _ranked(self, question: PercentileQuestion) -> Subquery:
        """The numbers of each interval, each with its place from 0, and how many there are."""
        table = self.tables.signals[question.signal]
        number = table.c[question.conditions.measured]
        conditions = conditions_of(table, question.conditions, self.dialect)
        bucket = self._bucket(table.c.timestamp)
        rows = select(bucket.label("bucket"), number.label("value")).where(*conditions)
        found = rows.subquery("measured")
        place = func.row_number().over(partition_by=found.c.bucket, order_by=found.c.value)
        many = func.count().over(partition_by=found.c.bucket)
        placed = (place - literal_column("1")).label("place")
        return select(*found.c, placed, many.label("many")).subquery("ranked")


def _in_turn(question: Question, rows: Subquery) -> Subquery:
    """Records with their turns in their groups, the latest first."""
    turn = func.row_number().over(
        partition_by=_groups(question, rows) or None,
        order_by=[rows.c["at"].desc(), rows.c.named.desc()],
    )
    return select(*rows.c, turn.label("turn")).subquery("in_turn")


def _groups(question: Question, rows: Subquery) -> list[ColumnElement[Any]]:
    groups: list[ColumnElement[Any]] = [
        rows.c[f"group_{number}"] for number in range(len(question.dimensions))
    ]
    return groups if question.interval is None else [*groups, rows.c.bucket]
