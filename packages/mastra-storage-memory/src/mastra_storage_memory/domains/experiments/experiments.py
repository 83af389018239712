"""Experiments in memory."""

from mastra_storage_core.domains.datasets.items import within
from mastra_storage_core.domains.datasets.requests import EVERYONE
from mastra_storage_core.domains.experiments.arguments import runnable
from mastra_storage_core.domains.experiments.experiments import ExperimentStorage
from mastra_storage_core.domains.experiments.requests import (
    ExperimentChange,
    ExperimentQuery,
    Found,
    Row,
    Scope,
    Values,
)
from pydantic.alias_generators import to_camel

from mastra_storage_memory.collection import Order
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.datasets.datasets import page_of
from mastra_storage_memory.domains.datasets.tables import columns
from mastra_storage_memory.domains.experiments.tables import ExperimentTables, shown_experiment


class InMemoryExperimentTopic(ExperimentTables, ExperimentStorage):
    @atomic
    def _create_experiment(self, values: Values) -> Row | None:
        if values["dataset_id"] is not None:
            datasets = self._datasets()
            name = values["dataset_id"]
            found = None if datasets is None else datasets._dataset(name, EVERYONE)  # noqa: SLF001 # of the same store
            runnable(found, name, values["dataset_version"])
        if self._experiments.get(values["id"]) is not None:
            return None
        row = columns(values)
        self._experiments.put(row)
        return shown_experiment(row)

    @atomic
    def _get_experiment(self, experiment_id: str, scope: Scope) -> Row | None:
        row = self._experiment(experiment_id, scope)
        return row and shown_experiment(row)

    @atomic
    def _update_experiment(self, change: ExperimentChange) -> Row | None:
        row = self._experiment(change.experiment_id, change.scope)
        if row is None:
            return None
        row = {**row, **columns(change.values), "updatedAt": change.at}
        self._experiments.put(row)
        return shown_experiment(row)

    @atomic
    def _delete_experiment(self, experiment_id: str, scope: Scope) -> bool:
        if self._experiment(experiment_id, scope) is None:
            return False
        self._results.delete(*[row["id"] for row in self._results_of(experiment_id)])
        self._experiments.delete(experiment_id)
        return True

    @atomic
    def _list_experiments(self, query: ExperimentQuery) -> Found:
        every = self._experiments.read(self._experiments.ids(Order(None, "createdAt"), None))
        rows = [shown_experiment(row) for row in every if _matches(row, query)]
        return page_of(rows, query.page, to_camel(query.order.field), query.order.descending)

    def leave(self, dataset_id: str) -> None:
        """Let the experiments on a data set that goes be on none, and lose their results."""
        for row in list(self._experiments.read(self._experiments.ids(_BY_DATASET, dataset_id))):
            self._results.delete(*[each["id"] for each in self._results_of(row["id"])])
            self._experiments.put({**row, "datasetId": None, "datasetVersion": None})

    def erase(self, dataset_id: str, item_id: str, erased: Row) -> None:
        """Erase what the experiments on a data set know of an item."""
        for row in list(self._experiments.read(self._experiments.ids(_BY_DATASET, dataset_id))):
            for result in self._results_of(row["id"]):
                if result["itemId"] == item_id:
                    self._results.put({**result, **erased})


_BY_DATASET = Order("datasetId", "createdAt")


def _matches(row: Row, query: ExperimentQuery) -> bool:
    return within(row, query.scope) and all(
        row[to_camel(key)] == value for key, value in query.equal.items()
    )
