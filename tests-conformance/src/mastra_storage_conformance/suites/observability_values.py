"""Spans: what of JSON and time survives, to the letter, and whose the objects are."""

from datetime import UTC, datetime
from typing import Any

import pytest
from mastra_storage_core import Feature, NewSpan, ObservabilityStorage, TraceFilter

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import span_ids, span_now, store_spans
from mastra_storage_conformance.suites.isolation import ODD_IDS, deep, spoil
from mastra_storage_conformance.suites.values import MOMENTS, json_values
from mastra_storage_conformance.suites.workflows_values import plain

__all__ = ["TestFeaturesOfSpans", "TestSpanValues"]

OBJECTS = ("scope", "metadata", "attributes", "request_context")
ANYTHING = ("input", "output", "error")


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestSpanValues:
    """JSON is kept as JSON, and times as instants (rules 10 and 11)."""

    @json_values
    async def test_every_field_of_json_keeps_it(
        self, observability: ObservabilityStorage, make: Make, value: Any
    ) -> None:
        """A text that looks like JSON stays a text, also where it is all there is."""
        fields: dict[str, Any] = {name: {"v": value} for name in OBJECTS}
        fields |= dict.fromkeys(ANYTHING, value) | {"links": [value]}
        span = make.span(**fields)
        await observability.create_span(span)
        await observability.update_span(
            {"trace_id": span.trace_id, "span_id": span.span_id, "output": value}
        )

        found = await span_now(observability, span)
        trace = await observability.get_trace(span.trace_id)

        assert trace is not None
        for each in (found, trace.spans[0]):
            assert plain([getattr(each, name) for name in fields]) == plain(list(fields.values()))

    @pytest.mark.parametrize("value", ['"quoted"', '{"a": 1}', "[1]", "null", "5", "", " ", "'"])
    async def test_a_text_that_looks_like_json_is_a_text(
        self, observability: ObservabilityStorage, make: Make, value: str
    ) -> None:
        span = make.span(input=value, output=[value], error=value)

        await observability.create_span(span)

        found = await span_now(observability, span)
        assert (found.input, found.output, found.error) == (value, [value], value)

    async def test_nan_and_infinities_become_null_and_null_is_none(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """A value that is nothing but null is absent, an error as well."""
        odd = [float("nan"), float("inf"), -float("inf")]
        span = make.span(attributes={"v": odd}, output=odd, input=None, error=None)

        await observability.create_span(span)

        found = await span_now(observability, span)
        assert found.attributes == {"v": [None] * 3}
        assert (found.output, found.input, found.error) == ([None] * 3, None, None)
        assert found.status == "success"

    @pytest.mark.parametrize("moment", MOMENTS, ids=str)
    async def test_a_time_is_an_instant_in_utc_at_millisecond_precision(
        self, observability: ObservabilityStorage, make: Make, moment: datetime
    ) -> None:
        stored = moment.astimezone(UTC)
        stored = stored.replace(microsecond=stored.microsecond // 1000 * 1000)
        span = make.span().model_dump() | {"started_at": moment, "ended_at": moment}
        await observability.create_span(span)
        key = {"trace_id": span["trace_id"], "span_id": span["span_id"]}
        await observability.update_span({**key, "ended_at": moment})

        found = await observability.get_span(**key)

        assert found is not None
        assert (found.started_at, found.ended_at) == (stored, stored)

    async def test_returned_and_passed_objects_are_the_callers(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """Rule 12: changing one never changes the store."""
        passed: dict[str, Any] = {name: deep() for name in (*OBJECTS, *ANYTHING)}
        span = make.span(**passed, links=[deep()], tags=["a"])
        await observability.create_span(span)
        for _ in range(2):
            trace = await observability.get_trace(span.trace_id)
            page = await observability.list_traces(TraceFilter(trace_id=span.trace_id))
            assert trace is not None
            for each in (span, *trace.spans, *page.spans):
                for name in (*passed, "links", "tags"):
                    spoil(getattr(each, name))

        found = await span_now(observability, span)

        assert {name: getattr(found, name) for name in passed} == {name: deep() for name in passed}
        assert (found.links, found.tags) == ([deep()], ["a"])

    @pytest.mark.parametrize("odd", ODD_IDS, ids=ascii)
    async def test_any_id_names_nothing_but_itself(
        self, observability: ObservabilityStorage, make: Make, odd: str
    ) -> None:
        named = odd + make.owner
        span = make.span(trace_id=named, span_id=odd, parent_span_id=None)
        child = make.span(trace_id=named, span_id=f"{odd}x", parent_span_id=odd, at=1)
        await store_spans(observability, span, child, make.span(trace_id=f"{named}x", span_id=odd))

        branch = await observability.get_branch(trace_id=named, span_id=odd)
        page = await observability.list_traces(TraceFilter(trace_id=named))

        assert branch is not None
        assert span_ids(branch.spans) == [odd, f"{odd}x"]
        assert span_ids(page.spans) == [odd]
        assert await observability.batch_delete_traces([named]) == 1
        assert await observability.get_trace(f"{named}x") is not None


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestFeaturesOfSpans:
    """The features that are about JSON are about spans, too."""

    async def test_json_key_order_is_kept_or_not_promised(
        self, observability: ObservabilityStorage, backend: Backend, make: Make
    ) -> None:
        value = {"zebra": 1, "b": {"y": 1, "x": 2}, "aa": 3, "": 4}
        span = make.span(attributes=value, output=value)
        await observability.create_span(span)

        found = await span_now(observability, span)

        assert found.attributes == found.output == value
        if Feature.JSON_KEY_ORDER in backend.capabilities.features:
            assert [list(found.attributes or ()), list(found.output)] == [list(value)] * 2

    async def test_json_number_spelling_is_kept_or_numbers_are_said_by_value(
        self, observability: ObservabilityStorage, backend: Backend, make: Make
    ) -> None:
        span = make.span(output=[1e23, -0.0, 1.5, 10**23])
        await observability.create_span(span)

        spelled = Feature.JSON_NUMBER_SPELLING in backend.capabilities.features
        expected = [1e23, -0.0, 1.5, 10**23] if spelled else [10**23, 0.0, 1.5, 10**23]
        assert repr((await span_now(observability, span)).output) == repr(expected)

    async def test_json_nul_survives_or_becomes_the_replacement_character(
        self, observability: ObservabilityStorage, backend: Backend, make: Make
    ) -> None:
        value = {"a\0": "b\0c", "d": ["\ud800", "ok 😀", r"\u0000"]}
        span = make.span(attributes=value, input=value)
        await observability.create_span(span)

        found = await span_now(observability, span)

        replaced = {"a\ufffd": "b\ufffdc", "d": ["\ufffd", "ok 😀", r"\u0000"]}
        survives = Feature.JSON_NUL in backend.capabilities.features
        assert found.attributes == found.input == (value if survives else replaced)

    async def test_json_nul_survives_or_keys_that_become_equal_are_rejected_alone(
        self, observability: ObservabilityStorage, backend: Backend, make: Make
    ) -> None:
        """What only the database knows to be bad keeps no other span from being stored."""
        trace = make.id("trace")
        spans: list[NewSpan] = [make.span(trace_id=trace, at=n) for n in range(9)]
        spans[4] = make.span(trace_id=trace, at=4, output={"a\0": 1, "a\ufffd": 2})

        result = await observability.batch_create_spans(spans)

        survives = Feature.JSON_NUL in backend.capabilities.features
        assert [each.position for each in result.rejected] == ([] if survives else [4])
        found = await observability.get_trace(trace)
        assert found is not None
        kept = [each for number, each in enumerate(spans) if survives or number != 4]
        assert span_ids(found.spans) == span_ids(kept)
