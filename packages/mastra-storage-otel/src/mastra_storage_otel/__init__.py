"""OpenTelemetry traces of Python programs, in the tables of Mastra."""

from mastra_storage_otel._version import __version__
from mastra_storage_otel.exporter import MastraSpanExporter
from mastra_storage_otel.mapping import to_span

__all__ = ["MastraSpanExporter", "__version__", "to_span"]
