"""What SQL storage is, for authors of backends: statements, the driver contract, the dialect to
fill in.
"""

from mastra_storage_core.lazy import exports as _exports

__all__, __getattr__, __dir__ = _exports(
    __name__,
    {
        "_version": "__version__",
        "database": "Database",
        "dialect": "Dialect",
        "domains.datasets.statements": "DatasetStatements dataset_statements",
        "domains.datasets.store": "SqlDatasets",
        "domains.datasets.tables": "DatasetTables dataset_tables",
        "domains.experiments.statements": "ExperimentStatements experiment_statements",
        "domains.experiments.store": "SqlExperiments",
        "domains.experiments.tables": "ExperimentTables experiment_tables",
        "domains.every": "sql_domains",
        "domains.every_table": "every_table versioned_domain_tables",
        "domains.favorites.statements": "FavoriteStatements favorite_statements",
        "domains.favorites.store": "SqlFavorites",
        "domains.favorites.tables": "FavoriteTables favorite_tables",
        "domains.memory.statements": "MemoryStatements memory_statements",
        "domains.memory.store": "SqlMemory",
        "domains.memory.tables": "MemoryTables memory_tables",
        "domains.observability.statements": "ObservabilityStatements observability_statements",
        "domains.observability.store": "SqlObservability",
        "domains.observability.tables": "ObservabilityTables observability_tables",
        "domains.scores.statements": "ScoreStatements score_statements",
        "domains.scores.store": "SqlScores",
        "domains.scores.tables": "ScoreTables score_tables",
        "domains.versioned.statements": "VersionedStatements versioned_statements",
        "domains.versioned.store": "SqlVersioned",
        "domains.versioned.tables": "VersionedTables versioned_tables",
        "domains.workflows.statements": "WorkflowStatements workflow_statements",
        "domains.workflows.store": "SqlWorkflows",
        "domains.workflows.tables": "WorkflowTables workflow_tables",
        "statement": "Call Flow Row Statement",
        "tables": "Additions DomainTables",
    },
)
