"""The workflows domain: how its rules rewrite what was recorded."""

from typing import Any

from mastra_storage_core.errors import ConflictError

from mastra_storage_conformance.replay.normalisers.normaliser import Normaliser, Seen
from mastra_storage_conformance.replay.transcript import Answer, Call, Made, Raised, Returned


def first_page(seen: Seen) -> Answer | None:
    """A size without a page asks for the first page; the original returns everything."""
    size = _size(seen.call)
    if not _lists(seen) or size is None or "page" in seen.call.options:
        return None
    return Returned({**seen.value, "runs": seen.value["runs"][:size]})


def page_described(seen: Seen) -> Answer | None:
    """A list says which page it is, of which size, and whether there is a next one."""
    if not _lists(seen):
        return None
    page, size = seen.call.options.get("page", 0), _size(seen.call)
    more = bool(size) and (page + 1) * size < seen.value["total"]
    return Returned({**seen.value, "page": page, "perPage": size, "hasMore": more})


def moved_by_changes(seen: Seen) -> Answer | None:
    """Whatever changes a run moves `updatedAt`; to some of the original a state does not count."""
    if _lists(seen):
        runs = [_with_last_update(seen, run) for run in seen.value["runs"]]
        return Returned({**seen.value, "runs": runs})
    if seen.call.method == "getWorkflowRunById" and seen.value:
        return Returned(_with_last_update(seen, seen.value))
    return None


def deletion_reported(seen: Seen) -> Answer | None:
    """Deleting says whether there was such a run; the original returns nothing."""
    if seen.call.method != "deleteWorkflowRunById" or seen.call.answer != Returned(None):
        return None
    return Returned(bool(_writes(seen, seen.call.options)))


def status_expected(seen: Seen) -> Answer | None:
    """A run that stands elsewhere than expected is an error; the original returns nothing, as for
    an unknown run.
    """
    expected = (seen.call.options.get("opts") or {}).get("expectedStatus")
    if expected is None or seen.call.answer != Returned(None):
        return None
    if not _writes(seen, seen.call.options):
        return None
    return Raised(ConflictError, "the run has another status")


NORMALISERS = (
    Normaliser(5, "per_page alone is the first page", first_page),
    Normaliser(5, "a list of runs says its page, its size and has_more", page_described),
    Normaliser(7, "a change of state moves updated_at", moved_by_changes),
    Normaliser(13, "deleting says whether there was a run", deletion_reported),
    Normaliser(14, "a status that was not expected is an error", status_expected),
)
"""Those of this domain, in the order in which they are applied."""


def _lists(seen: Seen) -> bool:
    return seen.call.method == "listWorkflowRuns" and seen.value is not None


def _size(call: Call) -> int | None:
    """Return the size of the page that was asked for; `None` is everything."""
    size = call.options.get("perPage")
    return size if type(size) is int else None


def _with_last_update(seen: Seen, run: dict[str, Any]) -> dict[str, Any]:
    writes = _writes(seen, run)
    if not writes or writes[-1].method != "updateWorkflowState":
        return run
    return {**run, "updatedAt": Made("date", writes[-1].seq)}


def _writes(seen: Seen, key: dict[str, Any]) -> list[Call]:
    """Return the earlier calls that made a run what it is; none if there is no such run."""
    writes: list[Call] = []
    for call in seen.earlier:
        if any(call.options.get(name) != key[name] for name in ("workflowName", "runId")):
            continue
        if call.method == "deleteWorkflowRunById":
            writes.clear()
        elif _wrote(call):
            writes.append(call)
    return writes


def _wrote(call: Call) -> bool:
    """Whether a call wrote: an update that did not returns nothing, or an empty context."""
    if not isinstance(call.answer, Returned):
        return False
    if call.method == "persistWorkflowSnapshot":
        return True
    return call.method.startswith("updateWorkflow") and bool(call.answer.value)
