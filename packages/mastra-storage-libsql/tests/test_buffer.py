"""A buffer of spans in front of a file that somebody else holds."""

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from mastra_storage_core import BusyError, Limits, NewSpan, SpanBuffer
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio


def a_span(number: int, **more: object) -> NewSpan:
    now = datetime(2026, 5, 1, tzinfo=UTC)
    fields = {"trace_id": "t", "span_id": f"s{number:04}", "name": "n", "span_type": "generic"}
    return NewSpan(**{**fields, "started_at": now, **more})


async def test_spans_wait_for_a_writer_and_are_all_stored(
    open_store: Callable[..., LibSQLStore], raw: sqlite3.Connection
) -> None:
    store = open_store(busy_timeout_ms=10)
    await store.init()
    raw.execute("BEGIN IMMEDIATE")
    buffer = SpanBuffer(store.observability, max_batch=100, first_retry=0.01)
    assert all(buffer.add(a_span(number)) for number in range(1000))
    async with asyncio.timeout(10):
        while not buffer.failing:  # noqa: ASYNC110 - a counter is all that there is to see
            await asyncio.sleep(0.001)
    raw.execute("ROLLBACK")

    assert await buffer.close()
    trace = await store.observability.get_trace("t")
    assert trace is not None
    assert (len(trace.spans), buffer.stored, buffer.dropped) == (1000, 1000, 0)
    assert isinstance(buffer.last_error, BusyError)


async def test_a_span_that_is_too_large_is_rejected_and_the_others_stored(
    open_store: Callable[..., LibSQLStore],
) -> None:
    store = open_store(limits=Limits(max_json_bytes=1000))
    async with SpanBuffer(store.observability) as buffer:
        for number, size in enumerate((1, 2000, 1)):
            await buffer.put(a_span(number, input="x" * size))

    assert (buffer.stored, buffer.rejected, buffer.dropped) == (2, 1, 0)
    assert buffer.last_rejected is not None
    assert "input is 2,002 bytes" in buffer.last_rejected.reason
