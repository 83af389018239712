"""The observability domain: spans as they were stored and changed, traces as they are read."""

from typing import Any

from interop.domains.domain import Domain, Step, step
from interop.domains.observability_load import ObservabilityLoad, span, update
from interop.domains.values import BEFORE_1970, HARD, HARDEST, later

# Eleven columns more are written by both, and read by the original's SQLite alone.
IDS = ("userId", "organizationId", "resourceId", "runId", "sessionId", "threadId", "requestId")
TEXTS = (*IDS, "entityId", "entityName", "environment", "serviceName", "source")
WHOLE = span("whole", "whole", 1, **dict.fromkeys(TEXTS, "a text")) | {
    "entityType": "agent",
    "spanType": "agent_run",
    "isEvent": True,
    "scope": {"version": "1.0"},
    "metadata": {"tenant": "acme", "null": None},
    "tags": ["a", "b"],
    "attributes": HARD,
    "links": [{"traceId": "another"}],
    "input": {"messages": [{"role": "user", "content": "Why?"}]},
    "output": HARD,
}
BROKEN: dict[str, Any] = {"error": {"message": "broke", "id": "X"}}
LATE = [span("b", at=3, parentSpanId="a"), span("c", at=4, parentSpanId="b", **BROKEN)]
# A text that looks like JSON is none of them: the original's PostgreSQL adapter reads it as JSON.
WRITES = (
    step("createSpan", {"span": WHOLE}),
    step("batchCreateSpans", {"records": [*LATE, span("a", at=2, tags=["a"], userId="ada")]}),
    step("createSpan", {"span": span("odd", "odd", input="a text", output=42, isEvent=True)}),
    step("createSpan", {"span": span("hardest", "hardest", attributes=HARDEST)}),
    step("createSpan", {"span": span("early", "early") | {"startedAt": BEFORE_1970}}),
    step("createSpan", {"span": span("running", "running", 9) | {"endedAt": None}}),
    step("updateSpan", update("running", "running", output={"n": 1}, metadata={"m": [1]})),
    step("batchUpdateSpans", {"records": [update("a", endedAt=later(60)), update("b", name="B")]}),
    step("createSpan", {"span": span("gone", "gone")}),
    step("batchDeleteTraces", {"traceIds": ["gone", "never was"]}),
)

TRACES = ("whole", "plain", "odd", "hardest", "early", "running", "gone")
FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"userId": "ada"},
    {"status": "running"},
    {"status": "success", "hasChildError": True},
    {"hasChildError": False},
    {"tags": ["a"]},
    {"metadata": {"tenant": "acme"}},
    {"scope": {"version": "1.0"}},
    {"startedAt": {"start": later(1), "end": later(5)}},
    {"endedAt": {"end": later(2)}},
)


def reads(trace: str) -> tuple[Step, ...]:
    """Return the calls that read a trace."""
    named = {"traceId": trace}
    return tuple(step(each, named) for each in ("getTrace", "getRootSpan"))


READS = (
    *(read for trace in TRACES for read in reads(trace)),
    step("getSpan", {"traceId": "whole", "spanId": "whole"}),
    step("getSpan", {"traceId": "whole", "spanId": "never was"}),
    step("getBranch", {"traceId": "plain", "spanId": "b"}),
    step("getBranch", {"traceId": "plain", "spanId": "a", "depth": 1}),
    *(step("listTraces", {"filters": filters}) for filters in FILTERS),
    step("listTraces", {"pagination": {"page": 1, "perPage": 2}}),
    step("listTraces", {"orderBy": {"field": "endedAt", "direction": "ASC"}}),
)

SIGNALS = """
batchCreateFeedback batchCreateLogs batchCreateMetrics batchCreateScores createFeedback
createScore deleteFeedback deleteScores getEntityNames getEntityTypes getEnvironments
getFeedbackAggregate getFeedbackBreakdown getFeedbackPercentiles getFeedbackTimeSeries
getMetricAggregate getMetricBreakdown getMetricLabelKeys getMetricLabelValues getMetricNames
getMetricPercentiles getMetricTimeSeries getScoreAggregate getScoreBreakdown getScoreById
getScorePercentiles getScoreTimeSeries getServiceNames getTags getTraceQueryObservedFields
getTraceQueryValues listFeedback listLogs listMetrics listScores queryThreads queryTraces
updateFeedbackReviewStatus
"""
"""What the adapters for databases do not have: they raise."""

OTHERS = """
assertUnscopedBatchDeleteTraces checkSpansMigrationStatus getFeatures getSpans getStructure
getTraceLight listBranches listTracesLight migrateSpans
"""
"""What they do not have either, what has other columns in each, and what is no row's."""

DOMAIN = Domain(
    name="observability",
    tables=("mastra_ai_spans",),
    writes=WRITES,
    reads=READS,
    young=(("mastra_ai_spans", "requestContext"),),
    load=ObservabilityLoad,
    internal=frozenset([*SIGNALS.split(), *OTHERS.split()]),
)
