"""Spans on a server: the trigger of the original, local time, and what an old table lacks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConflictError, NewSpan, SpanUpdate
from mastra_storage_core.ids import now
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
SPAN = NewSpan(trace_id="t", span_id="s", name="n", span_type="generic", started_at=NOON)


async def test_times_are_right_where_the_server_has_a_zone_of_its_own(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    """The trigger fills `createdAt` with local time, and its mirror with the right one."""
    connection = await connect(url)
    name = url.rpartition("/")[2]
    await connection.execute(f"ALTER DATABASE {name} SET timezone TO 'Asia/Tokyo'")
    traces = open_store(url).observability
    before = now()
    await traces.create_span(SPAN)
    found = await traces.get_span(trace_id="t", span_id="s")

    assert found is not None
    assert before - timedelta(seconds=1) <= found.created_at <= now() + timedelta(seconds=1)
    assert (found.started_at, found.ended_at) == (NOON, None)


async def test_both_columns_of_a_time_are_written(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    """The original reads the mirrors alone, of which one that is left out would say "now"."""
    traces = open_store(url).observability
    await traces.create_span(SPAN)
    connection = await connect(url)
    query = 'SELECT "startedAt", "startedAtZ", "endedAt", "endedAtZ" FROM mastra_ai_spans'
    running = await connection.fetchrow(query)
    later = NOON + timedelta(seconds=1)
    await traces.update_span(SpanUpdate(trace_id="t", span_id="s", ended_at=later))
    ended = await connection.fetchrow(query)

    assert tuple(running) == (NOON.replace(tzinfo=None), NOON, None, None)
    assert tuple(ended)[2:] == (later.replace(tzinfo=None), later)


async def test_a_table_without_key_and_trigger_gets_them(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    await open_store(url).init()
    connection = await connect(url)
    await connection.execute("""
        ALTER TABLE mastra_ai_spans DROP CONSTRAINT public_mastra_ai_spans_traceid_spanid_pk;
        DROP TRIGGER mastra_ai_spans_timestamps ON mastra_ai_spans;
        ALTER TABLE mastra_ai_spans DROP "requestContext"
    """)
    traces = open_store(url).observability
    for name in ("first", "last"):
        changes = {"name": name, "request_context": {"a": 1}}
        await traces.create_span(SPAN.model_copy(update=changes))
    trace = await traces.get_trace("t")

    assert trace is not None
    assert [(each.name, each.request_context) for each in trace.spans] == [("last", {"a": 1})]
    assert await connection.fetchval("SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal") == 1


async def test_spans_that_an_old_table_has_twice_are_in_the_way_of_its_key(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    """Which of them to keep is for its owner to say: nothing is deleted."""
    await open_store(url).init()
    connection = await connect(url)
    await connection.execute("""
        ALTER TABLE mastra_ai_spans DROP CONSTRAINT public_mastra_ai_spans_traceid_spanid_pk;
        INSERT INTO mastra_ai_spans ("traceId", "spanId", name, "spanType", "isEvent", "startedAt",
          "createdAt")
        SELECT 't', 's', 'n', 'generic', false, now(), now() FROM generate_series(1, 2)
    """)

    with pytest.raises(ConflictError):
        await open_store(url).init()

    assert await connection.fetchval("SELECT count(*) FROM mastra_ai_spans") == 2
