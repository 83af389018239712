"""OpenTelemetry: traces of Python programs in the tables of Mastra, and metrics and spans of what a
store does.
"""

from mastra_storage_otel._version import __version__
from mastra_storage_otel.exporter import MastraSpanExporter
from mastra_storage_otel.mapping import to_span
from mastra_storage_otel.operations import instrument

__all__ = ["MastraSpanExporter", "__version__", "instrument", "to_span"]
