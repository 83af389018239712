"""Items that come and go on any SQL database."""

from functools import partial
from typing import Any

from mastra_storage_core.domains.datasets.bulk import BulkStorage
from mastra_storage_core.domains.datasets.identity import Identities
from mastra_storage_core.domains.datasets.payloads import JSON_FIELDS
from mastra_storage_core.domains.datasets.requests import (
    Inserted,
    ItemBatch,
    ItemDeletion,
    ItemDraft,
    Row,
)

from mastra_storage_sql.domains.datasets.items import SqlItems
from mastra_storage_sql.statement import Flow


class SqlBulk(SqlItems, BulkStorage):
    async def _insert_items(self, batch: ItemBatch) -> Inserted:
        return await self._db.transact_anew(partial(self._inserting, batch))

    def _inserting(self, batch: ItemBatch) -> Flow[Inserted]:
        dataset = yield from self._existing(batch.dataset_id, batch.scope)
        version = dataset["version"] + 1
        identities = Identities(keep=batch.keep)
        place = 0
        for drafts in batch.drafts():
            batch.fits(dataset, [draft.payload for draft in drafts], place)
            place += len(drafts)
            known: list[Row] = []
            if names := [draft.external_id for draft in drafts if draft.external_id is not None]:
                known = yield self._sql.changes.known_items()(
                    dataset=batch.dataset_id, external_ids=names
                )
            fresh = identities.fresh([self._storable(draft) for draft in drafts], known)
            if fresh:
                rows = [_row(draft, batch, dataset, version) for draft in fresh]
                yield self._sql.changes.insert_item().many(rows)
        identities.check()
        if identities.added:
            yield from self._advance(batch.dataset_id, version, batch.at)
            dataset["version"] = version
        return Inserted(dataset, identities.added, identities.known, identities.known_count)

    def _storable(self, draft: ItemDraft) -> ItemDraft:
        """Return a draft as it will be read back, so that it equals itself when it comes again."""
        if draft.external_id is None:
            return draft
        payload = dict(draft.payload)
        for name in JSON_FIELDS:
            column = self._sql.tables.items.c[name]
            write = column.type.bind_processor(self._sql.tables.dialect.compiler)
            if write is not None and payload[name] is not None:
                payload[name] = write(payload[name])
        return draft._replace(payload=payload)

    async def _delete_items(self, deletion: ItemDeletion) -> int:
        return await self._db.transact(self._deleting_items(deletion))

    def _deleting_items(self, deletion: ItemDeletion) -> Flow[int]:
        dataset = yield from self._existing(deletion.dataset_id, deletion.scope)
        return (yield from self._burying(deletion, dataset["version"]))


def _row(draft: ItemDraft, batch: ItemBatch, dataset: Row, version: int) -> dict[str, Any]:
    return {
        **draft.payload,
        "id": draft.id,
        "dataset_id": batch.dataset_id,
        "dataset_version": version,
        "external_id": draft.external_id,
        "organization_id": dataset["organizationId"],
        "project_id": dataset["projectId"],
        "valid_to": None,
        "is_deleted": False,
        "created_at": batch.at,
        "updated_at": batch.at,
    }
