"""Experiments themselves: made once, changed in part, deleted whole, run again on their items."""

from typing import Any

import pytest
from mastra_storage_core import (
    ConflictError,
    DatasetsStorage,
    Experiment,
    ExperimentsStorage,
    ExperimentStatus,
    NotFoundError,
    Store,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import moment_between

WHAT_IS_RUN: dict[str, Any] = {
    "name": "Nightly",
    "description": "Every night",
    "metadata": {"b": [1, None], "a": {}},
    "provenance": {"source": "ci", "sourceId": "42"},
    "runner_attestation": {"signature": "x"},
    "experiment_set_id": "set",
    "comparison_id": "comparison",
    "variant_id": "base",
    "trial_index": 0,
    "target_type": "agent",
    "target_id": "support",
    "scorer_ids": ["s1", "s2"],
    "agent_version": "7",
    "organization_id": "org",
    "project_id": "project",
    "total_items": 5,
}
CHANGES_OF_EXPERIMENTS: dict[str, Any] = {
    "name": "Other",
    "description": "Once",
    "metadata": {"c": 1},
    "status": ExperimentStatus.RUNNING,
    "total_items": 9,
    "succeeded_count": 1,
    "failed_count": 2,
    "skipped_count": 3,
    "started_at": Make().after(1.5),
    "completed_at": Make().after(2),
}


async def experiment_now(experiments: ExperimentsStorage, experiment: Experiment) -> Experiment:
    """Return an experiment as it is now."""
    found = await experiments.get_experiment_by_id(experiment.id)
    assert found is not None
    return found


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestCreateExperiment:
    """`create_experiment` makes a pending experiment, once."""

    async def test_it_is_stored_as_given_and_pending(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        between = moment_between()

        made = await make.experiment(experiments, **WHAT_IS_RUN)

        between(made.created_at)
        assert made.model_dump(include=set(WHAT_IS_RUN)) == WHAT_IS_RUN
        assert (made.status, made.started_at, made.completed_at) == ("pending", None, None)
        assert (made.succeeded_count, made.failed_count, made.skipped_count) == (0, 0, 0)
        assert await experiment_now(experiments, made) == made

    async def test_an_id_that_exists_is_a_conflict_and_stays(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        """The original's SQLite replaces the experiment, and its results lose their parent."""
        made = await make.experiment(experiments, **WHAT_IS_RUN)
        result = await make.result(experiments, made)

        with pytest.raises(ConflictError) as caught:
            await make.experiment(experiments, experiment_id=made.id)

        assert caught.value.constraint == "id"
        assert await experiment_now(experiments, made) == made
        assert (await experiments.list_experiment_results(made.id)).results == [result]

    async def test_a_data_set_or_a_version_that_does_not_exist_is_not_found(
        self, experiments: ExperimentsStorage, datasets: DatasetsStorage, make: Make
    ) -> None:
        dataset, name = await make.dataset(datasets), make.id("experiment")
        await make.items(datasets, dataset, 1)

        for given in (
            {"dataset_id": make.id("dataset")},
            {"dataset_id": dataset.id, "dataset_version": 2},
        ):
            with pytest.raises(NotFoundError):
                await make.experiment(experiments, experiment_id=name, **given)

        assert await experiments.get_experiment_by_id(name) is None
        for version in (None, 0, 1):
            made = await make.experiment(
                experiments, dataset_id=dataset.id, dataset_version=version
            )
            assert made.dataset_version == version


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestUpdateExperiment:
    """`update_experiment` touches what it names (rule 7)."""

    @pytest.mark.parametrize("field", CHANGES_OF_EXPERIMENTS)
    async def test_only_what_is_given_is_replaced_and_times_are_what_was_given(
        self, experiments: ExperimentsStorage, make: Make, field: str
    ) -> None:
        """The original's PostgreSQL shows when the row was inserted, whatever was given."""
        made = await make.experiment(experiments, **WHAT_IS_RUN)
        between = moment_between()

        updated = await experiments.update_experiment(
            made.id, **{field: CHANGES_OF_EXPERIMENTS[field]}
        )

        between(updated.updated_at)
        changed = {field: CHANGES_OF_EXPERIMENTS[field], "updated_at": updated.updated_at}
        assert updated == made.model_copy(update=changed)
        assert await experiment_now(experiments, made) == updated

    async def test_none_clears_names_metadata_and_times(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments, **WHAT_IS_RUN)
        await experiments.update_experiment(made.id, **CHANGES_OF_EXPERIMENTS)
        nothing: dict[str, Any] = dict.fromkeys(
            ("name", "description", "metadata", "started_at", "completed_at")
        )

        updated = await experiments.update_experiment(made.id, **nothing)

        assert updated.model_dump(include=set(nothing)) == nothing
        assert updated.total_items == CHANGES_OF_EXPERIMENTS["total_items"]

    async def test_an_unknown_experiment_is_not_found(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        with pytest.raises(NotFoundError):
            await experiments.update_experiment(make.id("experiment"), name="n")


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestDeleteExperiment:
    """`delete_experiment` leaves nothing behind (rule 13)."""

    async def test_its_results_go_with_it_and_it_says_whether_there_was_one(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made, other = [await make.experiment(experiments) for _ in range(2)]
        result, kept = [await make.result(experiments, each) for each in (made, other)]

        assert await experiments.delete_experiment(made.id) is True
        assert await experiments.delete_experiment(made.id) is False

        assert await experiments.get_experiment_by_id(made.id) is None
        assert await experiments.get_experiment_result_by_id(result.id) is None
        assert await experiments.get_experiment_result_by_id(kept.id) == kept

    async def test_what_belongs_to_another_is_absent(
        self, experiments: ExperimentsStorage, make: Make
    ) -> None:
        made = await make.experiment(experiments, **WHAT_IS_RUN)
        await make.result(experiments, made, organization_id="org")
        for other in ({"organization_id": "other"}, {"project_id": "other"}):
            assert await experiments.get_experiment_by_id(made.id, **other) is None
            assert await experiments.delete_experiment(made.id, **other) is False
            assert await experiments.delete_experiment_results(made.id, **other) == 0
            for call in (experiments.update_experiment, experiments.recount_experiment):
                with pytest.raises(NotFoundError):
                    await call(made.id, **other)
            with pytest.raises(NotFoundError):
                await make.result(experiments, made, **other)

        assert await experiment_now(experiments, made) == made
        assert (await experiments.list_experiment_results(made.id)).total == 1


@pytest.mark.mastra_domain("experiments")
@pytest.mark.mastra_domain("datasets")
@pytest.mark.asyncio(loop_scope="session")
class TestExperimentsAndTheirDatasets:
    """An experiment runs again on its items as they were; what is erased there is erased here."""

    async def test_it_reruns_on_the_data_set_as_it_was(self, store: Store, make: Make) -> None:
        datasets, experiments = store.datasets, store.experiments
        dataset = await make.dataset(datasets)
        one, two, three = await make.items(datasets, dataset, "one", "two", "three")
        made = await make.experiment(experiments, dataset_id=dataset.id, dataset_version=1)

        async def run(attempt: int) -> list[Any]:
            items = datasets.iterate_items(dataset.id, version=made.dataset_version)
            results = [
                await make.result(
                    experiments,
                    made,
                    item_id=item.id,
                    item_dataset_version=item.dataset_version,
                    input=item.input,
                    attempt=attempt,
                )
                async for item in items
            ]
            return [(each.item_id, each.item_dataset_version, each.input) for each in results]

        first = await run(0)
        await datasets.update_item(one.id, dataset_id=dataset.id, input="changed")
        await datasets.delete_item(two.id, dataset_id=dataset.id)
        await make.items(datasets, dataset, "new")

        assert await run(1) == first == [(i.id, 1, i.input) for i in (one, two, three)]

    async def test_results_of_an_erased_item_are_erased_and_stay_so(
        self, store: Store, make: Make
    ) -> None:
        datasets, experiments = store.datasets, store.experiments
        dataset = await make.dataset(datasets)
        (item, other) = await make.items(datasets, dataset, "secret", "other")
        made = await make.experiment(experiments, dataset_id=dataset.id)
        secret: dict[str, Any] = {"item_id": item.id, "output": "secret", "tags": ["secret"]}
        old = await make.result(experiments, made, **secret, error={"message": "secret"})
        kept = await make.result(experiments, made, item_id=other.id, output="other")

        await datasets.purge_item(item.id, dataset_id=dataset.id)
        new = await make.result(experiments, made, **secret, attempt=1)
        await experiments.update_experiment_result(old.id, tags=["secret"], comment="secret")

        for each in (old, new):
            found = await experiments.get_experiment_result_by_id(each.id)
            assert found is not None
            assert "secret" not in str(found)
            assert (found.metadata or {})["__purged"] is True
            assert (found.input, found.started_at) == (None, make.noon)
        assert await experiments.get_experiment_result_by_id(kept.id) == kept

    async def test_an_erased_result_counts_as_succeeded(self, store: Store, make: Make) -> None:
        """Its error was content, and nothing else says that it failed."""
        datasets, experiments = store.datasets, store.experiments
        dataset = await make.dataset(datasets)
        (item,) = await make.items(datasets, dataset, "secret")
        made = await make.experiment(experiments, dataset_id=dataset.id)
        failed: dict[str, Any] = {"item_id": item.id, "error": {"message": "secret"}}
        await make.result(experiments, made, **failed, recount=True)
        before = await experiment_now(experiments, made)

        await datasets.purge_item(item.id, dataset_id=dataset.id)
        after = await experiments.recount_experiment(made.id)

        assert (before.succeeded_count, before.failed_count) == (0, 1)
        assert (after.succeeded_count, after.failed_count) == (1, 0)

    async def test_without_its_data_set_an_experiment_stays_and_loses_its_results(
        self, store: Store, make: Make
    ) -> None:
        datasets, experiments = store.datasets, store.experiments
        dataset, other = await make.dataset(datasets), await make.dataset(datasets)
        made = await make.experiment(experiments, dataset_id=dataset.id, dataset_version=0)
        theirs = await make.experiment(experiments, dataset_id=other.id)
        await make.result(experiments, made)
        kept = await make.result(experiments, theirs)

        await datasets.delete_dataset(dataset.id)

        detached = {"dataset_id": None, "dataset_version": None}
        assert await experiment_now(experiments, made) == made.model_copy(update=detached)
        assert (await experiments.list_experiment_results(made.id)).results == []
        assert (await experiments.list_experiment_results(theirs.id)).results == [kept]
