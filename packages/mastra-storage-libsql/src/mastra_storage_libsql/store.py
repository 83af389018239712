"""The store that a user constructs for SQLite and libSQL."""

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
from mastra_storage_sql.domains.memory.store import SqlMemory
from mastra_storage_sql.domains.observability.statements import observability_statements
from mastra_storage_sql.domains.observability.store import SqlObservability
from mastra_storage_sql.domains.scores.statements import score_statements
from mastra_storage_sql.domains.scores.store import SqlScores
from mastra_storage_sql.domains.versioned.every import versioned_domain_tables, versioned_domains
from mastra_storage_sql.domains.workflows.statements import workflow_statements
from mastra_storage_sql.domains.workflows.store import SqlWorkflows
from mastra_storage_sql.pruning import needed
from mastra_storage_sql.tables import DomainTables

from mastra_storage_libsql import health, schema
from mastra_storage_libsql.config import LibSQLConfig
from mastra_storage_libsql.dialect import SQLITE, SQLITE_WITH_JSONB
from mastra_storage_libsql.local import LocalDatabase

_IN_MEMORY = frozenset({Feature.JSON_KEY_ORDER, Feature.JSON_NUMBER_SPELLING, Feature.JSON_NUL})


class LibSQLStore(Store):
    """Keeps everything in one file, which a Mastra app in TypeScript may use at the same time.

    `LibSQLStore("file:app.db")`; for the settings see `LibSQLConfig`. Nothing is opened before the
    first use.
    """

    name: ClassVar[str] = "LIBSQL"

    def __init__(self, url: str | None = None, **settings: Any) -> None:
        config = LibSQLConfig.check(url=url, **settings)
        dialect = SQLITE_WITH_JSONB if config.reads_jsonb else SQLITE
        memory, workflows = memory_statements(dialect), workflow_statements(dialect)
        datasets = dataset_statements(dialect)
        experiments = experiment_statements(dialect)
        observability = observability_statements(dialect)
        scores = score_statements(dialect)
        self._tables: dict[Domain, DomainTables] = {
            Domain.MEMORY: memory.tables,
            Domain.WORKFLOWS: workflows.tables,
            Domain.DATASETS: datasets.tables,
            Domain.EXPERIMENTS: experiments.tables,
            Domain.OBSERVABILITY: observability.tables,
            Domain.SCORES: scores.tables,
            **versioned_domain_tables(dialect),
        }
        prepare = partial(schema.initialise, domains=list(self._tables.values()))
        self._db = LocalDatabase(config, None if config.disable_init else prepare)
        common: Any = {"store_name": self.name, "limits": config.limits}
        domains: dict[Domain, StorageDomain] = {
            Domain.MEMORY: SqlMemory(self._db, memory, **common),
            Domain.WORKFLOWS: SqlWorkflows(self._db, workflows, **common),
            Domain.DATASETS: SqlDatasets(self._db, datasets, **common),
            Domain.EXPERIMENTS: SqlExperiments(self._db, experiments, **common),
            Domain.OBSERVABILITY: SqlObservability(self._db, observability, **common),
            Domain.SCORES: SqlScores(self._db, scores, **common),
            **versioned_domains(self._db, dialect, **common),
        }
        features = _IN_MEMORY if config.in_memory else _IN_MEMORY | {Feature.DURABLE}
        self.capabilities = Capabilities(frozenset(domains), features)
        super().__init__(
            self._db.lifecycle, domains, retention=config.retention, slow_ms=config.slow_ms
        )

    async def _measure(self, sample: int) -> Vitals:
        domains = list(self._tables.values())
        started = perf_counter()
        return await self._db.look(partial(health.measure, domains=domains, started=started))

    @property
    def pool(self) -> PoolHealth | None:
        """The connections of this store, each with a thread; `waiting` are the calls in the queues
        of these threads.
        """
        return self._db.pool

    async def build_indexes(self) -> None:
        """Build the indexes that lists and the pruning by the store's own retention profit from,
        which are left out on large tables of a shared file.

        The file is locked for writing meanwhile: one or two seconds for each million rows.
        """
        domains = [*self._tables.values(), *needed(self.retention, self._tables)]
        await self._db.run(partial(schema.build_indexes, domains=domains))


def open_url(url: str, **options: Any) -> LibSQLStore:
    """Return a store for a `file:` URL or `:memory:`; `UnsupportedError` for remote databases."""
    return LibSQLStore(url, **options)
