"""Lists of scores: what they show, in which order, and cut into pages."""

from functools import partial
from itertools import product
from typing import Any

import pytest
from mastra_storage_core import (
    CREATED_AT_ASC,
    CREATED_AT_DESC,
    OrderBy,
    Score,
    ScorePage,
    ScoreSource,
    ScoresStorage,
    Store,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList, Seed, walk
from mastra_storage_conformance.suites._support import ids, next_millisecond

TWO_VALUES: dict[str, tuple[str, str]] = {
    "scorer_id": ("s", "t"),
    "run_id": ("r", "q"),
    "entity_id": ("e", "f"),
    "entity_type": ("AGENT", "STEP"),
    "source": ("LIVE", "TEST"),
    "trace_id": ("x", "y"),
    "organization_id": ("o", "p"),
}
"""Two values for each of the fields that lists ask for."""


async def many_scores(scores: ScoresStorage, make: Make) -> list[Score]:
    """Save scores that differ in everything that a list can ask for; return them in its order."""
    found = []
    for number, values in enumerate(product(*TWO_VALUES.values())):
        fields = dict(zip(TWO_VALUES, values, strict=True))
        fields |= {"span_id": f"{number % 3}", "project_id": f"{number // 3 % 2}"}
        found.append(await make.score(scores, created_at=make.after(number % 5), **fields))
    return sorted(found, key=lambda score: (score.created_at, score.id), reverse=True)


LISTS_OF_SCORES: dict[str, tuple[str, dict[str, Any]]] = {
    "of a scorer": ("list_scores_by_scorer_id", {"scorer_id": "s"}),
    "of a scorer, about an entity": (
        "list_scores_by_scorer_id",
        {"scorer_id": "s", "entity_id": "f"},
    ),
    "of a scorer, about a type": (
        "list_scores_by_scorer_id",
        {"scorer_id": "t", "entity_type": "STEP"},
    ),
    "of a scorer, from a source": (
        "list_scores_by_scorer_id",
        {"scorer_id": "s", "source": ScoreSource.TEST},
    ),
    "of a scorer, all conditions": (
        "list_scores_by_scorer_id",
        {"scorer_id": "s", "entity_id": "e", "entity_type": "AGENT", "source": "LIVE"},
    ),
    "of a run": ("list_scores_by_run_id", {"run_id": "q"}),
    "of an entity": ("list_scores_by_entity_id", {"entity_id": "e", "entity_type": "STEP"}),
    "of a span": ("list_scores_by_span", {"trace_id": "x", "span_id": "1"}),
}
"""Each list, and what it asks for."""


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestListScores:
    """Every list shows the scores that meet all conditions, the newest first."""

    async def test_conditions_alone_and_together_show_the_scores_that_meet_all(
        self, empty_store: Store, make: Make
    ) -> None:
        everything = await many_scores(empty_store.scores, make)
        tenants: list[dict[str, Any]] = [
            {},
            {"organization_id": "o"},
            {"project_id": "1"},
            {"organization_id": "p", "project_id": "0"},
        ]
        for (method, asked), tenant in product(LISTS_OF_SCORES.values(), tenants):
            wanted = asked | tenant
            expected = [
                score
                for score in everything
                if all(getattr(score, name) == value for name, value in wanted.items())
            ]
            assert expected, wanted

            page = await getattr(empty_store.scores, method)(**wanted)

            total = len(expected)
            assert page == ScorePage(
                scores=expected, total=total, page=0, per_page=100, has_more=False
            ), wanted

    @pytest.mark.parametrize("name", LISTS_OF_SCORES)
    async def test_an_empty_store_has_no_scores(self, empty_store: Store, name: str) -> None:
        method, asked = LISTS_OF_SCORES[name]

        page = await getattr(empty_store.scores, method)(**asked)

        assert (page.scores, page.total, page.has_more) == ([], 0, False)

    async def test_what_matches_nothing_is_an_empty_page(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        """A scorer that nobody knows, an entity of another type, half of a span."""
        await make.score(scores, entity_id=make.owner, trace_id=make.owner, span_id="s")

        pages = [
            await scores.list_scores_by_scorer_id(f"{make.scorer} "),
            await scores.list_scores_by_scorer_id(make.scorer, organization_id="none"),
            await scores.list_scores_by_run_id(make.scorer),
            await scores.list_scores_by_entity_id(make.owner, entity_type="agent"),
            await scores.list_scores_by_span(trace_id=make.owner, span_id="t"),
            await scores.list_scores_by_span(trace_id="s", span_id=make.owner),
        ]

        assert {(len(page.scores), page.total) for page in pages} == {(0, 0)}

    async def test_a_hundred_are_shown_unless_told_otherwise(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        for number in range(101):
            await make.score(scores, created_at=make.after(number))

        page = await scores.list_scores_by_scorer_id(make.scorer)

        assert (len(page.scores), page.total, page.has_more) == (100, 101, True)


NAMES = ["B", "Z1", "_x", "a", "z0", "é", "一", "😀"]
"""In the order of code points, which no language sorts them in."""


@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestTotalOrderOfScores:
    """Lists go by `created_at`, then by id, both in one direction (rule 2)."""

    @pytest.mark.parametrize("order", [CREATED_AT_DESC, CREATED_AT_ASC, OrderBy()], ids=str)
    async def test_equal_times_are_ordered_by_id_in_every_list(
        self, scores: ScoresStorage, make: Make, order: OrderBy
    ) -> None:
        """By code point, and so that a reversed list is the list reversed."""
        fields = {"run_id": make.owner, "entity_id": make.owner, "trace_id": make.owner}
        names = [f"{name}-{make.owner}" for name in NAMES]
        for name in sorted(names):
            await make.score(scores, id=name, span_id="s", **fields)

        pages = [
            await scores.list_scores_by_scorer_id(make.scorer, order_by=order),
            await scores.list_scores_by_scorer_id(
                make.scorer, entity_id=make.owner, order_by=order
            ),
            await scores.list_scores_by_run_id(make.owner, order_by=order),
            await scores.list_scores_by_entity_id(make.owner, entity_type="AGENT", order_by=order),
            await scores.list_scores_by_span(trace_id=make.owner, span_id="s", order_by=order),
        ]

        expected = names if order.direction == "asc" else names[::-1]
        assert [ids(page.scores) for page in pages] == [expected] * 5

    async def test_the_order_does_not_depend_on_when_a_row_was_written(
        self, scores: ScoresStorage, make: Make
    ) -> None:
        """The original's databases show what is saved again first."""
        saved = [await make.score(scores, created_at=make.after(n // 2)) for n in range(6)]
        next_millisecond()

        for score in (saved[2], saved[5], saved[0]):
            await make.score(scores, id=score.id, score=1, created_at=make.after(99))

        page = await scores.list_scores_by_scorer_id(make.scorer)
        assert ids(page.scores) == ids(reversed(saved))


async def of_a_scorer(scores: ScoresStorage, make: Make, rows: int) -> Listing:
    """Scores of a scorer and an organisation, among others, by pairs of one time."""
    saved = [
        await make.score(
            scores,
            created_at=make.after(number // 4),
            organization_id="ours" if number % 2 else "theirs",
        )
        for number in range(2 * rows)
    ]
    read = partial(scores.list_scores_by_scorer_id, make.scorer, organization_id="ours")
    return Listing(ids(reversed(saved[1::2])), read, scores_of)


async def of_a_run(scores: ScoresStorage, make: Make, rows: int) -> Listing:
    """Scores of a run, the oldest first."""
    saved = [
        await make.score(scores, run_id=make.owner, created_at=make.after(n // 2))
        for n in range(rows)
    ]
    read = partial(scores.list_scores_by_run_id, make.owner, order_by=CREATED_AT_ASC)
    return Listing(ids(saved), read, scores_of)


async def of_an_entity(scores: ScoresStorage, make: Make, rows: int) -> Listing:
    """Scores of an entity, with some of another type."""
    fields = {"entity_id": make.owner}
    saved = [await make.score(scores, created_at=make.after(n), **fields) for n in range(rows)]
    for number in range(rows):
        await make.score(scores, created_at=make.after(number), entity_type="STEP", **fields)
    read = partial(scores.list_scores_by_entity_id, make.owner, entity_type="AGENT")
    return Listing(ids(reversed(saved)), read, scores_of)


async def of_a_span(scores: ScoresStorage, make: Make, rows: int) -> Listing:
    """Scores of a span, all of one time."""
    named: Any = {"trace_id": make.owner, "span_id": "s"}
    saved = [await make.score(scores, **named) for _ in range(rows)]
    read = partial(scores.list_scores_by_span, **named)
    return Listing(ids(reversed(saved)), read, scores_of)


def scores_of(page: ScorePage) -> list[str]:
    """Return the ids of a page."""
    return ids(page.scores)


@pytest.mark.parametrize("seed", [of_a_scorer, of_a_run, of_an_entity, of_a_span])
@pytest.mark.mastra_domain("scores")
@pytest.mark.asyncio(loop_scope="session")
class TestPagesOfScores(PagesOfAList):
    """Lists of scores are cut into pages as every list is (rule 5)."""

    @pytest.fixture
    def domain(self, scores: ScoresStorage) -> ScoresStorage:
        return scores

    @pytest.mark.parametrize("per_page", [2, 7, 8])
    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_of_any_size_make_the_whole_list(
        self,
        scores: ScoresStorage,
        make: Make,
        seed: Seed,
        per_page: int,
        include_total: bool,
    ) -> None:
        """`has_more` is true exactly when the next page of this size would have a row."""
        listing = await seed(scores, make, 7)

        pages = await walk(listing, per_page=per_page, include_total=include_total)

        assert [row for page in pages for row in listing.rows(page)] == listing.expected
        assert all(listing.rows(page) for page in pages)
        assert {page.total for page in pages} == {7 if include_total else None}
