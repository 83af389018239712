"""The tables of the experiments domain, column by column and index by index as Mastra 1.71 creates
them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Column, Index, Integer, MetaData, Table, Text

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.schema import with_mirrors
from mastra_storage_sql.tables import DomainTables, kept
from mastra_storage_sql.types import JsonAny, Utc


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ExperimentTables(DomainTables):
    """The tables as one kind of database, and one schema in it, has them."""

    experiments: Table
    results: Table

    @property
    def all(self) -> tuple[Table, ...]:
        return (self.experiments, self.results)


@kept
def experiment_tables(dialect: Dialect, schema: str | None = None) -> ExperimentTables:
    """Declare the tables for a dialect, in a schema or in the default one."""
    metadata = MetaData(schema=schema)

    def table(name: str, columns: list[Column[Any]]) -> Table:
        return Table(name, metadata, *(with_mirrors(columns) if dialect.mirrors else columns))

    experiments = table("mastra_experiments", _experiment_columns())
    results = table("mastra_experiment_results", _result_columns())
    return ExperimentTables(
        dialect=dialect,
        experiments=experiments,
        results=results,
        indexes=_ORIGINAL_INDEXES[dialect.layout](experiments, results),
        additions=_additions(dialect, experiments, results),
    )


def _experiment_columns() -> list[Column[Any]]:
    return [
        Column("id", Text, primary_key=True, nullable=False),
        Column("name", Text),
        Column("description", Text),
        Column("metadata", JsonAny),
        Column("provenance", JsonAny),
        Column("runnerAttestation", JsonAny, key="runner_attestation"),
        Column("experimentSetId", Text, key="experiment_set_id"),
        Column("comparisonId", Text, key="comparison_id"),
        Column("variantId", Text, key="variant_id"),
        Column("trialIndex", Integer, key="trial_index"),
        Column("datasetId", Text, key="dataset_id"),
        Column("datasetVersion", Integer, key="dataset_version"),
        Column("targetType", Text, key="target_type"),
        Column("targetId", Text, key="target_id"),
        Column("scorerIds", JsonAny, key="scorer_ids"),
        Column("status", Text, nullable=False),
        Column("totalItems", Integer, key="total_items", nullable=False),
        Column("succeededCount", Integer, key="succeeded_count", nullable=False),
        Column("failedCount", Integer, key="failed_count", nullable=False),
        Column("skippedCount", Integer, key="skipped_count", nullable=False),
        Column("startedAt", Utc, key="started_at"),
        Column("completedAt", Utc, key="completed_at"),
        Column("agentVersion", Text, key="agent_version"),
        Column("organizationId", Text, key="organization_id"),
        Column("projectId", Text, key="project_id"),
        Column("createdAt", Utc, key="created_at", nullable=False),
        Column("updatedAt", Utc, key="updated_at", nullable=False),
    ]


def _result_columns() -> list[Column[Any]]:
    return [
        Column("id", Text, primary_key=True, nullable=False),
        Column("experimentId", Text, key="experiment_id", nullable=False),
        Column("itemId", Text, key="item_id", nullable=False),
        Column("itemDatasetVersion", Integer, key="item_dataset_version"),
        Column("input", JsonAny, nullable=False),
        Column("output", JsonAny),
        Column("groundTruth", JsonAny, key="ground_truth"),
        Column("metadata", JsonAny),
        Column("error", JsonAny),
        Column("startedAt", Utc, key="started_at", nullable=False),
        Column("completedAt", Utc, key="completed_at", nullable=False),
        Column("retryCount", Integer, key="retry_count", nullable=False),
        Column("attempt", Integer),
        Column("traceId", Text, key="trace_id"),
        Column("status", Text),
        Column("tags", JsonAny),
        Column("comment", Text),
        Column("toolMockReport", JsonAny, key="tool_mock_report"),
        Column("organizationId", Text, key="organization_id"),
        Column("projectId", Text, key="project_id"),
        Column("createdAt", Utc, key="created_at", nullable=False),
    ]


Indexes: TypeAlias = Callable[[Table, Table], tuple[Index, ...]]


def _sqlite_indexes(experiments: Table, results: Table) -> tuple[Index, ...]:
    of, result = experiments.c, results.c
    return (
        Index("idx_experiments_datasetid", of.dataset_id),
        Index(
            "idx_experiments_grouping",
            of.experiment_set_id,
            of.comparison_id,
            of.variant_id,
            of.trial_index,
        ),
        Index("idx_experiments_org_project", of.organization_id, of.project_id),
        Index("idx_experiment_results_experimentid", result.experiment_id),
        Index(
            "idx_experiment_results_exp_item_attempt",
            result.experiment_id,
            result.item_id,
            result.attempt,
            unique=True,
        ),
        Index("idx_experiment_results_org_project", result.organization_id, result.project_id),
    )


def _postgres_indexes(experiments: Table, results: Table) -> tuple[Index, ...]:
    tags = Index("idx_experiment_results_tags_gin", results.c.tags, postgresql_using="gin")
    return (*_sqlite_indexes(experiments, results), tags)


_ORIGINAL_INDEXES: dict[str, Indexes] = {
    "sqlite": _sqlite_indexes,
    "postgresql": _postgres_indexes,
}
"""What the original creates, by the layout of the dialect."""


def _additions(dialect: Dialect, experiments: Table, results: Table) -> tuple[Index, ...]:
    """Declare our indexes: experiments by time, results of an experiment by the time of their
    beginning.
    """
    created, began = (
        dialect.instant(experiments, "created_at"),
        dialect.instant(results, "started_at"),
    )
    last, result_id = dialect.exact(experiments.c.id), dialect.exact(results.c.id)
    return (
        Index("mastra_py_experiments_created_idx", created, last),
        Index("mastra_py_experiment_results_idx", results.c.experiment_id, began, result_id),
    )
