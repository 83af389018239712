"""The statements of all topics, built once for each kind of database and schema."""

from dataclasses import dataclass

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.datasets.statements.changes import ChangeStatements
from mastra_storage_sql.domains.datasets.statements.datasets import DatasetTopicStatements
from mastra_storage_sql.domains.datasets.statements.experiments import ExperimentStatements
from mastra_storage_sql.domains.datasets.statements.reads import ReadStatements
from mastra_storage_sql.domains.datasets.statements.versions import VersionStatements
from mastra_storage_sql.domains.datasets.tables import DatasetTables, dataset_tables
from mastra_storage_sql.tables import kept


@dataclass(frozen=True, slots=True)
class DatasetStatements:
    tables: DatasetTables
    datasets: DatasetTopicStatements
    versions: VersionStatements
    changes: ChangeStatements
    reads: ReadStatements
    experiments: ExperimentStatements


@kept
def dataset_statements(dialect: Dialect, schema: str | None = None) -> DatasetStatements:
    """Return the statements for a dialect and a schema, which every store of that kind shares."""
    tables = dataset_tables(dialect, schema)
    return DatasetStatements(
        tables,
        DatasetTopicStatements(tables),
        VersionStatements(tables),
        ChangeStatements(tables),
        ReadStatements(tables),
        ExperimentStatements(tables),
    )
