"""The table of the scores domain, column by column and index by index as Mastra 1.71 creates it.

What is ours, and not the original's, is in `additions` and in `pruning`: indexes only, whose names
begin with `mastra_py_`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from mastra_storage_core.checks import MAX_ID_BYTES
from mastra_storage_core.domains.scores.requests import TABLE
from sqlalchemy import Column, Index, MetaData, Table, Text

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.scores.columns import Double, JsonTwice
from mastra_storage_sql.domains.scores.legacy_tables import (
    at_first_eval,
    at_first_trace,
    evals_table,
    traces_table,
)
from mastra_storage_sql.schema import NAME_LENGTH, index_prefix, with_mirrors
from mastra_storage_sql.tables import Additions, Aged, DomainTables, kept
from mastra_storage_sql.types import Utc


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ScoreTables(DomainTables):
    """The tables as one kind of database, and one schema in it, has them."""

    scores: Table
    evals: Table
    """Evaluations of Mastra before 1.0, which scores have replaced."""
    traces: Table
    """Spans of Mastra before 1.0."""
    at_first_eval: Additions
    at_first_trace: Additions
    """What `init` does not make: these two tables."""

    @property
    def all(self) -> tuple[Table, ...]:
        return (self.scores,)


@kept
def score_tables(dialect: Dialect, schema: str | None = None) -> ScoreTables:
    """Declare the tables for a dialect, in a schema or in the default one."""
    metadata = MetaData(schema=schema)
    columns = _columns(empty=dialect.empty_unless_told)
    scores = Table(TABLE, metadata, *(with_mirrors(columns) if dialect.mirrors else columns))
    evals, traces = evals_table(dialect, metadata), traces_table(dialect, metadata)
    indexes = _ORIGINAL_INDEXES[dialect.layout](scores, index_prefix(schema))
    return ScoreTables(
        dialect=dialect,
        scores=scores,
        evals=evals,
        traces=traces,
        at_first_eval=at_first_eval(dialect, evals),
        at_first_trace=at_first_trace(dialect, traces),
        indexes=indexes,
        additions=_additions(dialect, scores, spans=not indexes),
        pruning={"scorers": _aged(dialect, scores)},
    )


def _columns(*, empty: bool) -> list[Column[Any]]:
    """Declare the columns; those without which there is no score may be `empty` all the same."""
    return [
        Column("id", Text, primary_key=True, nullable=False),
        Column("scorerId", Text, key="scorer_id", nullable=empty),
        Column("traceId", Text, key="trace_id"),
        Column("spanId", Text, key="span_id"),
        Column("runId", Text, key="run_id", nullable=empty),
        Column("scorer", JsonTwice, nullable=empty),
        Column("preprocessStepResult", JsonTwice, key="preprocess_step_result"),
        Column("extractStepResult", JsonTwice, key="extract_step_result"),
        Column("analyzeStepResult", JsonTwice, key="analyze_step_result"),
        Column("score", Double, nullable=empty),
        Column("reason", Text),
        Column("metadata", JsonTwice),
        Column("preprocessPrompt", Text, key="preprocess_prompt"),
        Column("extractPrompt", Text, key="extract_prompt"),
        Column("generateScorePrompt", Text, key="generate_score_prompt"),
        Column("generateReasonPrompt", Text, key="generate_reason_prompt"),
        Column("analyzePrompt", Text, key="analyze_prompt"),
        Column("reasonPrompt", Text, key="reason_prompt"),
        Column("input", JsonTwice, nullable=empty),
        Column("output", JsonTwice, nullable=empty),
        Column("additionalContext", JsonTwice, key="additional_context"),
        Column("requestContext", JsonTwice, key="request_context"),
        Column("entityType", Text, key="entity_type"),
        Column("entity", JsonTwice),
        Column("entityId", Text, key="entity_id"),
        Column("source", Text, nullable=empty),
        Column("resourceId", Text, key="resource_id"),
        Column("threadId", Text, key="thread_id"),
        Column("organizationId", Text, key="organization_id"),
        Column("projectId", Text, key="project_id"),
        Column("batchId", Text, key="batch_id"),
        Column("datasetId", Text, key="dataset_id"),
        Column("datasetItemId", Text, key="dataset_item_id"),
        Column("createdAt", Utc, key="created_at", nullable=empty),
        Column("updatedAt", Utc, key="updated_at", nullable=empty),
    ]


Indexes: TypeAlias = Callable[[Table, str], tuple[Index, ...]]


def _no_indexes(scores: Table, prefix: str) -> tuple[Index, ...]:
    return ()


def _postgres_indexes(scores: Table, prefix: str) -> tuple[Index, ...]:
    of = scores.c
    name = f"{prefix}mastra_scores_trace_id_span_id_created_at_idx"[:NAME_LENGTH]
    return (Index(name, of.trace_id, of.span_id, of.created_at.desc()),)


_ORIGINAL_INDEXES: dict[str, Indexes] = {"sqlite": _no_indexes, "postgresql": _postgres_indexes}
"""What the original creates, by the layout of the dialect."""


def _additions(dialect: Dialect, scores: Table, *, spans: bool) -> tuple[Index, ...]:
    """Declare our indexes: scores by time, of a scorer, of a scorer and an entity, of a run, of an
    entity; and of `spans` where the original has none.

    An entry with all keys of the order spares sorting, where it may be that large.
    """
    of, last = scores.c, dialect.exact(scores.c.id)
    most = dialect.largest_entry

    def by_time(name: str, *leading: Column[Any]) -> Index:
        fits = most is None or (len(leading) + 1) * MAX_ID_BYTES < most
        keys = (*leading, of.created_at, *([last] if fits else []))
        return Index(f"mastra_py_scorers_{name}_idx", *keys)

    return (
        by_time("scorer_created", of.scorer_id),
        by_time("scorer_entity_created", of.scorer_id, of.entity_id),
        by_time("run_created", of.run_id),
        by_time("entity_created", of.entity_id),
        *([by_time("span_created", of.trace_id, of.span_id)] if spans else []),
    )


def _aged(dialect: Dialect, scores: Table) -> Aged:
    """Scores by the time when they were first saved."""
    created = dialect.anchor(scores.c.created_at)
    index = Index("mastra_py_scorers_created_idx", created)
    return Aged(scores, (scores.c.id,), created, Additions(dialect=dialect, additions=(index,)))
