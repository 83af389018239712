"""Traces read whole: all of their spans, the small part of them, their roots."""

import pytest
from mastra_storage_core import LightSpan, ObservabilityStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import as_given, span_ids, store_spans
from mastra_storage_conformance.suites.observability_spans import whole

__all__ = ["TestGetRootSpan", "TestGetTrace"]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestGetTrace:
    """`get_trace` and `get_trace_light` return all spans of a trace in order."""

    async def test_spans_are_ordered_by_started_at_and_then_by_id(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        trace = make.id("trace")
        starts = [("b", 0), ("B", 1), ("a", 1), ("ä", 1), ("Z", 0.001), ("a!", 1)]
        spans = [make.span(trace_id=trace, span_id=name, at=at) for name, at in starts]
        await store_spans(observability, *spans, make.span())

        found = await observability.get_trace(trace)
        light = await observability.get_trace_light(trace)

        assert found is not None
        assert light is not None
        assert span_ids(found.spans) == ["b", "Z", "B", "a", "a!", "ä"]
        assert span_ids(light.spans) == span_ids(found.spans)
        assert (found.trace_id, light.trace_id) == (trace, trace)

    async def test_every_field_of_every_span_is_there(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = whole(make)
        await observability.create_span(span)

        trace = await observability.get_trace(span.trace_id)

        assert trace is not None
        assert list(map(as_given, trace.spans)) == [span]

    async def test_a_light_trace_has_what_a_timeline_shows(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = whole(make)
        await observability.create_span(span)
        trace = await observability.get_trace(span.trace_id)

        light = await observability.get_structure(span.trace_id)

        assert trace is not None
        assert light is not None
        fields = {name: getattr(trace.spans[0], name) for name in LightSpan.model_fields}
        assert light.spans == [LightSpan(**fields)]

    async def test_an_unknown_trace_is_none(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        unknown = make.id("trace")

        assert await observability.get_trace(unknown) is None
        assert await observability.get_trace_light(unknown) is None
        assert await observability.get_root_span(unknown) is None

    async def test_a_hundred_spans_of_one_moment_are_all_there(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        trace = make.id("trace")
        spans = [make.span(trace_id=trace) for _ in range(100)]
        await store_spans(observability, *spans)

        found = await observability.get_trace(trace)

        assert found is not None
        assert list(map(as_given, found.spans)) == spans


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestGetRootSpan:
    """`get_root_span` returns the span without a parent."""

    async def test_it_is_the_one_without_a_parent(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        root = make.span(at=1)
        child = make.span(trace_id=root.trace_id, parent_span_id=root.span_id, at=0)
        await store_spans(observability, child, root)

        found = await observability.get_root_span(root.trace_id)

        assert found is not None
        assert as_given(found) == root

    async def test_of_several_it_is_the_one_that_started_first_and_then_by_id(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        trace = make.id("trace")
        spans = [
            make.span(trace_id=trace, span_id=name, at=at)
            for name, at in [("c", 2), ("b", 1), ("a", 1)]
        ]
        await store_spans(observability, *spans)

        found = await observability.get_root_span(trace)

        assert found is not None
        assert found.span_id == "a"

    async def test_a_trace_without_one_has_none(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        orphan = make.span(parent_span_id="gone")
        await observability.create_span(orphan)

        assert await observability.get_root_span(orphan.trace_id) is None
