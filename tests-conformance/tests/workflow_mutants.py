"""Faults of the workflows domain."""

import asyncio
import json
from dataclasses import replace
from typing import Any

from mastra_storage_core import WorkflowRun
from mastra_storage_core.domains.workflows.changes import check_fence
from mastra_storage_core.domains.workflows.requests import (
    Claim,
    Found,
    Row,
    RunChange,
    RunDraft,
    RunKey,
    RunQuery,
    Snapshot,
)
from mastra_storage_core.domains.workflows.rows import read_ownership
from mastra_storage_memory.domains.workflows.store import InMemoryWorkflows
from mutants import found_by

PENDING = {"__mastra_pending__": True}


@found_by("TestConcurrentResults.test_first_results_of_a_run_that_does_not_exist_yet")
class LosesFirstResults(InMemoryWorkflows):
    async def _change_run(self, change: RunChange) -> Snapshot | None:
        missing = self._run_of(change.key) is None
        await asyncio.sleep(0)
        if missing:
            self._runs.delete((change.key.run_id, change.key.workflow_name))
        return await super()._change_run(change)


@found_by("TestConcurrentResults.test_results_of_a_run_and_its_state")
class ReadsBeforeItLocks(InMemoryWorkflows):
    async def _change_run(self, change: RunChange) -> Snapshot | None:
        row = self._run_of(change.key)
        await asyncio.sleep(0)
        read: Any = json.loads(row["snapshot"]) if row else {}
        return await super()._change_run(replace(change, apply=lambda _: change.apply(read)))


@found_by("TestForeachResults.test_slots_are_merged")
class ReplacesSlots(InMemoryWorkflows):
    async def _change_run(self, change: RunChange) -> Snapshot | None:
        def apply(snapshot: Snapshot) -> tuple[Snapshot, str]:
            steps = snapshot.get("context", {}).items()
            bare = {step: {**result, "output": None} for step, result in steps}
            return change.apply({**snapshot, "context": bare})

        return await super()._change_run(replace(change, apply=apply))


@found_by("TestForeachResults.test_an_iteration_is_tried_again")
class KeepsMarkers(InMemoryWorkflows):
    async def update_workflow_results(self, *, result: Any, **options: Any) -> dict[str, Any]:
        slots = [{"x": 1} if slot == PENDING else slot for slot in result.get("output") or []]
        return await super().update_workflow_results(result={**result, "output": slots}, **options)


@found_by("TestUpdateWorkflowState.test_an_unknown_run_is_none_and_is_not_made")
class MakesUnknownRuns(InMemoryWorkflows):
    async def _change_run(self, change: RunChange) -> Snapshot | None:
        missing = change.missing or {"context": {}}
        return await super()._change_run(replace(change, missing=missing))


@found_by("TestUpdateWorkflowState.test_the_rest_of_the_run_stays_and_updated_at_is_now")
class LeavesUpdatedAt(InMemoryWorkflows):
    async def _change_run(self, change: RunChange) -> Snapshot | None:
        row = self._run_of(change.key)
        at = row["updatedAt"] if row else change.at
        return await super()._change_run(replace(change, at=at))


@found_by("TestExpectedStatus.test_a_run_that_stands_elsewhere_is_a_conflict_and_stays")
class IgnoresTheExpectedStatus(InMemoryWorkflows):
    async def update_workflow_state(self, **options: Any) -> Snapshot | None:
        return await super().update_workflow_state(**{**options, "expected_status": None})


@found_by("TestConcurrentWorkers.test_one_takes_a_run_from_suspended_to_running")
class ExpectsBeforeItWrites(InMemoryWorkflows):
    async def update_workflow_state(self, **options: Any) -> Snapshot | None:
        expected = options.pop("expected_status", None)
        run = await self.get_workflow_run_by_id(options["run_id"])
        await asyncio.sleep(0)
        if run and expected and run.status not in expected:
            return await super().update_workflow_state(**options, expected_status=expected)
        return await super().update_workflow_state(**options)


