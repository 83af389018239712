"""Changes to one item in memory."""

from datetime import datetime

from mastra_storage_core.domains.datasets.items import (
    ItemStorage,
    changeable,
    elsewhere,
    within,
)
from mastra_storage_core.domains.datasets.models import PURGED
from mastra_storage_core.domains.datasets.payloads import FIELDS
from mastra_storage_core.domains.datasets.requests import (
    ItemChange,
    ItemDeletion,
    Row,
    Scope,
)
from mastra_storage_core.domains.experiments.outcomes import erased as erased_result
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.model import iso
from pydantic.alias_generators import to_camel

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.datasets.tables import DatasetTables, columns, shown_item


class InMemoryItems(DatasetTables, ItemStorage):
    @atomic
    def _update_item(self, change: ItemChange) -> Row:
        dataset = self._existing(change.dataset_id, change.scope)
        row = next(iter(self._rows_of(change.item_id)), None)
        shown = row and shown_item(row)
        changeable(shown, change.item_id, change.dataset_id, change.scope)
        change.fits(dataset, [change.values], 0)
        assert row is not None
        version = self._advance(change.dataset_id, change.at)
        self._put_item({**row, "validTo": version})
        new = {**row, **columns(change.values), "datasetVersion": version, "updatedAt": change.at}
        self._put_item(new)
        return shown_item(new)

    @atomic
    def _delete_item(self, deletion: ItemDeletion, item_id: str) -> bool:
        if self._dataset(deletion.dataset_id, deletion.scope) is None:
            return False
        row = next(iter(self._rows_of(item_id)), None)
        if row is None or row["isDeleted"] or not within(row, deletion.scope):
            return False
        if row["datasetId"] != deletion.dataset_id:
            raise elsewhere(item_id, deletion.dataset_id)
        self._bury([row], self._advance(deletion.dataset_id, deletion.at), deletion.at)
        return True

    @atomic
    def _purge_item(self, item_id: str, dataset_id: str, scope: Scope, at: datetime) -> bool:
        if self._dataset(dataset_id, scope) is None:
            return False
        rows = [row for row in self._rows_of(item_id) if row["datasetId"] == dataset_id]
        for row in rows:
            self._put_item({**row, **erased(at)})
        if rows and (experiments := self._beside()):
            experiments.erase(dataset_id, item_id, columns(erased_result(at)))
        return bool(rows)

    def _bury(self, rows: list[Row], version: int, at: datetime) -> None:
        """Close rows, and put the marks of deletion behind them."""
        for row in rows:
            self._put_item({**row, "validTo": version})
            mark = {"datasetVersion": version, "validTo": None, "isDeleted": True, "updatedAt": at}
            self._put_item({**row, **mark})


def erased(at: datetime) -> Row:
    """Return the columns of an item whose content was erased."""
    nothing = dict.fromkeys(map(to_camel, FIELDS))
    marker = encode({PURGED: True, "purgedAt": iso(at)}, "metadata").text
    return {**nothing, "input": "null", "metadata": marker}
