"""The store that a user constructs."""

import asyncio
from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any, ClassVar

from mastra_storage_core import (
    Capabilities,
    ConfigurationError,
    Domain,
    Feature,
    Limits,
    Retention,
    Store,
)
from mastra_storage_core.backend import DEFAULT_LIMITS, SLOW_MS, Lifecycle, named

from mastra_storage_lmdb.database import Database
from mastra_storage_lmdb.memory import LmdbMemory
from mastra_storage_lmdb.workflows import LmdbWorkflows

DEFAULT_MAP_SIZE = 16 * 1024**3
"""How large a file may become. On Linux and macOS it takes address space, and no disk."""


class LmdbStore(Store):
    """Keeps memory and workflows in one LMDB file, and a lock beside it, for all processes of a
    machine.

    Every acknowledged write is on the disk. `sync=False` leaves that to the operating system, which
    is faster: a process that dies loses nothing, a machine that loses its power may lose the file.
    Stores of one process share a file, and the settings of the one that opened it.
    """

    name: ClassVar[str] = "LMDB"
    capabilities = Capabilities(
        domains=frozenset({Domain.MEMORY, Domain.WORKFLOWS}),
        features=frozenset(
            {
                Feature.DURABLE,
                Feature.JSON_KEY_ORDER,
                Feature.JSON_NUMBER_SPELLING,
                Feature.JSON_NUL,
            }
        ),
    )

    database: Database

    def __init__(
        self,
        path: str | PathLike[str],
        *,
        map_size: int = DEFAULT_MAP_SIZE,
        sync: bool = True,
        limits: Limits = DEFAULT_LIMITS,
        retention: Retention | Mapping[str, Any] | None = None,
        slow_ms: float | None = SLOW_MS,
    ) -> None:
        _check(path, map_size, sync)
        self._path = Path(path)
        self._map_size = map_size
        self._sync = sync
        self.trips = 0
        self.lifecycle = Lifecycle(self._start, self._stop)
        super().__init__(
            self.lifecycle,
            {
                Domain.MEMORY: LmdbMemory(self, store_name=self.name, limits=limits),
                Domain.WORKFLOWS: LmdbWorkflows(self, store_name=self.name, limits=limits),
            },
            retention=retention,
            slow_ms=slow_ms,
        )

    async def _start(self) -> None:
        self.database = await asyncio.to_thread(
            Database.open, self._path, self._map_size, self._sync
        )

    async def _stop(self) -> None:
        if hasattr(self, "database"):
            await asyncio.to_thread(self.database.close)


def _check(path: object, map_size: object, sync: object) -> None:
    if not isinstance(path, (str, PathLike)) or "\0" in str(path):
        raise ConfigurationError("the path of a file must be text without a NUL, or a path")
    if isinstance(map_size, bool) or not isinstance(map_size, int) or not 0 < map_size < 2**63:
        raise ConfigurationError("map_size must be a number of bytes")
    if not isinstance(sync, bool):
        raise ConfigurationError("sync must be true or false")


def open_url(url: str, **options: Any) -> LmdbStore:
    """Return a store for `lmdb:app.lmdb` or `lmdb:///srv/app.lmdb`, without opening it.

    `ConfigurationError` for a URL without a path, and for unknown options.
    """
    path = url.partition(":")[2].removeprefix("//")
    if not path:
        raise ConfigurationError("an lmdb URL needs the path of a file, such as lmdb:app.lmdb")
    known = {"map_size", "sync", "limits", "retention", "slow_ms"}
    if unknown := sorted(options.keys() - known):
        raise ConfigurationError(f"settings that LmdbStore lacks: {', '.join(map(named, unknown))}")
    return LmdbStore(path, **options)
