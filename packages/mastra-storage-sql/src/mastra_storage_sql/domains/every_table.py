"""The tables of all domains, which `init` makes and checks. It needs nothing else of a domain."""

from collections.abc import Mapping

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domains.versioned.kinds.every import EVERY

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.datasets.tables import dataset_tables
from mastra_storage_sql.domains.experiments.tables import experiment_tables
from mastra_storage_sql.domains.favorites.tables import favorite_tables
from mastra_storage_sql.domains.memory.tables import memory_tables
from mastra_storage_sql.domains.observability.tables import observability_tables
from mastra_storage_sql.domains.scores.tables import score_tables
from mastra_storage_sql.domains.versioned.tables import versioned_tables
from mastra_storage_sql.domains.workflows.tables import workflow_tables
from mastra_storage_sql.tables import DomainTables


def every_table(dialect: Dialect, schema: str | None = None) -> dict[Domain, DomainTables]:
    """Return the tables of each domain for a dialect, in a schema or in the default one."""
    return {
        Domain.MEMORY: memory_tables(dialect, schema),
        Domain.WORKFLOWS: workflow_tables(dialect, schema),
        Domain.DATASETS: dataset_tables(dialect, schema),
        Domain.EXPERIMENTS: experiment_tables(dialect, schema),
        Domain.OBSERVABILITY: observability_tables(dialect, schema),
        Domain.SCORES: score_tables(dialect, schema),
        **versioned_domain_tables(dialect, schema),
    }


def versioned_domain_tables(
    dialect: Dialect, schema: str | None = None
) -> Mapping[Domain, DomainTables]:
    """Return the tables of all kinds, and that of their favorites."""
    tables: dict[Domain, DomainTables] = {
        Domain(interface.domain): versioned_tables(interface.kind, dialect, schema)
        for interface in EVERY
    }
    return {**tables, Domain.FAVORITES: favorite_tables(dialect, schema)}
