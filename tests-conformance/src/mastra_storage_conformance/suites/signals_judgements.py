"""Scores of spans and feedback: what they have beside records, lists and numbers."""

from typing import Any

import pytest
from mastra_storage_core import (
    FeedbackFilter,
    InvalidInputError,
    NotFoundError,
    ObservabilityStorage,
    SpanScoreFilter,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._signals import CONTEXT, FEEDBACK, SCORES, Signal

JUDGED = {"scores": SCORES, "feedback": FEEDBACK}
each_judged = pytest.mark.parametrize("signal", JUDGED.values(), ids=JUDGED)


def create(storage: ObservabilityStorage, signal: Signal) -> Any:
    """Return the method that stores one record."""
    return storage.create_score if signal is SCORES else storage.create_feedback


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestCreatedJudgements:
    """`create_score` and `create_feedback` store one record, and return it."""

    @each_judged
    async def test_what_is_created_is_returned_and_stored(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        record = signal.record(make, **signal.own, **CONTEXT)

        returned = await create(observability, signal)(record)
        made = await create(observability, signal)({**signal.least, "resource_id": make.owner})

        assert returned == record
        assert await signal.read(observability, make) == [record, made]

    @each_judged
    async def test_a_bad_one_is_refused(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        for fields in ({"metadata": {"a": object()}}, {"user_id": "\0"}, {signal.key: ""}):
            with pytest.raises(InvalidInputError):
                await create(observability, signal)(signal.record(make, **fields))

        assert await signal.read(observability, make) == []


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestDeletedJudgements:
    """`delete_scores` and `delete_feedback` delete by id, and for a tenant only what is its own."""

    @each_judged
    async def test_records_go_by_their_ids_and_unknown_ones_are_no_error(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        records = [signal.record(make) for _ in range(3)]
        await signal.write(observability, *records)
        delete = getattr(observability, f"delete_{signal.name}")
        one, _, other = signal.ids(records)

        assert await delete([one, make.id("unknown"), other, one]) == 2
        assert await delete([one]) == 0
        assert await delete([]) == 0
        assert await signal.read(observability, make) == [records[1]]

    @each_judged
    async def test_what_is_of_another_tenant_or_of_none_stays(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        """Rule 16."""
        owners = [{"organization_id": "ours"}, {"organization_id": "theirs"}, {}]
        records = [signal.record(make, **owner) for owner in owners]
        await signal.write(observability, *records)
        delete = getattr(observability, f"delete_{signal.name}")
        ids = signal.ids(records)

        assert await delete(ids, organization_id="ours", resource_id="another") == 0
        assert await delete(ids, organization_id="ours", resource_id=make.owner) == 1
        assert await signal.read(observability, make) == records[1:]

    @each_judged
    async def test_a_thousand_ids_are_the_most(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        delete = getattr(observability, f"delete_{signal.name}")
        ids = [make.id("unknown") for _ in range(1001)]

        assert await delete(ids[:1000]) == 0
        for bad in (ids, "an id", [""], [None], None):
            with pytest.raises(InvalidInputError):
                await delete(bad)


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestScoresOfSpans:
    """A score is read by its id, and scores of one scorer are put together."""

    async def test_a_score_is_found_by_its_id(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        score = SCORES.record(make, **SCORES.own, **CONTEXT)
        await observability.create_score(score)

        assert await observability.get_score_by_id(score.score_id) == score
        assert await observability.get_score_by_id(make.id("unknown")) is None

    async def test_scores_of_a_scorer_and_a_source_are_put_together(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        given = {("a", "live"): 0.1, ("a", "test"): 0.2, ("b", "live"): 4.0, ("a", None): 0.4}
        for (scorer, source), score in given.items():
            fields = {"scorer_id": scorer, "score_source": source, "score": score}
            await observability.create_score(SCORES.record(make, **fields))
        asked: Any = {
            "scorer_id": "a",
            "filters": SpanScoreFilter(resource_id=make.owner),
            "aggregation": "sum",
        }

        every = await observability.get_score_aggregate(**asked)
        live = await observability.get_score_aggregate(**asked, score_source="live")
        groups = await observability.get_score_breakdown(**asked, group_by=["scoreSource"])

        assert (every.value, live.value) == (0.7, 0.1)
        found = [(each.dimensions["scoreSource"], each.value) for each in groups.groups]
        assert found == [(None, 0.4), ("test", 0.2), ("live", 0.1)]

    async def test_scores_have_series_and_percentiles(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        for number in range(4):
            at = make.after(30 * number)
            await observability.create_score(SCORES.record(make, score=number, timestamp=at))
        asked: Any = {
            "scorer_id": "tone",
            "filters": SpanScoreFilter(resource_id=make.owner),
            "interval": "1m",
        }

        series = await observability.get_score_time_series(**asked, aggregation="avg")
        found = await observability.get_score_percentiles(**asked, percentiles=[0.9])

        assert [point.value for point in series.series[0].points] == [0.5, 2.5]
        assert [point.value for point in found.series[0].points] == [1.0, 3.0]
        assert series.series[0].name == "tone"


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestFeedback:
    """Feedback is a number or a text, and somebody looks at it."""

    async def test_a_value_is_a_number_or_a_text_and_stays_one(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        values: list[Any] = [1.0, "1", -0.5, "", "Gut!"]
        records = [
            FEEDBACK.record(make, value=value, timestamp=make.after(number))
            for number, value in enumerate(values)
        ]
        await FEEDBACK.write(observability, *records)

        found = [each.value for each in await FEEDBACK.read(observability, make)]

        assert (found, list(map(type, found))) == (values, list(map(type, values)))

    async def test_texts_do_not_count(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        values: list[Any] = [1.0, "5", 2.0]
        records = [FEEDBACK.record(make, value=value) for value in values]
        await FEEDBACK.write(observability, *records)
        filters = FeedbackFilter(resource_id=make.owner)
        asked: Any = {"feedback_type": "thumbs", "filters": filters}

        for aggregation, expected in (("sum", 3.0), ("count", 2.0), ("max", 2.0)):
            found = await observability.get_feedback_aggregate(**asked, aggregation=aggregation)
            assert found.value == expected
        percentiles = await observability.get_feedback_percentiles(
            **asked, percentiles=[1], interval="1d"
        )
        assert percentiles.series[0].points[0].value == 2.0

    async def test_a_series_is_named_after_the_type_and_the_source(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        for source, value in (("user", 1.0), ("qa", 2.0)):
            await observability.create_feedback(
                FEEDBACK.record(make, feedback_source=source, value=value)
            )
        asked: Any = {
            "feedback_type": "thumbs",
            "filters": FeedbackFilter(resource_id=make.owner),
            "aggregation": "sum",
        }

        every = await observability.get_feedback_time_series(**asked, interval="1d")
        asked["feedback_source"] = "qa"
        one = await observability.get_feedback_time_series(**asked, interval="1d")
        groups = await observability.get_feedback_breakdown(**asked, group_by=["feedback_source"])

        series = [(each.series[0].name, each.series[0].points[0].value) for each in (every, one)]
        assert series == [("thumbs", 3.0), ("thumbs|qa", 2.0)]
        assert [each.dimensions for each in groups.groups] == [{"feedback_source": "qa"}]

    async def test_whoever_gave_it_is_the_user_unless_somebody_else_is_named(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        said: list[dict[str, str]] = [{"userId": "u"}, {"userId": "u", "feedbackUserId": "v"}, {}]
        for number, fields in enumerate(said):
            record = FEEDBACK.record(make, timestamp=make.after(number))
            given = record.model_dump(by_alias=True, exclude_none=True)
            await observability.create_feedback(given | fields)

        found = await FEEDBACK.read(observability, make)

        who = [(each.feedback_user_id, each.user_id) for each in found]
        assert who == [("u", "u"), ("v", "u"), (None, None)]


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestReviewStatus:
    """`update_feedback_review_status` says whether somebody has looked at feedback."""

    async def test_feedback_needs_review_until_it_is_reviewed(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        first, other = FEEDBACK.record(make, **CONTEXT), FEEDBACK.record(make)
        await FEEDBACK.write(observability, first, other)
        assert {first.review_status, other.review_status} == {"needs-review"}

        for status in ("reviewed", "reviewed", "needs-review", "reviewed"):
            updated = await observability.update_feedback_review_status(
                feedback_id=first.feedback_id, review_status=status
            )
            assert updated == first.model_copy(update={"review_status": status})

        found = await FEEDBACK.read(observability, make, review_status="reviewed")
        assert FEEDBACK.ids(found) == [first.feedback_id]

    async def test_feedback_that_is_sent_again_keeps_its_status(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        """A retry must not undo what somebody did meanwhile."""
        record = FEEDBACK.record(make)
        await observability.create_feedback(record)
        await observability.update_feedback_review_status(
            feedback_id=record.feedback_id, review_status="reviewed"
        )

        await observability.create_feedback(record.model_copy(update={"comment": "New."}))

        (found,) = await FEEDBACK.read(observability, make)
        assert (found.comment, found.review_status) == ("New.", "reviewed")

    async def test_unknown_feedback_is_not_found(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        with pytest.raises(NotFoundError):
            await observability.update_feedback_review_status(
                feedback_id=make.id("unknown"), review_status="reviewed"
            )

    @pytest.mark.parametrize("status", ["", "Reviewed", None, 1, ["reviewed"], "done"])
    async def test_there_are_two_statuses(
        self, observability: ObservabilityStorage, make: Make, status: Any
    ) -> None:
        record = await observability.create_feedback(FEEDBACK.record(make))

        with pytest.raises(InvalidInputError):
            await observability.update_feedback_review_status(
                feedback_id=record.feedback_id, review_status=status
            )
