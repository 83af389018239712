"""The memory domain on any `Database`. One public method makes one call to it."""

from mastra_storage_core.domains.memory.interface import MemoryStorage

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.memory.copies import SqlCopies
from mastra_storage_sql.domains.memory.messages import SqlMessages
from mastra_storage_sql.domains.memory.observational import SqlObservational
from mastra_storage_sql.domains.memory.resources import SqlResources
from mastra_storage_sql.domains.memory.statements import MemoryStatements
from mastra_storage_sql.domains.memory.threads import SqlThreads


class SqlMemory(
    SqlThreads,
    SqlMessages,
    SqlCopies,
    SqlResources,
    SqlObservational,
    SqlDomain[MemoryStatements],
    MemoryStorage,
):
    """Joins the topics, which share the database and the statements."""
