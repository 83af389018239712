"""The names that `__init__.py` loads when they are first used, for type checkers."""

from mastra_storage_sql._version import __version__ as __version__
from mastra_storage_sql.database import Database as Database
from mastra_storage_sql.dialect import Dialect as Dialect
from mastra_storage_sql.domains.datasets.statements import (
    DatasetStatements as DatasetStatements,
)
from mastra_storage_sql.domains.datasets.statements import (
    dataset_statements as dataset_statements,
)
from mastra_storage_sql.domains.datasets.store import SqlDatasets as SqlDatasets
from mastra_storage_sql.domains.datasets.tables import (
    DatasetTables as DatasetTables,
)
from mastra_storage_sql.domains.datasets.tables import (
    dataset_tables as dataset_tables,
)
from mastra_storage_sql.domains.every import sql_domains as sql_domains
from mastra_storage_sql.domains.every_table import every_table as every_table
from mastra_storage_sql.domains.every_table import (
    versioned_domain_tables as versioned_domain_tables,
)
from mastra_storage_sql.domains.experiments.statements import (
    ExperimentStatements as ExperimentStatements,
)
from mastra_storage_sql.domains.experiments.statements import (
    experiment_statements as experiment_statements,
)
from mastra_storage_sql.domains.experiments.store import SqlExperiments as SqlExperiments
from mastra_storage_sql.domains.experiments.tables import (
    ExperimentTables as ExperimentTables,
)
from mastra_storage_sql.domains.experiments.tables import (
    experiment_tables as experiment_tables,
)
from mastra_storage_sql.domains.favorites.statements import (
    FavoriteStatements as FavoriteStatements,
)
from mastra_storage_sql.domains.favorites.statements import (
    favorite_statements as favorite_statements,
)
from mastra_storage_sql.domains.favorites.store import SqlFavorites as SqlFavorites
from mastra_storage_sql.domains.favorites.tables import (
    FavoriteTables as FavoriteTables,
)
from mastra_storage_sql.domains.favorites.tables import (
    favorite_tables as favorite_tables,
)
from mastra_storage_sql.domains.memory.statements import (
    MemoryStatements as MemoryStatements,
)
from mastra_storage_sql.domains.memory.statements import (
    memory_statements as memory_statements,
)
from mastra_storage_sql.domains.memory.store import SqlMemory as SqlMemory
from mastra_storage_sql.domains.memory.tables import (
    MemoryTables as MemoryTables,
)
from mastra_storage_sql.domains.memory.tables import (
    memory_tables as memory_tables,
)
from mastra_storage_sql.domains.observability.statements import (
    ObservabilityStatements as ObservabilityStatements,
)
from mastra_storage_sql.domains.observability.statements import (
    observability_statements as observability_statements,
)
from mastra_storage_sql.domains.observability.store import SqlObservability as SqlObservability
from mastra_storage_sql.domains.observability.tables import (
    ObservabilityTables as ObservabilityTables,
)
from mastra_storage_sql.domains.observability.tables import (
    observability_tables as observability_tables,
)
from mastra_storage_sql.domains.scores.statements import (
    ScoreStatements as ScoreStatements,
)
from mastra_storage_sql.domains.scores.statements import (
    score_statements as score_statements,
)
from mastra_storage_sql.domains.scores.store import SqlScores as SqlScores
from mastra_storage_sql.domains.scores.tables import (
    ScoreTables as ScoreTables,
)
from mastra_storage_sql.domains.scores.tables import (
    score_tables as score_tables,
)
from mastra_storage_sql.domains.versioned.statements import (
    VersionedStatements as VersionedStatements,
)
from mastra_storage_sql.domains.versioned.statements import (
    versioned_statements as versioned_statements,
)
from mastra_storage_sql.domains.versioned.store import SqlVersioned as SqlVersioned
from mastra_storage_sql.domains.versioned.tables import (
    VersionedTables as VersionedTables,
)
from mastra_storage_sql.domains.versioned.tables import (
    versioned_tables as versioned_tables,
)
from mastra_storage_sql.domains.workflows.statements import (
    WorkflowStatements as WorkflowStatements,
)
from mastra_storage_sql.domains.workflows.statements import (
    workflow_statements as workflow_statements,
)
from mastra_storage_sql.domains.workflows.store import SqlWorkflows as SqlWorkflows
from mastra_storage_sql.domains.workflows.tables import (
    WorkflowTables as WorkflowTables,
)
from mastra_storage_sql.domains.workflows.tables import (
    workflow_tables as workflow_tables,
)
from mastra_storage_sql.statement import (
    Call as Call,
)
from mastra_storage_sql.statement import (
    Flow as Flow,
)
from mastra_storage_sql.statement import (
    Row as Row,
)
from mastra_storage_sql.statement import (
    Statement as Statement,
)
from mastra_storage_sql.tables import (
    Additions as Additions,
)
from mastra_storage_sql.tables import (
    DomainTables as DomainTables,
)
