"""The settings of a LibSQLStore, each default with its reason."""

import sqlite3
from types import ModuleType
from typing import Any, Literal

import aiosqlite
from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.errors import ConfigurationError, UnsupportedError
from mastra_storage_core.retention import Retention
from mastra_storage_core.watch import SLOW_MS
from pydantic import BaseModel, ConfigDict, Field, ValidationError

_REMOTE = ("libsql:", "https:", "http:", "wss:", "ws:")


class LibSQLConfig(BaseModel):
    """Settings of an SQLite or libSQL file. Exactly one of `url` and `connection` is given."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True
    )

    url: str | None = None
    """`file:app.db`, `file:///var/lib/app.db`, or `:memory:` for a database that lives as long as
    the store.
    """
    connection: aiosqlite.Connection | None = None
    """A connection of yours, which the store uses for everything and never closes."""
    busy_timeout_ms: int = Field(default=5000, ge=0, le=600_000)
    """How long a writer waits for another one; the original waits as long."""
    synchronous: Literal["normal", "full", "extra"] = "normal"
    """`normal` survives a crash of the process; `full` also survives a loss of power, at one sync
    for each commit.
    """
    cache_kib: int = Field(default=16_000, ge=0, le=2**31 - 1)
    mmap_bytes: int = Field(default=128 * 1024 * 1024, ge=0, le=2**62)
    readers: int = Field(default=2, ge=0, le=64)
    """Further connections that only read, so that a long list or a waiting writer does not hold up
    reads.
    """
    engine_jsonb: bool = True
    """Let SQLite from 3.45 read its JSONB blobs; off, our own decoder reads them, as it always does
    on older ones.
    """
    sqlite: ModuleType = sqlite3
    """A module with the interface of `sqlite3`. Never open one file through two builds of SQLite in
    one process.
    """
    disable_init: bool = False
    """Never create or alter anything, the file itself and its journal mode included."""
    slow_ms: float | None = Field(default=SLOW_MS, ge=0)
    """After how many milliseconds an operation is logged as slow; `None` logs none."""
    limits: Limits = DEFAULT_LIMITS
    retention: Retention = Retention()
    """What `prune` deletes unless told otherwise; a plain mapping will do."""

    @classmethod
    def check(cls, **settings: Any) -> "LibSQLConfig":
        """Return the settings; `ConfigurationError` names the one that is wrong, and never its
        value.
        """
        try:
            config = cls(**settings)
        except ValidationError as error:
            parts = error.errors(include_input=False)
            names = ", ".join(dict.fromkeys(str(part["loc"][0]) for part in parts))
            raise ConfigurationError(f"settings of LibSQLStore that do not fit: {names}") from None
        if (config.url is None) == (config.connection is None):
            raise ConfigurationError("LibSQLStore needs either a url or a connection")
        if config.url is not None:
            _check_url(config.url)
        return config

    @property
    def in_memory(self) -> bool:
        """Whether each connection would have a database of its own."""
        url = str(self.url)
        return url in (":memory:", "file::memory:", "file:") or "mode=memory" in url

    @property
    def path(self) -> str:
        """The database as `sqlite3.connect(…, uri=True)` takes it."""
        if self.in_memory:
            return "file::memory:"
        if self.disable_init and "mode=" not in str(self.url):
            return f"{self.url}{'&' if '?' in str(self.url) else '?'}mode=rw"
        return str(self.url)

    @property
    def reads_jsonb(self) -> bool:
        version: tuple[int, ...] = self.sqlite.sqlite_version_info
        return self.engine_jsonb and version >= (3, 45)


def _check_url(url: str) -> None:
    if url.lower().startswith(_REMOTE):
        raise UnsupportedError(
            "remote libSQL databases are not supported yet; use a file, such as file:app.db"
        )
    if url != ":memory:" and not url.startswith("file:"):
        raise ConfigurationError("the url of a LibSQLStore is file:… or :memory:")
    if "\0" in url or "%00" in url:
        raise ConfigurationError("the url of a LibSQLStore contains a NUL")
