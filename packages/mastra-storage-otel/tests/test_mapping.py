"""A span of OpenTelemetry becomes one of Mastra, and nothing of it is lost."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, strategies as st
from mastra_storage_core.domains.observability.drafts import check_span
from mastra_storage_otel import to_span
from mastra_storage_otel.values import plain
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.trace import (
    Link,
    NonRecordingSpan,
    SpanContext,
    SpanKind,
    StatusCode,
    TraceFlags,
    set_span_in_context as within,
)
from recording import Recording

NOON = 1_777_636_800_123_456_789
"""Nanoseconds since 1970."""

CHAT = {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": "openai",
    "gen_ai.request.model": "gpt-5",
    "gen_ai.request.temperature": 0.2,
    "gen_ai.request.max_tokens": 100,
    "gen_ai.response.model": "gpt-5-mini",
    "gen_ai.response.id": "r1",
    "gen_ai.response.finish_reasons": ["stop"],
    "gen_ai.usage.input_tokens": 50,
    "gen_ai.usage.output_tokens": 9,
    "gen_ai.usage.cache_read.input_tokens": 20,
    "operation.cost": 0.0012,
    "gen_ai.input.messages": '[{"role": "user"}]',
    "gen_ai.output.messages": '[{"role": "assistant"}]',
    "gen_ai.conversation.id": "thread-1",
    "gen_ai.agent.name": "cook",
}


def test_ids_times_and_names(recording: Recording) -> None:
    parent = SpanContext(0xA, 0xB, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED))
    given = recording.begin({}, context=within(NonRecordingSpan(parent)), start_time=NOON)
    given.end(NOON + 1_500_000_000)
    span = to_span(recording.last)

    assert (span.trace_id, span.parent_span_id) == (f"{0xA:032x}", f"{0xB:016x}")
    assert span.span_id == f"{given.get_span_context().span_id:016x}"
    assert span.started_at == datetime(2026, 5, 1, 12, 0, 0, 123_000, UTC)
    assert span.ended_at == datetime(2026, 5, 1, 12, 0, 1, 623_000, UTC)
    assert (span.name, span.span_type, span.is_event) == ("step", "generic", False)


def test_a_model_call(recording: Recording) -> None:
    span = to_span(recording.made(CHAT))

    assert span.span_type == "model_generation"
    assert span.attributes == {
        "gen_ai.operation.name": "chat",
        "provider": "openai",
        "model": "gpt-5",
        "parameters": {"temperature": 0.2, "maxOutputTokens": 100},
        "responseModel": "gpt-5-mini",
        "responseId": "r1",
        "finishReason": "stop",
        "usage": {"inputTokens": 50, "outputTokens": 9, "inputDetails": {"cacheRead": 20}},
        "costContext": {"estimatedCost": 0.0012, "costUnit": "USD"},
    }
    assert (span.input, span.output) == ([{"role": "user"}], [{"role": "assistant"}])
    assert (span.thread_id, span.entity_type, span.entity_name) == ("thread-1", "agent", "cook")


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, "generic"),
        ({"gen_ai.operation.name": "invoke_agent"}, "agent_run"),
        ({"gen_ai.operation.name": "text_completion"}, "model_generation"),
        ({"gen_ai.operation.name": "generate_content"}, "model_generation"),
        ({"gen_ai.operation.name": "execute_tool"}, "tool_call"),
        ({"gen_ai.operation.name": "execute_tool", "mcp.method.name": "x"}, "mcp_tool_call"),
        ({"gen_ai.operation.name": "invoke_workflow"}, "workflow_run"),
        ({"gen_ai.operation.name": "embeddings"}, "rag_embedding"),
        ({"gen_ai.operation.name": "retrieval"}, "rag_vector_operation"),
        ({"gen_ai.operation.name": "of_tomorrow"}, "generic"),
        ({"mastra.span_type": "my_own", "gen_ai.operation.name": "chat"}, "my_own"),
    ],
)
def test_what_a_span_is(recording: Recording, attributes: dict[str, Any], expected: str) -> None:
    assert to_span(recording.made(attributes)).span_type == expected


def test_a_tool_and_the_agent_that_calls_it(recording: Recording) -> None:
    attributes = {
        "gen_ai.operation.name": "execute_tool",
        "gen_ai.tool.name": "stock",
        "gen_ai.tool.call.id": "c1",
        "gen_ai.tool.call.arguments": '{"item": "flour"}',
        "gen_ai.tool.call.result": "3 kg",
        "gen_ai.agent.id": "a1",
        "gen_ai.agent.name": "cook",
    }
    span = to_span(recording.made(attributes))

    assert (span.entity_type, span.entity_name) == ("tool", "stock")
    assert (span.parent_entity_type, span.parent_entity_id) == ("agent", "a1")
    assert (span.input, span.output) == ({"item": "flour"}, "3 kg")
    assert span.attributes == {"gen_ai.operation.name": "execute_tool", "toolCallId": "c1"}


def test_names_that_were_replaced(recording: Recording) -> None:
    attributes = {
        "gen_ai.system": "openai",
        "gen_ai.usage.prompt_tokens": 5,
        "gen_ai.usage.completion_tokens": 6,
        "gen_ai.usage.output_tokens": 7,
        "gen_ai.prompt": "Hi",
        "gen_ai.completion": "Hello",
        "enduser.id": "ada",
    }
    span = to_span(recording.made(attributes))

    assert span.attributes == {
        "provider": "openai",
        "usage": {"inputTokens": 5, "outputTokens": 7},
    }
    assert (span.input, span.output, span.user_id) == ("Hi", "Hello", "ada")


def test_contents_that_come_as_events(recording: Recording) -> None:
    given = recording.begin({})
    given.add_event("gen_ai.content.prompt", {"gen_ai.prompt": "Hi"})
    given.end()

    assert to_span(recording.last).input == "Hi"


def test_all_else_stays_as_it_is(recording: Recording) -> None:
    other = SpanContext(1, 2, is_remote=True)
    given = recording.begin(
        {"db.query.text": "{not json", "n": [1, 2], "model": "mine", "gen_ai.request.model": "m"},
        kind=SpanKind.CLIENT,
        links=[Link(other, {"why": "retry"})],
    )
    given.add_event("cache miss", {"key": "k"}, timestamp=NOON)
    given.end()
    span = to_span(recording.last)

    assert span.attributes == {
        "model": "m",
        "otel.model": "mine",
        "db.query.text": "{not json",
        "n": [1, 2],
        "otel.kind": "client",
        "otel.events": [
            {
                "name": "cache miss",
                "time": "2026-05-01T12:00:00.123456Z",
                "attributes": {"key": "k"},
            }
        ],
    }
    ids = {"traceId": f"{1:032x}", "spanId": f"{2:016x}"}
    assert span.links == [{**ids, "attributes": {"why": "retry"}}]


class TestErrors:
    def test_an_exception_that_ends_a_span(self, recording: Recording) -> None:
        with (
            pytest.raises(ValueError, match="no flour"),
            recording.tracer.start_as_current_span(""),
        ):
            raise ValueError("no flour")
        span = to_span(recording.last)

        assert (span.error["message"], span.error["name"]) == ("no flour", "ValueError")
        assert "test_mapping.py" in span.error["stack"]
        assert span.attributes is None

    def test_a_status_without_an_exception(self, recording: Recording) -> None:
        given = recording.begin({"error.type": "timeout"})
        given.set_status(StatusCode.ERROR, "it took too long")
        given.end()

        assert to_span(recording.last).error == {"message": "it took too long", "name": "timeout"}

    def test_an_error_type_alone(self, recording: Recording) -> None:
        span = to_span(recording.made({"error.type": "500"}))

        assert span.error == {"message": "500", "name": "500"}

    def test_an_exception_that_was_handled_is_an_event(self, recording: Recording) -> None:
        given = recording.begin({})
        given.record_exception(ValueError("handled"))
        given.end()
        span = to_span(recording.last)

        assert span.error is None
        assert span.attributes is not None
        assert span.attributes["otel.events"][0]["name"] == "exception"


class TestWhoseItIs:
    def test_the_service_its_versions_and_where_it_runs(self) -> None:
        resource = {
            "service.version": "3.1",
            "deployment.environment": "prod",
            "host.name": "h1",
        }
        recording = Recording(**resource)
        span = to_span(recording.made({}))

        assert (span.service_name, span.environment) == ("shop", "prod")
        assert span.scope == {"name": "tests", "version": "1.2", "serviceVersion": "3.1"}
        assert span.metadata == {"resource": {"service.name": "shop", **resource}}

    def test_only_the_first_span_of_a_process_says_what_it_runs_on(
        self, recording: Recording
    ) -> None:
        inner = recording.made({}, context=within(recording.begin({})))

        assert to_span(inner).metadata is None

    def test_what_a_program_says_itself(self, recording: Recording) -> None:
        attributes = {
            "mastra.resource_id": "ada",
            "mastra.thread_id": "t1",
            "gen_ai.conversation.id": "c1",
            "mastra.tags": ["beta", "eu"],
            "mastra.metadata": '{"plan": "pro"}',
            "mastra.input": '{"q": 1}',
            "mastra.span_id": "mine",
        }
        span = to_span(recording.made(attributes))

        assert (span.resource_id, span.thread_id, span.tags) == ("ada", "t1", ["beta", "eu"])
        assert (span.metadata or {})["plan"] == "pro"
        assert span.input == {"q": 1}
        assert span.attributes == {"mastra.span_id": "mine"}


class TestRepairs:
    def test_an_end_before_the_start_becomes_the_start(self, recording: Recording) -> None:
        recording.begin({}, start_time=NOON).end(NOON - 1)
        span = to_span(recording.last)

        assert span.ended_at == span.started_at

    def test_a_span_that_has_not_ended(self) -> None:
        span = ReadableSpan("n", SpanContext(1, 2, is_remote=False), start_time=NOON)

        assert to_span(span).ended_at is None

    def test_texts_that_no_database_holds(self, recording: Recording) -> None:
        span = to_span(recording.made({"mastra.run_id": "é" * 600, "user.id": "a\0b"}))

        assert (span.run_id, span.user_id) == ("é" * 512, "a\N{REPLACEMENT CHARACTER}b")

    def test_values_that_are_no_json(self) -> None:
        deep: Any = "end"
        for _ in range(300):
            deep = [deep]

        assert plain({1: b"ab", "o": SpanKind.CLIENT}) == {"1": "YWI=", "o": "SpanKind.CLIENT"}
        assert str(plain(deep)).count("[") < 200
        assert plain(10**5000) == "an integer of 16610 bits"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
KEYS = st.sampled_from(
    [*CHAT, "mastra.tags", "mastra.metadata", "mastra.run_id", "error.type", "x"]
)


@given(st.dictionaries(KEYS | st.text(), ANYTHING), st.text(), st.integers(), st.integers())
def test_any_span_can_be_stored(
    attributes: dict[str, Any], name: str, start: int, end: int
) -> None:
    context = SpanContext(1, 2, is_remote=False)
    span = ReadableSpan(name, context, attributes=attributes, start_time=start, end_time=end)

    assert check_span(to_span(span), 10**6)
