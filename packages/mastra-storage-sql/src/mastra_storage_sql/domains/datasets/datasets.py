"""Data sets on any SQL database."""

from functools import partial
from typing import Any

from mastra_storage_core.domains.datasets.datasets import DatasetStorage
from mastra_storage_core.domains.datasets.requests import (
    CheckItems,
    DatasetChange,
    DatasetQuery,
    Found,
    ItemQuery,
    Row,
    Scope,
    Values,
)
from mastra_storage_core.paging import CREATED_AT_ASC, PageRequest

from mastra_storage_sql.domains.datasets.reads import asked
from mastra_storage_sql.domains.datasets.statements.base import of_scope
from mastra_storage_sql.domains.datasets.steps import Steps
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Flow

_BATCH = PageRequest(0, 500, include_total=False)


class SqlDatasetTopic(Steps, DatasetStorage):
    async def _create_dataset(self, values: Values) -> Row:
        return await self._db.transact(self._creating(values))

    def _creating(self, values: Values) -> Flow[Row]:
        made = yield self._sql.datasets.create_dataset()(**values)
        if made:
            return made[0]
        return (yield from self._existing(values["id"], Scope()))

    async def _get_dataset(self, dataset_id: str, scope: Scope) -> Row | None:
        call = self._sql.datasets.get_dataset(scope)(dataset=dataset_id, **of_scope(scope))
        rows = await self._db.fetch(call)
        return rows[0] if rows else None

    async def _update_dataset(self, change: DatasetChange) -> Row | None:
        return await self._db.transact_anew(partial(self._updating, change))

    def _updating(self, change: DatasetChange) -> Flow[Row | None]:
        dataset = yield from self._locked(change.dataset_id, change.scope)
        if dataset is None:
            return None
        if check := change.check(dataset):
            yield from self._checking(change.dataset_id, check)
        statement = self._sql.datasets.update_dataset(frozenset(change.values))
        rows = yield statement(dataset=change.dataset_id, **change.values, updated_at=change.at)
        return rows[0]

    def _checking(self, dataset_id: str, check: CheckItems) -> Flow[None]:
        """Hold all current items to something, some at a time."""
        after: Any = None
        while True:
            query = ItemQuery(dataset_id, None, None, Scope(), CREATED_AT_ASC, _BATCH, after)
            rows = yield self._sql.reads.list_items(query)(**asked(query))
            check(rows)
            if not rows:
                return
            after = (rows[-1]["createdAt"], rows[-1]["id"])

    async def _delete_dataset(self, dataset_id: str, scope: Scope) -> bool:
        return await self._db.transact(self._deleting(dataset_id, scope))

    def _deleting(self, dataset_id: str, scope: Scope) -> Flow[bool]:
        if (yield from self._locked(dataset_id, scope)) is None:
            return False
        if (yield from self._results()):
            yield self._sql.experiments.delete_results()(dataset=dataset_id)
            yield self._sql.experiments.detach_experiments()(dataset=dataset_id)
        yield self._sql.versions.delete_versions()(dataset=dataset_id)
        yield self._sql.changes.delete_items()(dataset=dataset_id)
        yield self._sql.datasets.delete_dataset()(dataset=dataset_id)
        return True

    async def _list_datasets(self, query: DatasetQuery) -> Found:
        call = self._sql.datasets.list_datasets(query)(
            **of_scope(query.scope),
            candidate_key=query.candidate_key,
            candidate_id=query.candidate_id,
            target_type=query.target_type,
            targets=list(query.target_ids),
            part=query.name and small(query.name),
            **window(query.page),
        )
        return Found(*split(await self._db.fetch(call), query.page))


def small(text: str) -> str:
    """Return a text in which the letters A to Z are small, and no others are touched."""
    return text.encode().lower().decode()
