"""Two tables of Mastra before 1.0, as it made them, which are made here when they are first written
to, and our indexes of them.
"""

from typing import Any

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.schema import MIRROR_IS_TRUTH, with_mirrors
from mastra_storage_sql.tables import Additions
from mastra_storage_sql.types import Json, Utc

_WHOLE = BigInteger().with_variant(Integer(), "sqlite")


def evals_table(dialect: Dialect, metadata: MetaData) -> Table:
    """Declare the table of evaluations, which has no key."""
    empty = dialect.empty_unless_told
    columns: list[Column[Any]] = [
        Column("input", Text, nullable=empty),
        Column("output", Text, nullable=empty),
        Column("result", Json, nullable=empty),
        Column("agent_name", Text, nullable=empty),
        Column("metric_name", Text, nullable=empty),
        Column("instructions", Text, nullable=empty),
        Column("test_info", Json),
        Column("global_run_id", Text, nullable=empty),
        Column("run_id", Text, nullable=empty),
        Column("created_at", Utc, nullable=empty),
        Column("createdAt", Utc, key="created_at_again"),
    ]
    info = {"key": ("run_id", "metric_name")}
    return Table("mastra_evals", metadata, *_mirrored(dialect, columns), info=info)


def traces_table(dialect: Dialect, metadata: MetaData) -> Table:
    """Declare the table of spans."""
    columns: list[Column[Any]] = [
        Column("id", Text, primary_key=True, nullable=False),
        Column("parentSpanId", Text, key="parent_span_id"),
        Column("name", Text, nullable=False),
        Column("traceId", Text, key="trace_id", nullable=False),
        Column("scope", Text, nullable=False),
        Column("kind", Integer, nullable=False),
        Column("attributes", Json),
        Column("status", Json),
        Column("events", Json),
        Column("links", Json),
        Column("other", Text),
        Column("startTime", _WHOLE, key="start_time", nullable=False),
        Column("endTime", _WHOLE, key="end_time", nullable=False),
        Column("createdAt", Utc, key="created_at", nullable=False, info=MIRROR_IS_TRUTH),
    ]
    return Table("mastra_traces", metadata, *_mirrored(dialect, columns))


def at_first_eval(dialect: Dialect, evals: Table) -> Additions:
    """Return what the first evaluation makes."""
    keys = (evals.c.created_at, dialect.exact(evals.c.run_id))
    return Additions(
        dialect=dialect,
        tables=(evals,),
        additions=(
            Index("mastra_py_evals_agent_created_idx", evals.c.agent_name, *keys),
            Index("mastra_py_evals_created_idx", *keys),
        ),
    )


def at_first_trace(dialect: Dialect, traces: Table) -> Additions:
    """Return what the first span makes."""
    keys = (traces.c.start_time, dialect.exact(traces.c.id))
    return Additions(
        dialect=dialect, tables=(traces,), additions=(Index("mastra_py_traces_start_idx", *keys),)
    )


def _mirrored(dialect: Dialect, columns: list[Column[Any]]) -> list[Column[Any]]:
    return with_mirrors(columns) if dialect.mirrors else columns
