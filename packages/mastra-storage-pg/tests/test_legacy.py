"""Tables of Mastra before 1.0 on a server: read as they are, made only where somebody writes."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import ConfigurationError, LegacyEval, LegacyTrace
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
OLD = """
CREATE TABLE mastra_evals (
  input text NOT NULL, output text NOT NULL, result jsonb NOT NULL, agent_name text NOT NULL,
  metric_name text NOT NULL, instructions text NOT NULL, test_info jsonb,
  global_run_id text NOT NULL, run_id text NOT NULL, created_at timestamp NOT NULL,
  "createdAt" timestamp, "created_atZ" timestamptz DEFAULT now(),
  "createdAtZ" timestamptz DEFAULT now()
);
CREATE INDEX public_mastra_evals_agent_name_created_at_idx
  ON mastra_evals (agent_name, created_at DESC);
CREATE TABLE mastra_traces (
  id text PRIMARY KEY, "parentSpanId" text, name text NOT NULL, "traceId" text NOT NULL,
  scope text NOT NULL, kind integer NOT NULL, attributes jsonb, status jsonb, events jsonb,
  links jsonb, other text, "startTime" bigint NOT NULL, "endTime" bigint NOT NULL,
  "createdAt" timestamp NOT NULL, "createdAtZ" timestamptz DEFAULT now()
);
INSERT INTO mastra_evals VALUES ('Why?', 'Because.', '{"score":0.5}', 'cat', 'toxicity', '', NULL,
  'g', 'r', '2024-05-01 10:00', NULL, '2024-05-01 10:00+00');
INSERT INTO mastra_evals VALUES ('', '', '{"score":1}', 'cat', 'bias', '', '{"testPath":"a"}',
  'g', 's', '2024-05-02 10:00');
INSERT INTO mastra_traces VALUES ('1', NULL, 'agent.generate', 't', 'default', 1,
  '{"componentName":"cat"}', '{"code":0}', '[]', '[]', '{"resource":{}}', 5, 9,
  '2024-05-01 06:00', '2024-05-01 10:00+00');
INSERT INTO mastra_traces VALUES ('2', '1', 'llm', 't', 'default', 1, NULL, NULL, NULL, NULL,
  'no json', 7, 8, '2024-05-01 10:00', NULL);
"""
EVAL = LegacyEval(
    input="",
    output="",
    result={"score": 1},
    agent_name="cat",
    metric_name="m",
    instructions="",
    test_info={"testPath": "b"},
    global_run_id="g",
    run_id="new",
)
TRACE = LegacyTrace(
    id="3", trace_id="t", name="tool", scope="default", kind=1, start_time=1, end_time=2
)
NAMES = """
SELECT relname FROM pg_class WHERE relname ~ '(evals|traces)' AND relnamespace = $1::regnamespace
"""
NOON = datetime(2024, 5, 1, 10, tzinfo=UTC)


async def names(connection: Any, schema: str = "public") -> set[str]:
    """Return the tables and indexes that have to do with them."""
    rows = await connection.fetch(NAMES, schema)
    return {name for (name,) in rows if not name.startswith("mastra_ai_")}


async def test_the_first_save_makes_the_table_that_it_needs(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    connection = await connect(url)
    scores = open_store(url, schema_name="old").scores
    assert ((await scores.list_evals()).evals, await scores.get_traces()) == ([], [])
    assert await names(connection, "old") == set()
    await scores.save_trace(TRACE)

    assert await names(connection, "old") == {
        "mastra_traces",
        "mastra_traces_pkey",
        "mastra_py_traces_start_idx",
    }
    assert await scores.get_traces() == [TRACE]
    assert await open_store(url).scores.get_traces() == []


@pytest.mark.parametrize("disable_init", [True, False])
async def test_tables_of_an_old_database_are_read_and_left_as_they_are(
    url: str, open_store: OpenStore, connect: Any, disable_init: bool
) -> None:
    """A trace's time is right in its mirror, where there is one; the other has local time."""
    connection = await connect(url)
    await connection.execute(OLD)
    before = await names(connection)
    scores = open_store(url, disable_init=disable_init).scores

    newer, older = await scores.get_evals_by_agent_name("cat")
    assert (older.result, older.created_at) == ({"score": 0.5}, NOON)
    assert (await scores.list_evals(type="test")).evals == [newer]
    last, first = await scores.get_traces()
    assert (first.created_at, last.created_at) == (NOON, NOON)
    assert (first.events, first.other, last.other) == ([], {"resource": {}}, "no json")
    assert await scores.get_traces(name="agent.", attributes={"componentName": "cat"}) == [first]
    assert await names(connection) == before


async def test_they_can_be_added_to(url: str, open_store: OpenStore, connect: Any) -> None:
    await (await connect(url)).execute(OLD)
    scores = open_store(url).scores
    await scores.save_eval(EVAL)
    await scores.save_trace(TRACE)

    assert (await scores.list_evals(type="test")).evals[0] == EVAL
    assert (await scores.get_traces())[-1] == TRACE
    stored = 'SELECT "created_atZ", "createdAtZ" FROM mastra_evals WHERE run_id = $1'
    row = await (await connect(url)).fetchrow(stored, "new")
    assert tuple(row) == (EVAL.created_at, EVAL.created_at)


async def test_a_store_that_makes_nothing_says_so(url: str, open_store: OpenStore) -> None:
    scores = open_store(url, disable_init=True).scores

    assert await scores.get_evals_by_agent_name("cat") == []
    with pytest.raises(ConfigurationError, match="mastra_evals"):
        await scores.save_eval(EVAL)
