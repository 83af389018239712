"""The memory domain in plain Python: the readable specification of what every backend does."""

from mastra_storage_core.domains.memory.interface import MemoryStorage

from mastra_storage_memory.collection import Row
from mastra_storage_memory.domains.memory.copies import InMemoryCopies
from mastra_storage_memory.domains.memory.messages import InMemoryMessages
from mastra_storage_memory.domains.memory.observational import InMemoryObservational
from mastra_storage_memory.domains.memory.resources import InMemoryResources
from mastra_storage_memory.domains.memory.threads import InMemoryThreads
from mastra_storage_memory.pruning import Aged, InMemoryPruning


class InMemoryMemory(
    InMemoryThreads,
    InMemoryMessages,
    InMemoryCopies,
    InMemoryResources,
    InMemoryObservational,
    InMemoryPruning,
    MemoryStorage,
):
    """Joins the topics, which share the tables."""

    def _aged(self, table: str) -> Aged:
        return {
            "threads": Aged(self._threads, "updatedAt"),
            "messages": Aged(self._messages, "createdAt"),
            "resources": Aged(self._resources, "updatedAt"),
        }[table]

    def _drop(self, table: str, row: Row) -> None:
        if table == "threads":
            self._drop_thread(row["id"])
        else:
            self._aged(table).rows.delete(row["id"])
