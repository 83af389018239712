"""Spans of traces of Mastra before 1.0: saved by id, listed by their start."""

from typing import Any

import pytest
from mastra_storage_core import DateRange, ScoresStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._scores_legacy import a_span
from mastra_storage_conformance.suites._support import ids


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
