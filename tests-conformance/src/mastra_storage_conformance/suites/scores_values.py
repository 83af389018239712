"""Values of scores: what of JSON, text and time survives, and whose the objects are."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from mastra_storage_core import InvalidInputError, ScoresStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites import _scores_values as some
from mastra_storage_conformance.suites._support import ids, score_now
from mastra_storage_conformance.suites.isolation import ODD_IDS, deep, spoil
from mastra_storage_conformance.suites.values import MOMENTS, json_values, nested

LOOK_ALIKES = ["", "null", "true", "1", '"x"', "{}", '{"a":', "[1]", r"\"", r"\u0000", " ", "NaN"]
"""Texts that look like JSON, or nearly."""


def as_text(value: object) -> str:
    """Return a value as text that tells `1`, `1.0` and `true` apart."""
    return json.dumps(value)


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestValuesOfScores:
    """JSON is kept as JSON, wherever a caller may put it (rule 10)."""

    @json_values
    async def test_every_object_keeps_it_and_input_and_output_are_any_json(
        self, scores: ScoresStorage, make: Make, value: Any
    ) -> None:
        """The order of keys as well, on every backend."""
        values = {name: {"v": value, "a": 1} for name in some.OBJECTS} | dict.fromkeys(
            some.ANY_JSON, value
        )

        saved = await make.score(scores, **values)

        page = await scores.list_scores_by_scorer_id(make.scorer)
        for found in (saved, await score_now(scores, saved.id), *page.scores):
            for name, expected in values.items():
                assert as_text(getattr(found, name)) == as_text(expected), name

    @pytest.mark.parametrize(
        "value",
        [
            *(1e23, 1.7976931348623157e308, -0.0, "a\0b", "\ud800", "\udfff\ud800"),
            *({"\0": 1}, {"a\0": 1, "a\ufffd": 2}),
        ],
        ids=ascii,
    )
    async def test_they_also_keep_what_metadata_of_others_may_not(
        self, scores: ScoresStorage, make: Make, value: Any
    ) -> None:
        """Scores are written as text everywhere, so spelling, NUL and surrogates survive."""
        values = {name: {"v": value} for name in some.OBJECTS} | dict.fromkeys(some.ANY_JSON, value)

        saved = await make.score(scores, **values)

        found = await score_now(scores, saved.id)
        for name, expected in values.items():
            assert as_text(getattr(found, name)) == as_text(expected), name

    @pytest.mark.parametrize("text", LOOK_ALIKES)
    async def test_texts_that_look_like_json_stay_texts(
        self, scores: ScoresStorage, make: Make, text: str
    ) -> None:
        saved = await make.score(scores, input=text, output=text, reason=text)

        found = await score_now(scores, saved.id)

        assert (found.input, found.output, found.reason) == (text, text, text)

    async def test_null_and_nothing_are_none(self, scores: ScoresStorage, make: Make) -> None:
        """Rule 9: columns that may not be empty included."""
        saved = await make.score(scores, input=None, output=None, entity={}, scorer={})

        found = await score_now(scores, saved.id)

        assert (found.input, found.output, found.entity, found.scorer) == (None, None, {}, {})

    async def test_nan_and_infinities_in_json_become_null(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        odd = [float("nan"), float("inf"), -float("inf")]

        saved = await make.score(scores, output=odd, input=odd[0], metadata={"v": odd})

        assert saved.output == (saved.metadata or {})["v"] == [None] * 3
        assert saved.input is None
        assert await score_now(scores, saved.id) == saved

    @pytest.mark.parametrize("levels", [200, 201])
    async def test_two_hundred_levels_are_kept_and_one_more_is_refused(
        self, scores: ScoresStorage, make: Make, levels: int
    ) -> None:
        old = await make.score(scores)
        call = make.score(scores, id=old.id, output=nested(levels))

        if levels > 200:
            with pytest.raises(InvalidInputError, match=r"output.* is nested deeper"):
                await call
            assert await score_now(scores, old.id) == old
        else:
            assert (await call).output == nested(levels)

    @pytest.mark.parametrize("odd", ODD_IDS, ids=ascii)
    async def test_any_text_names_itself_and_nothing_else(
        self, scores: ScoresStorage, make: Make, odd: str
    ) -> None:
        """Rule 13."""
        scorer = f"{make.owner}{odd}"[:900]
        fields = {"scorer_id": scorer, "entity_id": odd, "organization_id": odd}
        score = await make.score(scores, id=scorer, **fields)
        for tail in ("A", "%", "x"):
            await make.score(scores, id=f"{scorer}{tail}", scorer_id=f"{scorer}{tail}")
            await make.score(scores, scorer_id=scorer, entity_id=f"{odd[:900]}{tail}")

        page = await scores.list_scores_by_scorer_id(scorer, entity_id=odd, organization_id=odd)

        assert page.scores == [score]
        assert await score_now(scores, scorer) == score

    @pytest.mark.parametrize("name", some.PLAIN)
    async def test_plain_texts_are_kept(self, scores: ScoresStorage, make: Make, name: str) -> None:
        text = "Grüße, 你好, 👩‍👩‍👧‍👦\n'; DROP TABLE mastra_scorers; --"

        saved = await make.score(scores, **{name: text})

        assert getattr(await score_now(scores, saved.id), name) == text


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestTimesOfScores:
    """Time comes back aware, in UTC, at millisecond precision (rule 11)."""

    @pytest.mark.parametrize("moment", MOMENTS, ids=str)
    async def test_any_moment_of_any_zone_comes_back_in_utc(
        self, scores: ScoresStorage, make: Make, moment: datetime
    ) -> None:
        expected = moment.astimezone(UTC)
        expected = expected.replace(microsecond=expected.microsecond // 1000 * 1000)

        saved = await make.score(scores, created_at=moment)

        found = await score_now(scores, saved.id)
        assert saved.created_at == found.created_at == expected
        assert found.created_at.tzinfo is found.updated_at.tzinfo is UTC

    async def test_times_are_ordered_as_instants(self, scores: ScoresStorage, make: Make) -> None:
        saved = [await make.score(scores, created_at=moment) for moment in MOMENTS[::-1]]

        page = await scores.list_scores_by_scorer_id(make.scorer)

        expected = sorted(saved, key=lambda score: (score.created_at, score.id), reverse=True)
        assert ids(page.scores) == ids(expected)


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestReturnedAndPassedScores:
    """Changing a returned or a passed object never changes the store (rule 12)."""

    async def test_objects_are_the_callers_wherever_they_go_or_come_from(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        names = (*some.OBJECTS, *some.ANY_JSON)
        new = make.new_score(**{**some.FULL, **{name: deep() for name in names}})
        saved = await scores.save_score(new)
        page = await scores.list_scores_by_scorer_id(make.scorer)
        found = await score_now(scores, saved.id)

        for each in (new, saved, found, *page.scores):
            for name in names:
                spoil(getattr(each, name))
        page.scores.clear()

        last = await score_now(scores, saved.id)
        assert {name: getattr(last, name) for name in names} == {name: deep() for name in names}
        assert (await scores.list_scores_by_scorer_id(make.scorer)).scores == [last]
