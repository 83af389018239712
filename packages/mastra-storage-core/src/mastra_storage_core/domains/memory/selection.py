"""Which rows a query is about. The one definition: a backend may call these functions, and one that
asks in a database is held to them.
"""

from collections.abc import Iterable
from itertools import islice

from mastra_storage_core.domains.memory.requests import (
    CopyRequest,
    GenerationQuery,
    MessageQuery,
    Row,
    ThreadQuery,
)
from mastra_storage_core.domains.memory.rows import content_matches
from mastra_storage_core.matching import matches


def thread_matches(row: Row, query: ThreadQuery) -> bool:
    """Return whether a thread meets every condition of a query."""
    return query.resource_id in (None, row["resourceId"]) and (
        not query.metadata or matches(row["metadata"], query.metadata)
    )


def message_shown(row: Row, query: MessageQuery) -> bool:
    """Return whether a query may show a message at all, as its windows do whatever it asks for."""
    hidden = row["role"] == "system" and not query.include_system
    return not hidden and query.resource_id in (None, row["resourceId"])


def message_matches(row: Row, query: MessageQuery) -> bool:
    """Return whether a message of the right thread or resource meets every condition of a query."""
    return (
        message_shown(row, query)
        and query.dates.contains(row["createdAt"])
        and (not query.metadata or content_matches(row["content"], query.metadata))
    )


def messages_to_copy(request: CopyRequest, rows: Iterable[Row]) -> list[Row]:
    """Choose among the messages of a thread, in order: the newest of those that match."""
    wanted = set(request.message_ids)
    chosen = [
        row
        for row in rows
        if request.dates.contains(row["createdAt"]) and (not wanted or row["id"] in wanted)
    ]
    return chosen if request.newest is None else chosen[-request.newest :]


def generations_in(query: GenerationQuery, rows: Iterable[Row]) -> list[Row]:
    """Choose among the generations of a lookup key, the newest first."""
    found = (row for row in rows if query.dates.contains(row["createdAt"]))
    end = None if query.limit is None else query.offset + query.limit
    return list(islice(found, query.offset, end))
