"""The normalisers of the workflows domain: each with its difference, and what resembles it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from mastra_storage_conformance.replay.transcript import Call, Raised, Returned
from mastra_storage_core.errors import ConflictError, NotFoundError
from normaliser_cases.case import AT, Case

EARLY = datetime(2024, 4, 1, tzinfo=UTC)
LATER = AT + timedelta(milliseconds=1)
KEY = {"workflowName": "w", "runId": "r"}
OTHER_WORKFLOW = {"workflowName": "x", "runId": "r"}
OTHER_RUN = {"workflowName": "w", "runId": "s"}
CONFLICT = Raised(ConflictError, "")


def call(method: str, options: Any, answer: Any = None, seq: int = 1) -> Call:
    wrapped = answer if isinstance(answer, Raised) else Returned(answer)
    return Call(seq, "workflows", method, (options,) if options is not None else (), wrapped)


def persisted(key: dict[str, Any] = KEY) -> Call:
    return call("persistWorkflowSnapshot", {**key, "snapshot": {"status": "running"}})


def updated(answer: Any, key: dict[str, Any] = KEY) -> Call:
    return call("updateWorkflowState", {**key, "opts": {"status": "success"}}, answer, seq=7)


def resulted(answer: Any) -> Call:
    return call("updateWorkflowResults", {**KEY, "stepId": "step", "result": {}}, answer)


def run(updated_at: Any = EARLY, key: dict[str, Any] = KEY, **members: Any) -> dict[str, Any]:
    return {**key, "snapshot": {"a": 1, **members}, "createdAt": EARLY, "updatedAt": updated_at}


def recorded(runs: list[Any], total: int) -> dict[str, Any]:
    return {"runs": runs, "total": total}


def page(runs: list[Any], total: int, number: int, size: int | None, more: bool) -> dict[str, Any]:
    return {"runs": runs, "total": total, "page": number, "perPage": size, "hasMore": more}


DELETED = call("deleteWorkflowRunById", KEY)
GUARDED = {**KEY, "opts": {"status": "running", "expectedStatus": "suspended"}}

CASES = {
    "rule 5: per_page alone is the first page": Case(
        # This answer says its page already, so that the next normaliser has no say.
        call("listWorkflowRuns", {"perPage": 1}, page([run(), run(key=OTHER_RUN)], 2, 0, 1, True)),
        page([run()], 2, 0, 1, True),
        [
            page([], 2, 0, 1, True),
            page([run(key=OTHER_RUN)], 2, 0, 1, True),
            page([run(), run(key=OTHER_RUN)], 1, 0, 1, True),
            page([run()], 1, 0, 1, False),
        ],
    ),
    "rule 5: a list of runs says its page, its size and has_more": Case(
        call("listWorkflowRuns", {"perPage": 1, "page": 1}, recorded([run()], 3)),
        page([run()], 3, 1, 1, True),
        [
            page([run()], 3, 0, 1, True),
            page([run()], 3, 1, 2, True),
            page([run()], 3, 1, None, True),
            page([run()], 3, 1, 1, False),
            page([run()], 2, 1, 1, True),
            page([], 3, 1, 1, True),
            page([run(b=None)], 3, 1, 1, True),
        ],
    ),
    "rule 7: a change of state moves updated_at": Case(
        call("getWorkflowRunById", {"runId": "r"}, run()),
        run(AT),
        [run(LATER), run(AT, b=None), run(AT, key=OTHER_WORKFLOW), {**run(AT), "createdAt": AT}],
        (persisted(), updated({"status": "success"})),
    ),
    "rule 13: deleting says whether there was a run": Case(
        call("deleteWorkflowRunById", KEY), True, [False, 1, None], (DELETED, persisted())
    ),
    "rule 14: a status that was not expected is an error": Case(
        call("updateWorkflowState", GUARDED),
        CONFLICT,
        [Raised(NotFoundError, ""), {"status": "running"}, {}],
        (persisted(),),
    ),
}

EARLIER = (persisted(), DELETED, persisted(OTHER_WORKFLOW), persisted(OTHER_RUN))
"""The run is there no more; others, of half its key, are."""

EVERYTHING = page([run(), run(key=OTHER_RUN)], 2, 0, None, False)
FIRST = page([run()], 2, 0, 1, True)
EMPTY = page([], 0, 0, None, False)
ELSEWHERE = [
    # Everything was asked for, or the page was.
    ("rule 5: per_page", call("listWorkflowRuns", {"perPage": False}, EVERYTHING), FIRST),
    ("rule 5: per_page", call("listWorkflowRuns", None, EVERYTHING), FIRST),
    ("rule 5: per_page", call("listWorkflowRuns", {"page": 0, "perPage": 1}, EVERYTHING), FIRST),
    # It is no list of runs.
    ("rule 5: a list of runs", call("listWorkflowRuns", {}, CONFLICT), EMPTY),
    ("rule 5: a list of runs", call("listOthers", {}, recorded([], 0)), EMPTY),
    # The run is not there, was not deleted, or the original says more than nothing.
    ("rule 13: ", DELETED, True),
    ("rule 13: ", persisted(OTHER_RUN), True),
    ("rule 13: ", call("deleteWorkflowRunById", OTHER_RUN, 1), True),
    # The run is not there, no status was expected, or it was the one expected.
    ("rule 14: ", call("updateWorkflowState", GUARDED), CONFLICT),
    ("rule 14: ", call("updateWorkflowState", {**GUARDED, **OTHER_RUN, "opts": {}}), CONFLICT),
    ("rule 14: ", call("updateWorkflowState", {**GUARDED, **OTHER_RUN}, {"a": 1}), CONFLICT),
]

TOGETHER = (
    Case(call("listWorkflowRuns", {"perPage": 1}, recorded([run(), run()], 2)), FIRST, []),
    [
        "rule 5: per_page alone is the first page",
        "rule 5: a list of runs says its page, its size and has_more",
    ],
)
"""A difference that two normalisers explain, each a part of it."""