class OtherFences(InMemoryWorkflows):
    """Looks at another fence than it was given, or at none."""

    def _other(self, key: RunKey, fence: int | None) -> int | None:
        raise NotImplementedError

    async def _persist_run(self, draft: RunDraft) -> None:
        await super()._persist_run(replace(draft, fence=self._other(draft.key, draft.fence)))

    async def _change_run(self, change: RunChange) -> Snapshot | None:
        other = self._other(change.key, change.fence)
        return await super()._change_run(replace(change, fence=other))

    async def _delete_run(self, key: RunKey, fence: int | None) -> bool:
        return await super()._delete_run(key, self._other(key, fence))


@found_by("TestFences.test_after_a_claim_by_another_worker_the_old_one_is_held_back")
class IgnoresFences(OtherFences):
    def _other(self, key: RunKey, fence: int | None) -> int | None:
        return None


@found_by("TestFences.test_once_the_lease_has_ended_it_is_held_back_though_nobody_else_came")
class ForgetsThatLeasesEnd(OtherFences):
    def _other(self, key: RunKey, fence: int | None) -> int | None:
        owned = self._ownership(key)
        return None if owned and owned["owner_id"] and owned["generation"] == fence else fence


@found_by("TestFencesUnderWay.test_what_is_there_when_a_claim_returns_is_all_that_was_acknowledged")
class LooksAtFencesTooEarly(InMemoryWorkflows):
    async def _change_run(self, change: RunChange) -> Snapshot | None:
        check_fence(change.key, change.fence, self._ownership(change.key))
        await asyncio.sleep(0.005)
        return await super()._change_run(replace(change, fence=None))


@found_by("TestFences.test_what_a_worker_still_has_under_way_does_not_bring_a_deleted_run_back")
class LeavesTheOwnerOfADeletedRun(InMemoryWorkflows):
    async def _delete_run(self, key: RunKey, fence: int | None) -> bool:
        owned = dict(self._owners.get((key.workflow_name, key.run_id), {}))
        deleted = await super()._delete_run(key, fence)
        self._owners[key.workflow_name, key.run_id] = owned
        return deleted


@found_by("TestGenerations.test_a_deleted_run_is_owned_by_nobody_and_its_generation_is_remembered")
class ForgetsGenerations(InMemoryWorkflows):
    async def _delete_run(self, key: RunKey, fence: int | None) -> bool:
        deleted = await super()._delete_run(key, fence)
        self._owners.pop((key.workflow_name, key.run_id), None)
        return deleted


@found_by("TestGenerations.test_many_claims_of_one_moment_have_a_generation_each")
class CountsGenerationsByTheClock(InMemoryWorkflows):
    async def _claim_run(self, claim: Claim) -> tuple[Row | None, bool]:
        row, won = await super()._claim_run(claim)
        if row and won:
            row["generation"] = row["claimed_at"]
            self._owners[claim.key.workflow_name, claim.key.run_id]["generation"] = row[
                "claimed_at"
            ]
        return row, won


@found_by("TestClaimRunOwnership.test_a_run_whose_lease_has_ended_is_free")
class WaitsForDeadWorkers(InMemoryWorkflows):
    async def _claim_run(self, claim: Claim) -> tuple[Row | None, bool]:
        row = self._ownership(claim.key)
        if row and row["owner_id"] not in (None, claim.owner_id) and not claim.force:
            return row, False
        return await super()._claim_run(claim)


@found_by("TestConcurrentWorkers.test_one_claims_a_free_run")
class GivesARunToTwo(InMemoryWorkflows):
    async def _claim_run(self, claim: Claim) -> tuple[Row | None, bool]:
        ownership = read_ownership(self._ownership(claim.key))
        await asyncio.sleep(0)
        free = ownership is None or not ownership.held
        return await super()._claim_run(replace(claim, force=free or claim.force))


