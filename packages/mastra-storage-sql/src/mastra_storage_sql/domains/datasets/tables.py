"""The tables of the datasets domain, column by column and index by index as Mastra 1.71 creates
them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Column, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.experiments.tables import ExperimentTables, experiment_tables
from mastra_storage_sql.schema import with_mirrors
from mastra_storage_sql.tables import DomainTables, kept
from mastra_storage_sql.types import Flag, JsonAny, Utc

ITEM_KEY = ("id", "datasetVersion")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class DatasetTables(DomainTables):
    """The tables as one kind of database, and one schema in it, has them."""

    datasets: Table
    items: Table
    versions: Table
    of_experiments: ExperimentTables
    """What hangs on data sets; a database of an older Mastra may lack it."""

    @property
    def all(self) -> tuple[Table, ...]:
        return (self.datasets, self.items, self.versions)


@kept
def dataset_tables(dialect: Dialect, schema: str | None = None) -> DatasetTables:
    """Declare the tables for a dialect, in a schema or in the default one."""
    metadata = MetaData(schema=schema)

    def table(name: str, columns: list[Column[Any]], *others: Any, **options: Any) -> Table:
        every = with_mirrors(columns) if dialect.mirrors else columns
        return Table(name, metadata, *every, *others, **options)

    datasets = table("mastra_datasets", _dataset_columns())
    items = table(
        "mastra_dataset_items",
        _item_columns(),
        *_ITEM_CONSTRAINTS[dialect.layout](),
        info={"key": ITEM_KEY},
    )
    versions = table("mastra_dataset_versions", _version_columns())
    return DatasetTables(
        dialect=dialect,
        datasets=datasets,
        items=items,
        versions=versions,
        of_experiments=experiment_tables(dialect, schema),
        indexes=_ORIGINAL_INDEXES[dialect.layout](datasets, items, versions),
        additions=_additions(dialect, datasets, items),
    )


def _dataset_columns() -> list[Column[Any]]:
    return [
        Column("id", Text, primary_key=True, nullable=False),
        Column("name", Text, nullable=False),
        Column("description", Text),
        Column("metadata", JsonAny),
        Column("inputSchema", JsonAny, key="input_schema"),
        Column("groundTruthSchema", JsonAny, key="ground_truth_schema"),
        Column("requestContextSchema", JsonAny, key="request_context_schema"),
        Column("tags", JsonAny),
        Column("targetType", Text, key="target_type"),
        Column("targetIds", JsonAny, key="target_ids"),
        Column("scorerIds", JsonAny, key="scorer_ids"),
        Column("organizationId", Text, key="organization_id"),
        Column("projectId", Text, key="project_id"),
        Column("candidateKey", Text, key="candidate_key"),
        Column("candidateId", Text, key="candidate_id"),
        Column("version", Integer, nullable=False),
        Column("createdAt", Utc, key="created_at", nullable=False),
        Column("updatedAt", Utc, key="updated_at", nullable=False),
    ]


def _item_columns() -> list[Column[Any]]:
    return [
        Column("id", Text, nullable=False),
        Column("datasetId", Text, key="dataset_id", nullable=False),
        Column("datasetVersion", Integer, key="dataset_version", nullable=False),
        Column("externalId", Text, key="external_id"),
        Column("organizationId", Text, key="organization_id"),
        Column("projectId", Text, key="project_id"),
        Column("validTo", Integer, key="valid_to"),
        Column("isDeleted", Flag, key="is_deleted", nullable=False),
        Column("input", JsonAny, nullable=False),
        Column("groundTruth", JsonAny, key="ground_truth"),
        Column("requestContext", JsonAny, key="request_context"),
        Column("metadata", JsonAny),
        Column("source", JsonAny),
        Column("expectedTrajectory", JsonAny, key="expected_trajectory"),
        Column("toolMocks", JsonAny, key="tool_mocks"),
        Column("unmockedToolPolicy", Text, key="unmocked_tool_policy"),
        Column("scorerIds", JsonAny, key="scorer_ids"),
        Column("createdAt", Utc, key="created_at", nullable=False),
        Column("updatedAt", Utc, key="updated_at", nullable=False),
    ]


def _version_columns() -> list[Column[Any]]:
    return [
        Column("id", Text, primary_key=True, nullable=False),
        Column("datasetId", Text, key="dataset_id", nullable=False),
        Column("version", Integer, nullable=False),
        Column("createdAt", Utc, key="created_at", nullable=False),
    ]


def _no_constraint() -> tuple[PrimaryKeyConstraint, ...]:
    return ()


def _key_of_items() -> tuple[PrimaryKeyConstraint, ...]:
    return (PrimaryKeyConstraint("id", "dataset_version"),)


_ITEM_CONSTRAINTS: dict[str, Callable[[], tuple[PrimaryKeyConstraint, ...]]] = {
    "sqlite": _no_constraint,
    "postgresql": _key_of_items,
}
"""The original's SQLite adapter gives items no primary key."""

