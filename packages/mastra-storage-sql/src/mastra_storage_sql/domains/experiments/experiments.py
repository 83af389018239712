"""Experiments on any SQL database."""

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

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.datasets.statements.base import of_scope
from mastra_storage_sql.domains.experiments.statements import ExperimentStatements
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Flow


class Steps:
    """What the topics share: the database, the statements, the lock of an experiment."""

    _db: Database
    _sql: ExperimentStatements

    def _locked(self, experiment_id: str, scope: Scope) -> Flow[Row | None]:
        """Lock an experiment until the transaction ends; return it, if it is there for who asks."""
        statement = self._sql.experiments.lock_experiment(scope)
        found = yield statement(experiment=experiment_id, **of_scope(scope))
        return found[0] if found else None


class SqlExperimentTopic(Steps, ExperimentStorage):
    async def _create_experiment(self, values: Values) -> Row | None:
        return await self._db.transact(self._creating(values))

    def _creating(self, values: Values) -> Flow[Row | None]:
        name = values["dataset_id"]
        if name is not None:
            found = yield self._sql.beside.hold_dataset()(dataset=name)
            runnable(found[0] if found else None, name, values["dataset_version"])
        made = yield self._sql.experiments.create_experiment()(**values)
        return made[0] if made else None

    async def _get_experiment(self, experiment_id: str, scope: Scope) -> Row | None:
        statement = self._sql.experiments.get_experiment(scope)
        rows = await self._db.fetch(statement(experiment=experiment_id, **of_scope(scope)))
        return rows[0] if rows else None

    async def _update_experiment(self, change: ExperimentChange) -> Row | None:
        statement = self._sql.experiments.update_experiment(change.scope, frozenset(change.values))
        call = statement(
            experiment=change.experiment_id,
            **change.values,
            updated_at=change.at,
            **of_scope(change.scope),
        )
        rows = await self._db.fetch(call)
        return rows[0] if rows else None

    async def _delete_experiment(self, experiment_id: str, scope: Scope) -> bool:
        return await self._db.transact(self._deleting(experiment_id, scope))

    def _deleting(self, experiment_id: str, scope: Scope) -> Flow[bool]:
        if (yield from self._locked(experiment_id, scope)) is None:
            return False
        yield self._sql.results.delete_results()(experiment=experiment_id)
        yield self._sql.experiments.delete_experiment()(experiment=experiment_id)
        return True

    async def _list_experiments(self, query: ExperimentQuery) -> Found:
        call = self._sql.experiments.list_experiments(query)(
            **query.equal, **of_scope(query.scope), **window(query.page)
        )
        return Found(*split(await self._db.fetch(call), query.page))
