"""The tables of Mastra before 1.0, made only where somebody saves a row; and their evaluations."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from mastra_storage_core import (
    CREATED_AT_ASC,
    ClosedError,
    DateRange,
    InvalidInputError,
    ScoresStorage,
    Store,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites import _scores_legacy as old
from mastra_storage_conformance.suites._refusals import refused
from mastra_storage_conformance.suites._scores_legacy import a_span, an_eval
from mastra_storage_conformance.suites.concurrency import at_once


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestLegacyEvals:
    """Evaluations are added, and listed by time, by run and by metric."""

    @pytest.mark.parametrize("test_info", [None, {"testPath": "a.test.ts", "testName": "a"}])
    async def test_an_evaluation_is_read_as_it_was_saved(
        self, scores: ScoresStorage, make: Make, test_info: Any
    ) -> None:
        new = an_eval(make, test_info=test_info, input="{}", output='"', instructions="")

        saved = await scores.save_eval(new)

        assert saved == new
        assert await scores.get_evals_by_agent_name(make.owner) == [new]
        assert (await scores.list_evals(agent_name=make.owner)).evals == [new]

    async def test_it_has_no_id_and_is_there_as_often_as_it_was_saved(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        new = an_eval(make)
        for _ in range(2):
            await scores.save_eval(new)

        assert await scores.get_evals_by_agent_name(make.owner) == [new, new]

    async def test_equal_times_are_ordered_by_run_and_then_by_metric(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        """By code point, and both in the direction of the list."""
        expected = [("B", "m"), ("a", "M"), ("a", "m"), ("é", "m")]
        for run, metric in ("a", "m"), ("é", "m"), ("a", "M"), ("B", "m"):
            await scores.save_eval(an_eval(make, run_id=run, metric_name=metric))
        first = an_eval(make, run_id="0", created_at=make.after(-1))
        await scores.save_eval(first)

        page = await scores.list_evals(agent_name=make.owner, order_by=CREATED_AT_ASC)
        reverse = await scores.list_evals(agent_name=make.owner)

        found = [(each.run_id, each.metric_name) for each in page.evals]
        assert found == [("0", "toxicity"), *expected]
        assert reverse.evals == page.evals[::-1]
        assert await scores.get_evals_by_agent_name(make.owner) == reverse.evals

    @pytest.mark.parametrize(("kind", "expected"), [("test", "d"), ("live", "abc"), (None, "abcd")])
    async def test_a_test_says_where_it_is_and_any_other_is_live(
        self,
        scores: ScoresStorage,
        make: Make,
        kind: Literal["test", "live"] | None,
        expected: str,
    ) -> None:
        tested: list[Any] = [None, {}, {"testPath": None, "x": 1}, {"testPath": "a.test.ts"}]
        for run, info in zip("abcd", tested, strict=True):
            await scores.save_eval(an_eval(make, run_id=run, test_info=info))

        page = await scores.list_evals(agent_name=make.owner, type=kind)
        listed = await scores.get_evals_by_agent_name(make.owner, type=kind)

        assert "".join(each.run_id for each in reversed(page.evals)) == expected
        assert (page.total, listed) == (len(expected), page.evals)

    async def test_dates_are_inclusive_unless_excluded(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        for second in range(4):
            new = an_eval(make, run_id=f"{second}", created_at=make.after(second))
            await scores.save_eval(new)

        async def found(**dates: Any) -> str:
            page = await scores.list_evals(
                agent_name=make.owner, date_range=DateRange(**dates), order_by=CREATED_AT_ASC
            )
            return "".join(each.run_id for each in page.evals)

        assert await found(start=make.after(1), end=make.after(2)) == "12"
        assert await found(start=make.after(1), start_exclusive=True) == "23"
        assert await found(end=make.after(2), end_exclusive=True) == "01"

    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_make_the_whole_list(
        self, scores: ScoresStorage, make: Make, include_total: bool
    ) -> None:
        for second in range(5):
            await scores.save_eval(an_eval(make, created_at=make.after(second // 2)))
        whole = await scores.get_evals_by_agent_name(make.owner)

        pages = [
            await scores.list_evals(
                agent_name=make.owner, page=number, per_page=2, include_total=include_total
            )
            for number in range(4)
        ]

        assert [each for page in pages for each in page.evals] == whole
        assert [page.has_more for page in pages] == [True, True, False, False]
        assert {page.total for page in pages} == {5 if include_total else None}


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestLifeOfLegacyTables:
    """A store needs neither table, and makes each when it is first written to."""

    @pytest.mark.parametrize("name", old.CALLS_OF_OLD)
    async def test_any_call_may_be_the_first_and_none_is_after_close(
        self, empty_store: Store, name: str
    ) -> None:
        await old.CALLS_OF_OLD[name](empty_store.scores)
        await empty_store.close()

        with pytest.raises(ClosedError):
            await old.CALLS_OF_OLD[name](empty_store.scores)

    async def test_lists_are_empty_until_something_is_saved(
        self, empty_store: Store, make: Make
    ) -> None:
        scores = empty_store.scores

        async def counted() -> tuple[int | None, int | None]:
            evals, spans = await scores.list_evals(), await scores.get_traces_paginated()
            return evals.total, spans.total

        assert await counted() == (0, 0)
        await scores.save_eval(an_eval(make))
        assert await counted() == (1, 0)
        await scores.save_trace(a_span(make))
        assert await counted() == (1, 1)

    async def test_a_crowd_may_be_the_first(self, empty_store: Store, make: Make) -> None:
        await at_once(empty_store.scores.save_eval(an_eval(make)) for _ in range(8))
        await at_once(empty_store.scores.save_trace(a_span(make)) for _ in range(8))

        assert (await empty_store.scores.list_evals()).total == 8
        assert (await empty_store.scores.get_traces_paginated()).total == 8

    async def test_what_is_bad_is_refused_before_any_io(
        self, open_fresh: Callable[[], Store]
    ) -> None:
        store = open_fresh()
        await store.close()
        calls: list[old.CallOfOld] = [
            *(lambda s, each=each: s.save_eval(each) for each in old.bad_evals().values()),
            *(lambda s, each=each: s.save_trace(each) for each in old.bad_spans().values()),
            *old.bad_questions().values(),
        ]

        for call in calls:
            await refused(call, store.scores)

    async def test_an_end_before_the_start_is_named(self, scores: ScoresStorage) -> None:
        with pytest.raises(InvalidInputError, match="end_time lies before start_time"):
            await scores.save_trace(old.bad_spans()["end before start"])

    async def test_they_are_the_callers(self, scores: ScoresStorage, make: Make) -> None:
        """Rule 12."""
        new, span = an_eval(make), a_span(make)
        saved = [await scores.save_eval(new), *await scores.get_evals_by_agent_name(make.owner)]
        spans = [await scores.save_trace(span), *await scores.get_traces(scope=make.owner)]
        for each in (new, *saved):
            each.result["spoiled"] = True
        for other in (span, *spans):
            assert other.events is not None
            other.events.append("spoiled")

        (found,) = await scores.get_evals_by_agent_name(make.owner)
        (read,) = await scores.get_traces(scope=make.owner)
        assert "spoiled" not in found.result
        assert read.events == [{"name": "e"}]
