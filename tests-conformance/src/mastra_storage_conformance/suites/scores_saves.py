"""Saving and reading scores: new ones, the same one again, and many at once."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import cycle
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import (
    ClosedError,
    Feature,
    InvalidInputError,
    NewScore,
    Score,
    ScoreSource,
    ScoresStorage,
    Store,
)
from mastra_storage_core.ids import now

from mastra_storage_conformance.backend import Backend
from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites import _scores_values as some
from mastra_storage_conformance.suites._support import ids, keeper, next_millisecond, score_now
from mastra_storage_conformance.suites.concurrency import CROWD, at_once


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestSaveScore:
    """`save_score` inserts a score, or replaces the one of its id whole."""

    @pytest.mark.parametrize("fields", [{}, some.FULL], ids=["few fields", "all fields"])
    async def test_it_returns_the_score_as_it_is_stored(
        self, scores: ScoresStorage, make: Make, fields: dict[str, Any]
    ) -> None:
        new = make.new_score(**fields)
        start = now()

        saved = await scores.save_score(new)

        assert saved.model_dump() == {**new.model_dump(), "updated_at": saved.updated_at}
        assert start <= saved.updated_at <= now()
        assert await score_now(scores, saved.id) == saved

    async def test_an_id_and_times_are_made_where_they_are_absent(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        start = now()

        first = await make.score(scores, id=None, created_at=None)
        second = await make.score(scores, id=None, created_at=None)

        assert first.id < second.id
        assert start <= first.created_at == first.updated_at <= now()
        assert await score_now(scores, second.id) == second

    async def test_a_score_of_its_id_is_replaced_whole_and_keeps_its_first_time(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        old = await make.score(scores, **some.FULL)
        next_millisecond()

        new = await make.score(scores, id=old.id, score=1, created_at=make.after(60))

        expected = make.new_score(id=old.id, score=1).model_dump()
        assert new.model_dump() == {**expected, "updated_at": new.updated_at}
        assert new.created_at == old.created_at == make.noon
        assert new.updated_at > old.updated_at
        assert await score_now(scores, old.id) == new
        page = await scores.list_scores_by_scorer_id(make.scorer)
        assert (page.scores, page.total) == ([new], 1)

    async def test_it_may_move_to_another_scorer_run_entity_and_span(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        old = await make.score(scores, run_id=make.owner, trace_id=make.owner, span_id="s")
        other = make.id("other")

        new = await make.score(scores, id=old.id, scorer_id=other, run_id=other)

        assert (await scores.list_scores_by_scorer_id(make.scorer)).scores == []
        assert (await scores.list_scores_by_run_id(make.owner)).scores == []
        assert (await scores.list_scores_by_span(trace_id=make.owner, span_id="s")).scores == []
        assert (await scores.list_scores_by_scorer_id(other)).scores == [new]
        assert (await scores.list_scores_by_run_id(other)).scores == [new]

    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            *((1, 1.0), (0, 0.0), (-0.0, 0.0), (-2.5, -2.5), (2**53 + 1, float(2**53))),
            *((number, number) for number in (0.1 + 0.2, 5e-324, 1.7976931348623157e308)),
        ],
    )
    async def test_a_score_is_any_finite_number_in_double_precision(
        self, scores: ScoresStorage, make: Make, given: float, kept: float
    ) -> None:
        saved = await make.score(scores, score=given)

        found = await score_now(scores, saved.id)

        assert repr(saved.score) == repr(found.score) == repr(kept)

    @pytest.mark.parametrize("source", ["LIVE", "TEST", ScoreSource.TEST])
    async def test_it_was_live_or_a_test(
        self, scores: ScoresStorage, make: Make, source: str
    ) -> None:
        saved = await make.score(scores, source=source)

        assert (await score_now(scores, saved.id)).source == str(source)

    async def test_what_mastra_says_besides_is_left_out(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        """There is no column for it."""
        new = NewScore.model_validate(
            {**make.new_score().model_dump(by_alias=True), "structuredOutput": True, "x": 1}
        )

        saved = await scores.save_score(new)

        assert await score_now(scores, saved.id) == saved
        assert "structuredOutput" not in saved.model_dump(by_alias=True)

    async def test_an_unknown_score_is_none(self, scores: ScoresStorage, make: Make) -> None:
        await make.score(scores)

        assert await scores.get_score_by_id(make.id()) is None


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentScores:
    """Scores that are saved at once are all there, and each is one that somebody saved."""

    async def test_a_crowd_saves_scores_of_its_own(
        self, score_writers: list[ScoresStorage], make: Make
    ) -> None:
        saved = await at_once(
            make.score(each, id=None, created_at=make.after(number))
            for each, number in zip(cycle(score_writers), range(CROWD), strict=False)
        )

        page = await score_writers[0].list_scores_by_scorer_id(make.scorer, per_page=None)

        assert page.scores == saved[::-1]

    async def test_a_crowd_saves_one_score(
        self, score_writers: list[ScoresStorage], make: Make
    ) -> None:
        """The original deletes, then inserts: a reader in between finds none, and a second writer
        fails.
        """
        name = (await make.score(score_writers[0])).id

        saved = await at_once(
            make.score(each, id=name, score=number, created_at=make.after(number))
            for each, number in zip(cycle(score_writers), range(CROWD), strict=False)
        )

        found = await score_now(score_writers[0], name)
        assert found in saved
        assert {each.created_at for each in saved} == {make.noon}

    async def test_of_first_savers_all_get_the_time_that_is_stored(
        self, score_writers: list[ScoresStorage], make: Make
    ) -> None:
        name = make.id()

        saved = await at_once(
            make.score(each, id=name, score=number, created_at=make.after(number))
            for each, number in zip(cycle(score_writers), range(CROWD), strict=False)
        )

        found = await score_now(score_writers[0], name)
        assert {each.created_at for each in saved} == {found.created_at}

    async def test_a_reader_always_finds_a_score_that_is_saved_again(
        self, score_writers: list[ScoresStorage], make: Make
    ) -> None:
        name = (await make.score(score_writers[0])).id

        async def again(number: int) -> Score | None:
            await asyncio.sleep(0)
            if number % 2:
                await make.score(score_writers[-1], id=name, score=number)
            return await score_writers[0].get_score_by_id(name)

        found = await at_once(map(again, range(CROWD)))

        assert {each and each.id for each in found} == {name}

    @pytest.mark.parametrize("delay", [None, 0, 0.0001, 0.0005, 0.002])
    async def test_a_cancelled_save_is_whole_or_nothing(
        self, scores: ScoresStorage, make: Make, delay: float | None
    ) -> None:
        old = await make.score(scores)
        call = asyncio.create_task(make.score(scores, id=old.id, score=1, **some.FULL))
        if delay is not None:
            await asyncio.sleep(delay)
        call.cancel()
        await asyncio.wait([call])

        found = await score_now(scores, old.id)

        new = make.new_score(id=old.id, score=1, **some.FULL).model_dump()
        saved_again = {**new, "updated_at": found.updated_at}
        assert found == old or found.model_dump() == saved_again


CallAboutScores: TypeAlias = Callable[[ScoresStorage, Make], Awaitable[Any]]
CALLS_ABOUT_SCORES: dict[str, CallAboutScores] = {
    "save": lambda scores, make: make.score(scores),
    "get": lambda scores, make: scores.get_score_by_id("s"),
    "of a scorer": lambda scores, make: scores.list_scores_by_scorer_id("s"),
    "of a run": lambda scores, make: scores.list_scores_by_run_id("r"),
    "of an entity": lambda scores, make: scores.list_scores_by_entity_id("e", entity_type="AGENT"),
    "of a span": lambda scores, make: scores.list_scores_by_span(trace_id="t", span_id="s"),
    "prune": lambda scores, make: scores.prune({"scorers": "30d"}),
}
"""A call of every method."""


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestLifeOfScores:
    """The life of a store seen from its scores, and the errors that they raise."""

    @pytest.mark.parametrize("name", CALLS_ABOUT_SCORES)
    async def test_any_call_may_be_the_first_and_none_is_after_close(
        self, empty_store: Store, make: Make, name: str
    ) -> None:
        await CALLS_ABOUT_SCORES[name](empty_store.scores, make)
        await empty_store.close()

        with pytest.raises(ClosedError):
            await CALLS_ABOUT_SCORES[name](empty_store.scores, make)

    async def test_a_durable_store_keeps_them(
        self, open_fresh: Callable[[], Store], backend: Backend, make: Make
    ) -> None:
        first, second = open_fresh(), open_fresh()
        score = await make.score(first.scores, **some.FULL)
        await first.close()

        found = await second.scores.get_score_by_id(score.id)

        durable = Feature.DURABLE in backend.capabilities.features
        assert found == (score if durable else None)

    async def test_an_error_says_where_it_happened(self, scores: ScoresStorage) -> None:
        with pytest.raises(InvalidInputError) as caught:
            await scores.get_score_by_id("")

        name = keeper(scores)
        assert (caught.value.store, caught.value.operation) == (name, "scores.get_score_by_id")
        assert caught.value.mastra_id == (f"MASTRA_STORAGE_{name}_GET_SCORE_BY_ID_INVALID_INPUT")

    async def test_the_store_itself_has_the_methods_too(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        store = scores.store
        assert store is not None
        score = await store.save_score(make.new_score(trace_id=make.owner, span_id="s"))

        pages = [
            await store.list_scores_by_scorer_id(make.scorer),
            await store.list_scores_by_span(trace_id=make.owner, span_id="s"),
        ]

        assert await store.get_score_by_id(score.id) == score
        assert [ids(page.scores) for page in pages] == [[score.id]] * 2
