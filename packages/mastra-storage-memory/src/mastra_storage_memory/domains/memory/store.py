"""The memory domain in plain Python: the readable specification of what every backend does."""

from mastra_storage_core.domains.memory.interface import MemoryStorage

from mastra_storage_memory.domains.memory.copies import InMemoryCopies
from mastra_storage_memory.domains.memory.messages import InMemoryMessages
from mastra_storage_memory.domains.memory.observational import InMemoryObservational
from mastra_storage_memory.domains.memory.resources import InMemoryResources
from mastra_storage_memory.domains.memory.threads import InMemoryThreads


class InMemoryMemory(
    InMemoryThreads,
    InMemoryMessages,
    InMemoryCopies,
    InMemoryResources,
    InMemoryObservational,
    MemoryStorage,
):
    """Joins the topics, which share the tables."""
