"""Faults of the datasets domain."""

import asyncio
from dataclasses import replace
from datetime import datetime
from typing import Any

from mastra_storage_core import DatasetItem
from mastra_storage_core.domains.datasets.identity import Identities
from mastra_storage_core.domains.datasets.requests import (
    DatasetChange,
    Found,
    Inserted,
    ItemBatch,
    ItemChange,
    ItemDeletion,
    ItemQuery,
    Row,
    Scope,
    Values,
)
from mastra_storage_core.ids import now
from mastra_storage_memory.collection import Order
from mastra_storage_memory.domains.datasets.store import InMemoryDatasets
from mastra_storage_memory.domains.datasets.tables import VERSIONS_OF
from mutants import found_by


@found_by("TestCreateDataset.test_an_id_that_exists_returns_the_data_set_that_has_it")
class ReplacesDatasets(InMemoryDatasets):
    async def _create_dataset(self, values: Values) -> Row:
        self._datasets.delete(values["id"])
        return await super()._create_dataset(values)


@found_by("TestUpdateDataset.test_only_what_is_given_is_replaced")
class LeavesTheTimeOfAChange(InMemoryDatasets):
    async def _update_dataset(self, change: DatasetChange) -> Row | None:
        row = self._datasets.get(change.dataset_id)
        at = row["updatedAt"] if row else change.at
        return await super()._update_dataset(replace(change, at=at))


@found_by("TestDeleteDataset.test_items_versions_and_history_go_with_it")
class LeavesItemsBehind(InMemoryDatasets):
    async def _delete_dataset(self, dataset_id: str, scope: Scope) -> bool:
        found = self._datasets.get(dataset_id)
        self._datasets.delete(dataset_id)
        self._versions.delete(*list(self._versions.ids(VERSIONS_OF, dataset_id)))
        return found is not None


@found_by("TestDeleteDataset.test_a_data_set_of_that_id_starts_anew")
class LeavesVersionsBehind(InMemoryDatasets):
    async def _delete_dataset(self, dataset_id: str, scope: Scope) -> bool:
        rows = [*self._items.read(self._items.ids(Order("datasetId", "createdAt"), dataset_id))]
        deleted = await super()._delete_dataset(dataset_id, scope)
        self._items.put(*rows)
        return deleted


@found_by("TestTenantsOfDatasets.test_what_belongs_to_another_is_as_absent_as_what_never_was")
class ForgetsWhoseItIs(InMemoryDatasets):
    def _dataset(self, dataset_id: str, scope: Scope) -> Row | None:
        return super()._dataset(dataset_id, scope._replace(project_id=None))


@found_by("TestTenantsOfDatasets.test_lists_show_what_is_ours")
class ListsWhatIsTheirs(InMemoryDatasets):
    async def _list_items(self, query: ItemQuery) -> Found:
        return await super()._list_items(replace(query, scope=Scope()))


@found_by("TestAddItem.test_each_call_is_a_version_and_the_data_set_is_not_touched")
class TouchesTheDataset(InMemoryDatasets):
    def _advance(self, dataset_id: str, at: datetime) -> int:
        version = super()._advance(dataset_id, at)
        row = self._datasets.get(dataset_id)
        assert row is not None
        self._datasets.put({**row, "updatedAt": now()})
        return version


@found_by("TestBatchInsertItems.test_they_are_one_version_in_the_order_given")
class MakesAVersionForEachItem(InMemoryDatasets):
    async def _insert_items(self, batch: ItemBatch) -> Inserted:
        done = await super()._insert_items(batch)
        for _ in range(done.added - 1):
            self._advance(batch.dataset_id, batch.at)
        return done


@found_by("TestBatchInsertItems.test_nothing_to_add_makes_no_version")
class MakesAVersionOfNothing(InMemoryDatasets):
    async def _insert_items(self, batch: ItemBatch) -> Inserted:
        done = await super()._insert_items(batch)
        if not done.added:
            self._advance(batch.dataset_id, batch.at)
        return done


