"""Rows on their way out: decoded, normalised, put in order, made into models. The other half of
`drafts`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import TypeAdapter

from mastra_storage_core.domains.memory.formats import is_v2, mended, normalise, stored_content
from mastra_storage_core.domains.memory.models import (
    MESSAGES,
    THREADS,
    Message,
    ObservationalMemory,
    Resource,
    Thread,
)
from mastra_storage_core.domains.memory.records import OBSERVATIONS, record_values
from mastra_storage_core.domains.memory.requests import DEFAULT_TYPE, Row
from mastra_storage_core.errors import CorruptDataError, InvalidInputError
from mastra_storage_core.matching import matches
from mastra_storage_core.paging import CREATED_AT_ASC, OrderBy
from mastra_storage_core.reading import at_once, models_of

T = TypeVar("T")

_RESOURCES = TypeAdapter(list[Resource])
_RECORDS = TypeAdapter(list[ObservationalMemory])


def read_thread(row: Row | None) -> Thread | None:
    """Make one thread of its row."""
    return read_threads([row])[0] if row else None


def read_threads(rows: Sequence[Row]) -> list[Thread]:
    """Make threads of their rows, in the same order."""
    return models_of(THREADS, rows, "mastra_threads")


def read_resource(row: Row | None) -> Resource | None:
    """Make one resource of its row."""
    return models_of(_RESOURCES, [row], "mastra_resources")[0] if row else None


def read_records(rows: Sequence[Row]) -> list[ObservationalMemory]:
    """Make observational memory records of their rows, in the same order, of any version."""
    return models_of(_RECORDS, [record_values(row) for row in rows], OBSERVATIONS)


def read_messages(rows: list[Row]) -> list[Message]:
    """Make messages of their rows, in the same order, whatever generation the rows are of.

    The rows are used up: their contents are decoded in place, which spares a copy of each.
    """
    return at_once(len(rows), lambda: _read_messages(rows))


def _read_messages(rows: list[Row]) -> list[Message]:
    old = False
    for row in rows:
        row["content"] = content = stored_content(row["content"])
        if is_v2(content):
            row["content"] = mended(content)
        else:
            old = True
        if row["type"] == DEFAULT_TYPE:
            row["type"] = None
    if not old:
        return models_of(MESSAGES, rows, "mastra_messages")
    # A tool result of the first generation finds its call's arguments in an older message.
    try:
        known = {row["id"]: row for row in normalise(in_order(rows, CREATED_AT_ASC))}
    except InvalidInputError as error:
        raise CorruptDataError(str(error), table="mastra_messages") from error
    return models_of(MESSAGES, [known[row["id"]] for row in rows], "mastra_messages")


def content_matches(content: str, wanted: Mapping[str, Any]) -> bool:
    """Return whether the `metadata` of a message's content, as it is stored, matches a filter."""
    return matches(stored_content(content), {"metadata": dict(wanted)})


def in_order(rows: list[Row], order_by: OrderBy) -> list[Row]:
    """Sort message rows by the total order."""
    return sorted(rows, key=lambda row: (row["createdAt"], row["id"]), reverse=order_by.descending)


def merged_rows(page: list[Row], included: list[Row], order_by: OrderBy) -> list[Row]:
    """Put a page and the rows of its windows into one order, each row once."""
    if not included:
        return page
    return in_order(list({row["id"]: row for row in (*included, *page)}.values()), order_by)
