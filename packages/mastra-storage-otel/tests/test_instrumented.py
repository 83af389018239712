"""Programs that are instrumented by real libraries: an agent, SQLite, PostgreSQL."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import asyncpg
import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import Span, Trace, open_store
from mastra_storage_otel import MastraSpanExporter
from opentelemetry.instrumentation.asyncpg import AsyncPGInstrumentor
from opentelemetry.instrumentation.sqlite3 import SQLite3Instrumentor
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from pydantic_ai import Agent, InstrumentationSettings
from pydantic_ai.messages import ModelMessage, ModelResponse, ToolCallPart
from pydantic_ai.models.function import AgentInfo, FunctionModel


def providing(url: str) -> TracerProvider:
    provider = TracerProvider(resource=Resource({"service.name": "kitchen"}))
    provider.add_span_processor(BatchSpanProcessor(MastraSpanExporter(url)))
    return provider


@pytest.fixture
def instrumented(url: str) -> Iterator[TracerProvider]:
    """A program whose SQLite is traced."""
    provider = providing(url)
    SQLite3Instrumentor().instrument(tracer_provider=provider)
    yield provider
    SQLite3Instrumentor().uninstrument()


def decide(messages: list[ModelMessage], info: AgentInfo) -> ModelResponse:
    """Be a model that looks up what there is, and then orders more."""
    tool = "stock" if len(messages) == 1 else "order"
    return ModelResponse(parts=[ToolCallPart(tool, {"item": "flour"})])


def make_agent(provider: TracerProvider) -> Agent[None, str]:
    """Return an agent whose tools look into a database, and fail."""
    agent = Agent(FunctionModel(decide, model_name="m"), name="cook", instructions="Be brief.")
    agent.instrument = InstrumentationSettings(tracer_provider=provider)

    @agent.tool_plain
    def stock(item: str) -> int:
        """Look up how much there is."""
        with closing(sqlite3.connect(":memory:")) as database, closing(database.cursor()) as cursor:
            return int(cursor.execute("SELECT length(?)", (item,)).fetchone()[0])

    @agent.tool_plain
    def order(item: str) -> None:
        """Order more."""
        raise LookupError(f"nobody sells {item}")

    return agent


async def only_trace(url: str) -> Trace:
    async with open_store(url) as store:
        page = await store.observability.list_traces()
        (root,) = page.spans
        trace = await store.observability.get_trace(root.trace_id)
        assert trace is not None
        return trace


def named(trace: Trace) -> dict[str, Span]:
    """Return the spans by name, of several the first."""
    return {span.name: span for span in reversed(trace.spans)}


@pytest.fixture
def trace(url: str, instrumented: TracerProvider) -> Trace:
    """What a run of the agent leaves behind."""
    with pytest.raises(LookupError):
        asyncio.run(make_agent(instrumented).run("What is there?", conversation_id="talk-1"))
    instrumented.shutdown()
    return asyncio.run(only_trace(url))


def test_an_agent_its_model_its_tools_and_their_sql_are_one_trace(trace: Trace) -> None:
    spans = named(trace)
    ids = {span.span_id: span.name for span in trace.spans}
    parents = {name: ids.get(span.parent_span_id or "") for name, span in spans.items()}

    assert {name: str(span.span_type) for name, span in spans.items()} == {
        "invoke_agent cook": "agent_run",
        "chat m": "model_generation",
        "execute_tool stock": "tool_call",
        "execute_tool order": "tool_call",
        "SELECT": "generic",
    }
    assert parents == {
        "invoke_agent cook": None,
        "chat m": "invoke_agent cook",
        "execute_tool stock": "invoke_agent cook",
        "execute_tool order": "invoke_agent cook",
        "SELECT": "execute_tool stock",
    }


def test_what_mastra_has_words_for_is_said_in_them(trace: Trace) -> None:
    spans = named(trace)
    model, tool = spans["chat m"], spans["execute_tool stock"]

    assert (model.attributes or {})["model"] == "m"
    assert set((model.attributes or {})["usage"]) == {"inputTokens", "outputTokens"}
    assert model.input[0]["parts"][0]["content"] == "What is there?"
    assert (tool.input, tool.output) == ({"item": "flour"}, "5")
    assert (tool.entity_name, tool.parent_entity_name) == ("stock", "cook")
    assert {span.thread_id for span in (model, tool)} == {"talk-1"}
    assert {span.service_name for span in trace.spans} == {"kitchen"}


def test_the_failure_is_that_of_the_tool_and_of_the_run(trace: Trace) -> None:
    failed = {span.name: span.error["name"] for span in trace.spans if span.status == "error"}

    assert failed == {"execute_tool order": "LookupError", "invoke_agent cook": "LookupError"}


def test_the_sql_of_a_program_is_traced_and_that_of_the_exporter_not(
    url: str, instrumented: TracerProvider
) -> None:
    with closing(sqlite3.connect(":memory:")) as mine, closing(mine.cursor()) as cursor:
        cursor.execute("SELECT 1")
    for _ in range(3):
        instrumented.force_flush()
    instrumented.shutdown()

    (span,) = asyncio.run(only_trace(url)).spans
    assert (span.name, (span.attributes or {})["db.statement"]) == ("SELECT", "SELECT 1")


@pytest.mark.server
def test_and_so_it_is_on_postgresql(
    server: PostgresServer,
) -> None:
    url = server.create_database()
    provider = providing(url)
    tracing = AsyncPGInstrumentor()  # type: ignore[no-untyped-call]
    tracing.instrument(tracer_provider=provider)

    async def work() -> None:
        connection = await asyncpg.connect(url)
        await connection.fetch("SELECT 1")
        await connection.close()

    try:
        asyncio.run(work())
        for _ in range(3):
            provider.force_flush()
        provider.shutdown()
    finally:
        tracing.uninstrument()

    (span,) = asyncio.run(only_trace(url)).spans
    assert (span.attributes or {})["db.statement"] == "SELECT 1"