Indexes: TypeAlias = Callable[[Table, Table, Table], tuple[Index, ...]]


def _sqlite_indexes(datasets: Table, items: Table, versions: Table) -> tuple[Index, ...]:
    of, item = datasets.c, items.c
    return (
        *_common_indexes(items, versions),
        Index(
            "idx_dataset_items_dataset_externalid_version",
            item.dataset_id,
            item.external_id,
            item.dataset_version,
        ),
        Index(
            "idx_datasets_tenancy_createdat",
            of.organization_id,
            of.project_id,
            of.created_at,
            of.id,
        ),
        Index(
            "idx_datasets_tenancy_candidate",
            of.organization_id,
            of.project_id,
            of.candidate_key,
            of.candidate_id,
        ),
        Index(
            "idx_dataset_items_tenancy_list",
            item.organization_id,
            item.project_id,
            item.dataset_id,
            item.valid_to,
            item.is_deleted,
        ),
    )


def _postgres_indexes(datasets: Table, items: Table, versions: Table) -> tuple[Index, ...]:
    of, item = datasets.c, items.c
    return (
        *_common_indexes(items, versions),
        Index(
            "idx_dataset_items_external_id_history",
            item.dataset_id,
            item.external_id,
            item.dataset_version,
        ),
        Index("idx_datasets_org_project", of.organization_id, of.project_id),
        Index("idx_datasets_candidate", of.candidate_key, of.candidate_id),
        Index("idx_dataset_items_org_project", item.organization_id, item.project_id),
    )


def _common_indexes(items: Table, versions: Table) -> tuple[Index, ...]:
    item, version = items.c, versions.c
    return (
        Index("idx_dataset_items_dataset_validto", item.dataset_id, item.valid_to),
        Index("idx_dataset_items_dataset_version", item.dataset_id, item.dataset_version),
        Index(
            "idx_dataset_items_dataset_validto_deleted",
            item.dataset_id,
            item.valid_to,
            item.is_deleted,
        ),
        Index("idx_dataset_versions_dataset_version", version.dataset_id, version.version),
        Index(
            "idx_dataset_versions_dataset_version_unique",
            version.dataset_id,
            version.version,
            unique=True,
        ),
    )


_ORIGINAL_INDEXES: dict[str, Indexes] = {
    "sqlite": _sqlite_indexes,
    "postgresql": _postgres_indexes,
}
"""What the original creates, by the layout of the dialect."""


def _additions(dialect: Dialect, datasets: Table, items: Table) -> tuple[Index, ...]:
    """Declare our indexes: data sets by time, items of a data set by time, and on SQLite, where
    items have no primary key, items by id.
    """
    created, added = (dialect.instant(table, "created_at") for table in (datasets, items))
    last, item_id = dialect.exact(datasets.c.id), dialect.exact(items.c.id)
    by_id = Index("mastra_py_dataset_items_id_idx", items.c.id, items.c.dataset_version)
    return (
        Index("mastra_py_datasets_created_idx", created, last),
        Index("mastra_py_dataset_items_created_idx", items.c.dataset_id, added, item_id),
        *([] if items.primary_key.columns else [by_id]),
    )
