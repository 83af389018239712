"""Runs in memory."""

from collections.abc import Iterator

from mastra_storage_core.domains.workflows.changes import check_fence, replaced_run
from mastra_storage_core.domains.workflows.requests import Found, Row, RunDraft, RunKey, RunQuery
from mastra_storage_core.domains.workflows.runs import RunStorage
from mastra_storage_core.domains.workflows.selection import decoded_run, run_matches

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.workflows.tables import (
    RUNS,
    RUNS_OF_ID,
    RUNS_OF_RESOURCE,
    RUNS_OF_WORKFLOW,
    WorkflowTables,
)
from mastra_storage_memory.paging import read_page


class InMemoryRuns(WorkflowTables, RunStorage):
    @atomic
    def _persist_run(self, draft: RunDraft) -> None:
        check_fence(draft.key, draft.fence, self._ownership(draft.key))
        self._put_run(replaced_run(draft, self._stored(draft.key)))

    @atomic
    def _load_snapshot(self, key: RunKey) -> Row | None:
        row = self._run_of(key)
        return decoded_run(row) if row else None

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
        return decoded_run(row, fields) if row else None

    @atomic
    def _list_runs(self, query: RunQuery) -> Found:
        candidates = self._runs.read(self._in_order(query))
        ids = (row["id"] for row in candidates if run_matches(row, query))
        rows, total = read_page(self._runs, ids, query.page)
        return Found(list(map(decoded_run, rows)), total)

    @atomic
    def _delete_run(self, key: RunKey, fence: int | None) -> bool:
        check_fence(key, fence, self._ownership(key))
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
