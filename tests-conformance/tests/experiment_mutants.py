"""Faults of the experiments domain."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

from mastra_storage_core.domains.experiments.requests import (
    ExperimentChange,
    Found,
    ResultChange,
    ResultDraft,
    ResultQuery,
    Row,
    Scope,
    Values,
)
from mastra_storage_core.ids import now
from mastra_storage_memory.domains.experiments.store import InMemoryExperiments
from mutants import found_by


@found_by("TestCreateExperiment.test_an_id_that_exists_is_a_conflict_and_stays")
class ReplacesExperiments(InMemoryExperiments):
    async def _create_experiment(self, values: Values) -> Row | None:
        self._experiments.delete(values["id"])
        return await super()._create_experiment(values)


@found_by("TestCreateExperiment.test_a_data_set_or_a_version_that_does_not_exist_is_not_found")
class RunsOnAnyVersion(InMemoryExperiments):
    async def _create_experiment(self, values: Values) -> Row | None:
        row = await super()._create_experiment(values | {"dataset_version": None})
        if row is not None:
            version = {"datasetVersion": values["dataset_version"]}
            self._experiments.put({**self._experiments.get(row["id"]), **version})  # type: ignore[dict-item] # it is there
            row |= version
        return row


@found_by("TestUpdateExperiment.test_only_what_is_given_is_replaced_and_times_are_what_was_given")
class TellsTheTimeOfItsClock(InMemoryExperiments):
    async def _update_experiment(self, change: ExperimentChange) -> Row | None:
        times = {key: change.at for key in ("started_at",) if change.values.get(key)}
        return await super()._update_experiment(replace(change, values=change.values | times))


@found_by("TestDeleteExperiment.test_its_results_go_with_it_and_it_says_whether_there_was_one")
class LeavesResultsBehind(InMemoryExperiments):
    async def _delete_experiment(self, experiment_id: str, scope: Scope) -> bool:
        return bool(self._experiments.delete(experiment_id))


@found_by("TestDeleteExperiment.test_what_belongs_to_another_is_absent")
class ForgetsWhoseExperimentItIs(InMemoryExperiments):
    def _experiment(self, experiment_id: str, scope: Scope) -> Row | None:
        return super()._experiment(experiment_id, Scope())


@found_by("TestExperimentsAndTheirDatasets.test_results_of_an_erased_item_are_erased_and_stay_so")
class WritesWhatWasErased(InMemoryExperiments):
    def _is_erased(self, dataset_id: str | None, item_id: str) -> bool:
        return False


@found_by(
    "TestExperimentsAndTheirDatasets."
    "test_without_its_data_set_an_experiment_stays_and_loses_its_results"
)
class KeepsResultsWithoutADataset(InMemoryExperiments):
    def leave(self, dataset_id: str) -> None:
        """Leave everything as it is."""


@found_by("TestAddExperimentResult.test_it_is_stored_as_given_times_included")
class MovesTheBeginning(InMemoryExperiments):
    async def _put_result(self, draft: ResultDraft) -> Row:
        later = draft.values["started_at"] + timedelta(seconds=1)
        return await super()._put_result(
            replace(draft, values=draft.values | {"started_at": later})
        )


@found_by(
    "TestAddExperimentResult.test_a_second_one_of_an_item_and_an_attempt_or_of_an_id_is_a_conflict"
)
class AddsAttemptsTwice(InMemoryExperiments):
    def _attempt(self, row: Row) -> Row | None:
        return None


@found_by(
    "TestUpsertExperimentResult."
    "test_one_that_is_there_is_replaced_but_for_its_id_its_time_and_its_comment"
)
class LosesComments(InMemoryExperiments):
    async def _put_result(self, draft: ResultDraft) -> Row:
        row = await super()._put_result(draft)
        self._results.put({**self._results.get(row["id"]), "comment": None})  # type: ignore[dict-item] # it is there
        return {**row, "comment": None}


@found_by("TestRecountExperiment.test_items_count_by_their_last_attempts")
class CountsEveryAttempt(InMemoryExperiments):
    def _count(self, experiment: Row) -> Row:
        row = super()._count(experiment)
        results = self._results_of(experiment["id"])
        row["failedCount"] = sum(each["error"] is not None for each in results)
        self._experiments.put(row)
        return row


@found_by("TestReviews.test_a_result_that_is_not_there_or_of_another_experiment_is_not_found")
class ReviewsResultsOfOthers(InMemoryExperiments):
    async def _update_result(self, change: ResultChange) -> Row | None:
        return await super()._update_result(replace(change, experiment_id=None))


@found_by("TestReviews.test_the_summary_counts_by_status_and_is_sorted_by_experiment")
class SummarisesExperimentsWithoutResults(InMemoryExperiments):
    async def _summaries(self, scope: Scope) -> list[Row]:
        return (await super()._summaries(scope))[::-1]


@found_by("TestListExperimentResults.test_conditions_show_those_that_meet_all")
class FindsAnyTag(InMemoryExperiments):
    async def _list_results(self, query: ResultQuery) -> Found:
        return await super()._list_results(replace(query, tags=query.tags[:1]))


@found_by("TestPagesOfExperiments.test_pages_of_any_size_make_the_whole_list")
class CountsThePageOfResults(InMemoryExperiments):
    async def _list_results(self, query: ResultQuery) -> Found:
        found = await super()._list_results(query)
        return replace(found, total=found.total and len(found.rows))


@found_by(
    "TestConcurrentResultsOfExperiments."
    "test_first_writers_of_one_attempt_leave_one_result_and_none_fails"
)
class LooksBeforeItWrites(InMemoryExperiments):
    async def _put_result(self, draft: ResultDraft) -> Row:
        old = self._attempt({"experimentId": draft.values["experiment_id"], **_key(draft)})
        await asyncio.sleep(0)
        return await super()._put_result(replace(draft, replace=old is not None))


@found_by(
    "TestConcurrentResultsOfExperiments.test_counts_are_right_whoever_writes_and_however_often"
)
class CountsWhatItRead(InMemoryExperiments):
    async def _put_result(self, draft: ResultDraft) -> Row:
        experiment = self._experiments.get(draft.values["experiment_id"])
        await asyncio.sleep(0)
        row = await super()._put_result(draft)
        if experiment is not None:
            field = "failedCount" if row["error"] else "succeededCount"
            added = {field: experiment[field] + 1, "updatedAt": now()}
            self._experiments.put({**experiment, **added})
        return row


@found_by("TestAddExperimentResult.test_what_is_passed_and_returned_is_the_callers")
class SharesResults(InMemoryExperiments):
    async def get_experiment_result_by_id(self, result_id: str, **options: Any) -> Any:
        seen = self.__dict__.setdefault("seen", {})
        return seen.get(result_id) or await super().get_experiment_result_by_id(
            result_id, **options
        )

    async def add_experiment_result(self, **values: Any) -> Any:
        result = await super().add_experiment_result(**values)
        self.__dict__.setdefault("seen", {})[result.id] = result
        return result


def _key(draft: ResultDraft) -> dict[str, Any]:
    return {"itemId": draft.values["item_id"], "attempt": draft.values["attempt"]}
