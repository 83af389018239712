"""Mastra storage in a PostgreSQL database."""

from mastra_storage_pg._version import __version__
from mastra_storage_pg.config import PostgresConfig
from mastra_storage_pg.store import PostgresStore, open_url

__all__ = ["PostgresConfig", "PostgresStore", "__version__", "open_url"]
