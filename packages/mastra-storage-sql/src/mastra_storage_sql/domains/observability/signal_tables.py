"""The tables of logs, metrics, feedback and scores of spans. They are ours, and are made when a
signal is first used.

Mastra keeps these signals in memory, or on PostgreSQL in tables that are cut by days, which it
makes ahead of time and which refuse what lies outside. The columns have the names of those.
"""

from collections.abc import Mapping
from typing import Any

from mastra_storage_core.domains.observability.signals import (
    FEEDBACK,
    LOGS,
    METRICS,
    SCORES,
    SIGNALS,
    Field,
    Kind,
    Signal,
)
from pydantic.alias_generators import to_camel
from sqlalchemy import Column, Index, MetaData, Table, Text

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.tables import Additions, Aged
from mastra_storage_sql.types import JsonDocument, Number, Utc

_TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Texts are compared and sorted by code point, in indexes too."""

_TYPES: dict[Kind, Any] = {
    Kind.KEY: _TEXT,
    Kind.WORD: _TEXT,
    Kind.TEXT: _TEXT,
    Kind.TIME: Utc,
    Kind.NUMBER: Number,
    Kind.TAGS: JsonDocument,
    Kind.LABELS: JsonDocument,
    Kind.OBJECT: JsonDocument,
}

_INDEXED: dict[Signal, dict[str, tuple[str, ...]]] = {
    LOGS: {"level": ("level", "timestamp")},
    METRICS: {"name": ("name", "timestamp")},
    SCORES: {"scorer": ("scorer_id", "timestamp"), "score": ("score",)},
    FEEDBACK: {"type": ("feedback_type", "timestamp"), "status": ("review_status", "timestamp")},
}
"""The columns of indexes, beside those by time and by trace, which every signal has. All of them
end with the key.
"""


def signal_tables(metadata: MetaData) -> dict[Signal, Table]:
    """Declare the table of each signal."""
    return {signal: _table(signal, metadata) for signal in SIGNALS}


def at_first_use(dialect: Dialect, tables: Mapping[Signal, Table]) -> dict[Signal, Additions]:
    """Declare what `init` does not make: the table of each signal, and its indexes."""
    return {
        signal: Additions(dialect=dialect, tables=(table,), additions=_indexes(signal, table))
        for signal, table in tables.items()
    }


def aged(tables: Mapping[Signal, Table], needs: Mapping[Signal, Additions]) -> dict[str, Aged]:
    """Declare how signals are pruned: by their times."""
    return {
        signal.name: Aged(table, (table.c[signal.key],), table.c.timestamp, needs[signal])
        for signal, table in tables.items()
    }


def _table(signal: Signal, metadata: MetaData) -> Table:
    columns = [_column(field) for field in signal.fields]
    return Table(signal.table, metadata, *columns, info={"key": (to_camel(signal.key),)})


def _column(field: Field) -> Column[Any]:
    return Column(
        to_camel(field.name),
        _TYPES[field.kind],
        key=field.name,
        primary_key=field.kind is Kind.KEY,
        nullable=not field.required,
    )


def _indexes(signal: Signal, table: Table) -> tuple[Index, ...]:
    stem = signal.table.removesuffix("_events")
    indexed = {"time": ("timestamp",), "trace": ("trace_id", "timestamp"), **_INDEXED[signal]}
    return tuple(
        Index(f"{stem}_{name}_idx", *(table.c[column] for column in (*columns, signal.key)))
        for name, columns in indexed.items()
    )
