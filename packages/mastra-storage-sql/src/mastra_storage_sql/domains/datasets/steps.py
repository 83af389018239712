"""Steps of transactions that the topics share: locks, versions, and what hangs on experiments."""

from datetime import datetime
from typing import Any

from mastra_storage_core.domains.datasets.datasets import no_dataset
from mastra_storage_core.domains.datasets.requests import Row, Scope
from mastra_storage_core.ids import new_id

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.datasets.statements import DatasetStatements
from mastra_storage_sql.domains.datasets.statements.base import of_scope
from mastra_storage_sql.statement import Flow


class Steps:
    """What changes items takes the lock of their data set first, as Mastra does: so that versions
    are one after another, whoever makes them.
    """

    _db: Database
    _sql: DatasetStatements
    _results_seen = False

    def _locked(self, dataset_id: str, scope: Scope) -> Flow[Row | None]:
        """Lock a data set until the transaction ends; return it, if it is there for who asks."""
        found = yield self._sql.datasets.lock_dataset(scope)(dataset=dataset_id, **of_scope(scope))
        return found[0] if found else None

    def _existing(self, dataset_id: str, scope: Scope) -> Flow[Row]:
        row = yield from self._locked(dataset_id, scope)
        if row is None:
            raise no_dataset(dataset_id)
        return row

    def _advance(self, dataset_id: str, version: int, at: datetime) -> Flow[None]:
        """Come to a version and record it."""
        yield self._sql.versions.advance()(dataset=dataset_id, version=version)
        yield self._sql.versions.record_version()(
            id=new_id(), dataset_id=dataset_id, version=version, created_at=at
        )

    def _results(self) -> Flow[bool]:
        """Return whether the tables of experiments are there. Once they were seen, they are not
        looked for again.
        """
        if not self._results_seen:
            self._results_seen = bool((yield self._sql.experiments.results_table()()))
        return self._results_seen


def ended(items: list[str], dataset_id: str, version: int) -> dict[str, Any]:
    """Return the parameters that name items whose current rows end with a version."""
    return {"items": items, "dataset": dataset_id, "version": version, "deleted": False}
