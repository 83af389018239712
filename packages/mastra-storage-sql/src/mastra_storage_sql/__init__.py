"""What SQL storage is, for authors of backends: statements, the driver contract, the dialect to
fill in.
"""

from mastra_storage_sql._version import __version__
from mastra_storage_sql.database import Database
from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.datasets.statements import DatasetStatements, dataset_statements
from mastra_storage_sql.domains.datasets.store import SqlDatasets
from mastra_storage_sql.domains.datasets.tables import DatasetTables, dataset_tables
from mastra_storage_sql.domains.experiments.statements import (
    ExperimentStatements,
    experiment_statements,
)
from mastra_storage_sql.domains.experiments.store import SqlExperiments
from mastra_storage_sql.domains.experiments.tables import ExperimentTables, experiment_tables
from mastra_storage_sql.domains.favorites.statements import FavoriteStatements, favorite_statements
from mastra_storage_sql.domains.favorites.store import SqlFavorites
from mastra_storage_sql.domains.favorites.tables import FavoriteTables, favorite_tables
from mastra_storage_sql.domains.memory.statements import MemoryStatements, memory_statements
from mastra_storage_sql.domains.memory.store import SqlMemory
from mastra_storage_sql.domains.memory.tables import MemoryTables, memory_tables
from mastra_storage_sql.domains.observability.statements import (
    ObservabilityStatements,
    observability_statements,
)
from mastra_storage_sql.domains.observability.store import SqlObservability
from mastra_storage_sql.domains.observability.tables import (
    ObservabilityTables,
    observability_tables,
)
from mastra_storage_sql.domains.scores.statements import ScoreStatements, score_statements
from mastra_storage_sql.domains.scores.store import SqlScores
from mastra_storage_sql.domains.scores.tables import ScoreTables, score_tables
from mastra_storage_sql.domains.versioned.every import versioned_domain_tables, versioned_domains
from mastra_storage_sql.domains.versioned.statements import (
    VersionedStatements,
    versioned_statements,
)
from mastra_storage_sql.domains.versioned.store import SqlVersioned
from mastra_storage_sql.domains.versioned.tables import VersionedTables, versioned_tables
from mastra_storage_sql.domains.workflows.statements import WorkflowStatements, workflow_statements
from mastra_storage_sql.domains.workflows.store import SqlWorkflows
from mastra_storage_sql.domains.workflows.tables import WorkflowTables, workflow_tables
from mastra_storage_sql.statement import Call, Flow, Row, Statement
from mastra_storage_sql.tables import Additions, DomainTables

__all__ = [
    "Additions",
    "Call",
    "Database",
    "DatasetStatements",
    "DatasetTables",
    "Dialect",
    "DomainTables",
    "ExperimentStatements",
    "ExperimentTables",
    "FavoriteStatements",
    "FavoriteTables",
    "Flow",
    "MemoryStatements",
    "MemoryTables",
    "ObservabilityStatements",
    "ObservabilityTables",
    "Row",
    "ScoreStatements",
    "ScoreTables",
    "SqlDatasets",
    "SqlExperiments",
    "SqlFavorites",
    "SqlMemory",
    "SqlObservability",
    "SqlScores",
    "SqlVersioned",
    "SqlWorkflows",
    "Statement",
    "VersionedStatements",
    "VersionedTables",
    "WorkflowStatements",
    "WorkflowTables",
    "__version__",
    "dataset_statements",
    "dataset_tables",
    "experiment_statements",
    "experiment_tables",
    "favorite_statements",
    "favorite_tables",
    "memory_statements",
    "memory_tables",
    "observability_statements",
    "observability_tables",
    "score_statements",
    "score_tables",
    "versioned_domain_tables",
    "versioned_domains",
    "versioned_statements",
    "versioned_tables",
    "workflow_statements",
    "workflow_tables",
]
