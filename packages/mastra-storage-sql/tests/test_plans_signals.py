"""How the databases carry statements about signals out: by key, in the order of an index, and at a
cost that does not grow with the table.
"""

from __future__ import annotations  # asyncpg's classes are generic for type checkers only

import sqlite3
from dataclasses import replace
from typing import Any

import asyncpg
import pytest
from every_signal import EARLIEST, LATEST, MEASURED, NOTHING
from explained import Plan, buffers_of, explain_postgres, explain_sqlite, steps_of
from mastra_storage_core.domains.observability.aggregation import Aggregation
from mastra_storage_core.domains.observability.requests import Owner
from mastra_storage_core.domains.observability.signal_requests import (
    Names,
    Question,
    SignalConditions,
    SignalQuery,
)
from mastra_storage_core.domains.observability.signals import (
    FEEDBACK,
    LOGS,
    METRICS,
    SCORES,
)
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import OrderBy, PageRequest
from mastra_storage_libsql.dialect import SQLITE
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import Dialect, Statement, observability_statements
from seeded import BEGIN, SIGNALS_OF_A_KIND

pytestmark = pytest.mark.asyncio(loop_scope="session")

PAGE = PageRequest(0, 20, include_total=False)
BY_SCORE = OrderBy("score", "desc")


def of(**texts: str) -> SignalConditions:
    return replace(NOTHING, texts=texts)


WALKS: dict[str, tuple[SignalQuery, str]] = {
    "logs": (SignalQuery(LOGS, NOTHING, LATEST, PAGE), "log_time"),
    "earliest logs": (SignalQuery(LOGS, NOTHING, EARLIEST, PAGE), "log_time"),
    "a later page": (SignalQuery(LOGS, NOTHING, LATEST, replace(PAGE, page=3)), "log_time"),
    "logs of a trace": (SignalQuery(LOGS, of(trace_id="t"), LATEST, PAGE), "log_trace"),
    "errors": (SignalQuery(LOGS, of(level="error"), LATEST, PAGE), "log_level"),
    "metrics": (SignalQuery(METRICS, NOTHING, LATEST, PAGE), "metric_time"),
    "a metric": (SignalQuery(METRICS, of(name="n"), LATEST, PAGE), "metric_name"),
    "scores": (SignalQuery(SCORES, of(scorer_id="s"), LATEST, PAGE), "score_scorer"),
    "high scores": (SignalQuery(SCORES, NOTHING, BY_SCORE, PAGE), "score_score"),
    "feedback": (SignalQuery(FEEDBACK, of(feedback_type="t"), LATEST, PAGE), "feedback_type"),
    "unread": (
        SignalQuery(FEEDBACK, of(review_status="needs-review"), LATEST, PAGE),
        "feedback_status",
    ),
}
"""Lists, and the index of ours whose order each walks."""
POSTGRES_WALKS = {name: walk for name, walk in WALKS.items() if name != "errors"}
"""A third of the logs are of a level, as is guessed: those of any level are soon walked past."""


def listing(dialect: Dialect, query: SignalQuery) -> Statement:
    return observability_statements(dialect).signals.list_signals(query)


@pytest.mark.parametrize(("query", "index"), WALKS.values(), ids=WALKS)
async def test_lists_walk_an_index_in_its_order_on_sqlite(
    query: SignalQuery, index: str, sqlite: sqlite3.Connection
) -> None:
    """Nothing is sorted."""
    (walk,) = explain_sqlite(sqlite, listing(SQLITE, query)).steps

    assert f"INDEX mastra_py_{index}_idx" in walk


@pytest.mark.parametrize(("query", "index"), POSTGRES_WALKS.values(), ids=POSTGRES_WALKS)
async def test_lists_walk_an_index_in_its_order_on_postgresql(
    query: SignalQuery, index: str, postgres: asyncpg.Connection[Any]
) -> None:
    plan = await explain_postgres(postgres, listing(POSTGRES, query))

    assert [step.split()[0] for step in plan.steps] == ["Limit", "Index"]
    assert f"mastra_py_{index}_idx" in plan.steps[1]


def searches(dialect: Dialect) -> dict[str, tuple[Statement, str]]:
    """Return statements that search an index, and what it is called."""
    sql = observability_statements(dialect)
    nobody = Owner(None, None)
    dated = replace(MEASURED, dates=DateRange(start=BEGIN, end=BEGIN))
    question = Question(METRICS, dated, Aggregation.SUM)
    return {
        "a record": (sql.signals.get_signal(SCORES), "score"),
        "a review": (sql.signals.review_feedback(), "feedback"),
        "deletion": (sql.signals.delete_signals(SCORES, nobody), "score"),
        "of traces": (sql.signals.drop_signals(LOGS, nobody), "log_trace"),
        "names": (sql.discovery.metric_names(Names("", None)), "metric_name"),
        "a period": (sql.aggregates.aggregate(question), "metric_name"),
    }


@pytest.mark.parametrize("name", searches(SQLITE))
async def test_records_are_searched_for_in_an_index(
    name: str, sqlite: sqlite3.Connection, postgres: asyncpg.Connection[Any]
) -> None:
    statement, index = searches(SQLITE)[name]
    assert not read_all(explain_sqlite(sqlite, statement), f"mastra_py_{index}")

    statement, index = searches(POSTGRES)[name]
    plan = await explain_postgres(postgres, statement)
    assert plan.of(f"mastra_py_{index}")
    assert not plan.full_scans


def read_all(plan: Plan, table: str) -> list[str]:
    return [step for step in plan.steps if step.startswith(f"SCAN {table}")]


VALUES: Any = {"limit": 21, "offset": 0}


async def test_a_first_page_costs_the_same_on_sqlite(sqlite: sqlite3.Connection) -> None:
    """In instructions of SQLite's machine: of 20,000 logs, and of 1,000 of them."""
    statement = listing(SQLITE, WALKS["logs"][0])
    many = steps_of(sqlite, statement, **VALUES)
    sqlite.execute("BEGIN")
    sqlite.execute("DELETE FROM mastra_py_log_events WHERE rowid > 1000")
    few = steps_of(sqlite, statement, **VALUES)
    sqlite.execute("ROLLBACK")

    assert many <= few * 1.1


async def test_a_first_page_costs_few_pages_on_postgresql(
    postgres: asyncpg.Connection[Any],
) -> None:
    """In pages of 8 kB: the 21 logs, and the way to them."""
    statement = listing(POSTGRES, WALKS["logs"][0])

    assert await buffers_of(postgres, statement, **VALUES) <= 30


async def test_names_of_metrics_cost_as_much_as_there_are_names(
    sqlite: sqlite3.Connection, postgres: asyncpg.Connection[Any]
) -> None:
    """Of 20 metrics with 1,000 observations each."""
    names = observability_statements(SQLITE).discovery.metric_names(Names("", None))
    assert steps_of(sqlite, names, prefix="") < SIGNALS_OF_A_KIND / 20

    names = observability_statements(POSTGRES).discovery.metric_names(Names("", None))
    assert await buffers_of(postgres, names, prefix="") <= 20 * 8
