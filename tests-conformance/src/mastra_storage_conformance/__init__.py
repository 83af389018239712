"""The proof that a Mastra storage backend keeps its promises: what its author fills in."""

from mastra_storage_conformance._version import __version__
from mastra_storage_conformance.backend import SHARED, Backend, Deviation

__all__ = ["SHARED", "Backend", "Deviation", "__version__"]
