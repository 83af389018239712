"""What a call about scores costs: one trip to the driver, and one statement in it.

Whether a table of the old Mastra is there is asked until it is, and the first save makes it: one
trip more.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from counting import CountingDatabase
from every_statement import statements
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import LegacyEval, LegacyTrace, NewScore, ScoresStorage, Store
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

SCORE = NewScore(
    id="id",
    scorer_id="s",
    run_id="r",
    entity_id="e",
    source="LIVE",
    score=1,
    scorer={},
    entity={},
    output=None,
)
EVAL = LegacyEval(
    input="",
    output="",
    result={"score": 1},
    agent_name="a",
    metric_name="m",
    instructions="",
    global_run_id="g",
    run_id="r",
)
TRACE = LegacyTrace(
    id="t", trace_id="t", name="agent.x", scope="s", kind=1, start_time=1, end_time=2
)
LIST = "fetch: list_scores"
BUDGET = {
    "save_score": "fetch: save_score",
    "get_score_by_id": "fetch: get_score",
    "list_scores_by_scorer_id": LIST,
    "list_scores_by_run_id": LIST,
    "list_scores_by_entity_id": LIST,
    "list_scores_by_span": LIST,
    "save_eval": "fetch: save_eval",
    "list_evals": "fetch: list_evals",
    "get_evals": "fetch: list_evals",
    "get_evals_by_agent_name": "fetch: list_evals",
    "save_trace": "fetch: save_trace",
    "get_traces": "fetch: list_traces",
    "get_traces_paginated": "fetch: list_traces",
    "prune": "transact: old_rows delete_scores",
}
"""The driver call of every public method, and the statements in it."""

CALLS: dict[str, Callable[[ScoresStorage], Awaitable[object]]] = {
    "save_score": lambda scores: scores.save_score(SCORE),
    "get_score_by_id": lambda scores: scores.get_score_by_id("id"),
    "list_scores_by_scorer_id": lambda scores: scores.list_scores_by_scorer_id(
        "s", source="LIVE", organization_id="o"
    ),
    "list_scores_by_run_id": lambda scores: scores.list_scores_by_run_id("r", page=1),
    "list_scores_by_entity_id": lambda scores: scores.list_scores_by_entity_id(
        "e", entity_type="AGENT", include_total=False
    ),
    "list_scores_by_span": lambda scores: scores.list_scores_by_span(
        trace_id="t", span_id="s", per_page=None
    ),
    "save_eval": lambda scores: scores.save_eval(EVAL),
    "list_evals": lambda scores: scores.list_evals(),
    "get_evals": lambda scores: scores.get_evals(agent_name="a", page=1),
    "get_evals_by_agent_name": lambda scores: scores.get_evals_by_agent_name("a", type="live"),
    "save_trace": lambda scores: scores.save_trace(TRACE),
    "get_traces": lambda scores: scores.get_traces(name="agent."),
    "get_traces_paginated": lambda scores: scores.get_traces_paginated(attributes={"k": 1}),
    "prune": lambda scores: pruned(scores),
}


async def pruned(scores: ScoresStorage) -> None:
    """Prune the score, which has to be older than the age that is allowed."""
    await asyncio.sleep(0.01)
    (report,) = await scores.prune({"scorers": "1ms"})
    assert report.deleted


async def spent(store: Store) -> dict[str, list[str]]:
    """Return the driver calls of methods; what runs must be what the golden files show."""
    scores: Any = store.scores
    sql = scores._sql
    scores._db = counting = CountingDatabase(scores._db)
    found = {}
    for name, call in CALLS.items():
        await call(scores)
        # What pruning needs is made once, and known from then on.
        found[name] = [each for each in counting.taken() if each != "ensure:"]
    shown = statements(sql.tables.dialect, sql.tables.scores.schema)
    assert {each.sql for each in counting.statements} <= {each.sql for each in shown}
    return found


ONE_EACH = {name: [call] for name, call in BUDGET.items()}


async def test_every_public_method_has_a_budget() -> None:
    public = {
        name
        for name, method in inspect.getmembers(ScoresStorage, inspect.iscoroutinefunction)
        if not name.startswith("_")
    }
    assert set(BUDGET) == set(CALLS) == public


async def test_a_method_makes_one_call_on_sqlite() -> None:
    async with LibSQLStore(":memory:") as store:
        assert await spent(store) == ONE_EACH


async def test_a_method_makes_one_call_on_postgresql(server: PostgresServer) -> None:
    async with PostgresStore(server.create_database()) as store:
        assert await spent(store) == ONE_EACH


async def test_a_table_that_is_not_there_is_asked_for_and_the_first_save_makes_it() -> None:
    async with LibSQLStore(":memory:") as store:
        scores: Any = store.scores
        scores._db = counting = CountingDatabase(scores._db)
        for call in ("list_evals", "save_eval", "save_eval", "list_evals", "get_traces"):
            await CALLS[call](scores)

        assert counting.taken() == [
            "fetch: evals_exist",
            *("ensure:", "fetch: save_eval", "fetch: save_eval"),
            *("fetch: list_evals", "fetch: traces_exist"),
        ]
