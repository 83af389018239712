"""What a call about traces costs: one trip to the driver, and few statements in it, whether it is
about one span or about 500.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from counting import CountingDatabase
from every_statement import statements
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import (
    BranchFilter,
    NewSpan,
    ObservabilityStorage,
    SpanUpdate,
    Store,
    TraceFilter,
)
from mastra_storage_core.domains.observability.lists import ListStorage
from mastra_storage_core.domains.observability.spans import SpanStorage
from mastra_storage_core.domains.observability.traces import TraceStorage
from mastra_storage_core.pruning import PrunableDomain
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

NOW = datetime.now(UTC)
KEY: Any = {"trace_id": "t", "span_id": "s0"}
SPANS = [
    NewSpan(trace_id="t", span_id=f"s{n}", name="n", span_type="tool_call", started_at=NOW)
    for n in range(500)
]
ENDED = [SpanUpdate(trace_id="t", span_id=each.span_id, ended_at=NOW, output=1) for each in SPANS]
PUT, TRACE, LIST = "fetch: put_span", "fetch: get_trace", "fetch: list_spans"

BUDGET = {
    "create_span": PUT,
    "batch_create_spans": PUT,
    "update_span": "transact: lock_spans change_span",
    "batch_update_spans": "transact: lock_spans change_span",
    "get_span": "fetch: get_spans",
    "get_spans": "fetch: get_spans",
    "get_root_span": "fetch: get_root_span",
    "get_trace": TRACE,
    "get_trace_light": TRACE,
    "get_structure": TRACE,
    "get_branch": "fetch: get_branch",
    "list_traces": LIST,
    "list_traces_light": LIST,
    "list_branches": LIST,
    "batch_delete_traces": "transact: owners_of delete_traces signals_there",
    "prune": "transact: old_rows delete_traces",
}
"""The driver call of every public method, and the statements in it."""

CALLS: dict[str, Callable[[ObservabilityStorage], Awaitable[object]]] = {
    "create_span": lambda traces: traces.create_span(SPANS[0]),
    "batch_create_spans": lambda traces: traces.batch_create_spans(SPANS),
    "update_span": lambda traces: traces.update_span(ENDED[0]),
    "batch_update_spans": lambda traces: traces.batch_update_spans(ENDED),
    "get_span": lambda traces: traces.get_span(**KEY),
    "get_spans": lambda traces: traces.get_spans(trace_id="t", span_ids=["s1", "s2"]),
    "get_root_span": lambda traces: traces.get_root_span("t"),
    "get_trace": lambda traces: traces.get_trace("t"),
    "get_trace_light": lambda traces: traces.get_trace_light("t"),
    "get_structure": lambda traces: traces.get_structure("t"),
    "get_branch": lambda traces: traces.get_branch(**KEY, depth=1),
    "list_traces": lambda traces: traces.list_traces(TraceFilter(thread_id="t")),
    "list_traces_light": lambda traces: traces.list_traces_light(),
    "list_branches": lambda traces: traces.list_branches(BranchFilter(status="running")),
    "batch_delete_traces": lambda traces: traces.batch_delete_traces(["t", "u"]),
    "prune": lambda traces: pruned(traces),
}


async def pruned(traces: ObservabilityStorage) -> None:
    """Prune the trace, which has to be older than the age that is allowed."""
    await asyncio.sleep(0.01)
    (report,) = await traces.prune({"spans": "1ms"})
    assert report.deleted


async def spent(store: Store) -> dict[str, list[str]]:
    """Return the driver calls of methods; what runs must be what the golden files show."""
    traces: Any = store.observability
    plain, sql = traces._db, traces._sql
    counting = CountingDatabase(plain)
    found = {}
    for name, call in CALLS.items():
        traces._db = plain
        await traces.batch_create_spans(SPANS)
        traces._db = counting
        await call(traces)
        # What pruning needs is made once, and known from then on.
        found[name] = [each for each in counting.taken() if each != "ensure:"]
    shown = statements(sql.tables.dialect, sql.tables.spans.schema)
    assert {each.sql for each in counting.statements} <= {each.sql for each in shown}
    return found


async def test_every_public_method_has_a_budget() -> None:
    """Those of signals are in `test_economy_signals`."""
    topics = (SpanStorage, TraceStorage, ListStorage, PrunableDomain)
    members = (inspect.getmembers(each, inspect.iscoroutinefunction) for each in topics)
    public = {name for each in members for name, _ in each if not name.startswith("_")}

    assert set(BUDGET) == set(CALLS) == public


async def test_a_method_makes_one_call_on_sqlite() -> None:
    async with LibSQLStore(":memory:") as store:
        assert await spent(store) == {name: [call] for name, call in BUDGET.items()}


async def test_a_method_makes_one_call_on_postgresql(server: PostgresServer) -> None:
    async with PostgresStore(server.create_database()) as store:
        assert await spent(store) == {name: [call] for name, call in BUDGET.items()}
