"""Faults of pruning."""

import asyncio
from datetime import datetime, timedelta

from mastra_storage_core.domains.memory.requests import Row
from mastra_storage_core.ids import now
from mastra_storage_core.pruning import Batch
from mastra_storage_memory.domains.memory.store import InMemoryMemory
from mastra_storage_memory.domains.workflows.store import InMemoryWorkflows
from mastra_storage_memory.pruning import Aged
from mutants import found_by


@found_by("TestPrune.test_rows_strictly_before_the_cutoff_go_and_no_others")
class PrunesAtTheCutoff(InMemoryMemory):
    async def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        return await super()._prune_batch(table, before + timedelta(milliseconds=1), limit, since)


@found_by("TestPrune.test_a_pruned_thread_takes_along_what_it_owns")
class PrunesThreadsAlone(InMemoryMemory):
    def _drop(self, table: str, row: Row) -> None:
        self._aged(table).rows.delete(row["id"])


@found_by("TestPrune.test_a_thread_is_as_old_as_its_last_message")
class PrunesFreshThreads(InMemoryMemory):
    def _aged(self, table: str) -> Aged:
        return super()._aged(table)._replace(by="createdAt")


@found_by("TestPrune.test_pruned_messages_leave_their_thread_as_it_was")
class RefreshesThreadsByPruning(InMemoryMemory):
    def _drop(self, table: str, row: Row) -> None:
        self._touch({row["thread_id"]}, now() + timedelta(seconds=1))
        super()._drop(table, row)


@found_by("TestPrune.test_a_dry_run_counts_and_touches_nothing")
class IgnoresDryRuns(InMemoryMemory):
    async def _count_prunable(self, table: str, before: datetime) -> int:
        return (await self._prune_batch(table, before, 1000, None)).deleted


@found_by("TestPruneInBatches.test_batches_of_any_rows_delete_all_of_them")
class PrunesOneRowOfEachTime(InMemoryMemory):
    async def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        batch = await super()._prune_batch(table, before, limit, since)
        return batch if since is None or batch.last != since else Batch(batch.deleted, None)


@found_by("TestPruneInBatches.test_a_cancelled_call_leaves_whole_threads")
class PrunesInTwoSteps(InMemoryMemory):
    async def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        old = list(self._old(table, before))[:limit]
        self._threads.delete(*(thread["id"] for thread in old))
        await asyncio.sleep(0)
        for thread in old:
            self._drop(table, thread)
        return Batch(len(old), before if len(old) == limit else None)


@found_by("TestPruneBesideOthers.test_a_message_keeps_its_thread_or_is_refused")
class OrphansWhatIsSavedMeanwhile(InMemoryMemory):
    async def _prune_batch(
        self, table: str, before: datetime, limit: int, since: datetime | None
    ) -> Batch:
        old = list(self._old(table, before))[:limit]
        for thread in old:
            self._drop_thread(thread["id"])
            self._threads.put(thread)
        await asyncio.sleep(0)
        self._threads.delete(*(thread["id"] for thread in old))
        return Batch(len(old), before if len(old) == limit else None)


@found_by("TestPruneRuns.test_only_a_run_that_has_ended_goes")
class PrunesRunsThatWait(InMemoryWorkflows):
    def _aged(self, table: str) -> Aged:
        return super()._aged(table)._replace(may_go=lambda row: True)


@found_by("TestPruneRuns.test_what_is_known_of_its_owners_goes_too_and_generations_rise")
class PrunesRunsAndForgetsNoOwner(InMemoryWorkflows):
    def _drop(self, table: str, row: Row) -> None:
        self._runs.delete(row["id"])
