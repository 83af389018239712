"""Lists of signals: what they show, in which order, and cut into pages."""

from functools import partial
from typing import Any

import pytest
from mastra_storage_core import DateRange, ObservabilityStorage, OrderBy, SpanScoreFilter

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList, Seed, walk
from mastra_storage_conformance.suites._signals import (
    FEEDBACK,
    LOGS,
    METRICS,
    SCORES,
    WORDS,
    Signal,
)
from mastra_storage_conformance.suites.signals_records import each_signal

OWN: dict[str, tuple[Signal, dict[str, Any], dict[str, Any]]] = {
    "a level": (LOGS, {"level": "error"}, {"level": "error"}),
    "levels": (LOGS, {"level": "error"}, {"level": ["fatal", "error"]}),
    "where logs ran": (LOGS, {"execution_source": "cloud"}, {"execution_source": "cloud"}),
    "its old name": (LOGS, {"execution_source": "cloud"}, {"source": "cloud"}),
    "a metric": (METRICS, {"name": "costs"}, {"name": "costs"}),
    "metrics": (METRICS, {"name": "costs"}, {"name": ["costs", "others"]}),
    "a provider": (METRICS, {"provider": "p"}, {"provider": "p"}),
    "models": (METRICS, {"model": "m"}, {"model": ["m", "n"]}),
    "a unit": (METRICS, {"cost_unit": "usd"}, {"cost_unit": ["usd"]}),
    "traces": (METRICS, {"trace_id": "t"}, {"trace_ids": ["t", "u"]}),
    "a label": (METRICS, {"labels": {"a": "1", "b": "2"}}, {"labels": {"a": "1"}}),
    "odd labels": (METRICS, {"labels": {"'\"`$.": "%_"}}, {"labels": {"'\"`$.": "%_"}}),
    "a scorer": (SCORES, {"scorer_id": "s"}, {"scorer_id": "s"}),
    "scorers": (SCORES, {"scorer_id": "s"}, {"scorer_id": ["r", "s"]}),
    "where scores are from": (SCORES, {"score_source": "live"}, {"score_source": "live"}),
    "a type": (FEEDBACK, {"feedback_type": "rating"}, {"feedback_type": "rating"}),
    "types": (FEEDBACK, {"feedback_type": "rating"}, {"feedback_type": ["x", "rating"]}),
    "where it is from": (FEEDBACK, {"feedback_source": "qa"}, {"source": "qa"}),
    "who said it": (FEEDBACK, {"feedback_user_id": "u"}, {"feedback_user_id": "u"}),
    "its name there": (FEEDBACK, {"source_id": "s"}, {"source_id": "s"}),
    "its review": (FEEDBACK, {"review_status": "reviewed"}, {"review_status": "reviewed"}),
}


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestFiltersOfSignals:
    """A list shows the records that meet all conditions."""

    @each_signal
    async def test_every_text_of_the_context_can_be_asked_for(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        records = {name: signal.record(make, **{name: "x"}) for name in WORDS}
        await signal.write(observability, signal.record(make), *records.values())

        for name, record in records.items():
            page = await signal.page(observability, make, **{name: "x"})
            assert (signal.rows(page), page.total) == ([record], 1), name
            assert await signal.read(observability, make, **{name: "X"}) == []

    @pytest.mark.parametrize(("signal", "fields", "asked"), OWN.values(), ids=OWN)
    async def test_a_signal_can_be_asked_for_what_is_its_own(
        self,
        observability: ObservabilityStorage,
        make: Make,
        signal: Signal,
        fields: dict[str, Any],
        asked: dict[str, Any],
    ) -> None:
        wanted = signal.record(make, **fields)
        await signal.write(observability, signal.record(make), wanted)

        assert await signal.read(observability, make, **asked) == [wanted]

    @each_signal
    async def test_conditions_must_all_hold(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        both = signal.record(make, user_id="u", tags=["a", "b"])
        one, other = signal.record(make, user_id="u"), signal.record(make, tags=["a"])
        await signal.write(observability, both, one, other)

        page = await signal.page(observability, make, user_id="u", tags=["a"])

        assert (signal.rows(page), page.total) == ([both], 1)

    @each_signal
    async def test_tags_must_all_be_there(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        tagged: list[list[str] | None] = [["a", "b"], ["b"], ["ab"], ["a", "b", "c"], [], None]
        records = [signal.record(make, tags=tags) for tags in tagged]
        await signal.write(observability, *records)

        found = await signal.read(observability, make, tags=["b", "a", "a"])

        assert found == [records[0], records[3]]
        assert await signal.read(observability, make, tags=[]) == records

    @each_signal
    async def test_metadata_is_compared_with_its_types(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        """Rule 6."""
        values: list[Any] = [1, "1", True, None, {"x": 1, "y": 2}, [1, 2]]
        records = [signal.record(make, metadata={"k": value}) for value in values]
        await signal.write(observability, *records, signal.record(make))

        for record, asked in zip(records, [1.0, "1", True, None, {"x": 1}, [1, 2]], strict=True):
            assert await signal.read(observability, make, metadata={"k": asked}) == [record]

    @pytest.mark.parametrize(
        ("dates", "expected"),
        [
            ({"start": 1}, [1, 2, 3]),
            ({"end": 2}, [0, 1, 2]),
            ({"start": 1, "end": 2}, [1, 2]),
            ({"start": 1, "start_exclusive": True}, [2, 3]),
            ({"start": 0, "end": 3, "start_exclusive": True, "end_exclusive": True}, [1, 2]),
            ({"start": 3, "end": 1}, []),
            ({"start": 1.0009, "end": 1.0009}, [1]),
        ],
    )
    async def test_times_lie_between_ends_that_belong_to_it_unless_excluded(
        self,
        observability: ObservabilityStorage,
        make: Make,
        dates: dict[str, Any],
        expected: list[int],
    ) -> None:
        records = [LOGS.record(make, timestamp=make.after(n)) for n in range(4)]
        await LOGS.write(observability, *records)
        ends = {
            name: value if isinstance(value, bool) else make.after(value)
            for name, value in dates.items()
        }

        found = await LOGS.read(observability, make, timestamp=DateRange(**ends))

        assert found == [records[n] for n in expected]


NAMES = ["B", "Z1", "_x", "a", "z0", "é", "一", "😀"]
"""In the order of code points, which no language sorts them in."""


@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestOrderOfSignals:
    """Lists have one total order: by time, or by score, then by id (rule 2)."""

    @each_signal
    async def test_equal_times_are_ordered_by_id_in_both_directions(
        self, observability: ObservabilityStorage, make: Make, signal: Signal
    ) -> None:
        records = [
            signal.record(
                make, timestamp=make.after(n // 4), **{signal.key: f"{name}-{make.owner}"}
            )
            for n, name in enumerate(NAMES)
        ]
        await signal.write(observability, *records[::-3], *records)

        default = signal.rows(await signal.page(observability, make))

        assert await signal.read(observability, make) == records
        assert default == records[::-1]

    async def test_scores_are_ordered_by_score_and_then_by_id(
        self, observability: ObservabilityStorage, make: Make
    ) -> None:
        scores = [0.5, -1.0, 0.5, 1e10, 0.25, 0.5]
        records = [SCORES.record(make, score=score) for score in scores]
        await SCORES.write(observability, *records)

        for direction, step in (("asc", 1), ("desc", -1)):
            order: Any = OrderBy("score", direction)  # type: ignore[arg-type] # it is one of two
            found = await SCORES.read(observability, make, order_by=order)
            expected = [records[n] for n in (1, 4, 0, 2, 5, 3)][::step]
            assert found == expected


async def of_time(storage: ObservabilityStorage, make: Make, rows: int) -> Listing:
    """Logs of one resource, by pairs of one time."""
    records = [LOGS.record(make, timestamp=make.after(n // 2)) for n in range(rows)]
    await LOGS.write(storage, *records)
    expected = LOGS.ids(records)[::-1]
    return Listing(expected, partial(LOGS.page, storage, make), lambda page: LOGS.ids(page.logs))


async def of_score(storage: ObservabilityStorage, make: Make, rows: int) -> Listing:
    """Scores of one scorer by their height, among those of others."""
    records = [
        SCORES.record(make, scorer_id=f"{number % 2}", score=number // 4)
        for number in range(2 * rows)
    ]
    await SCORES.write(storage, *records)
    filters = SpanScoreFilter(resource_id=make.owner, scorer_id="0")
    read = partial(storage.list_scores, filters, order_by=OrderBy("score", "asc"))
    return Listing(SCORES.ids(records[::2]), read, lambda page: SCORES.ids(page.scores))


@pytest.mark.parametrize("seed", [of_time, of_score])
@pytest.mark.mastra_domain("observability")
@pytest.mark.asyncio(loop_scope="session")
class TestPagesOfSignals(PagesOfAList):
    """Lists of signals are cut into pages as every list is (rule 5)."""

    @pytest.fixture
    def domain(self, observability: ObservabilityStorage) -> ObservabilityStorage:
        return observability

    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_of_any_size_make_the_whole_list(
        self, observability: ObservabilityStorage, make: Make, seed: Seed, include_total: bool
    ) -> None:
        """`has_more` is true exactly when the next page of this size would have a row."""
        listing = await seed(observability, make, 7)

        for per_page in (1, 3, 7, 8):
            pages = await walk(listing, per_page=per_page, include_total=include_total)

            assert [row for page in pages for row in listing.rows(page)] == listing.expected
            assert {page.total for page in pages} == {7 if include_total else None}
