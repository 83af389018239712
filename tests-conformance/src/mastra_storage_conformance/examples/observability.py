"""Examples of the observability domain: a trace of two spans, one of which still runs, a trace of
long ago, and of each signal something about the first one (`signals`).
"""

from typing import Any

from mastra_storage_core import (
    BranchFilter,
    NewSpan,
    ObservabilityStorage,
    SpanUpdate,
    Store,
    TraceFilter,
)

from mastra_storage_conformance.examples import signals
from mastra_storage_conformance.examples.example import (
    AGES_AGO,
    LONG_AGO,
    NOON,
    Call,
    Example,
    Names,
)


def _span(n: Names, trace: str, name: str, **fields: Any) -> NewSpan:
    values = {
        "name": name,
        "span_type": "tool_call",
        "started_at": NOON,
        "attributes": {"a": 1},
        "organization_id": n("organization"),
        "resource_id": n("owner"),
        "thread_id": n("thread"),
    }
    return NewSpan(trace_id=n(trace), span_id=n(name), **(values | fields))


async def _seed(store: Store, n: Names) -> None:
    old: Any = {"started_at": LONG_AGO, "ended_at": LONG_AGO}
    spans = [
        _span(n, "trace", "root"),
        _span(n, "trace", "span", parent_span_id=n("root"), ended_at=NOON),
        _span(n, "old trace", "old root", **old),
    ]
    result = await store.observability.batch_create_spans(spans)
    assert not result.rejected
    await signals.seed(store, n)


def _calls(n: Names) -> list[Call]:
    return [*_of_spans(n), *_of_traces(n), *signals.calls(n)]


def _of_spans(n: Names) -> list[Call]:
    span: Any = {"trace_id": n("trace"), "span_id": n("span")}
    root = SpanUpdate(trace_id=n("trace"), span_id=n("root"), ended_at=NOON, output={"b": 2})
    other = SpanUpdate(**span, output=3)
    new = [_span(n, "new trace", name) for name in ("new root", "new span")]
    return [
        Call("create_span", new[0]),
        Call(
            "batch_create_spans", [new[0], _span(n, "new trace", "x", parent_span_id=n("new root"))]
        ),
        Call("update_span", root),
        Call("batch_update_spans", [root, other]),
        Call("get_span", **span),
        Call("get_spans", trace_id=n("trace"), span_ids=[n("root"), n("span")]),
        Call("get_branch", **span, depth=1),
    ]


def _of_traces(n: Names) -> list[Call]:
    trace = n("trace")
    mine: Any = {"organization_id": n("organization"), "resource_id": n("owner")}
    return [
        Call("get_root_span", trace),
        Call("get_trace", trace),
        Call("get_trace_light", trace),
        Call("get_structure", trace),
        Call("list_traces", TraceFilter(thread_id=n("thread"), **mine), per_page=1),
        Call("list_traces_light", TraceFilter(thread_id=n("thread"), **mine)),
        Call("list_branches", BranchFilter(thread_id=n("thread"), **mine)),
        Call("batch_delete_traces", [trace], **mine),
        *(Call("prune", {table: AGES_AGO}) for table in ("spans", *signals.TABLES)),
    ]


async def _probe(store: Store, n: Names) -> Any:
    traces = ("trace", "old trace", "new trace")
    found = [await store.observability.get_trace(n(name)) for name in traces]
    return found, await signals.probe(store, n)


OBSERVABILITY = Example("observability", ObservabilityStorage, _seed, _calls, _probe)
