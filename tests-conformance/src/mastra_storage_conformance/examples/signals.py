"""Examples of logs, metrics, scores of spans and feedback: of each one of noon, which belongs to
the trace of `observability`, and one of long ago.
"""

from datetime import datetime
from typing import Any

from mastra_storage_core import (
    FeedbackFilter,
    FeedbackRecord,
    LogFilter,
    LogRecord,
    MetricFilter,
    MetricRecord,
    SpanScore,
    SpanScoreFilter,
    Store,
)

from mastra_storage_conformance.examples.example import LONG_AGO, NOON, Call, Names

TABLES = ("logs", "metrics", "scores", "feedback")
"""What of it can be pruned."""


def _common(n: Names, at: datetime = NOON) -> dict[str, Any]:
    return {
        "timestamp": at,
        "trace_id": n("trace" if at == NOON else "old trace"),
        "organization_id": n("organization"),
        "resource_id": n("owner"),
        "entity_type": n("entity type"),
        "entity_name": n("entity"),
        "service_name": n("service"),
        "environment": n("environment"),
        "tags": [n("tag")],
    }


def _log(n: Names, name: str, at: datetime = NOON) -> LogRecord:
    return LogRecord(log_id=n(name), level="info", message=f"I am {name}", **_common(n, at))


def _metric(n: Names, name: str, at: datetime = NOON) -> MetricRecord:
    values: Any = {"name": n("metric name"), "value": 1.5, "labels": {"kind": n("label")}}
    return MetricRecord(metric_id=n(name), **values, **_common(n, at))


def _score(n: Names, name: str, at: datetime = NOON) -> SpanScore:
    return SpanScore(score_id=n(name), scorer_id=n("scorer"), score=0.5, **_common(n, at))


def _feedback(n: Names, name: str, at: datetime = NOON) -> FeedbackRecord:
    values: Any = {"feedback_source": "user", "feedback_type": n("kind"), "value": 1}
    return FeedbackRecord(feedback_id=n(name), **values, **_common(n, at))


async def seed(store: Store, n: Names) -> None:
    """Make one of each signal, and an old one."""
    signals = store.observability
    times = (("", NOON), ("old ", LONG_AGO))
    await signals.batch_create_logs([_log(n, f"{old}log", at) for old, at in times])
    await signals.batch_create_metrics([_metric(n, f"{old}metric", at) for old, at in times])
    await signals.batch_create_scores([_score(n, f"{old}score", at) for old, at in times])
    await signals.batch_create_feedback([_feedback(n, f"{old}feedback", at) for old, at in times])


def calls(n: Names) -> list[Call]:
    """Return the calls that write, list and delete, those that add up, and those that discover."""
    mine: Any = {"organization_id": n("organization"), "resource_id": n("owner")}
    return [
        Call("batch_create_logs", [_log(n, "new log"), _log(n, "new log 2")]),
        Call("batch_create_metrics", [_metric(n, "new metric"), _metric(n, "new metric 2")]),
        Call("create_score", _score(n, "new score")),
        Call("batch_create_scores", [_score(n, "new score"), _score(n, "new score 2")]),
        Call("create_feedback", _feedback(n, "new feedback")),
        Call("batch_create_feedback", [_feedback(n, f"new feedback{t}") for t in ("", " 2")]),
        Call("list_logs", LogFilter(**mine), per_page=1),
        Call("list_metrics", MetricFilter(**mine)),
        Call("list_scores", SpanScoreFilter(**mine)),
        Call("list_feedback", FeedbackFilter(**mine)),
        Call("get_score_by_id", n("score")),
        Call("delete_scores", [n("score")], **mine),
        Call("delete_feedback", [n("feedback")], **mine),
        Call("update_feedback_review_status", feedback_id=n("feedback"), review_status="reviewed"),
        *_sums(n, mine),
        *_discoveries(n),
    ]


def _sums(n: Names, mine: dict[str, Any]) -> list[Call]:
    filters = {
        "metric": MetricFilter(**mine),
        "score": SpanScoreFilter(**mine),
        "feedback": FeedbackFilter(**mine),
    }
    named: dict[str, Any] = {
        "metric": {"name": n("metric name")},
        "score": {"scorer_id": n("scorer")},
        "feedback": {"feedback_type": n("kind")},
    }
    found = []
    for signal, filter_ in filters.items():
        of: Any = {**named[signal], "filters": filter_}
        found += [
            Call(f"get_{signal}_aggregate", **of, aggregation="sum"),
            Call(f"get_{signal}_breakdown", **of, aggregation="avg", group_by=["environment"]),
            Call(f"get_{signal}_time_series", **of, aggregation="max", interval="1h"),
            Call(f"get_{signal}_percentiles", **of, percentiles=[0.5], interval="1h"),
        ]
    return found


def _discoveries(n: Names) -> list[Call]:
    return [
        Call("get_metric_names", prefix=n("metric name")),
        Call("get_metric_label_keys", n("metric name")),
        Call("get_metric_label_values", metric_name=n("metric name"), label_key="kind"),
        Call("get_entity_types"),
        Call("get_entity_names", entity_type=n("entity type")),
        Call("get_service_names"),
        Call("get_environments"),
        Call("get_tags", entity_type=n("entity type")),
    ]


async def probe(store: Store, n: Names) -> Any:
    """Return every signal of these names."""
    signals, mine = store.observability, n("owner")
    return (
        (await signals.list_logs(LogFilter(resource_id=mine), per_page=None)).logs,
        (await signals.list_metrics(MetricFilter(resource_id=mine), per_page=None)).metrics,
        (await signals.list_scores(SpanScoreFilter(resource_id=mine), per_page=None)).scores,
        (await signals.list_feedback(FeedbackFilter(resource_id=mine), per_page=None)).feedback,
    )
