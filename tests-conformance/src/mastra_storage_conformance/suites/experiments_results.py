"""Results: one for each item and attempt, with the times that were given."""

from typing import Any

import pytest
from mastra_storage_core import (
    ConflictError,
    ExperimentsStorage,
    NotFoundError,
    ResultStatus,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, moment_between
from mastra_storage_conformance.suites.experiments_runs import experiment_now
from mastra_storage_conformance.suites.isolation import deep, spoil

OUTCOME: dict[str, Any] = {
    "item_dataset_version": 4,
    "input": {"question": "Why?"},
    "output": ["Because", None],
    "ground_truth": "Because",
    "metadata": {"model": "m"},
    "error": {"message": "too slow", "code": "E1"},
    "retry_count": 2,
    "attempt": 1,
    "trace_id": "trace",
    "status": "needs-review",
    "tags": ["slow", "b"],
    "tool_mock_report": {"calls": []},
    "organization_id": "org",
    "project_id": "project",
}


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestAddExperimentResult:
    """`add_experiment_result` inserts a result as it is given."""

    async def test_it_is_stored_as_given_times_included(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        """The original's PostgreSQL shows when the row was inserted in the place of both times."""
        made = await make.experiment(experiments)
        between = moment_between()

        result = await make.result(experiments, made, result_id=make.id("result"), **OUTCOME)

        between(result.created_at)
        assert result.model_dump(include=set(OUTCOME)) == OUTCOME
        assert (result.started_at, result.completed_at) == (make.noon, make.after(1))
        assert result.comment is None
        assert await experiments.get_experiment_result_by_id(result.id) == result
        assert (await experiments.list_experiment_results(made.id)).results == [result]

    async def test_what_is_passed_and_returned_is_the_callers(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        """Changing it changes nothing that is stored (rule 12)."""
        passed = {name: deep() for name in ("input", "output", "ground_truth", "metadata")}
        made = await make.experiment(experiments, metadata=deep())
        result = await make.result(experiments, made, tags=["a"], **passed)
        page = await experiments.list_experiment_results(made.id)

        for each in (result, *page.results):
            for name in passed:
                spoil(getattr(each, name))
            spoil(each.tags)
        for value in (*passed.values(), made.metadata):
            spoil(value)

        found = await experiments.get_experiment_result_by_id(result.id)
        assert found is not None
        assert found.model_dump(include=set(passed)) == {name: deep() for name in passed}
        assert found.tags == ["a"]
        assert (await experiment_now(experiments, made)).metadata == deep()

    async def test_most_of_it_may_be_absent_and_the_first_attempt_is_0(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments)

        result = await make.result(experiments, made, input=None)

        assert (result.attempt, result.retry_count, result.input) == (0, 0, None)
        absent = OUTCOME.keys() - {"attempt", "retry_count"}
        assert result.model_dump(include=absent) == dict.fromkeys(absent)
        assert await experiments.get_experiment_result_by_id(result.id) == result

    async def test_a_second_one_of_an_item_and_an_attempt_or_of_an_id_is_a_conflict(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments)
        result = await make.result(experiments, made)

        for given in ({"item_id": result.item_id}, {"result_id": result.id}):
            with pytest.raises(ConflictError) as caught:
                await make.result(experiments, made, **given)
            assert caught.value.constraint == "attempt"
        again = await make.result(experiments, made, item_id=result.item_id, attempt=1)

        assert ids((await experiments.list_experiment_results(made.id)).results) == [
            result.id,
            again.id,
        ]

    async def test_an_unknown_experiment_is_not_found(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments)
        await experiments.delete_experiment(made.id)

        with pytest.raises(NotFoundError):
            await make.result(experiments, made)

        assert (await experiments.list_experiment_results(made.id)).total == 0


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestUpsertExperimentResult:
    """`upsert_experiment_result` keeps one result for each item and attempt."""

    async def test_one_that_is_there_is_replaced_but_for_its_id_its_time_and_its_comment(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments)
        old = await make.result(experiments, made, **OUTCOME)
        await experiments.update_experiment_result(old.id, comment="nice")
        key: dict[str, Any] = {"experiment_id": made.id, "item_id": old.item_id, "attempt": 1}

        new = await experiments.upsert_experiment_result(
            **key, input=2, started_at=make.after(5), completed_at=make.after(6)
        )

        assert (new.id, new.created_at, new.comment) == (old.id, old.created_at, "nice")
        assert (new.started_at, new.completed_at) == (make.after(5), make.after(6))
        assert (new.input, new.output, new.error, new.tags, new.status) == (2, *[None] * 4)
        assert (await experiments.list_experiment_results(made.id)).results == [new]

    async def test_one_that_is_not_there_is_inserted(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments)

        for attempt in (0, 1):
            result = await experiments.upsert_experiment_result(
                experiment_id=made.id,
                item_id="item",
                input=1,
                started_at=make.noon,
                completed_at=make.noon,
                attempt=attempt,
            )
            assert await experiments.get_experiment_result_by_id(result.id) == result

        assert (await experiments.list_experiment_results(made.id)).total == 2


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestRecountExperiment:
    """`recount_experiment` counts each item once, by its last attempt."""

    async def test_items_count_by_their_last_attempts(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made, other = [await make.experiment(experiments, total_items=9) for _ in range(2)]
        failed: dict[str, Any] = {"error": {"message": "no"}}
        await make.result(experiments, other, **failed)
        for item, ends in (("a", "f"), ("b", "fs"), ("c", "sf"), ("d", "ssfs")):
            for attempt, end in enumerate(ends):
                given: dict[str, Any] = {"item_id": item, "attempt": attempt}
                await make.result(experiments, made, **given, **(failed if end == "f" else {}))

        counted = await experiments.recount_experiment(made.id)

        assert (counted.succeeded_count, counted.failed_count) == (2, 2)
        assert (counted.skipped_count, counted.total_items) == (0, 9)
        assert counted == await experiment_now(experiments, made)

    async def test_it_can_be_part_of_a_write(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments)

        result = await make.result(experiments, made, error={"message": "no"}, recount=True)
        assert (await experiment_now(experiments, made)).failed_count == 1

        await experiments.upsert_experiment_result(
            experiment_id=made.id,
            item_id=result.item_id,
            input=1,
            started_at=make.noon,
            completed_at=make.noon,
            recount=True,
        )
        found = await experiment_now(experiments, made)
        assert (found.succeeded_count, found.failed_count) == (1, 0)


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestReviews:
    """What people say of results."""

    @pytest.mark.parametrize(
        ("field", "value"),
        [("status", ResultStatus.REVIEWED), ("tags", ["good", "x"]), ("comment", "nice")],
    )
    async def test_only_what_is_given_is_replaced_and_none_clears(
        self, experiments: ExperimentsStorage, make: Make, field: str, value: Any
    ) -> None:
        made = await make.experiment(experiments)
        result = await make.result(experiments, made, **OUTCOME)

        updated = await experiments.update_experiment_result(
            result.id, experiment_id=made.id, **{field: value}
        )
        assert updated == result.model_copy(update={field: value})

        cleared = await experiments.update_experiment_result(result.id, **{field: None})
        assert cleared == result.model_copy(update={field: None})
        assert await experiments.update_experiment_result(result.id) == cleared

    async def test_a_result_that_is_not_there_or_of_another_experiment_is_not_found(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made, other = [await make.experiment(experiments) for _ in range(2)]
        result = await make.result(experiments, made)

        for name, experiment in ((make.id(), None), (result.id, other.id)):
            with pytest.raises(NotFoundError):
                await experiments.update_experiment_result(
                    name, experiment_id=experiment, comment="x"
                )

        assert await experiments.get_experiment_result_by_id(result.id) == result

    async def test_the_summary_counts_by_status_and_is_sorted_by_experiment(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        organization = make.id("org")
        made = [await make.experiment(experiments, organization_id=organization) for _ in range(3)]
        for status in ("needs-review", "reviewed", "reviewed", "complete", None):
            await make.result(experiments, made[0], status=status)
        await make.result(experiments, made[2])

        summary = await experiments.get_review_summary(organization_id=organization)

        told = [(s.experiment_id, s.total, s.needs_review, s.reviewed, s.complete) for s in summary]
        assert told == [(made[0].id, 5, 1, 2, 1), (made[2].id, 1, 0, 0, 0)]

    async def test_results_can_be_deleted_and_the_experiment_stays(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments)
        for _ in range(3):
            await make.result(experiments, made)

        assert await experiments.delete_experiment_results(made.id) == 3
        assert await experiments.delete_experiment_results(made.id) == 0
        assert await experiments.delete_experiment_results(make.id("experiment")) == 0
        assert await experiment_now(experiments, made) == made
