"""The statements of all topics, built once for each kind of database and schema."""

from dataclasses import dataclass

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.memory.statements.copies import CopyStatements
from mastra_storage_sql.domains.memory.statements.message_lists import MessageListStatements
from mastra_storage_sql.domains.memory.statements.messages import MessageStatements
from mastra_storage_sql.domains.memory.statements.observational import ObservationalStatements
from mastra_storage_sql.domains.memory.statements.pruning import PruningStatements
from mastra_storage_sql.domains.memory.statements.resources import ResourceStatements
from mastra_storage_sql.domains.memory.statements.threads import ThreadStatements
from mastra_storage_sql.domains.memory.tables import MemoryTables, memory_tables
from mastra_storage_sql.tables import kept


@dataclass(frozen=True, slots=True)
class MemoryStatements:
    tables: MemoryTables
    threads: ThreadStatements
    messages: MessageStatements
    lists: MessageListStatements
    copies: CopyStatements
    resources: ResourceStatements
    observational: ObservationalStatements
    pruning: PruningStatements


@kept
def memory_statements(dialect: Dialect, schema: str | None = None) -> MemoryStatements:
    """Return the statements for a dialect and a schema, which every store of that kind shares."""
    tables = memory_tables(dialect, schema)
    return MemoryStatements(
        tables,
        ThreadStatements(tables),
        MessageStatements(tables),
        MessageListStatements(tables),
        CopyStatements(tables),
        ResourceStatements(tables),
        ObservationalStatements(tables),
        PruningStatements(tables),
    )
