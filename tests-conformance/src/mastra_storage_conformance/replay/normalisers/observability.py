"""The observability domain: how its rules rewrite what was recorded."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from mastra_storage_core.domains.observability.models import status_of

from mastra_storage_conformance.replay.normalisers.normaliser import Normaliser, Seen
from mastra_storage_conformance.replay.transcript import Answer, Call, Made, Raised, Returned


def status_said(seen: Seen) -> Answer | None:
    """Every span says its status; the original says it in lists."""
    return _with_spans(seen, lambda span: {**span, "status": _status(span)})


def in_total_order(seen: Seen) -> Answer | None:
    """Spans of one moment are ordered by id; the original leaves their order open."""
    if not isinstance(seen.value, dict) or "spans" not in seen.value:
        return None
    if seen.call.method != "listTraces":
        return Returned({**seen.value, "spans": sorted(seen.value["spans"], key=_start)})
    whole = next(_whole(seen), None)
    if whole is None:
        return None
    order = {"field": "startedAt", "direction": "DESC"} | seen.call.options.get("orderBy", {})
    page = seen.value["pagination"]
    first = page["page"] * page["perPage"]
    spans = sorted(whole, key=_end if order["field"] == "endedAt" else _start)
    spans = spans[::-1] if order["direction"] == "DESC" else spans
    return Returned({**seen.value, "spans": spans[first : first + page["perPage"]]})


def no_cursor(seen: Seen) -> Answer | None:
    """A page has no cursor to poll from; that of the original's store in memory has."""
    if not isinstance(seen.value, dict) or "deltaCursor" not in seen.value:
        return None
    return Returned({key: item for key, item in seen.value.items() if key != "deltaCursor"})


def first_time_kept(seen: Seen) -> Answer | None:
    """A span that is stored again keeps its first `createdAt`; the original's SQLite adapter sets
    it anew.
    """
    return _with_spans(seen, lambda span: {**span, **_first_time(seen, span)})


def nothing_asked_for(seen: Seen) -> Answer | None:
    """A page of size 0 is empty and has the true total; the original refuses it."""
    pagination = seen.call.options.get("pagination") or {}
    size, number = pagination.get("perPage"), pagination.get("page")
    if not isinstance(seen.call.answer, Raised) or type(size) is not int or size != 0:
        return None
    for page in _answers(seen):
        told = {**page["pagination"], "page": number, "perPage": 0, "hasMore": False}
        return Returned({**page, "spans": [], "pagination": told})
    return None


def filtered_by_trace(seen: Seen) -> Answer | None:
    """A trace id is a condition like any other; the original takes it and ignores it."""
    wanted = (seen.call.options.get("filters") or {}).get("traceId")
    if seen.call.method != "listTraces" or wanted is None or seen.value is None:
        return None
    pagination = seen.value["pagination"]
    if pagination["hasMore"] or pagination["page"] != 0:
        return None
    spans = [span for span in seen.value["spans"] if span["traceId"] == wanted]
    return Returned(
        {**seen.value, "spans": spans, "pagination": {**pagination, "total": len(spans)}}
    )


def deletion_reported(seen: Seen) -> Answer | None:
    """Deleting says how many traces there were; the original returns nothing."""
    if seen.call.method != "batchDeleteTraces" or seen.call.answer != Returned(None):
        return None
    wanted = set(seen.call.options["traceIds"])
    return Returned(len({trace for trace, _ in _stored(seen.earlier)} & wanted))


def batch_reported(seen: Seen) -> Answer | None:
    """A batch says what was stored and what was not; the original returns nothing."""
    if seen.call.method not in _BATCHES or seen.call.answer != Returned(None):
        return None
    return Returned({"stored": len(seen.call.options["records"]), "rejected": []})


NORMALISERS = (
    Normaliser(1, "every span says its status", status_said),
    Normaliser(2, "spans of one moment are ordered by id", in_total_order),
    Normaliser(4, "a span that is stored again keeps its first created_at", first_time_kept),
    Normaliser(5, "per_page 0 is an empty page", nothing_asked_for),
    Normaliser(5, "a page has no cursor to poll from", no_cursor),
    Normaliser(6, "traces are filtered by their ids", filtered_by_trace),
    Normaliser(13, "deleting says how many traces there were", deletion_reported),
    Normaliser(14, "a batch says what was stored", batch_reported),
)
"""Those of this domain, in the order in which they are applied."""

_NEVER = datetime.max.replace(tzinfo=UTC)
_BATCHES = ("batchCreateSpans", "batchUpdateSpans")


def _with_spans(seen: Seen, change: Any) -> Answer | None:
    """Change every span of an answer."""
    value = seen.value
    if not isinstance(value, dict):
        return None
    if "span" in value:
        return Returned({**value, "span": change(value["span"])})
    return Returned({**value, "spans": list(map(change, value.get("spans", ())))})


def _status(span: dict[str, Any]) -> str:
    return status_of(span.get("error"), span.get("endedAt")).value


def _first_time(seen: Seen, span: dict[str, Any]) -> dict[str, Any]:
    created = _stored(seen.earlier).get((span["traceId"], span["spanId"]), [])
    return {"createdAt": Made("date", created[0])} if len(created) > 1 else {}


def _stored(earlier: Any) -> dict[tuple[str, str], list[int]]:
    """Return the spans that earlier calls have stored, each with the calls that did."""
    found: dict[tuple[str, str], list[int]] = {}
    for call in earlier:
        if call.method == "batchDeleteTraces":
            gone = set(call.options["traceIds"])
            found = {key: calls for key, calls in found.items() if key[0] not in gone}
        for span in _spans_of(call):
            found.setdefault((span["traceId"], span["spanId"]), []).append(call.seq)
    return found


def _spans_of(call: Call) -> list[dict[str, Any]]:
    if call.method == "createSpan":
        return [call.options["span"]]
    return list(call.options["records"]) if call.method == "batchCreateSpans" else []


def _start(span: dict[str, Any]) -> tuple[Any, ...]:
    return span["startedAt"], span["traceId"], span["spanId"]


def _end(span: dict[str, Any]) -> tuple[Any, ...]:
    return span.get("endedAt") or _NEVER, span["traceId"], span["spanId"]


def _whole(seen: Seen) -> Iterator[list[dict[str, Any]]]:
    """Yield the traces that the same filters have shown on one page since the last change, or show
    in this answer.
    """
    for page in ([seen.value] if seen.value else []) + list(_answers(seen)):
        if page["pagination"]["page"] == 0 and not page["pagination"]["hasMore"]:
            yield page["spans"]


def _answers(seen: Seen) -> Iterator[dict[str, Any]]:
    """Yield the pages of the same filters since the last change, newest first."""
    for call in reversed(seen.earlier):
        if not call.reads:
            return
        same = call.options.get("filters") == seen.call.options.get("filters")
        if call.method == "listTraces" and same and isinstance(call.answer, Returned):
            yield call.answer.value
