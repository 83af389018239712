"""Runs: the public methods that write, read, list and delete them whole."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.workflows.arguments import (
    checked_generation,
    checked_key,
    checked_status,
    checked_time,
)
from mastra_storage_core.domains.workflows.models import RunStatus, WorkflowRun, WorkflowRunPage
from mastra_storage_core.domains.workflows.requests import (
    Found,
    Row,
    RunDraft,
    RunKey,
    RunQuery,
    Snapshot,
)
from mastra_storage_core.domains.workflows.rows import read_run, read_runs, read_snapshot
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.ids import now
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import PageRequest


class RunStorage(StorageDomain):
    """What is stored of a run: its snapshot, its owner, its times.

    A run is named by its workflow and its id together. Where a method takes `resource_id` as a
    guard, a run of another resource, or of none, is as absent as one that never existed. `fence` is
    the `generation` of a claim (`claim_run_ownership`): with it, a write by a worker that has lost
    the run since is `ConflictError`, and nothing is written. Without it nobody is held back.
    """

    @operation
    async def persist_workflow_snapshot(
        self,
        *,
        workflow_name: str,
        run_id: str,
        snapshot: Mapping[str, Any],
        resource_id: str | None = None,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
        fence: int | None = None,
    ) -> None:
        """Insert a run, or replace its snapshot whole: any JSON object, kept as it is.

        Of a run that exists the first `created_at` is kept, and so is its owner unless it has none
        yet. A run that belongs to another resource than `resource_id` is `ConflictError`, and stays
        as it is. A snapshot that is no JSON, or too large, is `InvalidInputError` and names where.
        """
        at = now()
        draft = RunDraft(
            key=checked_key(workflow_name, run_id, resource_id),
            snapshot=self._written(snapshot),
            created_at=checked_time(created_at, "created_at") or at,
            updated_at=checked_time(updated_at, "updated_at") or at,
            fence=checked_generation(fence, "fence"),
        )
        await self._persist_run(draft)

    create_workflow_snapshot = persist_workflow_snapshot
    """What the original called `persist_workflow_snapshot` before."""
    save_workflow_run = persist_workflow_snapshot
    """What the original called `persist_workflow_snapshot` before."""

    @operation
    async def load_workflow_snapshot(
        self, *, workflow_name: str, run_id: str, resource_id: str | None = None
    ) -> Snapshot | None:
        """Return the snapshot of a run, or `None` if there is none, or none of that resource."""
        row = await self._load_snapshot(checked_key(workflow_name, run_id, resource_id))
        return None if row is None else read_snapshot(row["snapshot"], run_id)

    get_workflow_snapshot = load_workflow_snapshot
    """What the original called `load_workflow_snapshot` before."""

    @operation
    async def get_workflow_run_by_id(
        self,
        run_id: str,
        *,
        workflow_name: str | None = None,
        resource_id: str | None = None,
        fields: Iterable[str] | None = None,
    ) -> WorkflowRun | None:
        """Return a run, or `None`; without a workflow, the newest run of that id in any of them.

        With `fields`, such as `["status", "result"]`, only these members of the snapshot are read
        and decoded; those that it lacks are left out.
        """
        row = await self._get_run(
            checks.identifier(run_id, "run_id"),
            checks.optional_identifier(workflow_name, "workflow_name"),
            checks.optional_identifier(resource_id, "resource_id"),
            None if fields is None else checks.identifiers(fields, "fields"),
        )
        return read_run(row)

    @operation
    async def list_workflow_runs(
        self,
        *,
        workflow_name: str | None = None,
        from_date: datetime | None = None,
        to_date: datetime | None = None,
        status: RunStatus | str | None = None,
        resource_id: str | None = None,
        thread_id: str | None = None,
        page: int = 0,
        per_page: int | None = None,
        include_total: bool = True,
    ) -> WorkflowRunPage:
        """Return one page of the runs that meet all conditions, the newest first: by `created_at`,
        then by `run_id`, then by `workflow_name`, all descending.

        Both dates are about `created_at`, and inclusive. `status` is that of the snapshot.
        `thread_id` keeps the runs that work on a thread of the memory domain: those with a
        suspended step, or an input, that names it where agents put it. A page past the end is empty
        and keeps its `total`.
        """
        query = RunQuery(
            workflow_name=checks.optional_identifier(workflow_name, "workflow_name"),
            resource_id=checks.optional_identifier(resource_id, "resource_id"),
            status=None if status is None else checked_status(status),
            thread_id=checks.optional_identifier(thread_id, "thread_id"),
            dates=DateRange(
                start=checked_time(from_date, "from_date"), end=checked_time(to_date, "to_date")
            ),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_runs(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return WorkflowRunPage(
            runs=read_runs(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @operation
    async def delete_workflow_run_by_id(
        self,
        run_id: str,
        *,
        workflow_name: str,
        resource_id: str | None = None,
        fence: int | None = None,
    ) -> bool:
        """Delete a run; return whether there was one. Its absence is not an error.

        A worker that owns the run loses it with that, so that what it still has under way does not
        bring the run back; the generation is remembered.
        """
        key = checked_key(workflow_name, run_id, resource_id)
        return await self._delete_run(key, checked_generation(fence, "fence"))

    def _written(self, snapshot: object) -> str:
        """Check a snapshot and return it as JSON text."""
        if not isinstance(snapshot, Mapping):
            raise InvalidInputError(
                f"snapshot must be a JSON object, not {type(snapshot).__name__}"
            )
        return encode(dict(snapshot), "snapshot", self._limits.max_json_bytes).text

    @abstractmethod
    async def _persist_run(self, draft: RunDraft) -> None:
        """Store `replaced_run` in one atomic step, after `check_fence`."""

    @abstractmethod
    async def _load_snapshot(self, key: RunKey) -> Row | None:
        """Return the column `snapshot` alone."""

    @abstractmethod
    async def _get_run(
        self,
        run_id: str,
        workflow_name: str | None,
        owner: str | None,
        fields: list[str] | None,
    ) -> Row | None:
        """Return the newest run that fits, of its snapshot only the members in `fields`."""

    @abstractmethod
    async def _list_runs(self, query: RunQuery) -> Found:
        """Return the page of those that `run_matches`, by `createdAt`, then by `run_id`, then by
        `workflow_name`, all descending; page and total are of one moment.
        """

    @abstractmethod
    async def _delete_run(self, key: RunKey, fence: int | None) -> bool:
        """Delete a run, and let go of its owner, in one atomic step, after `check_fence`:
        `owner_id` becomes null, and the generation stays. Return whether there was such a run.
        """
