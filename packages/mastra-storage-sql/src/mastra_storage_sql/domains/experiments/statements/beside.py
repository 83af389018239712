"""The SQL of the data sets that experiments are on."""

from typing import ClassVar

from sqlalchemy import bindparam, select

from mastra_storage_sql.domain import DomainStatements
from mastra_storage_sql.domains.datasets.tables import DatasetTables
from mastra_storage_sql.statement import Statement


class BesideStatements(DomainStatements[DatasetTables]):
    domain: ClassVar[str] = "experiments"

    def hold_dataset(self) -> Statement:
        """The version of a data set, which nobody changes or deletes until the transaction ends."""
        table = self.tables.datasets
        return self.make(
            "hold_dataset",
            build=lambda: (
                select(table.c.id, table.c.version)
                .where(table.c.id == bindparam("dataset"))
                .with_for_update(read=True)
            ),
        )

    def hold_dataset_of(self) -> Statement:
        """The data set of an experiment, in which nobody erases anything until the transaction
        ends.
        """
        table, experiments = self.tables.datasets, self.tables.of_experiments.experiments
        return self.make(
            "hold_dataset_of",
            build=lambda: (
                select(table.c.id)
                .join(experiments, experiments.c.dataset_id == table.c.id)
                .where(experiments.c.id == bindparam("experiment"))
                .with_for_update(read=True, of=table)
            ),
        )

    def item_metadata(self) -> Statement:
        """The metadata of an item of a data set, which say whether its content was erased."""
        table = self.tables.items
        return self.make(
            "item_metadata",
            build=lambda: select(table.c.id, table.c.dataset_version, table.c.metadata).where(
                table.c.id == bindparam("item"),
                table.c.dataset_id == bindparam("dataset"),
                table.c.valid_to.is_(None),
            ),
        )
