"""Builders of data sets, items, experiments and results."""

from datetime import datetime
from typing import Any, ClassVar

from mastra_storage_core import (
    Dataset,
    DatasetItem,
    DatasetsStorage,
    Experiment,
    ExperimentResult,
    ExperimentsStorage,
    NewItem,
)


class MakesDatasets:
    """What `Make` builds of data sets, with its clock and its ids."""

    noon: ClassVar[datetime]

    def id(self, name: str = "id") -> str:
        """Return a new id that begins with a name."""
        raise NotImplementedError

    def after(self, seconds: float) -> datetime:
        """Return a time so many seconds after noon."""
        raise NotImplementedError

    async def dataset(self, datasets: DatasetsStorage, **fields: Any) -> Dataset:
        """Make an empty data set with an id of the case's own; return it."""
        values: dict[str, Any] = {"name": "Questions", "dataset_id": self.id("dataset")}
        return await datasets.create_dataset(**(values | fields))

    def new_items(self, *inputs: Any) -> list[NewItem]:
        """Return items with these inputs, not added."""
        return [NewItem(input=value) for value in inputs]

    async def items(
        self, datasets: DatasetsStorage, dataset: Dataset, *inputs: Any
    ) -> list[DatasetItem]:
        """Add items with these inputs, all as one version; return them."""
        return await datasets.batch_insert_items(self.new_items(*inputs), dataset_id=dataset.id)

    async def experiment(self, experiments: ExperimentsStorage, **fields: Any) -> Experiment:
        """Make an experiment with an id of the case's own; return it."""
        values: dict[str, Any] = {"total_items": 3, "experiment_id": self.id("experiment")}
        return await experiments.create_experiment(**(values | fields))

    async def result(
        self, experiments: ExperimentsStorage, experiment: Experiment, **fields: Any
    ) -> ExperimentResult:
        """Add a result that began at noon and took a second; return it."""
        values: dict[str, Any] = {
            "experiment_id": experiment.id,
            "item_id": self.id("item"),
            "input": {"question": "Why?"},
            "started_at": self.noon,
            "completed_at": self.after(1),
        }
        return await experiments.add_experiment_result(**(values | fields))
