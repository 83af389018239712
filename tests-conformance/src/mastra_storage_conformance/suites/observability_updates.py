"""Changes to spans."""

import asyncio
from typing import Any

import pytest
from mastra_storage_core import (
    InvalidInputError,
    NotFoundError,
    ObservabilityStorage,
    SpanUpdate,
    Store,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import (
    as_given,
    next_millisecond,
    span_now,
    store_spans,
)
from mastra_storage_conformance.suites.observability_spans import whole

__all__ = ["TestBatchUpdateSpans", "TestUpdateSpan"]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateSpan:
    """`update_span` replaces what is given, and nothing else."""

    @pytest.mark.parametrize(
        "changes",
        [
            {"ended_at": Make().after(9), "output": {"fin": True}},
            {"metadata": {"tenant": "changed"}},
            {"error": {"message": "late"}, "tags": ["c"], "is_event": False},
            {"started_at": Make().after(-5), "parent_span_id": "other"},
            {"name": "renamed", "span_type": "tool_call", "entity_name": "Me", "source": "s"},
            {"input": "text", "links": [], "scope": {}, "request_context": {"a": 1}},
            {},
        ],
    )
    async def test_what_is_given_replaces_what_is_stored_and_the_rest_stays(
        self, observability: ObservabilityStorage, make: Make, changes: dict[str, Any]
    ) -> None:
        """JSON is replaced, not merged; `updated_at` rises."""
        span = whole(make)
        await observability.create_span(span)
        before = await span_now(observability, span)
        next_millisecond()
        key = {"trace_id": span.trace_id, "span_id": span.span_id}

        await observability.update_span(SpanUpdate(**key, **changes))

        after = await span_now(observability, span)
        assert as_given(after) == span.model_copy(update=changes)
        assert after.created_at == before.created_at
        assert after.updated_at is not None
        assert before.updated_at is not None
        assert after.updated_at > before.updated_at

    async def test_none_clears_what_may_be_empty(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = whole(make)
        await observability.create_span(span)
        cleared = {"ended_at": None, "error": None, "user_id": None, "tags": None, "input": None}

        await observability.update_span(
            SpanUpdate(trace_id=span.trace_id, span_id=span.span_id, **cleared)
        )

        assert as_given(await span_now(observability, span)) == span.model_copy(update=cleared)

    @pytest.mark.parametrize("name", ["name", "span_type", "is_event", "started_at"])
    async def test_none_is_refused_where_nothing_may_be_empty(
        self, observability: ObservabilityStorage, make: Make, name: str
    ) -> None:
        span = make.span()
        await observability.create_span(span)

        with pytest.raises(InvalidInputError, match=f"{name} must not be empty"):
            await observability.update_span(
                {"trace_id": span.trace_id, "span_id": span.span_id, name: None}
            )

        assert as_given(await span_now(observability, span)) == span

    async def test_a_span_that_does_not_exist_is_not_found(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        span = make.span()
        await observability.create_span(span)

        with pytest.raises(NotFoundError, match="no span"):
            await observability.update_span(
                SpanUpdate(trace_id=span.trace_id, span_id="another", name="x")
            )

    async def test_a_span_never_ends_before_it_starts(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """Whether both are given, or one of them is stored."""
        span = make.span(at=10)
        await observability.create_span(span)
        key = {"trace_id": span.trace_id, "span_id": span.span_id}
        both = {"started_at": make.after(20), "ended_at": make.after(19)}

        for changes in (both, {"ended_at": make.after(9)}, {"started_at": make.after(12)}):
            with pytest.raises(InvalidInputError, match="ended_at lies before started_at"):
                await observability.update_span({**key, **changes})

        assert as_given(await span_now(observability, span)) == span


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestBatchUpdateSpans:
    """`batch_update_spans` makes many changes, and reports those that cannot be made."""

    async def test_changes_of_any_traces_are_made_and_others_reported(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        one, other = make.span(lasts=None), make.span(lasts=None)
        await store_spans(observability, one, other)

        result = await observability.batch_update_spans(
            [
                SpanUpdate(trace_id=one.trace_id, span_id=one.span_id, name="one"),
                SpanUpdate(trace_id=one.trace_id, span_id="unknown", name="nobody"),
                {"traceId": other.trace_id, "spanId": other.span_id, "endedAt": make.after(3)},
                {"traceId": other.trace_id, "spanId": other.span_id, "attributes": {1: 1}},
                {"traceId": other.trace_id, "spanId": other.span_id, "unknownField": 1},
            ]
        )

        assert result.stored == 2
        assert [each.position for each in result.rejected] == [1, 3, 4]
        assert result.rejected[0].key == f"{one.trace_id}/unknown"
        assert (await span_now(observability, one)).name == "one"
        assert (await span_now(observability, other)).ended_at == make.after(3)

    async def test_changes_of_one_span_are_made_one_after_the_other(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """One that cannot be made leaves those before and after it."""
        span = make.span(lasts=None)
        await observability.create_span(span)
        key = {"trace_id": span.trace_id, "span_id": span.span_id}

        result = await observability.batch_update_spans(
            [
                {**key, "ended_at": make.after(5), "name": "first"},
                {**key, "started_at": make.after(6), "name": "never"},
                {**key, "output": 1, "name": "last"},
            ]
        )

        assert [each.position for each in result.rejected] == [1]
        wanted = {"ended_at": make.after(5), "output": 1, "name": "last"}
        assert as_given(await span_now(observability, span)) == span.model_copy(update=wanted)

    async def test_a_batch_may_be_sent_again(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        spans = [make.span(lasts=None) for _ in range(3)]
        await store_spans(observability, *spans)
        changes = [
            SpanUpdate(trace_id=each.trace_id, span_id=each.span_id, ended_at=make.after(2))
            for each in spans
        ]

        for _ in range(2):
            result = await observability.batch_update_spans(changes)
            assert (result.stored, result.rejected) == (3, [])

        for span in spans:
            assert (await span_now(observability, span)).ended_at == make.after(2)

    async def test_changes_of_different_fields_at_one_moment_all_survive(
        self, stores: list[Store], make: Make
    ) -> None:
        spans = [make.span() for _ in range(10)]
        await store_spans(stores[0].observability, *spans)
        names = ("name", "user_id", "output", "environment")

        def batch(number: int) -> list[SpanUpdate]:
            field = {names[number]: f"by {number}"}
            chosen = spans if number % 2 else spans[::-1]
            return [
                SpanUpdate(trace_id=each.trace_id, span_id=each.span_id, **field) for each in chosen
            ]

        await asyncio.gather(
            *(
                stores[number % len(stores)].observability.batch_update_spans(batch(number))
                for number in range(len(names))
            )
        )

        for span in spans:
            found = await span_now(stores[0].observability, span)
            assert [getattr(found, name) for name in names] == [f"by {n}" for n in range(4)]
