"""The memory domain on any `Database`. One public method makes one call to it."""

from mastra_storage_core.domains.memory.interface import MemoryStorage

from mastra_storage_sql.domains.memory.copies import SqlCopies
from mastra_storage_sql.domains.memory.messages import SqlMessages
from mastra_storage_sql.domains.memory.observational import SqlObservational
from mastra_storage_sql.domains.memory.resources import SqlResources
from mastra_storage_sql.domains.memory.statements import MemoryStatements
from mastra_storage_sql.domains.memory.threads import SqlThreads
from mastra_storage_sql.pruning import SqlPruning
from mastra_storage_sql.statement import Flow, Row


class SqlMemory(
    SqlThreads,
    SqlMessages,
    SqlCopies,
    SqlResources,
    SqlObservational,
    SqlPruning[MemoryStatements],
    MemoryStorage,
):
    """Joins the topics, which share the database and the statements."""

    def _drop(self, table: str, rows: list[Row]) -> Flow[None]:
        ids = [row["id"] for row in rows]
        if table == "threads":
            yield from self._deletion(ids, None)
        elif table == "messages":
            yield self._sql.messages.delete_messages(owned=False)(ids=ids, owner=None)
        else:
            yield self._sql.resources.delete_resources()(ids=ids)
