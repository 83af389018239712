"""The names that `__init__.py` loads when they are first used, for type checkers."""

from mastra_storage_sql._version import __version__ as __version__
from mastra_storage_sql.database import Database as Database
from mastra_storage_sql.dialect import Dialect as Dialect
from mastra_storage_sql.domains.datasets.statements import (
    DatasetStatements as DatasetStatements,
    dataset_statements as dataset_statements,
)
from mastra_storage_sql.domains.datasets.store import SqlDatasets as SqlDatasets
from mastra_storage_sql.domains.datasets.tables import (
    DatasetTables as DatasetTables,
    dataset_tables as dataset_tables,
)
from mastra_storage_sql.domains.every import sql_domains as sql_domains
from mastra_storage_sql.domains.every_table import (
    every_table as every_table,
    versioned_domain_tables as versioned_domain_tables,
)
from mastra_storage_sql.domains.experiments.statements import (
    ExperimentStatements as ExperimentStatements,
    experiment_statements as experiment_statements,
)
from mastra_storage_sql.domains.experiments.store import SqlExperiments as SqlExperiments
from mastra_storage_sql.domains.experiments.tables import (
    ExperimentTables as ExperimentTables,
    experiment_tables as experiment_tables,
)
from mastra_storage_sql.domains.favorites.statements import (
    FavoriteStatements as FavoriteStatements,
    favorite_statements as favorite_statements,
)
from mastra_storage_sql.domains.favorites.store import SqlFavorites as SqlFavorites
from mastra_storage_sql.domains.favorites.tables import (
    FavoriteTables as FavoriteTables,
    favorite_tables as favorite_tables,
)
from mastra_storage_sql.domains.memory.statements import (
    MemoryStatements as MemoryStatements,
    memory_statements as memory_statements,
)
from mastra_storage_sql.domains.memory.store import SqlMemory as SqlMemory
from mastra_storage_sql.domains.memory.tables import (
    MemoryTables as MemoryTables,
    memory_tables as memory_tables,
)
from mastra_storage_sql.domains.observability.statements import (
    ObservabilityStatements as ObservabilityStatements,
    observability_statements as observability_statements,
)
from mastra_storage_sql.domains.observability.store import SqlObservability as SqlObservability
from mastra_storage_sql.domains.observability.tables import (
    ObservabilityTables as ObservabilityTables,
    observability_tables as observability_tables,
)
from mastra_storage_sql.domains.scores.statements import (
    ScoreStatements as ScoreStatements,
    score_statements as score_statements,
)
from mastra_storage_sql.domains.scores.store import SqlScores as SqlScores
from mastra_storage_sql.domains.scores.tables import (
    ScoreTables as ScoreTables,
    score_tables as score_tables,
)
from mastra_storage_sql.domains.versioned.statements import (
    VersionedStatements as VersionedStatements,
    versioned_statements as versioned_statements,
)
from mastra_storage_sql.domains.versioned.store import SqlVersioned as SqlVersioned
from mastra_storage_sql.domains.versioned.tables import (
    VersionedTables as VersionedTables,
    versioned_tables as versioned_tables,
)
from mastra_storage_sql.domains.workflows.statements import (
    WorkflowStatements as WorkflowStatements,
    workflow_statements as workflow_statements,
)
from mastra_storage_sql.domains.workflows.store import SqlWorkflows as SqlWorkflows
from mastra_storage_sql.domains.workflows.tables import (
    WorkflowTables as WorkflowTables,
    workflow_tables as workflow_tables,
)
from mastra_storage_sql.statement import (
    Call as Call,
    Flow as Flow,
    Row as Row,
    Statement as Statement,
)
from mastra_storage_sql.tables import (
    Additions as Additions,
    DomainTables as DomainTables,
)
