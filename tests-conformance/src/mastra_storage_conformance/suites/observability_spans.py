"""Single spans: stored, replaced, read by id."""

from typing import Any

import pytest
from mastra_storage_core import NewSpan, ObservabilityStorage, SpanStatus

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import (
    as_given,
    next_millisecond,
    span_ids,
    span_now,
    store_spans,
)

__all__ = ["TestCreateSpan", "TestGetSpans"]


def whole(make: Make) -> NewSpan:
    """Return a span of which every field has a value."""
    texts: dict[str, Any] = {
        name: f"the {name}"
        for name, field in NewSpan.model_fields.items()
        if field.annotation in (str, str | None) and not name.endswith("_id")
    }
    ids: dict[str, Any] = {
        name: make.id(name) for name in NewSpan.model_fields if name.endswith("_id")
    }
    return make.span(
        **texts,
        **ids,
        is_event=True,
        scope={"version": "1.0"},
        tags=["b", "a", "b"],
        metadata={"tenant": "acme", "level": 3, "beta": True, "none": None},
        attributes={"model": "gpt", "usage": {"inputTokens": 3}},
        links=[{"traceId": "t"}, 5],
        input={"messages": ["hi 👋"]},
        output=[1, "two", None],
        error={"message": "broke"},
        request_context={"k": "v"},
    )


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestCreateSpan:
    """`create_span` stores a span, or replaces it whole."""

    async def test_every_field_is_read_back(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = whole(make)

        await observability.create_span(span)

        found = await span_now(observability, span)
        assert as_given(found) == span
        assert found.created_at == found.updated_at

    async def test_what_is_not_given_is_none(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = make.span(lasts=None)

        await observability.create_span(span)

        assert as_given(await span_now(observability, span)) == span

    async def test_one_that_exists_is_replaced_whole_but_for_its_created_at(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """A field that the second one does not have is empty afterwards."""
        first = whole(make)
        await observability.create_span(first)
        created = (await span_now(observability, first)).created_at
        next_millisecond()
        second = make.span(trace_id=first.trace_id, span_id=first.span_id, name="another")

        await observability.create_span(second)

        found = await span_now(observability, first)
        assert as_given(found) == second
        assert found.created_at == created
        assert found.updated_at is not None
        assert found.updated_at > created

    async def test_a_mapping_in_the_names_of_either_language_is_a_span(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = whole(make)
        other = span.model_copy(update={"span_id": make.id("span")})

        await observability.create_span(span.model_dump(by_alias=True))
        await observability.create_span(other.model_dump())

        assert as_given(await span_now(observability, span)) == span
        assert as_given(await span_now(observability, other)) == other

    async def test_unknown_types_are_kept(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = make.span(span_type="quantum_leap", entity_type="oracle")

        await observability.create_span(span)

        assert as_given(await span_now(observability, span)) == span

    async def test_the_same_span_id_in_two_traces_is_two_spans(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        one = make.span(name="one")
        other = make.span(span_id=one.span_id, name="other")
        await store_spans(observability, one, other)

        assert (await span_now(observability, one)).name == "one"
        assert (await span_now(observability, other)).name == "other"

    @pytest.mark.parametrize(
        ("fields", "status"),
        [
            ({"lasts": None}, SpanStatus.RUNNING),
            ({}, SpanStatus.SUCCESS),
            ({"error": {"message": "x"}}, SpanStatus.ERROR),
            ({"error": {"message": "x"}, "lasts": None}, SpanStatus.ERROR),
            ({"error": ""}, SpanStatus.ERROR),
            ({"error": False, "lasts": None}, SpanStatus.ERROR),
        ],
    )
    async def test_the_status_is_derived(
        self,
        observability: ObservabilityStorage,
        make: Make,
        fields: dict[str, Any],
        status: SpanStatus,
    ) -> None:
        """An error wins, whatever it is and even over a span that has not ended."""
        span = make.span(**fields)
        await observability.create_span(span)

        found = await span_now(observability, span)
        light = await observability.get_trace_light(span.trace_id)

        assert found.status == status
        assert light is not None
        assert light.spans[0].status == status


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestGetSpans:
    """`get_span` and `get_spans` read by id."""

    async def test_a_span_that_does_not_exist_is_none(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = make.span()
        await observability.create_span(span)

        assert await observability.get_span(trace_id=span.trace_id, span_id="no") is None
        assert await observability.get_span(trace_id="no", span_id=span.span_id) is None

    async def test_several_come_in_the_order_of_the_ids_without_unknown_ones(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        spans = [make.span(trace_id="t" + make.owner, at=number) for number in range(3)]
        first, second, third = span_ids(spans)
        await store_spans(observability, *spans, make.span())

        found = await observability.get_spans(
            trace_id=spans[0].trace_id, span_ids=[third, "unknown", first, third]
        )

        assert span_ids(found) == [third, first]
        assert as_given(found[0]) == spans[2]
        none = await observability.get_spans(trace_id=spans[0].trace_id, span_ids=[])
        assert (none, second in span_ids(found)) == ([], False)
