"""The SQL of what there is to filter by."""

from typing import Any

from mastra_storage_core.domains.observability.signal_requests import DistinctQuestion, Names
from mastra_storage_core.domains.observability.signals import METRICS, Signal
from sqlalchemy import Select, Text, bindparam, func, literal_column, select, true
from sqlalchemy.sql import ColumnElement, FromClause

from mastra_storage_sql.domains.observability.statements.signals import SignalStatements
from mastra_storage_sql.statement import Statement


class DiscoveryStatements(SignalStatements):
    def metric_names(self, names: Names) -> Statement:
        """The names of metrics in their order, found one after the other in an index: as often as
        there are names, not as there are observations.
        """
        table = self.tables.signals[METRICS]

        def build() -> Select[Any]:
            first = func.min(table.c.name)
            start = select(first.label("name")).where(table.c.name >= bindparam("prefix"))
            walk = start.cte("walk", recursive=True)
            after = select(first).where(table.c.name > walk.c.name).scalar_subquery()
            walk = walk.union_all(select(after).where(self._begins(walk.c.name)))
            wanted = select(walk.c.name).where(self._begins(walk.c.name))
            return self._limited(wanted, walk.c.name, names)

        return self.make("metric_names", names.limit is not None, build=build)

    def label_keys(self) -> Statement:
        """The names of the labels of a metric."""
        table = self.tables.signals[METRICS]
        key = self.dialect.names_in(table.c.labels)
        return self.make(
            "label_keys",
            build=lambda: (
                select(key.label("name"))
                .distinct()
                .select_from(table)
                .join(_of(key), true())
                .where(table.c.name == bindparam("metric"))
            ),
        )

    def label_values(self, names: Names) -> Statement:
        """The values of a label of a metric in their order."""
        table = self.tables.signals[METRICS]

        def build() -> Select[Any]:
            value = self.dialect.member_text(table.c.labels, "label").label("name")
            rows = select(value).where(table.c.name == bindparam("metric")).distinct()
            found = rows.subquery("labelled")
            wanted = select(found.c.name).where(
                found.c.name.is_not(None), self._begins(found.c.name)
            )
            return self._limited(wanted, self.dialect.exact(found.c.name), names)

        return self.make("label_values", names.limit is not None, build=build)

    def different(self, signal: Signal | None, question: DistinctQuestion) -> Statement:
        """The values of a column of a signal, or of spans, or the tags in it; of one type of
        entities where it is named.
        """
        table = self.tables.spans if signal is None else self.tables.signals[signal]
        of_type = question.entity_type is not None

        def build() -> Select[Any]:
            if question.field == "tags":
                tag = self.dialect.texts_in(table.c.tags)
                found = select(tag.label("name")).select_from(table).join(_of(tag), true())
            else:
                found = select(table.c[question.field].label("name"))
            if of_type:
                found = found.where(table.c.entity_type == bindparam("entity_type"))
            return found.distinct()

        return self.make("different", signal, question.field, of_type, build=build)

    def _begins(self, name: ColumnElement[Any]) -> ColumnElement[bool]:
        """Whether a name begins with a text, which is data and no pattern."""
        prefix = bindparam("prefix", type_=Text())
        return func.substr(name, literal_column("1"), func.length(prefix)) == prefix

    def _limited(self, rows: Select[Any], order: ColumnElement[Any], names: Names) -> Select[Any]:
        rows = rows.order_by(order)
        return rows if names.limit is None else rows.limit(bindparam("limit"))


def _of(value: ColumnElement[Any]) -> FromClause:
    """Return the rows that a value is one of, beside those of the table that they are made from."""
    (rows,) = value._from_objects  # noqa: SLF001 # nothing public tells
    return rows
