"""The SQL of what experiments have to do with a data set that goes, or an item that is erased."""

from sqlalchemy import Select, bindparam, delete, select, update

from mastra_storage_sql.domain import parameter
from mastra_storage_sql.domains.datasets.statements.base import Statements
from mastra_storage_sql.statement import Statement

ERASED = ("input", "output", "ground_truth", "metadata", "error", "tags", "tool_mock_report")
"""What a result says about an item, and its comment."""


class ExperimentStatements(Statements):
    def results_table(self) -> Statement:
        """One row if the tables of experiments are there."""
        results = self.tables.of_experiments.results
        return self.make("results_table", build=lambda: self.dialect.exists(results))

    def delete_results(self) -> Statement:
        """Delete the results of experiments on a data set."""
        results = self.tables.of_experiments.results
        return self.make(
            "delete_results",
            build=lambda: delete(results).where(results.c.experiment_id.in_(self._experiments())),
        )

    def detach_experiments(self) -> Statement:
        """Let experiments be on no data set."""
        experiments = self.tables.of_experiments.experiments
        return self.make(
            "detach_experiments",
            build=lambda: (
                update(experiments)
                .where(experiments.c.dataset_id == bindparam("dataset"))
                .values(dataset_id=None, dataset_version=None)
            ),
        )

    def erase_results(self) -> Statement:
        """Erase what experiments on a data set know of an item."""
        results = self.tables.of_experiments.results
        erased = {name: parameter(results.c[name]) for name in ERASED}
        return self.make(
            "erase_results",
            build=lambda: (
                update(results)
                .where(
                    results.c.item_id == bindparam("item"),
                    results.c.experiment_id.in_(self._experiments()),
                )
                .values({**erased, "comment": parameter(results.c.comment)})
            ),
        )

    def _experiments(self) -> Select[tuple[str]]:
        experiments = self.tables.of_experiments.experiments
        return select(experiments.c.id).where(experiments.c.dataset_id == bindparam("dataset"))
