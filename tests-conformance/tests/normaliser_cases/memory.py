"""The normalisers of the memory domain: each with its difference, and what resembles it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from mastra_storage_conformance.replay.transcript import Call, Made, Raised, Returned
from mastra_storage_core.errors import ConflictError, InvalidInputError
from normaliser_cases.case import AT, Case

EARLY, LATE = datetime(2024, 4, 1, tzinfo=UTC), datetime(2024, 4, 9, tzinfo=UTC)
REFUSED = Raised(InvalidInputError, "")


def call(method: str, options: Any, answer: Any) -> Call:
    wrapped = answer if isinstance(answer, Raised) else Returned(answer)
    return Call(1, "memory", method, (options,), wrapped)


def page(
    messages: list[Any], total: int | None, per_page: int | None = 40, more: bool = False
) -> Any:
    return {"messages": messages, "total": total, "page": 0, "perPage": per_page, "hasMore": more}


def message(name: str, at: datetime = EARLY, **metadata: Any) -> dict[str, Any]:
    return {"id": name, "createdAt": at, "content": {"format": 2, "metadata": metadata}}


def record(**fields: Any) -> dict[str, Any]:
    return {"id": "r", "createdAt": Made("date", 7), **fields}


ALL = call(
    "listMessages", {"threadId": "t"}, page([message("a", n={"x": 1, "y": 2}), message("b")], 2)
)
NONE = {"threadId": "t", "perPage": 0}
NESTED = {"threadId": "t", "filter": {"metadata": {"n": {"x": 1}}}}
SAVED = call(
    "saveMessages", {"messages": [message("a", EARLY)]}, {"messages": [message("a", EARLY)]}
)
CHUNK = {"id": "c", "createdAt": Made("isodate", 7), "lastObservedAt": "2024-04-01T00:00:00.000Z"}

CASES = {
    "rule 1: the time of a reflection is read": Case(
        call("getObservationalMemory", {}, record(originType="reflection")),
        record(originType="reflection", createdAt=AT, lastReflectionAt=AT),
        [
            record(originType="reflection", createdAt=AT, lastReflectionAt=AT + timedelta(days=1)),
            record(originType="reflection", createdAt=AT),
            record(originType="initial", createdAt=AT, lastReflectionAt=AT),
        ],
    ),
    "rule 2: a list has the orders that it has, no others": Case(
        call("listThreads", {"orderBy": {"field": "title", "direction": "UP"}}, {"threads": []}),
        REFUSED,
        [{"threads": []}, Raised(ConflictError, "")],
    ),
    "rule 4: a replaced message keeps its first created_at": Case(
        call("saveMessages", {}, {"messages": [message("b"), message("a", LATE)]}),
        {"messages": [message("a", EARLY), message("b")]},
        [
            {"messages": [message("a", EARLY - timedelta(milliseconds=1)), message("b")]},
            {"messages": [message("b", LATE), message("a", EARLY)]},
            {"messages": [message("a", EARLY, changed=True), message("b")]},
        ],
        (SAVED,),
    ),
    "rule 5: per_page 0 has the true total": Case(
        call("listMessages", NONE, page([], 0, 0)),
        page([], 2, 0),
        [page([], 3, 0), page([message("a")], 2, 0), page([], 2, 0, more=True)],
        (ALL,),
    ),
    "rule 5: per_page 0 has nothing after it": Case(
        call("listMessages", NONE, page([], 7, 0, more=True)),
        page([], 7, 0),
        [page([], 6, 0), page([], 7, 0, more=True)],
    ),
    "rule 5: include_total=False has no total": Case(
        call("listMessages", {"threadId": "t", "includeTotal": False}, page([], 7)),
        page([], None),
        [page([], 0), page([], None, more=True), page([message("a")], None)],
    ),
    "rule 6: messages are filtered by objects and arrays too": Case(
        call("listMessages", NESTED, Raised(InvalidInputError, "Invalid metadata filter value")),
        page([message("a", n={"x": 1, "y": 2})], 1),
        [page([], 0), page([message("a", n={"x": 1, "y": 2}), message("b")], 2)],
        (ALL,),
    ),
    "rule 10: a time in metadata is text": Case(
        call("cloneThread", {}, {"metadata": {"clonedAt": Made("date", 7), "at": EARLY}}),
        {"metadata": {"clonedAt": "2026-05-01T00:00:00.000Z", "at": "2024-04-01T00:00:00.000Z"}},
        [
            {
                "metadata": {
                    "clonedAt": "2026-05-02T00:00:00.000Z",
                    "at": "2024-04-01T00:00:00.000Z",
                }
            },
            {"metadata": {"clonedAt": AT, "at": "2024-04-01T00:00:00.000Z"}},
            {"metadata": {"clonedAt": "2026-05-01T00:00:00.000Z", "at": "2024-04-01T00:00:00Z"}},
        ],
    ),
    "rule 11: a time in a buffered chunk is a time": Case(
        call("getObservationalMemory", {}, record(bufferedObservationChunks=[CHUNK])),
        record(
            createdAt=AT,
            bufferedObservationChunks=[{"id": "c", "createdAt": AT, "lastObservedAt": EARLY}],
        ),
        [
            record(
                createdAt=AT,
                bufferedObservationChunks=[{"id": "c", "createdAt": AT, "lastObservedAt": LATE}],
            ),
            record(createdAt=AT, bufferedObservationChunks=[]),
        ],
    ),
    "rule 13: deleting says what there was": Case(
        call("deleteThread", {"threadId": "t"}, None),
        True,
        ["t", {"deleted": True}],
    ),
}

EARLIER = (ALL, SAVED)
TEXT = "2024-04-01T00:00:00.000Z"
ELSEWHERE = [
    # The list has this order, or its default.
    ("rule 2: ", call("listThreads", {"orderBy": {"field": "updatedAt"}}, {}), REFUSED),
    ("rule 2: ", call("listThreads", {"orderBy": {"direction": "DESC"}}, {}), REFUSED),
    # The page is not of size 0.
    ("rule 5: per_page 0 ", call("listMessages", {"perPage": False}, page([], 0)), page([], 2)),
    (
        "rule 5: per_page",
        call("listMessages", {"perPage": 1}, page([], 7, 1, True)),
        page([], 7, 1),
    ),
    # The total was asked for.
    ("rule 5: include", call("listMessages", {"includeTotal": True}, page([], 7)), page([], None)),
    # The time is not in metadata, or not in a chunk.
    ("rule 10: ", call("cloneThread", {}, {"createdAt": EARLY}), {"createdAt": TEXT}),
    ("rule 11: ", call("getX", {}, {"lastObservedAt": TEXT}), {"lastObservedAt": EARLY}),
    # Nothing was deleted, or the original says more than nothing.
    ("rule 13: ", call("saveThread", {}, None), True),
    ("rule 13: ", call("deleteThread", {}, 1), 2),
]

TOGETHER = (
    Case(call("listMessages", NONE, page([], 0, 0, more=True)), page([], 2, 0), [], (ALL,)),
    ["rule 5: per_page 0 has the true total", "rule 5: per_page 0 has nothing after it"],
)
"""A difference that two normalisers explain, each a part of it."""
