"""Faults of the memory domain."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from mastra_storage_core import CREATED_AT_ASC, Message, MessagePage, NotFoundError, Thread
from mastra_storage_core.domains.memory.requests import (
    Found,
    MessageDraft,
    MessagePatch,
    MessageQuery,
    Row,
    ThreadQuery,
    Window,
)
from mastra_storage_core.domains.memory.rows import in_order
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_memory.domains.memory.store import InMemoryMemory
from mutants import found_by


@found_by("TestTotalOrderOfMessages.test_equal_times_are_ordered_by_id_in_every_list")
class SwapsTies(InMemoryMemory):
    async def _list_messages(self, query: MessageQuery) -> Found:
        found = await super()._list_messages(query)
        swapped = sorted(found.rows, key=lambda row: row["id"], reverse=True)
        return replace(found, rows=sorted(swapped, key=lambda row: row["createdAt"]))


@found_by("TestDateRange.test_a_range_holds_what_lies_in_it")
class IgnoresExclusiveEnds(InMemoryMemory):
    async def _list_messages(self, query: MessageQuery) -> Found:
        dates = query.dates.model_copy(update={"end_exclusive": False})
        return await super()._list_messages(replace(query, dates=dates))


@found_by("TestReturnedAndPassedObjects.test_metadata_of_threads_is_the_callers")
class SharesWhatItReturns(InMemoryMemory):
    async def _get_thread(self, thread_id: str, resource_id: str | None) -> Row | None:
        row = await super()._get_thread(thread_id, resource_id)
        seen = self.__dict__.setdefault("seen", {})
        return row and seen.setdefault(repr(self._threads._rows[thread_id]), row)


@found_by("TestPages.test_pages_of_any_size_make_the_whole_list")
class PromisesAnEmptyPage(InMemoryMemory):
    async def list_messages(self, *args: Any, **options: Any) -> MessagePage:
        page = await super().list_messages(*args, **options)
        reached = (page.page + 1) * (page.per_page or 0)
        more = page.has_more or bool(page.per_page and page.total == reached)
        return page.model_copy(update={"has_more": more})


@found_by("TestListMessagesById.test_with_a_guard_messages_of_another_resource_are_left_out")
class ForgetsTheGuard(InMemoryMemory):
    async def _list_messages_by_id(self, ids: list[str], owner: str | None) -> list[Row]:
        return await super()._list_messages_by_id(ids, None)


@found_by(
    "TestIncludeAndWhoMaySee"
    ".test_neighbours_of_another_resource_are_as_absent_as_if_they_never_existed"
)
class LeaksThroughWindows(InMemoryMemory):
    def _around(self, window: Window, query: MessageQuery) -> Any:
        return super()._around(window, replace(query, resource_id=None))


@found_by("TestIncludeWindows.test_a_window_is_the_target_and_its_neighbours_by_position")
class CountsWindowsByTime(InMemoryMemory):
    def _around(self, window: Window, query: MessageQuery) -> Any:
        target = self._messages.get(window.id)
        rows = [] if target is None else list(super()._around(window, query))
        return (row for row in rows if target and (row["createdAt"] != target["createdAt"]))


@found_by("TestMetadataFilterValues.test_threads_match_as_the_rule_says")
class TakesOneForText(InMemoryMemory):
    async def _list_threads(self, query: ThreadQuery) -> Found:
        everything = await super()._list_threads(replace(query, metadata={}))
        wanted = as_text(query.metadata)
        rows = [
            row
            for row in everything.rows
            if wanted.items() <= as_text(row["metadata"] or {}).items()
        ]
        return replace(everything, rows=rows, total=len(rows))


@found_by("TestConcurrentMerges.test_the_first_writers_of_a_resource")
class LosesFirstWriters(InMemoryMemory):
    async def _update_resource(self, resource_id: str, *change: Any) -> Row:
        old = await self._get_resource(resource_id)
        await asyncio.sleep(0)
        if old is None:
            self._resources.delete(resource_id)
        return await super()._update_resource(resource_id, *change)


@found_by("TestSaveMessagesNeedsThreads.test_a_missing_thread_is_not_found_and_nothing_is_saved")
class SavesHalfABatch(InMemoryMemory):
    async def _save_messages(self, drafts: list[MessageDraft], owner: str | None) -> list[Row]:
        rows: list[Row] = []
        for draft in drafts:
            rows += await super()._save_messages([draft], owner)
        return in_order(rows, CREATED_AT_ASC)


@found_by("TestCancellation.test_a_cancelled_save_is_whole_or_nothing")
class IsCancelledHalfway(InMemoryMemory):
    async def _save_messages(self, drafts: list[MessageDraft], owner: str | None) -> list[Row]:
        rows: list[Row] = []
        for draft in drafts:
            await asyncio.sleep(0)
            rows += await super()._save_messages([draft], owner)
        return in_order(rows, CREATED_AT_ASC)


@found_by("TestReplaceMessages.test_the_first_created_at_is_kept_and_the_rest_is_replaced")
class ForgetsTheFirstTime(InMemoryMemory):
    async def _save_messages(self, drafts: list[MessageDraft], owner: str | None) -> list[Row]:
        self._messages.delete(*(draft.id for draft in drafts))
        return await super()._save_messages(drafts, owner)


@found_by("TestUpdateMessages.test_content_is_merged_key_by_key_and_so_is_its_metadata")
class ReplacesMetadata(InMemoryMemory):
    async def _update_messages(self, patches: list[MessagePatch], owner: str | None) -> list[Row]:
        for patch in patches:
            for row in self._messages_of(owner, [patch.id] if patch.content else []):
                self._messages.put(row | {"content": '{"format":2,"parts":[]}'})
        return await super()._update_messages(patches, owner)


@found_by("TestIdentifiersAreData.test_any_text_is_an_id_and_names_nothing_but_itself")
class TakesIdsForPatterns(InMemoryMemory):
    async def _delete_thread(self, thread_id: str, resource_id: str | None) -> bool:
        alike = [row for row in self._threads._rows if fnmatchcase(row, thread_id)]
        for each in alike:
            await super()._delete_thread(each, resource_id)
        return bool(alike)


@found_by("TestSystemMessages.test_they_are_hidden_and_pages_count_what_they_show")
class CountsWhatItHides(InMemoryMemory):
    async def _list_messages(self, query: MessageQuery) -> Found:
        found = await super()._list_messages(query)
        everything = await super()._list_messages(replace(query, include_system=True))
        return replace(found, total=everything.total)


@found_by("TestErrors.test_an_error_names_the_store_the_operation_and_the_status")
class RaisesErrorsOfItsOwn(InMemoryMemory):
    async def update_thread(self, *args: Any, **options: Any) -> Thread:
        try:
            return await super().update_thread(*args, **options)
        except NotFoundError as error:
            raise KeyError(args) from error


@found_by("TestClose.test_any_use_afterwards_is_closed")
class WorksAfterClose(InMemoryMemory):
    async def _list_messages(self, query: MessageQuery) -> Found:
        self._lifecycle = Lifecycle(_nothing, _nothing)
        return await super()._list_messages(query)


@found_by("TestMessageTimes.test_messages_without_created_at_keep_the_order_of_the_call")
class GivesEveryMessageOneTime(InMemoryMemory):
    async def save_messages(self, *args: Any, **options: Any) -> list[Message]:
        messages, *_ = args
        at = Thread(resource_id="r", title="").created_at
        timed = [each.model_copy(update={"created_at": each.created_at or at}) for each in messages]
        return await super().save_messages(timed, **options)


def as_text(metadata: Mapping[str, Any]) -> dict[str, str]:
    """Forget the types of values."""
    return {key: str(value) for key, value in metadata.items()}


async def _nothing() -> None:
    """Open and close nothing."""
