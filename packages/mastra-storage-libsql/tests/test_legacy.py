"""Tables of Mastra before 1.0 on files: read as they are, made only where somebody writes."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError, CorruptDataError, LegacyEval, LegacyTrace
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
OLD = """
CREATE TABLE mastra_evals (input TEXT, output TEXT, result TEXT, agent_name TEXT, metric_name TEXT,
  instructions TEXT, test_info TEXT, global_run_id TEXT, run_id TEXT, created_at TIMESTAMP,
  createdAt TIMESTAMP);
CREATE TABLE mastra_traces (id TEXT NOT NULL PRIMARY KEY, parentSpanId TEXT, name TEXT NOT NULL,
  traceId TEXT NOT NULL, scope TEXT NOT NULL, kind INTEGER NOT NULL, attributes TEXT, status TEXT,
  events TEXT, links TEXT, other TEXT, startTime INTEGER NOT NULL, endTime INTEGER NOT NULL,
  createdAt TIMESTAMP NOT NULL);
INSERT INTO mastra_evals VALUES ('Why?', 'Because.', '{"score":0.5,"info":{"reason":"x"}}', 'cat',
  'toxicity', 'Be kind.', NULL, 'g', 'r', '2024-05-01T10:00:00.000Z', '2024-05-01T10:00:00.000Z');
INSERT INTO mastra_evals VALUES ('', '', '{"score":1}', 'cat', 'bias', '',
  '{"testName":"t","testPath":"a.test.ts"}', 'g', 's', '2024-05-02T10:00:00.000Z', NULL);
INSERT INTO mastra_traces VALUES ('1', NULL, 'agent.generate', 't', 'default', 1,
  '{"componentName":"cat"}', '{"code":0}', '[]', '[]', '{"resource":{}}', 1714557600000000,
  1714557600000100, '2024-05-01T10:00:00.000Z');
INSERT INTO mastra_traces VALUES ('2', '1', 'llm', 't', 'default', 1, NULL, NULL, NULL, NULL,
  'no json', 1714557600000050, 1714557600000060, '2024-05-01T10:00:00.000Z');
"""
EVAL = LegacyEval(
    input="",
    output="",
    result={"score": 1},
    agent_name="cat",
    metric_name="m",
    instructions="",
    global_run_id="g",
    run_id="new",
)
TRACE = LegacyTrace(
    id="3", trace_id="t", name="tool", scope="default", kind=1, start_time=1, end_time=2
)
NAMES = "SELECT name FROM sqlite_master WHERE name LIKE '%evals%' OR name LIKE '%traces%'"


async def test_init_makes_neither_table_and_no_list_does(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    scores = open_store().scores

    assert ((await scores.list_evals()).evals, await scores.get_traces()) == ([], [])
    assert raw.execute(NAMES).fetchall() == []


async def test_the_first_save_makes_the_table_that_it_needs(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    scores = open_store().scores
    await scores.save_eval(EVAL)

    names = {name for (name,) in raw.execute(NAMES)}
    assert names == {
        "mastra_evals",
        "mastra_py_evals_agent_created_idx",
        "mastra_py_evals_created_idx",
    }
    row = raw.execute("SELECT result, created_at = createdAt, test_info FROM mastra_evals")
    assert row.fetchall() == [('{"score":1}', 1, None)]


@pytest.mark.parametrize("disable_init", [True, False])
async def test_tables_of_an_old_database_are_read_and_left_as_they_are(
    open_store: OpenStore, raw: sqlite3.Connection, disable_init: bool
) -> None:
    raw.executescript(OLD)
    before = list(raw.iterdump())
    scores = open_store(disable_init=disable_init).scores

    older, newer = (await scores.list_evals(agent_name="cat")).evals[::-1]
    assert (older.result["score"], older.run_id) == (0.5, "r")
    assert older.created_at == datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert await scores.get_evals_by_agent_name("cat", type="test") == [newer]
    last, first = await scores.get_traces()
    assert (first.attributes, first.other) == ({"componentName": "cat"}, {"resource": {}})
    assert (last.other, last.parent_span_id) == ("no json", "1")
    assert await scores.get_traces(attributes={"componentName": "cat"}) == [first]
    assert [line for line in before if line not in list(raw.iterdump())] == []


async def test_they_can_be_added_to(open_store: OpenStore, raw: sqlite3.Connection) -> None:
    raw.executescript(OLD)
    scores = open_store().scores
    await scores.save_eval(EVAL)
    await scores.save_trace(TRACE)

    assert (await scores.list_evals()).evals[0] == EVAL
    assert (await scores.get_traces())[-1] == TRACE
    assert (await scores.list_evals()).total == (await scores.get_traces_paginated()).total == 3


async def test_a_store_that_makes_nothing_says_so(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    scores = open_store(disable_init=True).scores

    assert await scores.get_evals_by_agent_name("cat") == []
    for call, table in (
        (scores.save_eval(EVAL), "mastra_evals"),
        (scores.save_trace(TRACE), "mastra_traces"),
    ):
        with pytest.raises(ConfigurationError, match=table):
            await call
    assert raw.execute(NAMES).fetchall() == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ("UPDATE mastra_evals SET result = '{bad' WHERE run_id = 's'", "result"),
        ("UPDATE mastra_evals SET result = '[1]' WHERE run_id = 's'", "result"),
        ("UPDATE mastra_evals SET metric_name = NULL WHERE run_id = 's'", "metric_name"),
    ],
)
async def test_a_row_that_does_not_fit_is_named(
    open_store: OpenStore, raw: sqlite3.Connection, change: str, where: str
) -> None:
    raw.executescript(OLD)
    raw.execute(change)
    scores: Any = open_store().scores

    with pytest.raises(CorruptDataError, match=where) as caught:
        await scores.list_evals()
    assert caught.value.table == "mastra_evals"
    assert str(caught.value.key).startswith("s")
