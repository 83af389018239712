"""One sound call of every public method, on rows that it is about: what is done to every method
alike (cancelling it, passing it nonsense, calling it in another's name) is done to these.
"""

from mastra_storage_conformance.examples.every import DOMAINS, methods_of
from mastra_storage_conformance.examples.example import Call, Example, Names
from mastra_storage_conformance.examples.telling import told

__all__ = ["DOMAINS", "Call", "Example", "Names", "methods_of", "told"]
