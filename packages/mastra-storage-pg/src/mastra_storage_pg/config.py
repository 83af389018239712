"""The settings of a PostgresStore, each default with its reason."""

import ssl as tls
import unicodedata
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import parse_qsl, urlsplit

import asyncpg
from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.errors import ConfigurationError
from mastra_storage_core.retention import Retention
from mastra_storage_core.watch import SLOW_MS
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError

if TYPE_CHECKING:
    Pool: TypeAlias = asyncpg.Pool[Any]
    Connection: TypeAlias = asyncpg.pool.PoolConnectionProxy[Any]
else:  # Generic for type checkers only.
    Pool, Connection = asyncpg.Pool, asyncpg.pool.PoolConnectionProxy


class PostgresConfig(BaseModel):
    """Settings of a PostgreSQL database: a `url`, or its parts, or a `pool` of yours."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, hide_input_in_errors=True
    )

    url: SecretStr | None = None
    """`postgresql://user:password@host:5432/database?sslmode=verify-full`. Never shown."""
    host: str | None = Field(default=None, min_length=1)
    port: int | None = Field(default=None, ge=1, le=65535)
    database: str | None = Field(default=None, min_length=1)
    user: str | None = Field(default=None, min_length=1)
    password: SecretStr | None = None
    pool: Pool | None = None
    """A pool of yours, which the store uses and never closes."""
    ssl: tls.SSLContext | str | bool | None = None
    """An `ssl.SSLContext`, or a mode such as `require` or `verify-full`; stands above the `sslmode`
    of the URL.
    """
    schema_name: str = "public"
    max_connections: int = Field(default=20, ge=1, le=10_000)
    """As the original; connections are made when they are needed and closed when idle."""
    idle_seconds: float = Field(default=30, ge=0)
    """After how long an idle connection is closed, as the original."""
    pool_timeout: float = Field(default=30, gt=0)
    """How many seconds a call waits for a free connection before it is `BusyError`."""
    command_timeout: float | None = Field(default=None, gt=0)
    """How many seconds one statement may take before the call is `UnavailableError`, and may have
    been carried out; unlimited by default.
    """
    pgbouncer: bool = False
    """Behind PgBouncer in transaction mode: nothing is prepared by name, because the next
    transaction has another server.
    """
    skip_default_indexes: bool = False
    """Create neither the original's default indexes nor ours. `prune` makes what it needs."""
    disable_init: bool = False
    """Never create or alter anything."""
    slow_ms: float | None = Field(default=SLOW_MS, ge=0)
    """After how many milliseconds an operation is logged as slow; `None` logs none."""
    limits: Limits = DEFAULT_LIMITS
    retention: Retention = Retention()
    """What `prune` deletes unless told otherwise; a plain mapping will do."""

    @classmethod
    def check(cls, **settings: Any) -> "PostgresConfig":
        """Return the settings; `ConfigurationError` names the one that is wrong, and never its
        value.
        """
        try:
            config = cls(**settings)
        except ValidationError as error:
            parts = error.errors(include_input=False)
            names = ", ".join(dict.fromkeys(str(part["loc"][0]) for part in parts))
            raise ConfigurationError(
                f"settings of PostgresStore that do not fit: {names}"
            ) from None
        ways = (config.url is not None, config.host is not None, config.pool is not None)
        if sum(ways) != 1:
            raise ConfigurationError("PostgresStore needs one of: a url, a host, a pool")
        if config.url is not None:
            _check_url(config.url.get_secret_value())
        _check_schema(config.schema_name)
        return config

    def connection_arguments(self) -> dict[str, Any]:
        """Return what `asyncpg.connect` takes."""
        parts: dict[str, Any] = {
            "dsn": self.url and self.url.get_secret_value(),
            "host": self.host,
            "port": self.port,
            "database": self.database,
            "user": self.user,
            "password": self.password and self.password.get_secret_value(),
            "ssl": self.ssl,
            "command_timeout": self.command_timeout,
        }
        return {name: value for name, value in parts.items() if value is not None}


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        hosts = parts.netloc.rpartition("@")[2].split(",")
        ports = [urlsplit(f"//{host}").port for host in hosts]
        parse_qsl(parts.query, strict_parsing=bool(parts.query))
        fits = parts.scheme in ("postgresql", "postgres") and 0 not in ports
    except ValueError:
        fits = False
    if not fits:
        raise ConfigurationError(
            "the url of a PostgresStore is postgresql://user@host:port/database"
        )


def _check_schema(name: str) -> None:
    """A name is always quoted; what could end the quotes, be taken for a parameter (SQLAlchemy
    before 2.1 does), or be cut by the server, is refused.
    """
    size = len(name.encode(errors="replace"))
    kinds = {unicodedata.category(character) for character in name}
    unsafe = any(c in "'\"`\\$" for c in name) or "%(" in name
    if not 1 <= size <= 63 or kinds & {"Cc", "Cs"} or unsafe:
        raise ConfigurationError(
            "schema_name must have 1 to 63 bytes and no quotes, backslashes, $, %( or control "
            "characters"
        )
