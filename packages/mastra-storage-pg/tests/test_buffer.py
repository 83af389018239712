"""A buffer of spans in front of a server that ends its connections."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from mastra_storage_core import NewSpan, SpanBuffer
from mastra_storage_pg import PostgresStore

pytestmark = [pytest.mark.asyncio, pytest.mark.server]

END_ALL = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


async def test_spans_outlive_the_connections_that_were_to_store_them(
    url: str, open_store: Callable[..., PostgresStore], connect: Callable[..., Any]
) -> None:
    store, mine = open_store(url), await connect(url)
    await store.init()
    now = datetime(2026, 5, 1, tzinfo=UTC)
    fields = {"trace_id": "t", "name": "n", "span_type": "generic", "started_at": now}
    async with SpanBuffer(store.observability, max_batch=50, first_retry=0.01) as buffer:
        for number in range(2000):
            assert buffer.add(NewSpan(span_id=f"s{number:04}", **fields))
            if number % 200 == 0:
                await mine.execute(END_ALL)
                await asyncio.sleep(0)

    trace = await store.observability.get_trace("t")
    assert trace is not None
    assert (len(trace.spans), buffer.stored, buffer.dropped) == (2000, 2000, 0)
