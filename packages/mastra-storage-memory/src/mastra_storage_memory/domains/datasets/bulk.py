"""Items that come and go in memory."""

from mastra_storage_core.domains.datasets.bulk import BulkStorage
from mastra_storage_core.domains.datasets.identity import Identities
from mastra_storage_core.domains.datasets.requests import (
    Inserted,
    ItemBatch,
    ItemDeletion,
    ItemDraft,
    Row,
)

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.datasets.items import InMemoryItems
from mastra_storage_memory.domains.datasets.tables import HISTORY_BY_NAME, columns, shown_item


class InMemoryBulk(InMemoryItems, BulkStorage):
    @atomic
    def _insert_items(self, batch: ItemBatch) -> Inserted:
        dataset = self._existing(batch.dataset_id, batch.scope)
        dataset["version"] += 1
        identities = Identities(keep=batch.keep)
        rows: dict[object, Row] = {}
        place = 0
        for drafts in batch.drafts():
            batch.fits(dataset, [draft.payload for draft in drafts], place)
            place += len(drafts)
            known = [*self._known(batch.dataset_id, drafts), *_named(rows, drafts)]
            for draft in identities.fresh(drafts, known):
                row = _row(draft, batch, dataset)
                rows[draft.external_id or row["item"]] = row
        identities.check()
        for row in rows.values():
            self._put_item(row)
        if rows:
            self._advance(batch.dataset_id, batch.at)
        else:
            dataset["version"] -= 1
        return Inserted(dataset, identities.added, identities.known, identities.known_count)

    @atomic
    def _delete_items(self, deletion: ItemDeletion) -> int:
        self._existing(deletion.dataset_id, deletion.scope)
        ids = (each for chunk in deletion.item_ids for each in chunk)
        newest = [row for each in ids for row in self._rows_of(each)[:1]]
        there = [
            row
            for row in newest
            if row["datasetId"] == deletion.dataset_id and not row["isDeleted"]
        ]
        if there:
            self._bury(there, self._advance(deletion.dataset_id, deletion.at), deletion.at)
        return len(there)

    def _known(self, dataset_id: str, drafts: list[ItemDraft]) -> list[Row]:
        """Return the first and the last row of every item that has one of the external ids."""
        found: list[Row] = []
        for name in {draft.external_id for draft in drafts} - {None}:
            rows = list(self._items.read(self._items.ids(HISTORY_BY_NAME, (dataset_id, name))))  # type: ignore[arg-type] # a pair is a group, too
            found += rows[:1] + rows[1:][-1:]
        return list(map(shown_item, found))


def _row(draft: ItemDraft, batch: ItemBatch, dataset: Row) -> Row:
    return {
        **columns(draft.payload),
        "item": draft.id,
        "datasetId": batch.dataset_id,
        "datasetVersion": dataset["version"],
        "externalId": draft.external_id,
        "organizationId": dataset["organizationId"],
        "projectId": dataset["projectId"],
        "validTo": None,
        "isDeleted": False,
        "createdAt": batch.at,
        "updatedAt": batch.at,
    }


def _named(rows: dict[object, Row], drafts: list[ItemDraft]) -> list[Row]:
    """Return the rows of earlier drafts of the call with the external ids of these."""
    names = {draft.external_id for draft in drafts} - {None}
    return [shown_item(rows[name]) for name in names if name in rows]
