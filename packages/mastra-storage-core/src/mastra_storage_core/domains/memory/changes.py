"""What becomes of rows. Each returns a new row, for a backend that reads, changes and writes in one
transaction; one that changes rows in a database is held to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.memory.records import changed_columns
from mastra_storage_core.domains.memory.requests import RecordChange, Row
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.ids import new_id


def changed_thread(
    row: Row, at: datetime, *, title: str | None = None, metadata: Mapping[str, Any] | None = None
) -> Row:
    """Return a thread that was touched: with another title, with metadata put over its own; `None`
    keeps each. Its `updatedAt` becomes the later of its old value and `at`.
    """
    changes: Row = {"updatedAt": max(row["updatedAt"], at)}
    if title is not None:
        changes["title"] = title
    if metadata is not None:
        changes["metadata"] = {**(row["metadata"] or {}), **metadata}
    return row | changes


def changed_resource(
    row: Row | None,
    resource_id: str,
    at: datetime,
    *,
    given: bool,
    working_memory: str | None,
    metadata: Mapping[str, Any] | None,
) -> Row:
    """Return a resource, new where there is none, with its working memory replaced if one was
    `given`, and metadata put over its own. Its `updatedAt` becomes the later of its old value and
    `at`.
    """
    row = row or {
        "id": resource_id,
        "workingMemory": None,
        "metadata": {},
        "createdAt": at,
        "updatedAt": at,
    }
    changes: Row = {"updatedAt": max(row["updatedAt"], at)}
    if given:
        changes["workingMemory"] = working_memory
    if metadata is not None:
        changes["metadata"] = {**(row["metadata"] or {}), **metadata}
    return row | changes


def changed_record(row: Row, change: RecordChange, at: datetime) -> Row:
    """Return an observational memory record with its new values; without any, as it is."""
    return row | {**changed_columns(change.fields), "updatedAt": at} if change.fields else row


def require_owner(messages: Iterable[Row], owner: str | None) -> None:
    """Raise `ConflictError` where a stored message belongs to another resource than the owner that
    the caller named.
    """
    for row in messages:
        if owner not in (None, row["resourceId"]):
            raise ConflictError(f"message {named(row['id'])} belongs to another resource")


def copied_messages(thread: Row, rows: Sequence[Row]) -> tuple[list[Row], dict[str, str]]:
    """Return messages as they are in another thread, and the new id of each old one."""
    ids = {row["id"]: new_id() for row in rows}
    place = {"thread_id": thread["id"], "resourceId": thread["resourceId"]}
    return [row | place | {"id": ids[row["id"]]} for row in rows], ids
