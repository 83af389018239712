"""The normalisers of the observability domain: each with its difference, and what resembles it."""

from datetime import UTC, datetime, timedelta
from typing import Any

from mastra_storage_conformance.replay.transcript import Call, Made, Raised, Returned
from mastra_storage_core.errors import ConflictError, InvalidInputError
from normaliser_cases.case import AT, Case

EARLY = datetime(2024, 4, 1, tzinfo=UTC)
LATE = datetime(2024, 4, 9, tzinfo=UTC)
REFUSED = Raised(InvalidInputError, "")
SUCCESS = {"status": "success"}


def call(method: str, options: Any, answer: Any = None, seq: int = 1) -> Call:
    wrapped = answer if isinstance(answer, Raised) else Returned(answer)
    return Call(seq, "observability", method, (options,) if options is not None else (), wrapped)


def span(name: str, trace: str = "t", at: datetime = EARLY, **fields: Any) -> dict[str, Any]:
    return {"traceId": trace, "spanId": name, "startedAt": at, "endedAt": LATE, **fields}


def root(trace: str, at: datetime = EARLY, **fields: Any) -> dict[str, Any]:
    return span("s", trace, at, **SUCCESS, **fields)


def page(
    spans: list[Any], total: int, number: int = 0, size: int = 10, more: bool = False
) -> dict[str, Any]:
    told = {"total": total, "page": number, "perPage": size, "hasMore": more}
    return {"spans": spans, "pagination": told}


def trace(*spans: dict[str, Any]) -> dict[str, Any]:
    return {"traceId": "t", "spans": list(spans)}


def stored(*spans: dict[str, Any], seq: int = 1) -> Call:
    return call("batchCreateSpans", {"records": list(spans)}, seq=seq)


DELETED = call("batchDeleteTraces", {"traceIds": ["t", "u"]})
ALL = call("listTraces", {}, page([root("t"), root("u"), root("v")], 3))
NONE = {"pagination": {"page": 2, "perPage": 0}}
BY_TRACE = {"filters": {"traceId": "u"}}
SAID = {**span("a"), **SUCCESS}

CASES = {
    "rule 1: every span says its status": Case(
        call("getSpan", {"traceId": "t", "spanId": "a"}, {"span": span("a", error={"m": 1})}),
        {"span": span("a", error={"m": 1}, status="error")},
        [
            {"span": span("a", error={"m": 1}, status="success")},
            {"span": span("a", status="error")},
            {"span": span("b", error={"m": 1}, status="error")},
            {"span": span("a", error={"m": 1}, status="error", extra=1)},
            None,
        ],
    ),
    "rule 2: spans of one moment are ordered by id": Case(
        call("getTrace", {"traceId": "t"}, trace({**SAID, "spanId": "z"}, SAID)),
        trace(SAID, {**SAID, "spanId": "z"}),
        [trace(SAID), trace(SAID, SAID), trace(SAID, {**SAID, "spanId": "y"})],
    ),
    "rule 4: a span that is stored again keeps its first created_at": Case(
        call("getSpan", {}, {"span": {**SAID, "createdAt": Made("date", 9)}}),
        {"span": {**SAID, "createdAt": AT}},
        [
            {"span": {**SAID, "createdAt": AT + timedelta(days=1)}},
            {"span": {**SAID, "createdAt": AT, "name": "x"}},
        ],
        (stored(span("a"), seq=7), stored(span("a"), seq=9)),
    ),
    "rule 5: per_page 0 is an empty page": Case(
        call("listTraces", NONE, REFUSED),
        page([], 3, 2, 0),
        [page([], 2, 2, 0), page([], 3, 0, 0), page([root("t")], 3, 2, 0), page([], 3, 2, 0, True)],
        (ALL,),
    ),
    "rule 5: a page has no cursor to poll from": Case(
        call("listTraces", {}, {**page([root("t")], 1), "deltaCursor": "1"}),
        page([root("t")], 1),
        [page([root("u")], 1), page([root("t")], 2), {**page([root("t")], 1), "deltaCursor": "2"}],
    ),
    "rule 6: traces are filtered by their ids": Case(
        call("listTraces", BY_TRACE, page([root("u"), root("t")], 2)),
        page([root("u")], 1),
        [page([root("t")], 1), page([root("u")], 2), page([], 0)],
    ),
    "rule 13: deleting says how many traces there were": Case(
        DELETED, 1, [0, 2, True, None], (stored(span("a"), span("b"), span("a", "v")),)
    ),
    "rule 14: a batch says what was stored": Case(
        stored(span("a"), span("b")),
        {"stored": 2, "rejected": []},
        [{"stored": 1, "rejected": []}, {"stored": 2, "rejected": [1]}, {"stored": 2}, 2],
    ),
}

EARLIER = (stored(span("a")), ALL)
"""A span was stored once, and traces were listed since."""

ELSEWHERE = [
    # There is no span, or the answer says its status already.
    ("rule 1: ", call("getSpan", {}, None), {"span": SAID}),
    ("rule 1: ", call("getSpan", {}, REFUSED), {"span": SAID}),
    # Only a part of the traces was shown.
    (
        "rule 2: ",
        call("listTraces", {"filters": {}}, page([root("u"), root("t")], 9, more=True)),
        page([root("t"), root("u")], 9, more=True),
    ),
    # The span was stored once.
    (
        "rule 4: ",
        call("getSpan", {}, {"span": {**SAID, "createdAt": LATE}}),
        {"span": {**SAID, "createdAt": AT}},
    ),
    # The page has a size, other filters, or was refused for something else.
    ("rule 5: per", call("listTraces", {"pagination": {"perPage": -1}}, REFUSED), page([], 3)),
    (
        "rule 5: per",
        call("listTraces", {**NONE, "filters": {"status": "x"}}, REFUSED),
        page([], 3, 2, 0),
    ),
    # Another method, or another filter.
    ("rule 6: ", call("listBranches", BY_TRACE, page([root("u")], 1)), page([], 0)),
    (
        "rule 6: ",
        call("listTraces", {"filters": {"userId": "u"}}, page([root("t"), root("u")], 2)),
        page([root("u")], 1),
    ),
    # The original says more than nothing, or it is no batch.
    ("rule 13: ", call("batchDeleteTraces", {"traceIds": ["t"]}, Raised(ConflictError, "")), 1),
    ("rule 13: ", call("getTrace", {"traceIds": ["t"]}), 1),
    ("rule 14: ", call("createSpan", {"span": span("a")}), {"stored": 1, "rejected": []}),
]

TOGETHER = (
    Case(
        call("listTraces", BY_TRACE, {**page([root("u"), root("t")], 2), "deltaCursor": "1"}),
        page([root("u")], 1),
        [],
    ),
    ["rule 5: a page has no cursor to poll from", "rule 6: traces are filtered by their ids"],
)
"""A difference that two normalisers explain, each a part of it."""
