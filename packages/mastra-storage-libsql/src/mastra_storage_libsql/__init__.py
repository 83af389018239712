"""Mastra storage in an SQLite or libSQL file."""

from mastra_storage_libsql._version import __version__
from mastra_storage_libsql.backup import BackupProgress
from mastra_storage_libsql.config import LibSQLConfig
from mastra_storage_libsql.store import LibSQLStore, open_url

__all__ = ["BackupProgress", "LibSQLConfig", "LibSQLStore", "__version__", "open_url"]
