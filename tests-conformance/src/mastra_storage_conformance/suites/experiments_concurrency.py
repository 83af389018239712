"""Many workers on one experiment: one result for each attempt, and counts that are right."""

from itertools import cycle
from typing import Any

import pytest
from mastra_storage_core import Store

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids
from mastra_storage_conformance.suites.concurrency import CROWD, at_once
from mastra_storage_conformance.suites.experiments_runs import experiment_now


@pytest.mark.mastra_domain("experiments")
@pytest.mark.asyncio(loop_scope="session")
class TestConcurrentResultsOfExperiments:
    """First writers have no losers (rule 8)."""

    async def test_first_writers_of_one_attempt_leave_one_result_and_none_fails(
        self, stores: list[Store], make: Make
    ) -> None:
        """On the original's PostgreSQL all but one fail."""
        made = await make.experiment(stores[0].experiments)
        key: dict[str, Any] = {"experiment_id": made.id, "item_id": "item"}

        results = await at_once(
            store.experiments.upsert_experiment_result(
                **key, input=number, started_at=make.noon, completed_at=make.noon
            )
            for store, number in zip(cycle(stores), range(CROWD), strict=False)
        )

        assert len(set(ids(results))) == 1
        (left,) = (await stores[-1].experiments.list_experiment_results(made.id)).results
        assert left.input in range(CROWD)

    async def test_counts_are_right_whoever_writes_and_however_often(
        self, stores: list[Store], make: Make
    ) -> None:
        made = await make.experiment(stores[0].experiments, total_items=CROWD)

        async def work(store: Store, number: int) -> None:
            for error in ({"message": "first"}, None if number % 4 else {"message": "again"}):
                await store.experiments.upsert_experiment_result(
                    experiment_id=made.id,
                    item_id=f"{number // 2}",
                    attempt=number % 2,
                    input=number,
                    error=error,
                    started_at=make.noon,
                    completed_at=make.noon,
                    recount=True,
                )

        await at_once(
            work(store, number) for store, number in zip(cycle(stores), range(CROWD), strict=False)
        )

        found = await experiment_now(stores[-1].experiments, made)
        assert (found.succeeded_count, found.failed_count) == (CROWD // 2, 0)
        assert await stores[-1].experiments.recount_experiment(made.id) == found.model_copy(
            update={"updated_at": (await experiment_now(stores[0].experiments, made)).updated_at}
        )

    async def test_an_item_that_is_erased_meanwhile_leaves_no_content(
        self, stores: list[Store], make: Make
    ) -> None:
        store = stores[0]
        dataset = await make.dataset(store.datasets)
        (item,) = await make.items(store.datasets, dataset, "secret")
        made = await make.experiment(store.experiments, dataset_id=dataset.id)

        async def work(store: Store, number: int) -> None:
            if number == CROWD // 2:
                await store.datasets.purge_item(item.id, dataset_id=dataset.id)
            else:
                await make.result(
                    store.experiments, made, item_id=item.id, attempt=number, output="secret"
                )

        await at_once(
            work(store, number) for store, number in zip(cycle(stores), range(CROWD), strict=False)
        )

        page = await stores[-1].experiments.list_experiment_results(made.id)
        assert len(page.results) == CROWD - 1
        assert "secret" not in str(page.results)
