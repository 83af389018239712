"""Changes to one item on any SQL database."""

from datetime import datetime
from typing import Any

from mastra_storage_core.domains.datasets.items import (
    ItemStorage,
    changeable,
    elsewhere,
    within,
)
from mastra_storage_core.domains.datasets.models import PURGED
from mastra_storage_core.domains.datasets.payloads import FIELDS
from mastra_storage_core.domains.datasets.requests import ItemChange, ItemDeletion, Row, Scope
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.model import iso

from mastra_storage_sql.domains.datasets.statements.experiments import ERASED
from mastra_storage_sql.domains.datasets.steps import Steps, ended
from mastra_storage_sql.statement import Flow


class SqlItems(Steps, ItemStorage):
    async def _update_item(self, change: ItemChange) -> Row:
        return await self._db.transact(self._renewing(change))

    def _renewing(self, change: ItemChange) -> Flow[Row]:
        dataset = yield from self._existing(change.dataset_id, change.scope)
        found = yield self._sql.changes.newest_row()(item=change.item_id)
        newest = found[0] if found else None
        changeable(newest, change.item_id, change.dataset_id, change.scope)
        change.fits(dataset, [change.values], 0)
        version = dataset["version"] + 1
        place = ended([change.item_id], change.dataset_id, version)
        yield self._sql.changes.close_items()(**place)
        renew = self._sql.changes.renew_item(frozenset(change.values))
        state = {"valid_to": None, "is_deleted": False, "updated_at": change.at}
        rows = yield renew(**place, **change.values, **state)
        yield from self._advance(change.dataset_id, version, change.at)
        return rows[0]

    async def _delete_item(self, deletion: ItemDeletion, item_id: str) -> bool:
        return await self._db.transact(self._deleting_one(deletion, item_id))

    def _deleting_one(self, deletion: ItemDeletion, item_id: str) -> Flow[bool]:
        dataset = yield from self._locked(deletion.dataset_id, deletion.scope)
        if dataset is None:
            return False
        found = yield self._sql.changes.newest_row()(item=item_id)
        if not found or found[0]["isDeleted"] or not within(found[0], deletion.scope):
            return False
        if found[0]["datasetId"] != deletion.dataset_id:
            raise elsewhere(item_id, deletion.dataset_id)
        return bool((yield from self._burying(deletion, dataset["version"])))

    def _burying(self, deletion: ItemDeletion, version: int) -> Flow[int]:
        """Close rows and insert the marks of deletion behind them, as one version."""
        count = 0
        for items in deletion.item_ids:
            place = ended(items, deletion.dataset_id, version + 1)
            closed = yield self._sql.changes.close_items()(**place)
            if closed:
                mark = {"valid_to": None, "is_deleted": True, "updated_at": deletion.at}
                place["items"] = [row["id"] for row in closed]
                yield self._sql.changes.bury_items()(**place, **mark)
            count += len(closed)
        if count:
            yield from self._advance(deletion.dataset_id, version + 1, deletion.at)
        return count

    async def _purge_item(self, item_id: str, dataset_id: str, scope: Scope, at: datetime) -> bool:
        return await self._db.transact(self._erasing(item_id, dataset_id, scope, at))

    def _erasing(self, item_id: str, dataset_id: str, scope: Scope, at: datetime) -> Flow[bool]:
        if (yield from self._locked(dataset_id, scope)) is None:
            return False
        marker = {"input": "null", "metadata": purge_marker(at)}
        place: dict[str, Any] = {"item": item_id, "dataset": dataset_id}
        rows = yield self._sql.changes.erase_item()(**place, **dict.fromkeys(FIELDS) | marker)
        if rows and (yield from self._results()):
            nothing = dict.fromkeys((*ERASED, "comment"))
            yield self._sql.experiments.erase_results()(**place, **nothing | marker)
        return bool(rows)


def purge_marker(at: datetime) -> str:
    """Return the metadata of what was erased, as JSON text."""
    return encode({PURGED: True, "purgedAt": iso(at)}, "metadata").text
