"""The third act of the demo: an agent's run, recorded by OpenTelemetry, and looked at.

The steps and how long they took are told, not lived through, so that the demo need not wait; the
spans, the exporter and the database are real.
"""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from _demo_view import console, draw_page, heading
from mastra_storage_core import Trace, open_store
from mastra_storage_otel import MastraSpanExporter
from opentelemetry.context import Context
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import IdGenerator, RandomIdGenerator
from opentelemetry.trace import SpanKind, StatusCode, Tracer, set_span_in_context

MILLISECOND = 1_000_000
SERVICE = {"service.name": "travel-desk", "deployment.environment.name": "production"}


@dataclass
class Step:
    """What an agent did, from when to when in milliseconds, and what it did meanwhile."""

    name: str
    start: int
    end: int
    said: Mapping[str, Any] = field(default_factory=dict)
    steps: Sequence["Step"] = ()
    error: tuple[str, str] | None = None
    kind: SpanKind = SpanKind.INTERNAL


def chat(start: int, end: int, tokens: tuple[int, int], cost: float, said: str) -> Step:
    """Return a call of a model."""
    attributes = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "anthropic",
        "gen_ai.request.model": "claude-sonnet-5",
        "gen_ai.request.temperature": 0.2,
        "gen_ai.usage.input_tokens": tokens[0],
        "gen_ai.usage.output_tokens": tokens[1],
        "gen_ai.usage.cost": cost,
        "gen_ai.output.messages": said,
    }
    return Step("chat claude-sonnet-5", start, end, attributes, kind=SpanKind.CLIENT)


def tool(name: str, start: int, end: int, arguments: str, **more: Any) -> Step:
    """Return a call of a tool."""
    attributes = {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": name,
        "gen_ai.tool.call.arguments": arguments,
    }
    if "result" in more:
        attributes["gen_ai.tool.call.result"] = more.pop("result")
    return Step(f"execute_tool {name}", start, end, attributes, **more)


TIMEOUT = ("TimeoutError", "the booking service did not answer within 2 s")
SQL = {"db.system.name": "postgresql", "db.query.text": "SELECT * FROM places WHERE city = $1"}
RUN = Step(
    "invoke_agent concierge",
    0,
    6_420,
    {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.agent.name": "concierge",
        "gen_ai.conversation.id": "porto-in-may",
        "gen_ai.input.messages": '[{"role": "user", "content": "A table by the river, at eight?"}]',
        "gen_ai.output.messages": '[{"role": "assistant", "content": "The place did not answer."}]',
        "mastra.resource_id": "ada",
        "mastra.tags": ("beta",),
    },
    [
        Step("recall messages", 8, 61, {"mastra.span_type": "memory_operation"}),
        chat(70, 1_910, (2_140, 96), 0.0079, '[{"role": "assistant", "tool": "find_places"}]'),
        tool(
            "find_places",
            1_918,
            3_050,
            '{"city": "Porto", "near": "river"}',
            result='["Cais Novo", "Taberna do Rio"]',
            steps=[
                Step("GET places.example", 1_930, 2_710, kind=SpanKind.CLIENT),
                Step("SELECT places", 2_722, 3_031, SQL, kind=SpanKind.CLIENT),
            ],
        ),
        tool(
            "book_table",
            3_070,
            5_090,
            '{"place": "Cais Novo", "at": "20:00", "guests": 2}',
            error=TIMEOUT,
            steps=[Step("POST booking.example", 3_082, 5_086, error=TIMEOUT, kind=SpanKind.CLIENT)],
        ),
        chat(5_100, 6_390, (2_391, 141), 0.0093, '[{"role": "assistant", "content": "…"}]'),
    ],
)


def tell(tracer: Tracer, step: Step, began: int, within: Context | None = None) -> int:
    """Make the spans of a step and of those inside; return the id of their trace."""
    span = tracer.start_span(
        step.name, within, step.kind, step.said, start_time=began + step.start * MILLISECOND
    )
    for inner in step.steps:
        tell(tracer, inner, began, set_span_in_context(span))
    end = began + step.end * MILLISECOND
    if step.error is not None:
        name, message = step.error
        span.add_event("exception", {"exception.type": name, "exception.message": message}, end)
        span.set_status(StatusCode.ERROR)
    span.end(end)
    return span.get_span_context().trace_id


def record(url: str, began: int, ids: IdGenerator | None = None) -> str:
    """Export the run to a database, as a program would; return the id of its trace."""
    provider = TracerProvider(
        resource=Resource(SERVICE), id_generator=ids or RandomIdGenerator(), shutdown_on_exit=False
    )
    provider.add_span_processor(BatchSpanProcessor(MastraSpanExporter(url)))
    trace_id = tell(provider.get_tracer("concierge"), RUN, began)
    provider.shutdown()
    return f"{trace_id:032x}"


async def read(url: str, trace_id: str) -> Trace:
    """Return a trace that a database holds."""
    async with open_store(url) as store:
        trace = await store.observability.get_trace(trace_id)
        assert trace is not None
        return trace


def show_a_trace(url: str, page: Path) -> bool:
    """Record the run, draw it, write its page; return whether all of it is there."""
    heading("An agent's run, recorded by OpenTelemetry", "MastraSpanExporter, get_trace")
    trace_id = record(url, time.time_ns() - RUN.end * MILLISECOND)
    trace = asyncio.run(read(url, trace_id))
    console.print(trace.render())
    draw_page(trace.to_html(page))
    return len(trace.spans) == 9
