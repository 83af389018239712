"""The values of two tables that Mastra had before 1.0, and does not know any more."""

from typing import Any

from pydantic import Field, TypeAdapter

from mastra_storage_core.ids import now
from mastra_storage_core.model import StorageModel, UtcDatetime


class LegacyEval(StorageModel):
    """A row of `mastra_evals`: what a metric measured of an answer of an agent."""

    input: str
    output: str
    result: dict[str, Any]
    """Has a `score`, a finite number, and what the metric says besides."""
    agent_name: str
    metric_name: str
    instructions: str
    test_info: dict[str, Any] | None = None
    """Where the test is, in `testPath`, if it was one."""
    global_run_id: str
    run_id: str
    created_at: UtcDatetime = Field(default_factory=now)


class LegacyEvalPage(StorageModel):
    """One page of evaluations, and how many there are."""

    evals: list[LegacyEval]
    total: int | None
    """How many match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything."""
    has_more: bool


class LegacyTrace(StorageModel):
    """A row of `mastra_traces`: one span, as the exporter of that time wrote it."""

    id: str
    parent_span_id: str | None = None
    trace_id: str
    name: str
    scope: str
    kind: int
    attributes: dict[str, Any] | None = None
    status: dict[str, Any] | None = None
    events: list[Any] | None = None
    links: list[Any] | None = None
    other: Any = None
    """Any JSON; a text that is none is read as it is."""
    start_time: int
    """A whole number, in the exporter's unit; traces are listed by it."""
    end_time: int
    created_at: UtcDatetime = Field(default_factory=now)


class LegacyTracePage(StorageModel):
    """One page of spans, and how many there are."""

    traces: list[LegacyTrace]
    total: int | None
    """How many match, on all pages; `None` where the caller asked not to count."""
    page: int
    per_page: int | None
    """`None` is everything."""
    has_more: bool


EVALS = TypeAdapter(list[LegacyEval])
TRACES = TypeAdapter(list[LegacyTrace])
"""Each validates a whole result at once."""