@found_by("TestUpdateItem.test_what_cannot_be_changed_is_an_error_and_makes_no_version")
class ChangesItemsOfOtherDatasets(InMemoryDatasets):
    async def _update_item(self, change: ItemChange) -> Row:
        row = next(iter(self._rows_of(change.item_id)), None)
        elsewhere = row["datasetId"] if row else change.dataset_id
        return await super()._update_item(replace(change, dataset_id=elsewhere))


@found_by("TestItemsAtAVersion.test_every_version_shows_what_it_showed_when_it_was_the_newest")
class ChangesThePast(InMemoryDatasets):
    async def _update_item(self, change: ItemChange) -> Row:
        row = await super()._update_item(change)
        for old in self._rows_of(change.item_id):
            self._put_item({**old, "input": change.values.get("input", old["input"])})
        return row


@found_by("TestGetItemHistory.test_rows_follow_one_another_without_a_gap")
class ForgetsDeletions(InMemoryDatasets):
    async def _item_history(self, item_id: str, scope: Scope) -> list[Row]:
        rows = await super()._item_history(item_id, scope)
        return [row for row in rows if not row["isDeleted"]]


@found_by("TestDeleteItem.test_an_item_of_another_data_set_is_a_conflict_and_stays")
class IsSilentAboutOtherDatasets(InMemoryDatasets):
    async def _delete_item(self, deletion: ItemDeletion, item_id: str) -> bool:
        return bool(await super()._delete_items(deletion))


@found_by("TestDeleteItem.test_many_are_deleted_as_one_version_and_the_rest_is_passed_over")
class DeletesItemsOfOtherDatasets(InMemoryDatasets):
    async def _delete_items(self, deletion: ItemDeletion) -> int:
        for item_id in [each for chunk in deletion.item_ids for each in chunk]:
            for row in self._rows_of(item_id)[:1]:
                self._put_item({**row, "datasetId": deletion.dataset_id})
        return await super()._delete_items(deletion)


@found_by("TestPurgeItem.test_nothing_of_its_content_is_left_at_any_version")
class ErasesTheNewestRowOnly(InMemoryDatasets):
    async def _purge_item(self, item_id: str, dataset_id: str, scope: Scope, at: datetime) -> bool:
        old = self._rows_of(item_id)[1:]
        purged = await super()._purge_item(item_id, dataset_id, scope, at)
        for row in old:
            self._put_item(row)
        return purged


@found_by("TestExternalIds.test_the_first_accepted_content_counts_whatever_became_of_it")
class ComparesWithTheLastContent(InMemoryDatasets):
    def _known(self, dataset_id: str, drafts: Any) -> list[Row]:
        rows = super()._known(dataset_id, drafts)
        last = {row["externalId"]: row for row in rows}
        return list(last.values())


@found_by("TestExternalIds.test_another_content_is_a_conflict_and_nothing_is_added")
class AcceptsAnyContent(InMemoryDatasets):
    async def _insert_items(self, batch: ItemBatch) -> Inserted:
        check, Identities.check = Identities.check, lambda self: None  # type: ignore[method-assign] # the fault
        try:
            return await super()._insert_items(batch)
        finally:
            Identities.check = check  # type: ignore[method-assign] # as it was


@found_by("TestListItems.test_items_of_one_time_are_ordered_by_id_in_the_direction_of_the_list")
class SortsTiesUpwards(InMemoryDatasets):
    async def _list_items(self, query: ItemQuery) -> Found:
        found = await super()._list_items(query)
        rows = sorted(found.rows, key=lambda row: str(row["id"]))
        by = {"created_at": "createdAt", "updated_at": "updatedAt"}[query.order.field]
        rows.sort(key=lambda row: row[by], reverse=query.order.descending)
        return replace(found, rows=rows)


