"""A database for each contender, with the same tables and rows in both."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from tempfile import TemporaryDirectory
from typing import TypeAlias

from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

from benchmarks.contender import Contender, Json
from benchmarks.domain import Domain

BACKENDS = ("libsql", "pg")
CONTENDERS = ("ours", "raw")

Pair: TypeAlias = tuple[Contender, Contender]


@contextmanager
def opened(backend: str, about: Json) -> Iterator[Callable[[Domain], Awaitable[Pair]]]:
    """Yield what makes the databases of a domain; they go at the end. `about` gets the version."""
    if backend == "libsql":
        with TemporaryDirectory(prefix="mastra-storage-bench-") as folder:
            yield partial(on_sqlite, folder)
    else:
        with PostgresServer.start(durable=True) as server:
            about["postgres"] = ".".join(map(str, server.version))
            yield partial(on_postgres, server)


async def on_sqlite(folder: str, domain: Domain) -> Pair:
    """Make a file for each; tables and indexes are made by ours, rows are written by the driver."""
    paths = [f"{folder}/{domain.name}-{name}.db" for name in CONTENDERS]
    for path in paths:
        async with LibSQLStore(f"file:{path}"), domain.raw_sqlite(path) as raw:
            await raw.fill(domain.tables)
    return domain.ours(LibSQLStore(f"file:{paths[0]}")), domain.raw_sqlite(paths[1])


async def on_postgres(server: PostgresServer, domain: Domain) -> Pair:
    """Make a database for each, as `on_sqlite` does."""
    urls = [server.create_database(f"{domain.name}_{name}") for name in CONTENDERS]
    for url in urls:
        async with PostgresStore(url), await domain.raw_postgres.connect(url) as raw:
            await raw.fill(domain.tables)
    return domain.ours(PostgresStore(urls[0])), await domain.raw_postgres.connect(urls[1])
