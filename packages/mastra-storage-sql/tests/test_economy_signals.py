"""What a call about logs, metrics, scores or feedback costs: one trip to the driver, with one
statement in it. The first use of a signal makes its table, which is the one trip more that a store
may see; discovery looks for tables that it has not seen.
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from counting import CountingDatabase
from every_statement import statements
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import (
    DateRange,
    MetricFilter,
    ObservabilityStorage,
    OrderBy,
    Store,
)
from mastra_storage_core.domains.observability.discovery import DiscoveryStorage
from mastra_storage_core.domains.observability.feedback import FeedbackStorage
from mastra_storage_core.domains.observability.logs import LogStorage
from mastra_storage_core.domains.observability.metrics import MetricStorage
from mastra_storage_core.domains.observability.span_scores import SpanScoreStorage
from mastra_storage_core.ids import now
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

PUT, LIST, ANSWER = "fetch: put_signal", "fetch: list_signals", "batch: aggregate"
TWO_ANSWERS = "batch: aggregate aggregate"
RANK, DELETE = "fetch: percentiles", "fetch: delete_signals"
SPANS_AND_ALL = "batch: different different different different different"
SPANS_AND_TWO = "batch: different different different"

BUDGET = {
    "batch_create_logs": PUT,
    "list_logs": LIST,
    "batch_create_metrics": PUT,
    "list_metrics": LIST,
    "get_metric_aggregate": ANSWER,
    "get_metric_aggregate of two periods": TWO_ANSWERS,
    "get_metric_breakdown": ANSWER,
    "get_metric_time_series": ANSWER,
    "get_metric_percentiles": RANK,
    "create_score": PUT,
    "batch_create_scores": PUT,
    "list_scores": LIST,
    "get_score_by_id": "fetch: get_signal",
    "delete_scores": DELETE,
    "get_score_aggregate": ANSWER,
    "get_score_breakdown": ANSWER,
    "get_score_time_series": ANSWER,
    "get_score_percentiles": RANK,
    "create_feedback": PUT,
    "batch_create_feedback": PUT,
    "list_feedback": LIST,
    "update_feedback_review_status": "fetch: review_feedback",
    "delete_feedback": DELETE,
    "get_feedback_aggregate": ANSWER,
    "get_feedback_breakdown": ANSWER,
    "get_feedback_time_series": ANSWER,
    "get_feedback_percentiles": RANK,
    "get_metric_names": "fetch: metric_names",
    "get_metric_label_keys": "fetch: label_keys",
    "get_metric_label_values": "fetch: label_values",
    "get_entity_types": SPANS_AND_TWO,
    "get_entity_names": SPANS_AND_TWO,
    "get_service_names": SPANS_AND_ALL,
    "get_environments": SPANS_AND_ALL,
    "get_tags": SPANS_AND_TWO,
}
"""The driver call of every public method, and the statements in it."""

LOG: Any = {"level": "info", "message": "m"}
METRIC: Any = {"name": "n", "value": 1}
SCORE: Any = {"score_id": "s", "scorer_id": "s", "score": 1}
FEEDBACK: Any = {
    "feedback_id": "f",
    "feedback_source": "user",
    "feedback_type": "thumbs",
    "value": 1,
}
M: Any = {"name": "n", "aggregation": "sum"}
S: Any = {"scorer_id": "s", "aggregation": "avg"}
F: Any = {"feedback_type": "thumbs", "aggregation": "avg"}
DATED = MetricFilter(timestamp=DateRange(start=now(), end=now()))
RANKED: Any = {"interval": "1m", "percentiles": [0.5]}

CALLS: dict[str, Callable[[ObservabilityStorage], Awaitable[object]]] = {
    "batch_create_logs": lambda o: o.batch_create_logs([LOG, LOG]),
    "list_logs": lambda o: o.list_logs(),
    "batch_create_metrics": lambda o: o.batch_create_metrics([METRIC, METRIC]),
    "list_metrics": lambda o: o.list_metrics(include_total=False),
    "get_metric_aggregate": lambda o: o.get_metric_aggregate(**M),
    "get_metric_aggregate of two periods": lambda o: o.get_metric_aggregate(
        **M, filters=DATED, compare_period="previous_day"
    ),
    "get_metric_breakdown": lambda o: o.get_metric_breakdown(**M, group_by=["model", "kind"]),
    "get_metric_time_series": lambda o: o.get_metric_time_series(**M, interval="1m"),
    "get_metric_percentiles": lambda o: o.get_metric_percentiles(name="n", **RANKED),
    "create_score": lambda o: o.create_score(SCORE),
    "batch_create_scores": lambda o: o.batch_create_scores([SCORE, SCORE]),
    "list_scores": lambda o: o.list_scores(order_by=OrderBy("score", "asc"), include_total=False),
    "get_score_by_id": lambda o: o.get_score_by_id("s"),
    "delete_scores": lambda o: o.delete_scores(["s"], organization_id="o"),
    "get_score_aggregate": lambda o: o.get_score_aggregate(**S),
    "get_score_breakdown": lambda o: o.get_score_breakdown(**S, group_by=["environment"]),
    "get_score_time_series": lambda o: o.get_score_time_series(**S, interval="1m"),
    "get_score_percentiles": lambda o: o.get_score_percentiles(scorer_id="s", **RANKED),
    "create_feedback": lambda o: o.create_feedback(FEEDBACK),
    "batch_create_feedback": lambda o: o.batch_create_feedback([FEEDBACK, FEEDBACK]),
    "list_feedback": lambda o: o.list_feedback(),
    "update_feedback_review_status": lambda o: o.update_feedback_review_status(
        feedback_id="f", review_status="reviewed"
    ),
    "delete_feedback": lambda o: o.delete_feedback(["unknown"]),
    "get_feedback_aggregate": lambda o: o.get_feedback_aggregate(**F),
    "get_feedback_breakdown": lambda o: o.get_feedback_breakdown(**F, group_by=["environment"]),
    "get_feedback_time_series": lambda o: o.get_feedback_time_series(**F, interval="1m"),
    "get_feedback_percentiles": lambda o: o.get_feedback_percentiles(
        feedback_type="thumbs", **RANKED
    ),
    "get_metric_names": lambda o: o.get_metric_names(prefix="n"),
    "get_metric_label_keys": lambda o: o.get_metric_label_keys("n"),
    "get_metric_label_values": lambda o: o.get_metric_label_values(
        metric_name="n", label_key="kind"
    ),
    "get_entity_types": lambda o: o.get_entity_types(),
    "get_entity_names": lambda o: o.get_entity_names(entity_type="agent"),
    "get_service_names": lambda o: o.get_service_names(),
    "get_environments": lambda o: o.get_environments(),
    "get_tags": lambda o: o.get_tags(),
}


async def spent(store: Store) -> dict[str, list[str]]:
    """Return the driver calls of methods, once every signal was used."""
    signals: Any = store.observability
    await signals.batch_create_logs([LOG])
    await signals.batch_create_metrics([METRIC])
    await signals.create_score(SCORE)
    await signals.create_feedback(FEEDBACK)
    signals._db = counting = CountingDatabase(signals._db)
    found = {}
    for name, call in CALLS.items():
        await call(signals)
        found[name] = counting.taken()
    return found


async def test_every_public_method_has_a_budget() -> None:
    topics = (LogStorage, MetricStorage, SpanScoreStorage, FeedbackStorage, DiscoveryStorage)
    public = {
        name
        for topic in topics
        for name, method in vars(topic).items()
        if inspect.iscoroutinefunction(method) and not name.startswith("_")
    }

    assert {name.partition(" ")[0] for name in BUDGET} == public
    assert set(BUDGET) == set(CALLS)


ONCE = {name: [call] for name, call in BUDGET.items()}


async def test_a_method_makes_one_call_on_sqlite() -> None:
    async with LibSQLStore(":memory:") as store:
        assert await spent(store) == ONCE


async def test_a_method_makes_one_call_on_postgresql(server: PostgresServer) -> None:
    async with PostgresStore(server.create_database()) as store:
        assert await spent(store) == ONCE


async def test_what_runs_is_what_the_golden_files_show() -> None:
    """But for conditions, of which they show one of each kind."""
    async with LibSQLStore(":memory:") as store:
        signals: Any = store.observability
        signals._db = counting = CountingDatabase(signals._db)
        for call in CALLS.values():
            await call(signals)
        shown = statements(signals._sql.tables.dialect)

        assert {each.name for each in counting.statements} <= {each.name for each in shown}


async def test_the_first_use_of_a_signal_makes_one_call_more() -> None:
    async with LibSQLStore(":memory:") as store:
        signals: Any = store.observability
        signals._db = counting = CountingDatabase(signals._db)
        for _ in range(2):
            await signals.batch_create_logs([LOG])

        assert counting.taken() == ["ensure:", PUT, PUT]


async def test_discovery_looks_for_tables_until_it_has_seen_them() -> None:
    async with LibSQLStore(":memory:") as store:
        signals: Any = store.observability
        plain, counting = signals._db, CountingDatabase(signals._db)
        signals._db = counting
        await signals.get_tags()
        signals._db = plain
        await signals.batch_create_logs([LOG])
        signals._db = counting
        await signals.get_tags()

        assert counting.taken() == [
            "fetch: signals_there",
            "batch: different",
            "fetch: signals_there",
            "batch: different different",
        ]


async def test_deleting_traces_looks_for_signals_until_it_has_seen_them() -> None:
    async with LibSQLStore(":memory:") as store:
        signals: Any = store.observability
        await signals.batch_create_logs([LOG])
        signals._db = counting = CountingDatabase(signals._db)
        await signals.batch_delete_traces(["t"])

        assert counting.taken() == ["transact: owners_of signals_there drop_signals"]
