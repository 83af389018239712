"""Mastra storage in memory: the reference that the other backends are measured against."""

from mastra_storage_memory._version import __version__
from mastra_storage_memory.store import InMemoryStore, open_url

__all__ = ["InMemoryStore", "__version__", "open_url"]
