"""The tables of Mastra before 1.0: evaluations and spans, made only where somebody saves one."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Literal, TypeAlias

import pytest
from mastra_storage_core import (
    CREATED_AT_ASC,
    ClosedError,
    DateRange,
    InvalidInputError,
    LegacyEval,
    LegacyTrace,
    OrderBy,
    ScoresStorage,
    Store,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._refusals import NUL, refused
from mastra_storage_conformance.suites._support import ids
from mastra_storage_conformance.suites.concurrency import at_once

CallOfOld: TypeAlias = Callable[[ScoresStorage], Awaitable[Any]]


def an_eval(make: Make, **fields: Any) -> LegacyEval:
    """Return an evaluation of noon, of this case's agent."""
    values = {
        "input": "Why?",
        "output": "Because.",
        "result": {"score": 0.5, "info": {"reason": "short"}},
        "agent_name": make.owner,
        "metric_name": "toxicity",
        "instructions": "Be kind.",
        "global_run_id": "g",
        "run_id": make.id("run"),
        "created_at": make.noon,
    }
    return LegacyEval(**(values | fields))


def a_span(make: Make, **fields: Any) -> LegacyTrace:
    """Return a span of noon, of this case's scope."""
    values = {
        "id": make.id("span"),
        "trace_id": "t",
        "name": "agent.generate",
        "scope": make.owner,
        "kind": 1,
        "attributes": {"http.method": "GET", "n": 1},
        "status": {"code": 1},
        "events": [{"name": "e"}],
        "links": [],
        "other": {"resource": {"k": "v"}},
        "start_time": 1_709_294_400_000_000,
        "end_time": 1_709_294_400_000_500,
        "created_at": make.noon,
    }
    return LegacyTrace(**(values | fields))


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
class TestLegacyTraces:
    """Spans are saved by id, and listed by their start."""

    @pytest.mark.parametrize(
        "fields",
        [
            {},
            {"parent_span_id": "p", "other": "plain text", "end_time": 2**63 - 1},
            dict.fromkeys(("attributes", "status", "events", "links", "other")),
            {"other": [1, "x"], "events": [], "start_time": 0, "end_time": 0, "name": ""},
        ],
    )
    async def test_a_span_is_read_as_it_was_saved(
        self, scores: ScoresStorage, make: Make, fields: dict[str, Any]
    ) -> None:
        new = a_span(make, **fields)

        saved = await scores.save_trace(new)

        assert saved == new
        assert await scores.get_traces(scope=make.owner) == [new]

    async def test_a_span_of_its_id_is_replaced(self, scores: ScoresStorage, make: Make) -> None:
        old = await scores.save_trace(a_span(make))
        new = await scores.save_trace(a_span(make, id=old.id, name="later", attributes=None))

        assert await scores.get_traces(scope=make.owner) == [new]

    async def test_the_latest_start_comes_first_and_then_the_greatest_id(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        names = [f"{name}-{make.owner}" for name in ("B", "a", "é", "😀")]
        for name in (names[2], names[0], names[3], names[1]):
            await scores.save_trace(a_span(make, id=name))
        last = await scores.save_trace(a_span(make, start_time=1_709_294_400_000_001))

        traces = await scores.get_traces(scope=make.owner)

        assert ids(traces) == [last.id, *names[::-1]]

    async def test_a_name_is_known_by_its_beginning_which_is_no_pattern(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        for name in ("agent.generate", "agent.stream", "agent", "Agent", "a%", "é.x"):
            await scores.save_trace(a_span(make, id=make.id(name), name=name))

        async def found(name: str) -> set[str]:
            return {each.name for each in await scores.get_traces(scope=make.owner, name=name)}

        assert await found("agent.") == {"agent.generate", "agent.stream"}
        assert await found("é") == {"é.x"}
        assert await found("a%") == {"a%"}
        assert await found("_gent") == set()

    @pytest.mark.parametrize(
        ("wanted", "found"),
        [
            ({"http.method": "GET"}, True),
            ({"http.method": "GET", "n": 1.0}, True),
            ({"n": "1"}, False),
            ({"http.method": "get"}, False),
            ({"missing": None}, False),
            ({"http": {"method": "GET"}}, False),
            ({"'; DROP TABLE mastra_traces; --": 1}, False),
        ],
    )
    async def test_attributes_know_types(
        self, scores: ScoresStorage, make: Make, wanted: dict[str, Any], found: bool
    ) -> None:
        """Rule 6; their keys may be any."""
        await scores.save_trace(a_span(make))

        page = await scores.get_traces_paginated(scope=make.owner, attributes=wanted)

        assert (len(page.traces), page.total) == (found, found)

    async def test_dates_and_pages(self, scores: ScoresStorage, make: Make) -> None:
        saved = [
            await scores.save_trace(a_span(make, start_time=n, created_at=make.after(n)))
            for n in range(5)
        ]
        dates = DateRange(start=make.after(1), end=make.after(4), end_exclusive=True)

        first = await scores.get_traces_paginated(scope=make.owner, date_range=dates, per_page=2)
        second = await scores.get_traces_paginated(
            scope=make.owner, date_range=dates, page=1, per_page=2
        )
        listed = await scores.get_traces(scope=make.owner, date_range=dates, page=1, per_page=2)

        assert [*first.traces, *second.traces] == saved[3:0:-1]
        assert [(page.total, page.has_more) for page in (first, second)] == [(3, True), (3, False)]
        assert listed == second.traces


CALLS_OF_OLD: dict[str, CallOfOld] = {
    "save_eval": lambda s: s.save_eval(an_eval(Make())),
    "list_evals": lambda s: s.list_evals(),
    "get_evals_by_agent_name": lambda s: s.get_evals_by_agent_name("a", type="test"),
    "save_trace": lambda s: s.save_trace(a_span(Make())),
    "get_traces": lambda s: s.get_traces(),
    "get_traces_paginated": lambda s: s.get_traces_paginated(page=3),
}
"""A call of every method."""


def bad_evals() -> dict[str, LegacyEval]:
    """Return evaluations that are refused."""
    sound = dict(an_eval(Make()))
    changes: dict[str, Any] = {
        **{f"score {n}": {"result": {"score": n}} for n in (float("nan"), "1", None, True)},
        "no score": {"result": {}},
        "result": {"result": [1]},
        "no json": {"result": {"score": 1, "at": {1}}},
        "agent": {"agent_name": " "},
        "run": {"run_id": NUL[0]},
        "metric": {"metric_name": None},
        "input": {"input": NUL[1]},
        "test_info": {"test_info": "text"},
    }
    return {name: LegacyEval.model_construct(**(sound | each)) for name, each in changes.items()}


def bad_spans() -> dict[str, LegacyTrace]:
    """Return spans that are refused."""
    sound = dict(a_span(Make()))
    changes: dict[str, Any] = {
        "end before start": {"end_time": 1},
        "no id": {"id": ""},
        "no trace": {"trace_id": None},
        "parent": {"parent_span_id": " "},
        "fraction": {"start_time": 0.5},
        "too late": {"end_time": 2**63},
        "kind": {"kind": -1},
        "keys": {"attributes": {1: 2}},
        "attributes": {"attributes": [1]},
        "events": {"events": {"a": 1}},
        "other": {"other": {1}},
        "name": {"name": NUL[0]},
    }
    return {name: LegacyTrace.model_construct(**(sound | each)) for name, each in changes.items()}


def bad_questions() -> dict[str, CallOfOld]:
    """Return lists that are refused."""
    order: Any = OrderBy("created_at; DROP TABLE mastra_evals")
    odd: Any = "tests"
    return {
        "type": lambda s: s.list_evals(type=odd),
        "type of an agent's": lambda s: s.get_evals_by_agent_name("a", type=odd),
        "agent": lambda s: s.get_evals_by_agent_name(""),
        "order": lambda s: s.list_evals(order_by=order),
        "page": lambda s: s.list_evals(page=-1),
        "pages of spans": lambda s: s.get_traces(per_page=-1),
        "attributes": lambda s: s.get_traces(attributes=odd),
        "scope": lambda s: s.get_traces(scope=NUL[0]),
        "dates": lambda s: s.get_traces(date_range=odd),
    }


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestLifeOfLegacyTables:
    """A store needs neither table, and makes each when it is first written to."""

    @pytest.mark.parametrize("name", CALLS_OF_OLD)
    async def test_any_call_may_be_the_first_and_none_is_after_close(
        self, empty_store: Store, name: str
    ) -> None:
        await CALLS_OF_OLD[name](empty_store.scores)
        await empty_store.close()

        with pytest.raises(ClosedError):
            await CALLS_OF_OLD[name](empty_store.scores)

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
        calls: list[CallOfOld] = [
            *(lambda s, each=each: s.save_eval(each) for each in bad_evals().values()),
            *(lambda s, each=each: s.save_trace(each) for each in bad_spans().values()),
            *bad_questions().values(),
        ]

        for call in calls:
            await refused(call, store.scores)

    async def test_an_end_before_the_start_is_named(self, scores: ScoresStorage) -> None:
        with pytest.raises(InvalidInputError, match="end_time lies before start_time"):
            await scores.save_trace(bad_spans()["end before start"])

    async def test_they_are_the_callers(self, scores: ScoresStorage, make: Make) -> None:
        """Rule 12."""
        new, span = an_eval(make), a_span(make)
        saved = [await scores.save_eval(new), *await scores.get_evals_by_agent_name(make.owner)]
        spans = [await scores.save_trace(span), *await scores.get_traces(scope=make.owner)]
        await asyncio.sleep(0)
        for each in (new, *saved):
            each.result["spoiled"] = True
        for other in (span, *spans):
            assert other.events is not None
            other.events.append("spoiled")

        (found,) = await scores.get_evals_by_agent_name(make.owner)
        (read,) = await scores.get_traces(scope=make.owner)
        assert "spoiled" not in found.result
        assert read.events == [{"name": "e"}]
