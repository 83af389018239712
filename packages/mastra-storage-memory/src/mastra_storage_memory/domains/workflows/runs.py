"""Runs in memory."""

from collections.abc import Iterator

from mastra_storage_core.domains.workflows.requests import Found, Row, RunDraft, RunKey, RunQuery
from mastra_storage_core.domains.workflows.runs import RunStorage
from mastra_storage_core.domains.workflows.threads import thread_ids

from mastra_storage_memory.dates import within
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.workflows.tables import (
    RUNS,
    RUNS_OF_ID,
    RUNS_OF_RESOURCE,
    RUNS_OF_WORKFLOW,
    WorkflowTables,
    shown,
)
from mastra_storage_memory.paging import read_page


class InMemoryRuns(WorkflowTables, RunStorage):
    @atomic
    def _persist_run(self, draft: RunDraft) -> None:
        self._check_fence(draft.key, draft.fence)
        self._put_run(draft.key, draft.snapshot, draft.created_at, draft.updated_at)

    @atomic
    def _load_snapshot(self, key: RunKey) -> Row | None:
        row = self._run_of(key)
        return row and {"snapshot": shown(row)["snapshot"]}

    @atomic
    def _get_run(
        self,
        run_id: str,
        workflow_name: str | None,
        owner: str | None,
        fields: list[str] | None,
    ) -> Row | None:
        found = (
            row
            for row in self._runs.read(self._runs.ids(RUNS_OF_ID, run_id, descending=True))
            if workflow_name in (None, row["workflow_name"]) and owner in (None, row["resourceId"])
        )
        row = next(found, None)
        if row is None:
            return None
        row = shown(row)
        if fields is not None and isinstance(row["snapshot"], dict):
            members = row["snapshot"].items()
            row["snapshot"] = {name: value for name, value in members if name in fields}
        return row

    @atomic
    def _list_runs(self, query: RunQuery) -> Found:
        ids = (each for each in self._in_order(query) if self._matches(each, query))
        rows, total = read_page(self._runs, ids, query.page)
        return Found(list(map(shown, rows)), total)

    @atomic
    def _delete_run(self, key: RunKey, fence: int | None) -> bool:
        self._check_fence(key, fence)
        if self._run_of(key) is None:
            return False
        self._runs.delete((key.run_id, key.workflow_name))
        if owned := self._owners.get((key.workflow_name, key.run_id)):
            owned["owner_id"] = None
        return True

    def _in_order(self, query: RunQuery) -> Iterator[tuple[str, str]]:
        """Go through the ids of the runs of the narrowest order that holds all that match."""
        if query.workflow_name is not None:
            return self._runs.ids(RUNS_OF_WORKFLOW, query.workflow_name, descending=True)
        if query.resource_id is not None:
            return self._runs.ids(RUNS_OF_RESOURCE, query.resource_id, descending=True)
        return self._runs.ids(RUNS, None, descending=True)

    def _matches(self, row_id: tuple[str, str], query: RunQuery) -> bool:
        (row,) = self._runs.read([row_id])
        if query.resource_id not in (None, row["resourceId"]):
            return False
        if not within(row["createdAt"], query.dates):
            return False
        if query.status is None and query.thread_id is None:
            return True
        snapshot = shown(row)["snapshot"]
        return query.status in (None, snapshot.get("status")) and (
            query.thread_id is None or query.thread_id in thread_ids(snapshot)
        )
