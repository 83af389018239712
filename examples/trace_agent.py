"""Trace an agent with OpenTelemetry, find the run that failed, and look at it."""

import asyncio
from pathlib import Path

from mastra_storage_core import TraceFilter, open_store
from mastra_storage_otel import MastraSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

URL = "file:traces.db"
Path("traces.db").unlink(missing_ok=True)

provider = TracerProvider()
provider.add_span_processor(BatchSpanProcessor(MastraSpanExporter(URL)))
tracer = provider.get_tracer("travel-desk")


def ask(question: str) -> str:
    """Ask a model which tool to use; this one always says the same."""
    said = {"gen_ai.operation.name": "chat", "gen_ai.request.model": "parrot-1"}
    with tracer.start_as_current_span("chat parrot-1", attributes=said) as span:
        span.set_attribute("gen_ai.input.messages", question)
        span.set_attribute("gen_ai.usage.input_tokens", len(question.split()))
        span.set_attribute("gen_ai.usage.output_tokens", 1)
        return "find_place"


def find_place(city: str) -> str:
    """Look for a restaurant, in the cities that are known."""
    said = {"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "find_place"}
    with tracer.start_as_current_span("execute_tool find_place", attributes=said):
        return {"Porto": "Cais Novo"}[city]


def answer(city: str, resource_id: str) -> str:
    """Be the agent."""
    said = {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.agent.name": "concierge",
        "mastra.resource_id": resource_id,
    }
    with tracer.start_as_current_span("invoke_agent concierge", attributes=said):
        ask(f"Where can I eat in {city}?")
        return find_place(city)


def work() -> None:
    """Answer two questions, of which one is too hard."""
    print(answer("Porto", "ada"))
    try:
        answer("Atlantis", "grace")
    except KeyError:
        print("no answer")
    provider.shutdown()


async def look() -> None:
    """Find the newest run of the agent that failed, and show what happened in it."""
    async with open_store(URL) as store:
        wanted = TraceFilter(entity_name="concierge", status="error")
        page = await store.observability.list_traces(filters=wanted, per_page=1)
        trace = await store.observability.get_trace(page.spans[0].trace_id)
    assert trace is not None
    for span in sorted(trace.spans, key=lambda span: span.name):
        print(f"{span.name}: {span.span_type}, {span.status}")
    print("written:", trace.to_html("trace.html"))


work()
asyncio.run(look())
