"""Traces to look at."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from mastra_storage_core import Span, Trace

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)

HOSTILE = "</pre></script><script>alert(1)</script>\" onload='x' \x1b[2J\u202e[red]&"


def at(milliseconds: float) -> datetime:
    return NOON + timedelta(milliseconds=milliseconds)


def a_span(
    name: str, parent: str | None = None, start: float = 0, end: float | None = 10, **more: Any
) -> Span:
    """Return a span whose id is its name."""
    fields = {"span_type": "generic", "created_at": NOON, "trace_id": "t", **more}
    return Span(
        span_id=name,
        name=fields.pop("title", name),
        parent_span_id=parent,
        started_at=at(start),
        ended_at=None if end is None else at(end),
        **fields,
    )


def a_trace(*spans: Span) -> Trace:
    return Trace(trace_id="t", spans=sorted(spans, key=lambda span: span.started_at))


def model(name: str, tokens: int, cost: float, **more: Any) -> dict[str, Any]:
    """Return what a call of a model has of its own."""
    usage = {"inputTokens": tokens, "outputTokens": 2}
    price = {"estimatedCost": cost, "costUnit": "USD"}
    attributes = {"model": name, "usage": usage, "costContext": price}
    return {"span_type": "model_generation", "attributes": attributes, **more}


def an_answer() -> Trace:
    """Return the trace of an agent that asks a model, and whose tool fails."""
    return a_trace(
        a_span("run", None, 0, 1000, span_type="agent_run", thread_id="th-1"),
        a_span("ask", "run", 10, 300, **model("m", 1000, 0.004)),
        a_span("step", "ask", 20, 290, **model("m", 1000, 0.004)),
        a_span("book", "run", 310, 900, span_type="tool_call", error={"message": "no table left"}),
        a_span("score", "run", 950, None, span_type="scorer_run"),
        a_span("token", "ask", 100, None, is_event=True),
    )


def lines_of(spans: Sequence[Span]) -> list[tuple[str, int, str]]:
    from mastra_storage_core.domains.observability.view.tree import walk

    return [(place.span.span_id, place.depth, place.note) for place in walk(spans)]