@found_by("TestTotalOrderOfRuns.test_equal_times_are_ordered_by_run_id_and_then_by_workflow")
class ForgetsTies(InMemoryWorkflows):
    async def _list_runs(self, query: RunQuery) -> Found:
        found = await super()._list_runs(query)
        loose = sorted(found.rows, key=lambda row: row["workflow_name"])
        return replace(found, rows=sorted(loose, key=lambda row: row["createdAt"], reverse=True))


@found_by("TestPagesOfRuns.test_pages_of_any_size_make_the_whole_list")
class CountsThePage(InMemoryWorkflows):
    async def _list_runs(self, query: RunQuery) -> Found:
        found = await super()._list_runs(query)
        return replace(found, total=found.total and len(found.rows))


@found_by("TestThreadsOfRuns.test_it_is_found_where_agents_put_it")
class LooksForThreadsEverywhere(InMemoryWorkflows):
    async def _list_runs(self, query: RunQuery) -> Found:
        found = await super()._list_runs(replace(query, thread_id=None))
        rows = [row for row in found.rows if (query.thread_id or "") in str(row["snapshot"])]
        return Found(rows, len(rows))


@found_by("TestRunTimes.test_the_first_created_at_is_kept_whatever_is_given_later")
class MovesRuns(InMemoryWorkflows):
    async def _persist_run(self, draft: RunDraft) -> None:
        check_fence(draft.key, draft.fence, self._ownership(draft.key))
        self._runs.delete((draft.key.run_id, draft.key.workflow_name))
        await super()._persist_run(draft)


@found_by("TestGuardsOfRuns.test_a_run_of_another_resource_or_of_none_is_absent_and_stays")
class ForgetsTheResource(InMemoryWorkflows):
    def _run_of(self, key: RunKey) -> Row | None:
        return super()._run_of(key._replace(owner=None))


@found_by("TestFieldsOfRuns.test_only_the_members_that_are_named_are_there")
class ReadsEveryField(InMemoryWorkflows):
    async def _get_run(
        self,
        run_id: str,
        workflow_name: str | None,
        owner: str | None,
        fields: list[str] | None,
    ) -> Row | None:
        return await super()._get_run(run_id, workflow_name, owner, None)


@found_by(
    "TestReturnedAndPassedSnapshots.test_a_snapshot_is_the_callers_wherever_it_goes_or_comes_from"
)
class SharesSnapshots(InMemoryWorkflows):
    async def _load_snapshot(self, key: RunKey) -> Row | None:
        row = self._run_of(key)
        if row is None:
            return None
        seen = self.__dict__.setdefault("seen", {})
        return {"snapshot": seen.setdefault(row["snapshot"], json.loads(row["snapshot"]))}


@found_by("TestCancelledResults.test_a_cancelled_result_is_whole_or_nothing")
class IsCancelledHalfway(InMemoryWorkflows):
    async def update_workflow_results(
        self, *, request_context: Any = None, **options: Any
    ) -> dict[str, Any]:
        await super().update_workflow_results(**options)
        await asyncio.sleep(0)
        return await super().update_workflow_results(request_context=request_context, **options)


@found_by("TestBadInputForWorkflows.test_what_is_no_json_is_named_by_its_path_and_the_run_stays")
class WritesBeforeItLooks(InMemoryWorkflows):
    async def persist_workflow_snapshot(self, **options: Any) -> None:
        sound = {**options, "snapshot": {"runId": options["run_id"]}}
        await super().persist_workflow_snapshot(**sound)
        await super().persist_workflow_snapshot(**options)


@found_by("TestGetWorkflowRunById.test_without_a_workflow_it_is_the_newest_of_that_id")
class FindsTheLastThatWasWritten(InMemoryWorkflows):
    async def get_workflow_run_by_id(self, run_id: str, **options: Any) -> WorkflowRun | None:
        if options:
            return await super().get_workflow_run_by_id(run_id, **options)
        page = await self.list_workflow_runs()
        runs = [run for run in page.runs if run.run_id == run_id]
        return max(runs, key=lambda run: run.updated_at, default=None)