@found_by("TestSearchItems.test_it_is_found_in_any_text_and_is_no_pattern")
class SearchesKeysToo(InMemoryDatasets):
    async def _list_items(self, query: ItemQuery) -> Found:
        if query.search is None:
            return await super()._list_items(query)
        found = await super()._list_items(replace(query, search=None))
        wanted = query.search.lower()
        rows = [row for row in found.rows if wanted in str(row["input"]).lower()]
        return Found(rows, len(rows))


@found_by("TestIterateItems.test_changes_meanwhile_are_not_seen")
class ReadsOnlyTheNewest(InMemoryDatasets):
    async def _list_items(self, query: ItemQuery) -> Found:
        return await super()._list_items(replace(query, version=None))


@found_by("TestItemsFitTheirSchemas.test_what_does_not_fit_is_named_by_its_place_and_never_shown")
class ChecksNoUpdates(InMemoryDatasets):
    async def _update_item(self, change: ItemChange) -> Row:
        return await super()._update_item(replace(change, fits=lambda *_: None))


@found_by("TestSchemasThatChange.test_items_of_the_past_are_not_held_to_it")
class ChecksThePast(InMemoryDatasets):
    def _current(self, dataset_id: str) -> Any:
        return self._items.read(self._items.ids(Order("datasetId", "createdAt"), dataset_id))


@found_by(
    "TestConcurrentChangesOfItems.test_thirty_two_instances_get_distinct_versions_without_a_gap"
)
class ReadsTheVersionTooEarly(InMemoryDatasets):
    async def _insert_items(self, batch: ItemBatch) -> Inserted:
        row = self._datasets.get(batch.dataset_id)
        await asyncio.sleep(0)
        if row is not None:
            self._datasets.put(row)
        return await super()._insert_items(batch)


@found_by("TestCancelledAdditions.test_a_cancelled_batch_is_whole_or_nothing")
class IsCancelledHalfway(InMemoryDatasets):
    async def _insert_items(self, batch: ItemBatch) -> Inserted:
        chunks = [*batch.drafts()]
        for chunk in chunks[:-1]:
            await super()._insert_items(replace(batch, drafts=lambda chunk=chunk: iter([chunk])))  # type: ignore[misc] # one of them
            await asyncio.sleep(0)
        return await super()._insert_items(replace(batch, drafts=lambda: iter(chunks[-1:])))


@found_by("TestValuesOfItems.test_what_is_passed_and_returned_is_the_callers")
class SharesItems(InMemoryDatasets):
    async def get_item_by_id(self, item_id: str, **options: Any) -> DatasetItem | None:
        seen = self.__dict__.setdefault("seen", {})
        return seen.get(item_id) or await super().get_item_by_id(item_id, **options)

    async def batch_insert_items(self, items: Any, **options: Any) -> list[DatasetItem]:
        added = await super().batch_insert_items(items, **options)
        self.__dict__.setdefault("seen", {}).update({item.id: item for item in added})
        return added


@found_by("TestExportAndImport.test_what_is_exported_is_imported_as_it_was")
class ExportsWithoutQuotes(InMemoryDatasets):
    async def import_items(self, path: Any, **options: Any) -> Any:
        text = path.read_text()
        path.write_text(text.replace('"""', '"'))
        return await super().import_items(path, **options)


@found_by("TestBrokenLines.test_line_5001_is_named_and_nothing_is_added")
class SkipsBrokenLines(InMemoryDatasets):
    async def import_items(self, path: Any, **options: Any) -> Any:
        return await super().import_items(path, **(options | {"on_error": "skip"}))


@found_by("TestExportAndImport.test_a_file_is_replaced_only_by_one_that_is_whole")
class WritesInPlace(InMemoryDatasets):
    async def export_items(self, path: Any, **options: Any) -> int:
        path.write_text("")
        return await super().export_items(path, **options)
