"""Batches of spans: all are stored that can be, each of the others is reported."""

import asyncio
from typing import Any

import pytest
from mastra_storage_core import (
    InvalidInputError,
    NewSpan,
    ObservabilityStorage,
    Store,
)
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import as_given, span_ids, span_now, store_spans

__all__ = ["TestBatchCreateSpans"]


def bad_ones(make: Make) -> list[tuple[Any, str]]:
    """Return what is no span, or none that can be stored, with words of the reason."""
    sound = make.span().model_dump()
    return [
        ({**sound, "trace_id": ""}, "trace_id must not be empty"),
        ({**sound, "span_id": " "}, "span_id must not be empty"),
        ({key: value for key, value in sound.items() if key != "span_id"}, "spanId"),
        ({**sound, "started_at": None}, "started_at"),
        ({**sound, "started_at": sound["started_at"].replace(tzinfo=None)}, "time zone"),
        ({**sound, "ended_at": make.after(-1)}, "ended_at lies before started_at"),
        ({**sound, "parent_span_id": ""}, "parent_span_id must not be empty"),
        ({**sound, "attributes": {5: "x"}}, "attributes has a key that is a int"),
        ({**sound, "attributes": [1]}, "attributes must be a JSON object"),
        ({**sound, "output": {"a": {"b": {1}}}}, "output.a.b is a set"),
        ({**sound, "links": {"a": 1}}, "links must be a list"),
        ({**sound, "tags": [1]}, "tags"),
        ({**sound, "name": "a\0b"}, "name contains a NUL"),
        ({**sound, "user_id": "é" * 513}, "user_id is 1,026 bytes"),
        (5, "must be a NewSpan or a mapping, not int"),
        (None, "must be a NewSpan or a mapping, not NoneType"),
    ]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestBatchCreateSpans:
    """`batch_create_spans` stores many spans; a bad one keeps no other from being stored."""

    async def test_children_may_come_before_their_parents(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        root = make.span()
        child = make.span(trace_id=root.trace_id, parent_span_id=root.span_id, at=1)

        await store_spans(observability, child)
        await store_spans(observability, root)

        trace = await observability.get_trace(root.trace_id)
        assert trace is not None
        assert span_ids(trace.spans) == span_ids([root, child])

    async def test_a_span_that_stands_twice_is_stored_as_it_stands_last(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        first = make.span(name="first", output={"a": 1})
        last = make.span(trace_id=first.trace_id, span_id=first.span_id, name="last")

        result = await observability.batch_create_spans([first, make.span(), last])

        assert (result.stored, result.rejected) == (3, [])
        assert as_given(await span_now(observability, first)) == last

    async def test_a_batch_may_be_sent_again(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        spans = [make.span(trace_id="again" + make.owner, at=number) for number in range(5)]

        await store_spans(observability, *spans)
        before = await observability.get_trace(spans[0].trace_id)
        await store_spans(observability, *spans[::-1])
        after = await observability.get_trace(spans[0].trace_id)

        assert before is not None
        assert after is not None
        assert list(map(as_given, after.spans)) == spans
        assert [each.created_at for each in after.spans] == [
            each.created_at for each in before.spans
        ]

    async def test_a_bad_span_is_reported_with_its_position_and_all_others_are_stored(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        bad = bad_ones(make)
        good = [make.span(trace_id="good" + make.owner, at=number) for number in range(len(bad))]
        batch = [
            each for pair in zip((record for record, _ in bad), good, strict=True) for each in pair
        ]

        result = await observability.batch_create_spans(batch)

        assert result.stored == len(good)
        assert [each.position for each in result.rejected] == list(range(0, 2 * len(bad), 2))
        for rejected, (_, words) in zip(result.rejected, bad, strict=True):
            assert words in rejected.reason
        trace = await observability.get_trace(good[0].trace_id)
        assert trace is not None
        assert span_ids(trace.spans) == span_ids(good)

    async def test_what_is_rejected_is_named_as_far_as_it_can_be_read(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = make.span()
        result = await observability.batch_create_spans(
            [
                span.model_copy(update={"ended_at": make.after(-1)}),
                {"traceId": "only a trace"},
                {"name": "nameless"},
            ]
        )

        key = f"{span.trace_id}/{span.span_id}"
        assert [each.key for each in result.rejected] == [key, "only a trace/", None]
        assert result.stored == 0

    async def test_a_value_above_the_limit_is_rejected_and_says_where_it_is_large(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """A guard: without one, an attribute of ten megabytes is read with every trace."""
        span = make.span(attributes={"prompt": {"text": "x" * DEFAULT_MAX_BYTES}})

        result = await observability.batch_create_spans([span, make.span()])

        (rejected,) = result.rejected
        assert (result.stored, rejected.position) == (1, 0)
        assert "attributes.prompt.text" in rejected.reason
        assert len(rejected.reason) < 500

    async def test_an_empty_batch_stores_nothing(self, observability: ObservabilityStorage) -> None:
        result = await observability.batch_create_spans([])

        assert (result.stored, result.rejected) == (0, [])

    @pytest.mark.parametrize("batch", ["spans", {"trace_id": "t"}, None, 5, b"x"])
    async def test_what_is_no_batch_is_refused(
        self, observability: ObservabilityStorage, batch: Any
    ) -> None:
        with pytest.raises(InvalidInputError, match="a batch must be a list"):
            await observability.batch_create_spans(batch)

    async def test_batches_of_the_same_spans_at_one_moment_all_succeed(
        self, stores: list[Store], make: Make
    ) -> None:
        """Whatever their order: none waits for another that waits for it."""
        spans = [make.span(trace_id="crowd" + make.owner, at=number) for number in range(40)]

        def batch(number: int) -> list[NewSpan]:
            chosen = spans if number % 2 else spans[::-1]
            return [each.model_copy(update={"name": f"by {number}"}) for each in chosen]

        await asyncio.gather(
            *(
                stores[number % len(stores)].observability.batch_create_spans(batch(number))
                for number in range(8)
            )
        )

        trace = await stores[0].observability.get_trace(spans[0].trace_id)
        assert trace is not None
        assert span_ids(trace.spans) == span_ids(spans)
        assert len({each.name for each in trace.spans}) == 1
