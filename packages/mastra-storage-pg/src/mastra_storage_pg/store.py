"""The store that a user constructs for PostgreSQL."""

from functools import partial
from time import perf_counter
from typing import Any, ClassVar

from mastra_storage_core.capabilities import Capabilities, Domain, Feature
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.health import PoolHealth, Vitals
from mastra_storage_core.store import Store
from mastra_storage_sql.domains.datasets.statements import dataset_statements
from mastra_storage_sql.domains.datasets.store import SqlDatasets
from mastra_storage_sql.domains.experiments.statements import experiment_statements
from mastra_storage_sql.domains.experiments.store import SqlExperiments
from mastra_storage_sql.domains.memory.statements import memory_statements
from mastra_storage_sql.domains.observability.statements import observability_statements
from mastra_storage_sql.domains.observability.store import SqlObservability
from mastra_storage_sql.domains.scores.statements import score_statements
from mastra_storage_sql.domains.scores.store import SqlScores
from mastra_storage_sql.domains.versioned.every import versioned_domain_tables, versioned_domains
from mastra_storage_sql.domains.workflows.statements import workflow_statements
from mastra_storage_sql.domains.workflows.store import SqlWorkflows
from mastra_storage_sql.pruning import needed
from mastra_storage_sql.tables import DomainTables

from mastra_storage_pg import health, schema
from mastra_storage_pg.config import PostgresConfig
from mastra_storage_pg.database import PgDatabase
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_pg.domains.memory import PgMemory


class PostgresStore(Store):
    """Keeps everything in one schema of a database, which a Mastra app in TypeScript may use at the
    same time.

    `PostgresStore("postgresql://…")`; for the settings see `PostgresConfig`. Nothing is opened
    before the first use.
    """

    name: ClassVar[str] = "PG"
    capabilities = Capabilities(domains=frozenset(Domain), features=frozenset({Feature.DURABLE}))

    def __init__(self, url: str | None = None, **settings: Any) -> None:
        config = PostgresConfig.check(url=url, **settings)
        memory = memory_statements(POSTGRES, config.schema_name)
        workflows = workflow_statements(POSTGRES, config.schema_name)
        datasets = dataset_statements(POSTGRES, config.schema_name)
        experiments = experiment_statements(POSTGRES, config.schema_name)
        observability = observability_statements(POSTGRES, config.schema_name)
        scores = score_statements(POSTGRES, config.schema_name)
        self._tables: dict[Domain, DomainTables] = {
            Domain.MEMORY: memory.tables,
            Domain.WORKFLOWS: workflows.tables,
            Domain.DATASETS: datasets.tables,
            Domain.EXPERIMENTS: experiments.tables,
            Domain.OBSERVABILITY: observability.tables,
            Domain.SCORES: scores.tables,
            **versioned_domain_tables(POSTGRES, config.schema_name),
        }
        self._schema_name = config.schema_name
        self._schema = schema.Schema(
            config.schema_name,
            list(self._tables.values()),
            skip_indexes=config.skip_default_indexes,
        )
        prepare = partial(schema.initialise, schema=self._schema)
        self._db = PgDatabase(config, None if config.disable_init else prepare)
        common: Any = {"store_name": self.name, "limits": config.limits}
        domains: dict[Domain, StorageDomain] = {
            Domain.MEMORY: PgMemory(self._db, memory, **common),
            Domain.WORKFLOWS: SqlWorkflows(self._db, workflows, **common),
            Domain.DATASETS: SqlDatasets(self._db, datasets, **common),
            Domain.EXPERIMENTS: SqlExperiments(self._db, experiments, **common),
            Domain.OBSERVABILITY: SqlObservability(self._db, observability, **common),
            Domain.SCORES: SqlScores(self._db, scores, **common),
            **versioned_domains(self._db, POSTGRES, config.schema_name, **common),
        }
        super().__init__(
            self._db.lifecycle, domains, retention=config.retention, slow_ms=config.slow_ms
        )

    async def _measure(self, sample: int) -> Vitals:
        measure = partial(
            health.measure, schema=self._schema, sample=sample, started=perf_counter()
        )
        return await self._db.run(measure)

    @property
    def pool(self) -> PoolHealth | None:
        """The connections of this store, and the calls that wait for one."""
        return self._db.pool

    async def build_indexes(self) -> None:
        """Build the indexes that lists and the pruning by the store's own retention profit from,
        without locking out writers; `init` builds those of lists unless told to skip them.
        """
        domains = [*self._tables.values(), *needed(self.retention, self._tables)]
        wanted = schema.Schema(self._schema_name, domains)
        await self._db.run(partial(schema.build_indexes, schema=wanted))


def open_url(url: str, **options: Any) -> PostgresStore:
    """Return a store for a `postgresql:` URL."""
    return PostgresStore(url, **options)
