"""Scores on files: what the original left there, and what does not fit."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import CorruptDataError, NewScore
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
SCORE = NewScore(
    id="a",
    scorer_id="s",
    run_id="r",
    entity_id="e",
    source="LIVE",
    score=0.5,
    scorer={"id": "s"},
    entity={"id": "e"},
    output="42",
)


@pytest.mark.parametrize("engine_jsonb", [True, False])
async def test_scores_that_the_original_wrote_are_read(
    open_store: OpenStore, golden: Path, engine: ModuleType, engine_jsonb: bool
) -> None:
    """They are blobs of JSONB, which an old engine does not know."""
    scores = open_store(sqlite=engine, engine_jsonb=engine_jsonb).scores
    score = await scores.get_score_by_id("p-s3")

    assert score
    assert score.preprocess_step_result == {"z": None}
    assert score.analyze_step_result == {"y": [1, 2]}
    assert score.input == [{"role": "user", "content": "hi"}]
    assert (await scores.list_scores_by_scorer_id("p-scorer")).total == 4


async def test_json_is_written_once_and_nothing_as_null(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    await open_store().scores.save_score(SCORE)

    row = raw.execute("SELECT scorer, output, input, metadata, score FROM mastra_scorers")
    assert row.fetchall() == [('{"id":"s"}', '"42"', None, None, 0.5)]


@pytest.mark.parametrize("value", ["'{bad'", "''", "x'ff'", "'1'", "'[]'", "'\"text\"'"])
async def test_json_that_does_not_fit_is_named_by_table_and_row(
    open_store: OpenStore, raw: sqlite3.Connection, value: str
) -> None:
    scores = open_store().scores
    await scores.save_score(SCORE)
    raw.execute(f"UPDATE mastra_scorers SET scorer = {value}")

    for use in (scores.get_score_by_id("a"), scores.list_scores_by_scorer_id("s")):
        with pytest.raises(CorruptDataError, match="scorer") as caught:
            await use
        assert (caught.value.table, caught.value.key) == ("mastra_scorers", "a")
    assert raw.execute(f"SELECT scorer = {value} FROM mastra_scorers").fetchone() == (1,)


@pytest.mark.parametrize("column", ["scorerId", "runId", "scorer", "score", "source", "createdAt"])
async def test_a_column_that_is_empty_and_must_not_be_is_named(
    open_store: OpenStore, raw: sqlite3.Connection, column: str
) -> None:
    """The original's SQLite has no constraint for that."""
    scores = open_store().scores
    await scores.save_score(SCORE)
    raw.execute(f'UPDATE mastra_scorers SET "{column}" = NULL')

    with pytest.raises(CorruptDataError, match=column):
        await scores.get_score_by_id("a")


async def test_an_old_table_gets_the_columns_that_it_lacks(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    raw.execute("""
        CREATE TABLE mastra_scorers (id TEXT NOT NULL PRIMARY KEY, scorerId TEXT, traceId TEXT,
          runId TEXT, scorer TEXT, score REAL, reason TEXT, metadata TEXT, input TEXT, output TEXT,
          additionalContext TEXT, entityType TEXT, entity TEXT, entityId TEXT, source TEXT,
          resourceId TEXT, threadId TEXT, createdAt TEXT, updatedAt TEXT)
    """)
    raw.execute("""
        INSERT INTO mastra_scorers
          (id, scorerId, runId, scorer, score, source, createdAt, updatedAt)
        VALUES ('old', 's', 'r', '{}', 1, 'LIVE', '2025-01-01T00:00:00.000Z',
                '2025-01-01T00:00:00.000Z')
    """)
    scores = open_store().scores
    new = await scores.save_score(SCORE.model_copy(update={"organization_id": "o"}))

    found = (await scores.list_scores_by_scorer_id("s")).scores
    assert [(score.id, score.entity, score.input) for score in found] == [
        ("a", {"id": "e"}, None),
        ("old", None, None),
    ]
    assert (await scores.list_scores_by_scorer_id("s", organization_id="o")).scores == [new]


async def test_an_old_score_may_be_replaced_and_keeps_its_first_time(
    open_store: OpenStore, golden: Path, raw: sqlite3.Connection
) -> None:
    scores = open_store().scores
    old: Any = await scores.get_score_by_id("p-s2")
    new = await scores.save_score(SCORE.model_copy(update={"id": "p-s2"}))

    assert new.created_at == old.created_at
    assert await scores.get_score_by_id("p-s2") == new
    (kind,) = raw.execute("SELECT typeof(scorer) FROM mastra_scorers WHERE id = 'p-s1'").fetchone()
    assert kind == "blob", "what was not saved again stays as it was"
