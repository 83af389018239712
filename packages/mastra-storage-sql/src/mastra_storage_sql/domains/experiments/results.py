"""Results on any SQL database."""

from mastra_storage_core.domains.experiments.arguments import no_experiment
from mastra_storage_core.domains.experiments.outcomes import (
    in_the_way,
    is_erased,
    theirs,
)
from mastra_storage_core.domains.experiments.requests import (
    Found,
    ResultChange,
    ResultDraft,
    ResultQuery,
    Row,
    Scope,
)
from mastra_storage_core.domains.experiments.results import ResultStorage
from mastra_storage_core.ids import now

from mastra_storage_sql.domains.datasets.statements.base import of_scope
from mastra_storage_sql.domains.experiments.experiments import Steps
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Flow

EVERYONE = Scope()


class SqlResults(Steps, ResultStorage):
    async def _put_result(self, draft: ResultDraft) -> Row:
        return await self._db.transact(self._putting(draft))

    def _putting(self, draft: ResultDraft) -> Flow[Row]:
        """Hold the data set, so that nobody erases the item meanwhile; lock the experiment, so that
        of concurrent first writers one inserts and the others replace; then write.

        Locks are taken in this order everywhere: data set, experiment, result.
        """
        values = draft.values
        name = values["experiment_id"]
        datasets = yield self._sql.beside.hold_dataset_of()(experiment=name)
        experiment = yield from self._locked(name, EVERYONE)
        if experiment is None or theirs(experiment, draft):
            raise no_experiment(name)
        if datasets and (yield from self._erased(datasets[0]["id"], values["item_id"])):
            values = values | draft.erased
        place = {"experiment": name, "item": values["item_id"], "attempt": values["attempt"]}
        found = yield self._sql.results.find_result()(**place)
        if found and draft.replace:
            rows = yield self._sql.results.replace_result()(result=found[0]["id"], **values)
        else:
            rows = [] if found else (yield self._sql.results.insert_result()(**values))
        if not rows:
            raise in_the_way(values)
        if draft.recount:
            yield self._sql.experiments.count_results()(experiment=name, updated_at=now())
        return rows[0]

    def _erased(self, dataset_id: str, item_id: str) -> Flow[bool]:
        """Return whether the content of an item was erased."""
        found = yield self._sql.beside.item_metadata()(dataset=dataset_id, item=item_id)
        return bool(found) and is_erased(found[0]["metadata"])

    async def _recount(self, experiment_id: str, scope: Scope) -> Row | None:
        return await self._db.transact(self._counting(experiment_id, scope))

    def _counting(self, experiment_id: str, scope: Scope) -> Flow[Row | None]:
        if (yield from self._locked(experiment_id, scope)) is None:
            return None
        counted = yield self._sql.experiments.count_results()(
            experiment=experiment_id, updated_at=now()
        )
        return counted[0]

    async def _update_result(self, change: ResultChange) -> Row | None:
        return await self._db.transact(self._reviewing(change))

    def _reviewing(self, change: ResultChange) -> Flow[Row | None]:
        lock = self._sql.results.lock_result(change.scope)
        found = yield lock(result=change.result_id, **of_scope(change.scope))
        if not found or change.experiment_id not in (None, found[0]["experimentId"]):
            return None
        values = change.values
        if is_erased(found[0]["metadata"]):
            values = values | {"tags": None, "comment": None}
        if not values:
            return found[0]
        review = self._sql.results.review_result(frozenset(values))
        return (yield review(result=change.result_id, **values))[0]

    async def _get_result(self, result_id: str, scope: Scope) -> Row | None:
        call = self._sql.results.get_result(scope)(result=result_id, **of_scope(scope))
        rows = await self._db.fetch(call)
        return rows[0] if rows else None

    async def _list_results(self, query: ResultQuery) -> Found:
        call = self._sql.results.list_results(query)(
            experiment=query.experiment_id,
            trace=query.trace_id,
            status=query.status,
            tags=list(query.tags),
            **of_scope(query.scope),
            **window(query.page),
        )
        return Found(*split(await self._db.fetch(call), query.page))

    async def _delete_results(self, experiment_id: str, scope: Scope) -> int:
        return await self._db.transact(self._emptying(experiment_id, scope))

    def _emptying(self, experiment_id: str, scope: Scope) -> Flow[int]:
        if (yield from self._locked(experiment_id, scope)) is None:
            return 0
        return len((yield self._sql.results.delete_results()(experiment=experiment_id)))

    async def _summaries(self, scope: Scope) -> list[Row]:
        return await self._db.fetch(self._sql.results.summaries(scope)(**of_scope(scope)))
