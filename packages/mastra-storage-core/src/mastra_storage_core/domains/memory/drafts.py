"""Messages on their way in: checked, encoded, given a time. Every backend stores it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domains.memory.formats import is_v2, stored_content, to_v2
from mastra_storage_core.domains.memory.models import MessageUpdate, NewMessage
from mastra_storage_core.domains.memory.requests import (
    DEFAULT_TYPE,
    MessageDraft,
    MessagePatch,
    Row,
)
from mastra_storage_core.errors import ConflictError, InvalidInputError, NotFoundError, named
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES, encode

TICK = timedelta(milliseconds=1)


def check_drafts(
    messages: Sequence[NewMessage], owner: str | None, max_bytes: int
) -> list[MessageDraft]:
    """Check and encode messages. An id that stands twice counts once: the last content at the first
    place and time.
    """
    drafts: dict[str, MessageDraft] = {}
    for message in checks.instances(messages, NewMessage, "messages"):
        draft = _draft(message, owner, max_bytes)
        first = drafts.get(draft.id)
        drafts[draft.id] = draft._replace(created_at=first.created_at) if first else draft
    return list(drafts.values())


def _draft(message: NewMessage, owner: str | None, max_bytes: int) -> MessageDraft:
    message_id = checks.identifier(message.id, "a message's id")
    if message.resource_id is None:
        raise InvalidInputError(f"message {named(message_id)} needs a resource_id")
    if owner is not None and message.resource_id != owner:
        raise InvalidInputError(
            f"the resource_id of message {named(message_id)} differs from the guard resource_id"
        )
    stored = _stored_form(message)
    return MessageDraft(
        id=message_id,
        thread_id=checks.identifier(message.thread_id, "a message's thread_id"),
        resource_id=checks.identifier(message.resource_id, "a message's resource_id"),
        role=checks.identifier(stored["role"], "a message's role"),
        type=checks.optional_identifier(stored.get("type"), "a message's type") or DEFAULT_TYPE,
        content=_encoded(stored["content"], message_id, max_bytes),
        created_at=message.created_at,
    )


def _stored_form(message: NewMessage) -> Row:
    """Return role, type and content as they are stored: plain text in the second generation's form.

    The original stores text as it is, and reads it back as JSON where it happens to be JSON. Lists
    of the first generation are stored as they are: a tool result finds the arguments of its call in
    messages that are not here.
    """
    stored = {"role": message.role, "type": message.type, "content": message.content}
    return to_v2(stored) if isinstance(message.content, str) else stored


def _encoded(content: object, message_id: str, max_bytes: int) -> str:
    what = f"the content of message {named(message_id)}"
    if not isinstance(content, list) and not is_v2(content):
        raise InvalidInputError(
            f"{what} must be an object with 'format': 2 and 'parts', or text, or a list of parts "
            "as in the first generation"
        )
    return encode(content, what, max_bytes).text


def require_threads(
    thread_ids: Iterable[str], owners: Mapping[str, str], owner: str | None
) -> None:
    """Check that threads are among those that exist, whose owners are given, and belong to `owner`.

    `NotFoundError` names the first that does not exist, `ConflictError` the first of another
    resource.
    """
    for thread_id in sorted(thread_ids):
        if thread_id not in owners:
            raise NotFoundError(f"no thread {named(thread_id)}")
        if owner is not None and owners[thread_id] != owner:
            raise ConflictError(f"thread {named(thread_id)} belongs to another resource")


def with_times(
    drafts: Iterable[MessageDraft], newest: Mapping[str, datetime | None], clock: datetime
) -> list[MessageDraft]:
    """Give a time to the drafts that have none: the clock, but after the draft before and after
    their thread's newest.
    """
    timed: list[MessageDraft] = []
    previous: datetime | None = None
    for draft in drafts:
        created_at = draft.created_at
        if created_at is None:
            created_at = clock
            for earlier in (newest.get(draft.thread_id), previous):
                if earlier is not None and earlier >= created_at:
                    created_at = _after(earlier)
            draft = draft._replace(created_at=created_at)
        timed.append(draft)
        previous = created_at
    return timed


def _after(moment: datetime) -> datetime:
    try:
        return moment + TICK
    except OverflowError as error:
        raise InvalidInputError(
            "the thread's newest message stands at the end of the year 9999: give a created_at"
        ) from error


def saved_row(draft: MessageDraft, stored: Row | None) -> Row:
    """Return a draft as it is stored; a message that was there before keeps its first time."""
    return {
        "id": draft.id,
        "thread_id": draft.thread_id,
        "resourceId": draft.resource_id,
        "role": draft.role,
        "type": draft.type,
        "content": draft.content,
        "createdAt": stored["createdAt"] if stored else draft.created_at,
    }


def check_patches(messages: Sequence[MessageUpdate], max_bytes: int) -> list[MessagePatch]:
    """Check changes to messages; several for one id are applied in turn."""
    return [
        _patch(message, max_bytes)
        for message in checks.instances(messages, MessageUpdate, "messages")
    ]


def _patch(message: MessageUpdate, max_bytes: int) -> MessagePatch:
    given = frozenset(message.model_fields_set - {"id"})
    message_id = checks.identifier(message.id, "a message's id")
    for name in given - {"resource_id"}:
        if getattr(message, name) is None:
            raise InvalidInputError(f"{name} of message {named(message_id)} cannot be cleared")
    for name in given & {"thread_id", "role", "type"}:
        checks.identifier(getattr(message, name), f"{name} of message {named(message_id)}")
    checks.optional_identifier(message.resource_id, f"resource_id of message {named(message_id)}")
    content = message.content
    if content is not None:
        what = f"the content of message {named(message_id)}"
        content = checks.json_object(content, what, max_bytes)
        if "metadata" in content and not isinstance(content["metadata"], dict):
            raise InvalidInputError(f"metadata in {what} must be an object")
    return MessagePatch(
        id=message_id,
        given=given,
        thread_id=message.thread_id,
        resource_id=message.resource_id,
        role=message.role,
        type=message.type,
        content=content,
        created_at=message.created_at,
    )


COLUMNS = {
    "thread_id": "thread_id",
    "resource_id": "resourceId",
    "role": "role",
    "type": "type",
    "created_at": "createdAt",
}
"""The column of each field that a patch replaces."""


def patched(row: Row, patch: MessagePatch, max_bytes: int = DEFAULT_MAX_BYTES) -> Row:
    """Return a stored row with the changes applied; the row itself is not changed."""
    changed = row | {COLUMNS[name]: getattr(patch, name) for name in patch.given & COLUMNS.keys()}
    if patch.content is not None:
        content = _merged(row, patch.content)
        changed["content"] = encode(content, f"the content of {named(patch.id)}", max_bytes).text
    return changed


def _merged(row: Row, change: Mapping[str, Any]) -> dict[str, Any]:
    old = stored_content(row["content"])
    if not is_v2(old):
        old = to_v2({**row, "content": old})["content"]
    merged = {**old, **change}
    if isinstance(old.get("metadata"), dict) and "metadata" in change:
        merged["metadata"] = {**old["metadata"], **change["metadata"]}
    return merged
