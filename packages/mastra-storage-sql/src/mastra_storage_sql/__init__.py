"""What SQL storage is, for authors of backends: statements, the driver contract, the dialect to
fill in.
"""

from mastra_storage_sql._version import __version__
from mastra_storage_sql.database import Database
from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.memory.statements import MemoryStatements, memory_statements
from mastra_storage_sql.domains.memory.store import SqlMemory
from mastra_storage_sql.domains.memory.tables import MemoryTables, memory_tables
from mastra_storage_sql.statement import Call, Flow, Row, Statement

__all__ = [
    "Call",
    "Database",
    "Dialect",
    "Flow",
    "MemoryStatements",
    "MemoryTables",
    "Row",
    "SqlMemory",
    "Statement",
    "__version__",
    "memory_statements",
    "memory_tables",
]
