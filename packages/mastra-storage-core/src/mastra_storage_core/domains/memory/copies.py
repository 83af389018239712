"""Copies of threads: the public methods, their checks, and what a backend implements."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.memory.models import ThreadClone, ThreadCopy
from mastra_storage_core.domains.memory.requests import Copied, CopyRequest, Row
from mastra_storage_core.domains.memory.rows import in_order, read_messages, read_threads
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.model import DateRange, iso
from mastra_storage_core.paging import CREATED_AT_ASC

ALWAYS = DateRange()


class CopyStorage(StorageDomain):
    """Branches of conversations. Rows are copied inside the database; their contents never pass
    through Python.
    """

    @operation
    async def copy_thread(
        self,
        source_thread_id: str,
        *,
        new_thread_id: str | None = None,
        resource_id: str | None = None,
        title: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        message_limit: int | None = None,
        date_range: DateRange = ALWAYS,
        message_ids: Sequence[str] = (),
        source_resource_id: str | None = None,
    ) -> ThreadCopy:
        """Copy a thread and its messages, all or none; return the new thread and the new id of each
        message.

        The copies keep content, role, type and `created_at`, and get new ids. The new thread
        belongs to `resource_id`, or to the source's owner; its title is `title`, or `Clone of …`;
        its metadata is `metadata` with a `clone` key that names the source (the source's own
        metadata is not copied). `message_ids` (empty means all) and `date_range` choose messages,
        of which `message_limit` keeps the newest. With `source_resource_id`, a source of another
        resource is absent. `NotFoundError` for an unknown source, `ConflictError` for a new id that
        is taken; the source is untouched.
        """
        request = self._request(
            source_thread_id,
            new_thread_id,
            resource_id,
            title,
            metadata,
            message_limit,
            date_range,
            message_ids,
            source_resource_id,
        )
        copied = await self._copy_thread(request, with_messages=False)
        return ThreadCopy(
            thread=read_threads([copied.thread])[0], message_id_map=copied.message_id_map
        )

    @operation
    async def clone_thread(
        self,
        source_thread_id: str,
        *,
        new_thread_id: str | None = None,
        resource_id: str | None = None,
        title: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        message_limit: int | None = None,
        date_range: DateRange = ALWAYS,
        message_ids: Sequence[str] = (),
        source_resource_id: str | None = None,
    ) -> ThreadClone:
        """Copy a thread as `copy_thread` does, and return the new messages as well, those of role
        `system` left out.
        """
        request = self._request(
            source_thread_id,
            new_thread_id,
            resource_id,
            title,
            metadata,
            message_limit,
            date_range,
            message_ids,
            source_resource_id,
        )
        copied = await self._copy_thread(request, with_messages=True)
        rows = [row for row in copied.messages or () if row["role"] != "system"]
        return ThreadClone(
            thread=read_threads([copied.thread])[0],
            message_id_map=copied.message_id_map,
            cloned_messages=read_messages(in_order(rows, CREATED_AT_ASC)),
        )

    def _request(
        self,
        source_thread_id: str,
        new_thread_id: str | None,
        resource_id: str | None,
        title: str | None,
        metadata: Mapping[str, Any] | None,
        message_limit: int | None,
        date_range: DateRange,
        message_ids: Sequence[str],
        source_resource_id: str | None,
    ) -> CopyRequest:
        (dates,) = checks.instances([date_range], DateRange, "date_range")
        return CopyRequest(
            source_thread_id=checks.identifier(source_thread_id, "source_thread_id"),
            source_resource_id=checks.optional_identifier(source_resource_id, "source_resource_id"),
            new_thread_id=checks.optional_identifier(new_thread_id, "new_thread_id") or new_id(),
            resource_id=checks.optional_identifier(resource_id, "resource_id"),
            title=None if title is None else self._text(title, "title"),
            metadata={} if metadata is None else self._object(metadata, "metadata"),
            dates=dates,
            message_ids=tuple(checks.identifiers(message_ids, "message_ids")),
            # The original takes 0 for "no limit".
            newest=checks.count(message_limit or 0, "message_limit") or None,
            at=now(),
        )

    @abstractmethod
    async def _copy_thread(self, request: CopyRequest, *, with_messages: bool) -> Copied:
        """Insert `copied_thread`, and `copied_messages` of what `messages_to_copy` chooses, all or
        none. `NotFoundError` where the source is absent, or of another resource than the request
        names; `ConflictError` where the new id is taken.
        """


def copied_thread(request: CopyRequest, source: Row, last_message_id: str | None) -> Row:
    """Make the row of the new thread from the source's."""
    clone = {"sourceThreadId": request.source_thread_id, "clonedAt": iso(request.at)}
    if last_message_id is not None:
        clone["lastMessageId"] = last_message_id
    title = f"Clone of {source['title']}" if source["title"] else ""
    return {
        "id": request.new_thread_id,
        "resourceId": request.resource_id or source["resourceId"],
        "title": title if request.title is None else request.title,
        "metadata": {**request.metadata, "clone": clone},
        "createdAt": request.at,
        "updatedAt": request.at,
    }
