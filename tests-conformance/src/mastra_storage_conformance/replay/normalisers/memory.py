"""The memory domain: how its rules rewrite what was recorded."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.matching import matches
from mastra_storage_core.model import iso

from mastra_storage_conformance.replay.normalisers.normaliser import Normaliser, Seen
from mastra_storage_conformance.replay.transcript import Answer, Call, Made, Raised, Returned


def reflection_time_read(seen: Seen) -> Answer | None:
    """The time of a reflection is a column that the original writes and never returns; we do."""
    return Returned(_with_reflection_time(seen.value)) if seen.value else None


_COLUMNS = {
    "listThreads": ("createdAt", "updatedAt"),
    "listMessages": ("createdAt",),
    "listMessagesByResourceId": ("createdAt",),
}


def known_orders_only(seen: Seen) -> Answer | None:
    """An order that the list does not have is refused; the original falls back to its default."""
    order = seen.call.options.get("orderBy")
    columns = _COLUMNS.get(seen.call.method)
    if not order or not columns or not isinstance(seen.call.answer, Returned):
        return None
    known = order.get("field", "createdAt") in columns
    if known and order.get("direction", "ASC") in ("ASC", "DESC"):
        return None
    return Raised(InvalidInputError, "an order that this list does not have")


def first_time_kept(seen: Seen) -> Answer | None:
    """`saveMessages` returns messages as stored, with the first `createdAt`, not as given."""
    if seen.call.method != "saveMessages" or not isinstance(seen.value, dict):
        return None
    first: dict[str, datetime] = {}
    for call in seen.earlier:
        if call.method == "saveMessages" and isinstance(call.answer, Returned):
            for message in call.options["messages"]:
                first.setdefault(message["id"], message["createdAt"])
    stored = [
        {**message, "createdAt": first.get(message["id"], message["createdAt"])}
        for message in seen.value["messages"]
    ]
    stored.sort(key=lambda message: (message["createdAt"], message["id"]))
    return Returned({**seen.value, "messages": stored})


def true_total(seen: Seen) -> Answer | None:
    """An empty page of size 0 has the true total; the original says 0 for messages."""
    if not _asks_for_nothing(seen.call) or seen.value is None:
        return None
    for page in _answers(seen, seen.call.options, ("page", "perPage", "orderBy", "include")):
        return Returned({**seen.value, "total": page["total"]})
    return None


def nothing_after_nothing(seen: Seen) -> Answer | None:
    """After an empty page of size 0 there is no next page; the original says there is."""
    if not _asks_for_nothing(seen.call) or seen.value is None:
        return None
    return Returned({**seen.value, "hasMore": False})


def no_total(seen: Seen) -> Answer | None:
    """Who asks for no total gets none; the original counts all the same, or what it has read."""
    if seen.call.options.get("includeTotal") is not False or "total" not in (seen.value or ()):
        return None
    return Returned({**seen.value, "total": None})


def messages_filtered_as_threads(seen: Seen) -> Answer | None:
    """Messages are filtered by objects and arrays too; the original takes only plain values."""
    wanted = (seen.call.options.get("filter") or {}).get("metadata") or {}
    refused = isinstance(seen.call.answer, Raised) and "filter value" in seen.call.answer.text
    if not refused or seen.call.method != "listMessages":
        return None
    if not any(isinstance(value, dict | list) for value in wanted.values()):
        return None
    unfiltered = {key: value for key, value in seen.call.options.items() if key != "filter"}
    for page in _answers(seen, unfiltered):
        messages = [each for each in page["messages"] if _matches(each, wanted)]
        if len(page["messages"]) == page["total"]:
            return Returned({**page, "messages": messages, "total": len(messages)})
    return None


def text_in_metadata(seen: Seen) -> Answer | None:
    """Metadata is JSON, so a time in it is text at once; the original's databases make it so."""
    return Returned(_times_in_metadata_as_text(seen.value)) if seen.value else None


def times_in_chunks(seen: Seen) -> Answer | None:
    """The times of buffered chunks come back as times; the original's databases return text."""
    return Returned(_text_in_chunks_as_times(seen.value)) if seen.value else None


def deletion_reported(seen: Seen) -> Answer | None:
    """Deleting says what there was: one or not, or how many; the original returns nothing."""
    reported = isinstance(seen.ours, Returned) and type(seen.ours.value) in (bool, int)
    if seen.call.answer != Returned(None) or not reported:
        return None
    return seen.ours if seen.call.method.startswith(("delete", "clear")) else None


NORMALISERS = (
    Normaliser(1, "the time of a reflection is read", reflection_time_read),
    Normaliser(2, "a list has the orders that it has, no others", known_orders_only),
    Normaliser(4, "a replaced message keeps its first created_at", first_time_kept),
    Normaliser(5, "per_page 0 has the true total", true_total),
    Normaliser(5, "per_page 0 has nothing after it", nothing_after_nothing),
    Normaliser(5, "include_total=False has no total", no_total),
    Normaliser(6, "messages are filtered by objects and arrays too", messages_filtered_as_threads),
    Normaliser(10, "a time in metadata is text", text_in_metadata),
    Normaliser(11, "a time in a buffered chunk is a time", times_in_chunks),
    Normaliser(13, "deleting says what there was", deletion_reported),
)
"""Those of this domain, in the order in which they are applied."""


def _asks_for_nothing(call: Call) -> bool:
    size = call.options.get("perPage")
    return type(size) is int and size == 0


def _answers(
    seen: Seen, question: dict[str, Any], apart_from: tuple[str, ...] = ()
) -> Iterator[dict[str, Any]]:
    """Yield the pages that a question to the same method got since the last change, newest first.

    The question may differ in the arguments `apart_from`; it asks for a total, and for some rows.
    """

    def essence(options: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in options.items() if key not in apart_from}

    for call in reversed(seen.earlier):
        if not call.reads:
            return
        if call.method != seen.call.method or not isinstance(call.answer, Returned):
            continue
        counted = not _asks_for_nothing(call) and "includeTotal" not in call.options
        if counted and essence(call.options) == essence(question):
            yield call.answer.value


def _matches(message: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return matches(message["content"].get("metadata"), wanted)


def _times_in_metadata_as_text(value: Any, inside: bool = False) -> Any:
    if isinstance(value, dict):
        return {
            key: _times_in_metadata_as_text(item, inside or key == "metadata")
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_times_in_metadata_as_text(item, inside) for item in value]
    if inside and isinstance(value, datetime):
        return iso(value)
    if inside and isinstance(value, Made) and value.kind == "date":
        return Made("isodate", value.number, value.plus_ms)
    return value


def _with_reflection_time(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_reflection_time(item) for item in value]
    if isinstance(value, dict) and value.get("originType") == "reflection":
        # The reflection makes the record, so both have one time.
        return {"lastReflectionAt": value["createdAt"], **value}
    return value


_CHUNKS = "bufferedObservationChunks"


def _text_in_chunks_as_times(value: Any) -> Any:
    if isinstance(value, list):
        return [_text_in_chunks_as_times(item) for item in value]
    if not isinstance(value, dict) or not isinstance(value.get(_CHUNKS), list):
        return value
    chunks = [{key: _as_time(key, item) for key, item in chunk.items()} for chunk in value[_CHUNKS]]
    return {**value, _CHUNKS: chunks}


def _as_time(key: str, value: Any) -> Any:
    if key not in ("createdAt", "lastObservedAt"):
        return value
    if isinstance(value, Made) and value.kind == "isodate":
        return Made("date", value.number, value.plus_ms)
    return datetime.fromisoformat(value) if isinstance(value, str) else value
