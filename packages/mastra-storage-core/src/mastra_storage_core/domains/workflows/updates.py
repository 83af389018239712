"""Changes to the snapshot of a run: results of steps, and its state.

Each is merged in the database, in one atomic step, so that of concurrent changes none is lost.
"""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.workflows.arguments import (
    checked_generation,
    checked_key,
    checked_status,
)
from mastra_storage_core.domains.workflows.merging import first_snapshot, with_result, with_state
from mastra_storage_core.domains.workflows.models import RunStatus
from mastra_storage_core.domains.workflows.requests import RunChange, Snapshot
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.ids import now
from mastra_storage_core.jsoncodec import encode
from mastra_storage_core.unset import UNSET, Unset


class UpdateStorage(StorageDomain):
    """Changes to a part of a run. `resource_id` and `fence` guard them as in `RunStorage`.

    What is returned is the snapshot as it was merged. Where a store does not declare `json.nul` or
    `json.number_spelling`, a read returns what became of it.
    """

    def supports_concurrent_updates(self) -> bool:
        """Return whether steps that end at once may each write their own result: always."""
        return True

    @operation
    async def update_workflow_results(
        self,
        *,
        workflow_name: str,
        run_id: str,
        step_id: str,
        result: Mapping[str, Any],
        request_context: Mapping[str, Any] | None = None,
        resource_id: str | None = None,
        fence: int | None = None,
    ) -> dict[str, Any]:
        """Put the result of a step into the context of a run, and the request context over the
        stored one; return the whole context.

        A run that does not exist yet is made, with the status `pending`; of N concurrent first
        results none is lost. A result replaces an older one of its step, but where both have arrays
        as `output` these are merged slot by slot, as the steps of a foreach need it
        (`mastra_storage_core.domains.workflows.merging`). With `resource_id`, a run that exists and
        is of another resource, or of none, is `ConflictError`, for it cannot be made. A stored
        snapshot without a context is `CorruptDataError`.
        """
        key = checked_key(workflow_name, run_id, resource_id)
        step = checks.identifier(step_id, "step_id")
        fresh = self._object(result, "result")
        given = {} if request_context is None else self._object(request_context, "request_context")
        at = now()

        def apply(snapshot: Snapshot) -> tuple[Snapshot, str]:
            return self._sized(with_result(snapshot, run_id, step, fresh, given))

        snapshot = await self._change_run(
            RunChange(
                key=key,
                apply=apply,
                missing=first_snapshot(run_id, at),
                at=at,
                fence=checked_generation(fence, "fence"),
            )
        )
        context: dict[str, Any] = snapshot["context"] if snapshot else {}
        return context

    @operation
    async def update_workflow_state(
        self,
        *,
        workflow_name: str,
        run_id: str,
        status: RunStatus | str,
        result: Mapping[str, Any] | Unset | None = UNSET,
        error: Mapping[str, Any] | Unset | None = UNSET,
        suspended_paths: Mapping[str, Any] | Unset = UNSET,
        waiting_paths: Mapping[str, Any] | Unset = UNSET,
        resume_labels: Mapping[str, Any] | Unset = UNSET,
        active_paths: Iterable[Any] | Unset = UNSET,
        active_steps_path: Mapping[str, Any] | Unset = UNSET,
        tracing_context: Mapping[str, Any] | Unset | None = UNSET,
        expected_status: RunStatus | str | Iterable[RunStatus | str] | None = None,
        resource_id: str | None = None,
        fence: int | None = None,
    ) -> Snapshot | None:
        """Replace the status of a run, and the other members that are given; return the whole
        snapshot, or `None` for an unknown run, which is not made. A `result`, `error` or
        `tracing_context` that is `None` becomes null.

        With `expected_status`, one or several, a run that stands elsewhere is `ConflictError`,
        whose `current` is its status, and nothing is written: of several workers that take a run
        from `suspended` to `running` at once, one does. A stored snapshot without a context is
        `CorruptDataError`.
        """
        key = checked_key(workflow_name, run_id, resource_id)
        expected = _expected(expected_status)
        given = {
            "result": result,
            "error": error,
            "suspendedPaths": suspended_paths,
            "waitingPaths": waiting_paths,
            "resumeLabels": resume_labels,
            "activePaths": active_paths,
            "activeStepsPath": active_steps_path,
            "tracingContext": tracing_context,
        }
        state = {"status": checked_status(status), **self._members(given)}

        def apply(snapshot: Snapshot) -> tuple[Snapshot, str]:
            return self._sized(with_state(snapshot, run_id, state, expected))

        return await self._change_run(
            RunChange(
                key=key,
                apply=apply,
                missing=None,
                at=now(),
                fence=checked_generation(fence, "fence"),
            )
        )

    def _members(self, given: Mapping[str, object]) -> dict[str, Any]:
        """Check the members that are given; each is an object, but for the list of active paths."""
        members: dict[str, Any] = {}
        for name, value in given.items():
            if isinstance(value, Unset):
                continue
            if name == "activePaths":
                members[name] = self._array(value, name)
            elif value is None and name in _CLEARABLE:
                members[name] = None
            else:
                members[name] = self._object(value, name)
        return members

    def _array(self, value: object, what: str) -> list[Any]:
        if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
            raise InvalidInputError(f"{what} must be a list, not {type(value).__name__}")
        array: list[Any] = encode(list(value), what, self._limits.max_json_bytes).value
        return array

    def _sized(self, snapshot: Snapshot) -> tuple[Snapshot, str]:
        """Return a merged snapshot and its text, unless it has grown too large."""
        encoded = encode(snapshot, "snapshot", self._limits.max_json_bytes)
        return encoded.value, encoded.text

    @abstractmethod
    async def _change_run(self, change: RunChange) -> Snapshot | None:
        """Store `changed_run` under a lock, which must also hold back others where the run does not
        exist yet, after `check_fence`; return the snapshot, or `None` where nothing changes.
        """


_CLEARABLE = frozenset({"result", "error", "tracingContext"})
"""The members that a snapshot need not have: `None` stores null there."""


def _expected(value: object) -> frozenset[str] | None:
    if value is None:
        return None
    if isinstance(value, str) or not isinstance(value, Iterable):
        return frozenset({checked_status(value)})
    expected = frozenset(checked_status(each) for each in value)
    if not expected:
        raise InvalidInputError("expected_status names no status, so that no run could have it")
    return expected
