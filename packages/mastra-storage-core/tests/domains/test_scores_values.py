"""What the scores domain checks and reads, without a database."""

from datetime import UTC, datetime
from typing import Any

import pytest
from mastra_storage_core import CorruptDataError, InvalidInputError, NewScore, Score, ScoreSource
from mastra_storage_core.domains.scores import drafts
from mastra_storage_core.domains.scores.rows import read_score, read_scores
from pydantic import ValidationError

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
MUST: dict[str, Any] = {
    "scorer_id": "s",
    "run_id": "r",
    "entity_id": "e",
    "source": "LIVE",
    "score": 1,
    "scorer": {},
    "entity": {},
    "output": None,
}
ROW: dict[str, Any] = {
    "id": "a",
    "scorerId": "s",
    "runId": "r",
    "source": "LIVE",
    "score": 1.0,
    "scorer": {"id": "s"},
    "createdAt": NOON,
    "updatedAt": NOON,
}


def test_a_draft_has_every_field_of_a_score_and_its_json_as_text_besides() -> None:
    draft = drafts.check_draft(NewScore(**MUST, input=[1], reason=""), 100, NOON)

    assert set(draft.values) == set(Score.model_fields)
    assert draft.texts == {"scorer": "{}", "entity": "{}", "input": "[1]"}
    assert (draft.values["created_at"], draft.values["reason"]) == (NOON, "")
    assert draft.id == draft.values["id"]


def test_every_field_is_checked_as_something() -> None:
    """Those that are not listed are the id, the number, the source and the times."""
    ids, texts = drafts.IDS + drafts.OPTIONAL_IDS, drafts.TEXTS
    listed = [*ids, *texts, *drafts.OBJECTS, *drafts.OPTIONAL_OBJECTS, *drafts.ANY_JSON]

    others = {"id", "score", "source", "created_at"}
    assert sorted([*listed, *others]) == sorted(NewScore.model_fields)


def test_json_and_texts_have_the_limit_of_the_store() -> None:
    for fields in ({"reason": "x" * 101}, {"output": "x" * 99}, {"scorer": {"k": "x" * 93}}):
        (name,) = fields
        with pytest.raises(InvalidInputError, match=f"{name} is 101 bytes"):
            drafts.check_draft(NewScore(**{**MUST, **fields}), 100, NOON)


@pytest.mark.parametrize("source", list(ScoreSource))
def test_a_source_is_plain_text_whether_it_is_given_as_one_or_as_a_member(
    source: ScoreSource,
) -> None:
    for given in (source, source.value):
        assert type(drafts.checked_source(given)) is str


def test_what_is_no_source_is_refused_and_the_sources_are_named() -> None:
    with pytest.raises(InvalidInputError, match="no source 'live'; there are: LIVE, TEST"):
        drafts.checked_source("live")


def test_a_score_without_output_has_to_say_so() -> None:
    with pytest.raises(ValidationError, match="output"):
        NewScore(**{name: MUST[name] for name in MUST if name != "output"})


def test_an_old_row_may_lack_its_entity_and_have_a_source_of_tomorrow() -> None:
    score = read_score({**ROW, "entity": None, "entityId": None, "source": "REPLAY"})

    assert score
    assert (score.entity, score.entity_id, score.source) == (None, None, "REPLAY")
    assert read_score(None) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scorer", None),
        ("scorer", [1]),
        ("scorer", "text"),
        ("metadata", 5),
        ("score", None),
        ("score", "high"),
        ("runId", None),
        ("createdAt", None),
    ],
)
def test_a_row_that_does_not_fit_is_named(name: str, value: Any) -> None:
    with pytest.raises(CorruptDataError, match=f"the score 'b' .* at {name}") as caught:
        read_scores([ROW, {**ROW, "id": "b", name: value}])

    assert (caught.value.table, caught.value.key) == ("mastra_scorers", "b")
