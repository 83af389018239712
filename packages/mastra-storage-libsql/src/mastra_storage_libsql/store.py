"""The store that a user constructs for SQLite and libSQL."""

from collections.abc import Callable
from functools import partial
from os import PathLike
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar

from mastra_storage_core.capabilities import Capabilities, Domain, Feature
from mastra_storage_core.errors import StorageError
from mastra_storage_core.health import PoolHealth, Vitals
from mastra_storage_core.store import Store
from mastra_storage_sql.domains.every import sql_domains

from mastra_storage_libsql.backup import Backup, BackupProgress, check_progress, target_path
from mastra_storage_libsql.config import LibSQLConfig
from mastra_storage_libsql.local import LocalDatabase

if TYPE_CHECKING:  # SQLAlchemy, which these import, is loaded when the store opens.
    from mastra_storage_sql.dialect import Dialect
    from mastra_storage_sql.tables import DomainTables

_IN_MEMORY = frozenset({Feature.JSON_KEY_ORDER, Feature.JSON_NUMBER_SPELLING, Feature.JSON_NUL})


class LibSQLStore(Store):
    """Keeps everything in one file, which a Mastra app in TypeScript may use at the same time.

    `LibSQLStore("file:app.db")`; for the settings see `LibSQLConfig`. Nothing is opened before the
    first use.
    """

    name: ClassVar[str] = "LIBSQL"

    def __init__(self, url: str | None = None, **settings: Any) -> None:
        config = LibSQLConfig.check(url=url, **settings)
        self._config = config
        self._db = LocalDatabase(config, None if config.disable_init else self._initialise)
        domains = sql_domains(self._db, self._dialect, store_name=self.name, limits=config.limits)
        features = _IN_MEMORY if config.in_memory else _IN_MEMORY | {Feature.DURABLE}
        self.capabilities = Capabilities(frozenset(domains), features)
        super().__init__(
            self._db.lifecycle, domains, retention=config.retention, slow_ms=config.slow_ms
        )

    @property
    def _tables(self) -> "dict[Domain, DomainTables]":
        from mastra_storage_sql.domains.every_table import every_table

        return every_table(self._dialect())

    def _dialect(self) -> "Dialect":
        from mastra_storage_libsql.dialect import SQLITE, SQLITE_WITH_JSONB

        return SQLITE_WITH_JSONB if self._config.reads_jsonb else SQLITE

    def _initialise(self, raw: Any) -> None:
        from mastra_storage_libsql import schema

        schema.initialise(raw, domains=list(self._tables.values()))

    async def _measure(self, sample: int) -> Vitals:
        from mastra_storage_libsql import health

        domains = list(self._tables.values())
        started = perf_counter()
        return await self._db.look(partial(health.measure, domains=domains, started=started))

    @property
    def pool(self) -> PoolHealth | None:
        """The connections of this store, each with a thread; `waiting` are the calls in the queues
        of these threads.
        """
        return self._db.pool

    async def backup(
        self,
        path: str | PathLike[str],
        *,
        progress: Callable[[BackupProgress], object] | None = None,
    ) -> None:
        """Copy the database to a new file, while it is used by anybody.

        The copy is of one moment after the call began, and has everything that was acknowledged
        before it. It is looked through (`PRAGMA quick_check`) and synced to the disk before it gets
        its name: what is there under that name is whole. A backup that fails or is cancelled leaves
        nothing; one that is killed may leave a file beside it whose name ends in `.partial`.

        Writers do not wait, but SQLite's log grows meanwhile. A database in memory, or on a
        connection of yours, has one connection, and everybody waits. `progress` is told of each
        megabyte; what it raises ends the call, and no copy is kept.

        `ConflictError` where there is a file of that name, which is not touched;
        `UnavailableError` where the copy cannot be written; `CorruptDataError` where it is damaged.
        """
        try:
            check_progress(progress)
            job = Backup(target_path(path), self._config.sqlite, progress)
            await self._db.back_up(job)
        except StorageError as error:
            error.at(self.name, "backup")
            raise

    async def build_indexes(self) -> None:
        """Build the indexes that lists and the pruning by the store's own retention profit from,
        which are left out on large tables of a shared file.

        The file is locked for writing meanwhile: one or two seconds for each million rows.
        """
        from mastra_storage_sql.pruning import needed

        from mastra_storage_libsql import schema

        tables = self._tables
        domains = [*tables.values(), *needed(self.retention, tables)]
        await self._db.run(partial(schema.build_indexes, domains=domains))


def open_url(url: str, **options: Any) -> LibSQLStore:
    """Return a store for a `file:` URL or `:memory:`; `UnsupportedError` for remote databases."""
    return LibSQLStore(url, **options)
