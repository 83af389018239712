"""The store that a user constructs for PostgreSQL."""

from functools import partial
from typing import Any, ClassVar

from mastra_storage_core.capabilities import Capabilities, Domain, Feature
from mastra_storage_core.store import Store
from mastra_storage_sql.domains.memory.statements import memory_statements
from mastra_storage_sql.domains.workflows.statements import workflow_statements
from mastra_storage_sql.domains.workflows.store import SqlWorkflows

from mastra_storage_pg import schema
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
    capabilities = Capabilities(
        domains=frozenset({Domain.MEMORY, Domain.WORKFLOWS}), features=frozenset({Feature.DURABLE})
    )

    def __init__(self, url: str | None = None, **settings: Any) -> None:
        config = PostgresConfig.check(url=url, **settings)
        memory = memory_statements(POSTGRES, config.schema_name)
        workflows = workflow_statements(POSTGRES, config.schema_name)
        self._schema = schema.Schema(
            config.schema_name,
            [memory.tables, workflows.tables],
            skip_indexes=config.skip_default_indexes,
        )
        prepare = partial(schema.ensure, schema=self._schema)
        self._db = PgDatabase(config, None if config.disable_init else prepare)
        common: Any = {"store_name": self.name, "limits": config.limits}
        domains = {
            Domain.MEMORY: PgMemory(self._db, memory, **common),
            Domain.WORKFLOWS: SqlWorkflows(self._db, workflows, **common),
        }
        super().__init__(self._db.lifecycle, domains)

    async def build_indexes(self) -> None:
        """Build the indexes that lists profit from, without locking out writers; `init` does so
        unless told to skip them.
        """
        await self._db.run(partial(schema.build_indexes, schema=self._schema))


def open_url(url: str, **options: Any) -> PostgresStore:
    """Return a store for a `postgresql:` URL."""
    return PostgresStore(url, **options)
