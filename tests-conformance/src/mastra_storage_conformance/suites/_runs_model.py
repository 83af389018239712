"""What the workflows domain means, as plain dictionaries: what random programs are held to.

An answer that is a class of errors stands for an error of that class. Times that only a store's
clock can give are told to the model; leases never end here.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mastra_storage_core import ConflictError, CorruptDataError, WorkflowRun
from mastra_storage_core.domains.workflows.threads import thread_ids

from mastra_storage_conformance.make import PENDING


class Name(NamedTuple):
    """What names a run, as the key of a dictionary."""

    workflow_name: str
    run_id: str


@dataclass
class Owned:
    """Who owns a run, or nobody."""

    owner: str | None
    generation: int


def position(run: WorkflowRun) -> tuple[Any, ...]:
    """Return where a run stands in the total order, which is shown in reverse."""
    return run.created_at, run.run_id, run.workflow_name


class RunsModel:
    """Runs and their owners."""

    def __init__(self) -> None:
        self.runs: dict[Name, WorkflowRun] = {}
        self.owners: dict[Name, Owned] = {}

    def held_back(self, name: Name, fence: int | None) -> bool:
        """Return whether a fence stops a write."""
        owned = self.owners.get(name)
        return fence is not None and (
            owned is None or owned.owner is None or owned.generation != fence
        )

    def visible(self, name: Name, owner: str | None) -> WorkflowRun | None:
        """Return a run, if it is one of that owner where one is named."""
        run = self.runs.get(name)
        return run if run and owner in (None, run.resource_id) else None

    def persist(self, new: WorkflowRun, fence: int | None) -> Any:
        """Insert a run, or replace it but for its first time, and for its owner."""
        name = Name(new.workflow_name, new.run_id)
        old = self.runs.get(name)
        if self.held_back(name, fence):
            return ConflictError
        if old and old.resource_id and new.resource_id not in (None, old.resource_id):
            return ConflictError
        if old:
            owner = old.resource_id or new.resource_id
            new = new.model_copy(update={"created_at": old.created_at, "resource_id": owner})
        self.runs[name] = new
        return None

    def put_result(
        self,
        name: Name,
        step: str,
        result: dict[str, Any],
        request: Mapping[str, Any],
        missing: WorkflowRun,
    ) -> Any:
        """Merge a result; `missing` is what a run that is not there starts from."""
        run = self.visible(name, missing.resource_id)
        if run is None and name in self.runs:
            return ConflictError
        run = run or missing
        context = run.snapshot.get("context")
        if not isinstance(context, dict):
            return CorruptDataError
        context = {**context, step: _step(context.get(step), result)}
        known = run.snapshot.get("requestContext")
        merged = {**(known if isinstance(known, dict) else {}), **request}
        self._change(name, run, {"context": context, "requestContext": merged})
        return context

    def put_state(
        self, name: Name, owner: str | None, state: dict[str, Any], expected: Collection[str] | None
    ) -> Any:
        """Replace members."""
        run = self.visible(name, owner)
        if run is None:
            return None
        if not isinstance(run.snapshot.get("context"), dict):
            return CorruptDataError
        if expected is not None and run.status not in list(expected):
            return ConflictError
        self._change(name, run, state)
        return self.runs[name].snapshot

    def _change(self, name: Name, run: WorkflowRun, members: dict[str, Any]) -> None:
        self.runs[name] = run.model_copy(update={"snapshot": {**run.snapshot, **members}})

    def delete(self, name: Name, owner: str | None) -> bool:
        """Delete a run, and let go of its owner; return whether there was one."""
        if self.visible(name, owner) is None:
            return False
        del self.runs[name]
        if name in self.owners:
            self.owners[name].owner = None
        return True

    def may_claim(self, name: Name, worker: str, force: bool, expected: int | None) -> bool:
        """Return whether a worker gets a run."""
        owned = self.owners.get(name)
        if expected is not None and (owned is None or owned.generation != expected):
            return False
        return owned is None or force or owned.owner in (None, worker)

    def select(self, **conditions: Any) -> list[WorkflowRun]:
        """Return the runs that a list shows, in its order."""
        found = (run for run in self.runs.values() if _meets(run, conditions))
        return sorted(found, key=position, reverse=True)


def _meets(run: WorkflowRun, conditions: Mapping[str, Any]) -> bool:
    return all(_fits(run, name, value) for name, value in conditions.items() if value is not None)


def _fits(run: WorkflowRun, name: str, value: Any) -> bool:
    match name:
        case "thread_id":
            return value in thread_ids(run.snapshot)
        case "from_date":
            return bool(run.created_at >= value)
        case "to_date":
            return bool(run.created_at <= value)
    return bool(getattr(run, name) == value)


def _step(old: Any, new: dict[str, Any]) -> dict[str, Any]:
    """Merge a result as the original's documentation has it, one slot after the other."""
    before, after = (each.get("output") if isinstance(each, dict) else None for each in (old, new))
    if not (isinstance(before, list) and isinstance(after, list)):
        return new
    command = any(map(_marks, after))
    slots: list[Any] = []
    for index in range(max(len(before), len(after))):
        had = before[index] if index < len(before) else None
        gets = after[index] if index < len(after) else None
        if _marks(gets) and (_marks(had) or _waits(had)):
            slots.append(None)
        elif gets is None or command:
            slots.append(had)
        else:
            slots.append(gets)
    return {**old, **({} if command else new), "output": slots}


def _marks(slot: Any) -> bool:
    return json.dumps(slot) == json.dumps(PENDING)


def _waits(slot: Any) -> bool:
    waits = isinstance(slot, dict) and slot.get("status") == "suspended"
    return waits and not slot.keys().isdisjoint({"suspendPayload", "suspendedAt"})
