"""Scores on a server: JSON that is encoded twice, what the original left, zones and schemas."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import NewScore
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
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
    extract_step_result={"x": 1},
)


async def test_json_is_encoded_twice_as_the_original_reads_it(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    await open_store(url).scores.save_score(SCORE)

    connection = await connect(url)
    row = await connection.fetchrow("SELECT * FROM mastra_scorers")
    assert json.loads(json.loads(row["scorer"])) == {"id": "s"}
    assert json.loads(json.loads(row["extractStepResult"])) == {"x": 1}
    assert json.loads(row["output"]) == '"42"'
    assert (row["input"], row["metadata"], row["score"]) == ("null", None, 0.5)
    assert row["createdAt"] == row["createdAtZ"].replace(tzinfo=None)


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("""'""'""", None),
        ("""'"hello"'""", "hello"),
        ("""'"42"'""", 42),
        ("""'"{\\"a\\": 1}"'""", {"a": 1}),
        ("""'{"a": "1"}'""", {"a": "1"}),
        ("'[1]'", [1]),
        ("'7'", 7),
        ("'null'", None),
        ("""'"{bad"'""", "{bad"),
    ],
)
async def test_both_encodings_are_read_and_an_empty_text_is_nothing(
    url: str, open_store: OpenStore, connect: Any, stored: str, read: Any
) -> None:
    """What is encoded once and looks like JSON is read as the original reads it."""
    scores = open_store(url).scores
    await scores.save_score(SCORE)
    connection = await connect(url)
    await connection.execute(f"UPDATE mastra_scorers SET input = {stored}::jsonb")

    score = await scores.get_score_by_id("a")

    assert score
    assert score.input == read


async def test_scores_that_the_original_wrote_are_read_and_replaced(
    golden: str, open_store: OpenStore
) -> None:
    scores = open_store(golden, disable_init=True).scores
    old: Any = await scores.get_score_by_id("p-s3")
    new = await scores.save_score(SCORE.model_copy(update={"id": "p-s3"}))

    assert old.extract_step_result == {"x": 1}
    assert old.preprocess_step_result == {"z": None}
    assert (await scores.list_scores_by_scorer_id("p-scorer")).total == 4
    assert new.created_at == old.created_at
    assert await scores.get_score_by_id("p-s3") == new


async def test_times_are_utc_whatever_the_zone_of_the_server(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    connection = await connect(url)
    name = await connection.fetchval("SELECT quote_ident(current_database())")
    await connection.execute(f"ALTER DATABASE {name} SET timezone = 'America/New_York'")
    scores = open_store(url).scores
    saved = await scores.save_score(SCORE)
    again = await scores.save_score(SCORE)

    assert again.created_at == saved.created_at
    assert await scores.get_score_by_id("a") == again
    stored = 'SELECT "createdAtZ" - "createdAt" AT TIME ZONE \'UTC\' FROM mastra_scorers'
    assert not await (await connect(url)).fetchval(stored)


async def test_another_schema_has_scores_of_its_own(url: str, open_store: OpenStore) -> None:
    here, there = open_store(url).scores, open_store(url, schema_name="Other 1").scores
    await here.save_score(SCORE)
    await there.save_score(SCORE.model_copy(update={"score": 1}))

    pages = [await each.list_scores_by_scorer_id("s") for each in (here, there)]
    assert [[score.score for score in page.scores] for page in pages] == [[0.5], [1.0]]


async def test_the_longest_ids_fit_into_every_index(url: str, open_store: OpenStore) -> None:
    """Of bytes that do not compress."""
    ids = {
        name: "".join(chr(0x4E00 + (seed * 7919 + n * n * 31) % 20_000) for n in range(341))
        for seed, name in enumerate(("id", "scorer_id", "run_id", "entity_id", "entity_type"))
    }
    span = {"trace_id": ids["run_id"], "span_id": ids["entity_id"]}
    scores = open_store(url).scores
    saved = await scores.save_score(SCORE.model_copy(update={**ids, **span}))

    assert await scores.get_score_by_id(ids["id"]) == saved
    page = await scores.list_scores_by_scorer_id(ids["scorer_id"], entity_id=ids["entity_id"])
    assert page.scores == [saved]
