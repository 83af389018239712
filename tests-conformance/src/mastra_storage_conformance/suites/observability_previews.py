"""Previews of traces: the small part of their roots, with the beginning of the input."""

from typing import Any

import pytest
from mastra_storage_core import ObservabilityStorage, SpanStatus, TraceFilter

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import span_now, store_spans
from mastra_storage_conformance.suites.observability_spans import whole

__all__ = ["TestListTracesLight"]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestListTracesLight:
    """`list_traces_light` shows a preview of each root span."""

    async def test_it_has_the_small_fields_and_the_beginning_of_the_input(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = whole(make).model_copy(
            update={"parent_span_id": None, "input": [{"role": "user", "content": "Why?"}]}
        )
        await store_spans(observability, span)
        stored = await span_now(observability, span)

        page = await observability.list_traces_light(TraceFilter(trace_id=span.trace_id))

        (found,) = page.spans
        names = set(type(found).model_fields) - {"input_preview"}
        assert {name: getattr(found, name) for name in names} == {
            name: getattr(stored, name) for name in names
        }
        assert (found.input_preview, found.status, page.total) == ("Why?", SpanStatus.ERROR, 1)

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (None, None),
            ("  ", None),
            ("plain", "plain"),
            ("{broken", None),
            ('{"a": 1}', '{"a":1}'),
            ('"quoted"', "quoted"),
            ({"a": [1, None]}, '{"a":[1,null]}'),
            (5, "5"),
            ([{"role": "system", "content": "s"}, {"role": "user", "content": "u"}], "u"),
            (
                {
                    "messages": [
                        {"role": "user", "content": [{"type": "text", "text": "a"}, "b", 5]},
                        {"role": "user", "content": "c"},
                        "d",
                    ]
                },
                "a b | c",
            ),
            ([], None),
            ("é" * 101, "é" * 100 + "…"),
            ("👋" * 100, "👋" * 100),
        ],
    )
    async def test_the_preview_is_what_the_user_said_or_the_input(
        self, observability: ObservabilityStorage, make: Make, value: Any, shown: str | None
    ) -> None:
        span = make.span(input=value)
        await store_spans(observability, span)

        page = await observability.list_traces_light(TraceFilter(trace_id=span.trace_id))

        assert [each.input_preview for each in page.spans] == [shown]
