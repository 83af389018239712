"""Spans that the real SDK has made."""

from collections.abc import Mapping
from typing import Any

from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import Span


class Recording:
    """Makes spans of one service, and keeps them as the SDK hands them over."""

    def __init__(self, **resource: Any) -> None:
        attributes = {"service.name": "shop", **resource}
        self._kept = InMemorySpanExporter()
        self.provider = TracerProvider(resource=Resource(attributes))
        self.provider.add_span_processor(SimpleSpanProcessor(self._kept))
        self.tracer = self.provider.get_tracer("tests", "1.2")

    def begin(self, attributes: Mapping[str, Any], **options: Any) -> Span:
        return self.tracer.start_span("step", attributes=dict(attributes), **options)

    def made(self, attributes: Mapping[str, Any], **options: Any) -> ReadableSpan:
        """Return a span that has ended."""
        self.begin(attributes, **options).end()
        return self.last

    @property
    def last(self) -> ReadableSpan:
        return self._kept.get_finished_spans()[-1]
