"""How a change is merged into a snapshot. Plain functions of JSON, the same for every backend.

A step of a foreach writes its results one slot at a time: its `output` is an array, and arrays are
merged slot by slot. A *pending marker*, exactly `{"__mastra_pending__": true}`, clears a slot for
another try; where one stands anywhere, the call is about slots only, and the rest of it is ignored.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from itertools import zip_longest
from typing import Any

from mastra_storage_core.domains.workflows.requests import Snapshot
from mastra_storage_core.errors import ConflictError, CorruptDataError, named
from mastra_storage_core.ids import milliseconds

TABLE = "mastra_workflow_snapshot"


def first_snapshot(run_id: str, at: datetime) -> Snapshot:
    """Return what Mastra starts a run from whose first step result comes before its snapshot."""
    return {
        "context": {},
        "activePaths": [],
        "timestamp": milliseconds(at),
        "suspendedPaths": {},
        "activeStepsPath": {},
        "resumeLabels": {},
        "serializedStepGraph": [],
        "status": "pending",
        "value": {},
        "waitingPaths": {},
        "runId": run_id,
        "requestContext": {},
    }


def with_result(
    snapshot: Snapshot,
    run_id: str,
    step_id: str,
    result: Mapping[str, Any],
    request_context: Mapping[str, Any],
) -> Snapshot:
    """Put the result of a step into the context, and the request context over the stored one."""
    context = _context(snapshot, run_id)
    known = snapshot.get("requestContext")
    return {
        **snapshot,
        "context": {**context, step_id: merged_step(context.get(step_id), result)},
        "requestContext": {**(known if isinstance(known, dict) else {}), **request_context},
    }


def with_state(
    snapshot: Snapshot, run_id: str, state: Mapping[str, Any], expected: Collection[str] | None
) -> Snapshot:
    """Replace members of a snapshot, if its status is one of those expected."""
    _context(snapshot, run_id)
    current = snapshot.get("status")
    if expected is not None and not (isinstance(current, str) and current in expected):
        stands = f"is {named(current)}" if isinstance(current, str) else "has no status"
        raise ConflictError(
            f"run {named(run_id)} {stands}, not {' or '.join(sorted(expected))}; "
            "nothing was written",
            constraint="expected_status",
            current=current,
        )
    return {**snapshot, **state}


def merged_step(old: Any, new: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a step's entry becomes: the new result, slot by slot where both have slots."""
    if not isinstance(old, dict) or not isinstance(old.get("output"), list):
        return dict(new)
    if not isinstance(new.get("output"), list):
        return dict(new)
    about_slots = any(map(_is_pending, new["output"]))
    slots = [
        _slot(before, after, about_slots)
        for before, after in zip_longest(old["output"], new["output"])
    ]
    return {**old, **({} if about_slots else new), "output": slots}


def _slot(before: Any, after: Any, about_slots: bool) -> Any:
    """Merge one slot; beyond the end of an array, a slot is null."""
    if _is_pending(after):
        return None if _is_pending(before) or _is_suspended(before) else before
    return before if about_slots or after is None else after


def _is_pending(slot: Any) -> bool:
    return isinstance(slot, dict) and len(slot) == 1 and slot.get("__mastra_pending__") is True


def _is_suspended(slot: Any) -> bool:
    return (
        isinstance(slot, dict)
        and slot.get("status") == "suspended"
        and ("suspendPayload" in slot or "suspendedAt" in slot)
    )


def _context(snapshot: Snapshot, run_id: str) -> dict[str, Any]:
    context = snapshot.get("context")
    if not isinstance(context, dict):
        raise CorruptDataError(
            f"the snapshot of run {named(run_id)} has no context to merge into; it was not changed",
            table=TABLE,
            key=run_id,
        )
    return context
