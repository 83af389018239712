"""Lists of experiments and of results: what they show, in which order, and cut into pages."""

from functools import partial
from typing import Any

import pytest
from mastra_storage_core import (
    ExperimentPage,
    ExperimentResultPage,
    ExperimentsStorage,
    OrderBy,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList, Seed, walk
from mastra_storage_conformance.suites._support import ids

CONDITIONS_OF_EXPERIMENTS: dict[str, Any] = {
    "target_type": ("agent", "workflow"),
    "target_id": ("a", "b"),
    "agent_version": ("1", "2"),
    "experiment_set_id": ("1", "2"),
    "comparison_id": ("1", "2"),
    "variant_id": ("1", "2"),
    "trial_index": (0, 1),
}


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestListExperiments:
    """`list_experiments` shows the experiments that meet all conditions."""

    @pytest.mark.parametrize("field", CONDITIONS_OF_EXPERIMENTS)
    async def test_a_condition_shows_those_that_meet_it(
        self, experiments: ExperimentsStorage, make: Make, field: str
    ) -> None:
        organization = make.id("org")
        wanted, other = CONDITIONS_OF_EXPERIMENTS[field]
        ours: dict[str, Any] = {"organization_id": organization}
        made = await make.experiment(experiments, **ours, **{field: wanted})
        for each in (other, None):
            await make.experiment(experiments, **ours, **{field: each})
        await make.experiment(experiments, organization_id=make.id("org"), **{field: wanted})

        page = await experiments.list_experiments(**ours, **{field: wanted})

        assert (page.experiments, page.total) == ([made], 1)

    async def test_by_status_and_by_time_in_either_direction(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        organization = make.id("org")
        for status in ("running", "failed", "running", "completed"):
            made = await make.experiment(experiments, organization_id=organization)
            await experiments.update_experiment(made.id, status=status)
        read = partial(experiments.list_experiments, organization_id=organization)

        for field in ("status", "created_at"):
            up = (await read(order_by=OrderBy(field, "asc"))).experiments
            down = (await read(order_by=OrderBy(field, "desc"))).experiments
            assert up == sorted(up, key=lambda each: (getattr(each, field), each.id))
            assert down == up[::-1]
        found = await read(status="running", order_by=OrderBy("created_at", "asc"))
        assert [each.status for each in found.experiments] == ["running"] * 2


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestListExperimentResults:
    """`list_experiment_results` shows the results of one experiment, in the order of beginning."""

    async def test_they_are_ordered_by_their_beginning_and_then_by_id(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments)
        for seconds in (2, 0, 1, 1):
            await make.result(experiments, made, started_at=make.after(seconds))

        up = (await experiments.list_experiment_results(made.id)).results
        down = (
            await experiments.list_experiment_results(
                made.id, order_by=OrderBy("started_at", "desc")
            )
        ).results

        assert up == sorted(up, key=lambda each: (each.started_at, each.id))
        assert down == up[::-1]

    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"tags": ["a"]}, ["ab", "a%"]),
            ({"tags": ["b", "a"]}, ["ab"]),
            ({"tags": ["a", "none"]}, []),
            ({"tags": ["%"]}, []),
            ({"tags": []}, ["ab", "a%", "none"]),
            ({"trace_id": "t"}, ["a%"]),
            ({"status": "reviewed"}, ["ab"]),
            ({"status": "reviewed", "tags": ["a"], "trace_id": "t"}, []),
        ],
    )
    async def test_conditions_show_those_that_meet_all(
        self, experiments: ExperimentsStorage, make: Make, asked: Any, found: list[str]
    ) -> None:
        made = await make.experiment(experiments)
        await make.result(experiments, made, item_id="ab", tags=["a", "b", "c"], status="reviewed")
        await make.result(experiments, made, item_id="a%", tags=["a", "x%"], trace_id="t")
        await make.result(experiments, made, item_id="none")

        page = await experiments.list_experiment_results(made.id, **asked)

        assert [each.item_id for each in page.results] == found
        assert page.total == len(found)


async def of_experiments_of_one(experiments: ExperimentsStorage, make: Make, rows: int) -> Listing:
    """Experiments of an organization."""
    organization = make.id("org")
    made = [await make.experiment(experiments, organization_id=organization) for _ in range(rows)]
    read = partial(experiments.list_experiments, organization_id=organization)
    return Listing(ids(made[::-1]), read, experiments_of)


def experiments_of(page: ExperimentPage) -> list[str]:
    """Return the ids of a page."""
    return ids(page.experiments)


async def of_experiment(experiments: ExperimentsStorage, make: Make, rows: int) -> Listing:
    """Results of a status and with a tag, among others, two of a time."""
    made = await make.experiment(experiments)
    results = [
        await make.result(
            experiments,
            made,
            started_at=make.after(number // 4),
            status="reviewed" if number % 2 else "complete",
            tags=["a"],
        )
        for number in range(2 * rows)
    ]
    read = partial(experiments.list_experiment_results, made.id, status="complete", tags=["a"])
    return Listing(ids(results[::2]), read, results_of)


def results_of(page: ExperimentResultPage) -> list[str]:
    """Return the ids of a page."""
    return ids(page.results)


@pytest.mark.parametrize("seed", [of_experiments_of_one, of_experiment])
@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestPagesOfExperiments(PagesOfAList):
    """Lists of experiments and of results are cut into pages as every list is (rule 5)."""

    @pytest.fixture
    def domain(self, experiments: ExperimentsStorage) -> ExperimentsStorage:
        return experiments

    @pytest.mark.parametrize("per_page", [1, 3, 7])
    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_of_any_size_make_the_whole_list(
        self,
        experiments: ExperimentsStorage,
        make: Make,
        seed: Seed,
        per_page: int,
        include_total: bool,
    ) -> None:
        """`has_more` is true exactly when the next page of this size would have a row."""
        listing = await seed(experiments, make, 7)

        pages = await walk(listing, per_page=per_page, include_total=include_total)

        assert [row for page in pages for row in listing.rows(page)] == listing.expected
        assert all(listing.rows(page) for page in pages)
        assert {page.total for page in pages} == {7 if include_total else None}
