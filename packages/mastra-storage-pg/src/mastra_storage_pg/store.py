"""The store that a user constructs for PostgreSQL."""

from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar

from mastra_storage_core.capabilities import Capabilities, Domain, Feature
from mastra_storage_core.health import PoolHealth, Vitals
from mastra_storage_core.store import Store
from mastra_storage_sql.domains.every import Parts, sql_domains

from mastra_storage_pg.config import Connection, PostgresConfig
from mastra_storage_pg.database import PgDatabase

if TYPE_CHECKING:  # SQLAlchemy, which these import, is loaded when the store opens.
    from mastra_storage_sql.dialect import Dialect
    from mastra_storage_sql.tables import DomainTables

    from mastra_storage_pg import schema


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
        self._config = config
        self._db = PgDatabase(config, None if config.disable_init else self._initialise)
        domains = sql_domains(
            self._db,
            _dialect,
            config.schema_name,
            instead={Domain.MEMORY: _memory},
            store_name=self.name,
            limits=config.limits,
        )
        super().__init__(
            self._db.lifecycle, domains, retention=config.retention, slow_ms=config.slow_ms
        )

    @property
    def _tables(self) -> "dict[Domain, DomainTables]":
        from mastra_storage_sql.domains.every_table import every_table

        return every_table(_dialect(), self._config.schema_name)

    def _schema(self) -> "schema.Schema":
        from mastra_storage_pg import schema

        return schema.Schema(
            self._config,
            list(self._tables.values()),
            skip_indexes=self._config.skip_default_indexes,
        )

    async def _initialise(self, connection: Connection) -> None:
        from mastra_storage_pg import schema

        await schema.initialise(connection, schema=self._schema())

    async def _measure(self, sample: int) -> Vitals:
        from mastra_storage_pg import health

        measure = partial(
            health.measure, schema=self._schema(), sample=sample, started=perf_counter()
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
        from mastra_storage_sql.pruning import needed

        from mastra_storage_pg import schema

        tables = self._tables
        domains = [*tables.values(), *needed(self.retention, tables)]
        wanted = schema.Schema(self._config, domains)
        await self._db.run(partial(schema.build_indexes, schema=wanted))


def open_url(url: str, **options: Any) -> PostgresStore:
    """Return a store for a `postgresql:` URL."""
    return PostgresStore(url, **options)


def _dialect() -> "Dialect":
    from mastra_storage_pg.dialect import POSTGRES

    return POSTGRES


def _memory() -> Parts:
    from mastra_storage_sql.domains.memory.statements import memory_statements

    from mastra_storage_pg.domains.memory import PgMemory

    return PgMemory, memory_statements
