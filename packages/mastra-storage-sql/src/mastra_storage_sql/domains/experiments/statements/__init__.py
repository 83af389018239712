"""The statements of all topics, built once for each kind of database and schema."""

from dataclasses import dataclass

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.datasets.tables import dataset_tables
from mastra_storage_sql.domains.experiments.statements.beside import BesideStatements
from mastra_storage_sql.domains.experiments.statements.experiments import (
    ExperimentTopicStatements,
)
from mastra_storage_sql.domains.experiments.statements.results import ResultStatements
from mastra_storage_sql.domains.experiments.tables import ExperimentTables
from mastra_storage_sql.tables import kept


@dataclass(frozen=True, slots=True)
class ExperimentStatements:
    tables: ExperimentTables
    experiments: ExperimentTopicStatements
    results: ResultStatements
    beside: BesideStatements


@kept
def experiment_statements(dialect: Dialect, schema: str | None = None) -> ExperimentStatements:
    """Return the statements for a dialect and a schema, which every store of that kind shares."""
    datasets = dataset_tables(dialect, schema)
    tables = datasets.of_experiments
    return ExperimentStatements(
        tables,
        ExperimentTopicStatements(tables),
        ResultStatements(tables),
        BesideStatements(datasets),
    )
