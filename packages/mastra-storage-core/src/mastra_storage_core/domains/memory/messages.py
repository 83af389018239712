"""Messages: the public methods, their checks, and what a backend implements beneath them."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, Literal, overload

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.memory.drafts import check_drafts, check_patches
from mastra_storage_core.domains.memory.legacy import MessageV1, to_v1
from mastra_storage_core.domains.memory.models import (
    Include,
    Message,
    MessagePage,
    MessageUpdate,
    NewMessage,
)
from mastra_storage_core.domains.memory.requests import (
    Found,
    MessageDraft,
    MessagePatch,
    MessageQuery,
    Row,
    Window,
)
from mastra_storage_core.domains.memory.rows import in_order, merged_rows, read_messages
from mastra_storage_core.errors import InvalidInputError
from mastra_storage_core.model import DateRange
from mastra_storage_core.paging import CREATED_AT_ASC, OrderBy, PageRequest

ALWAYS = DateRange()


class MessageStorage(StorageDomain):
    """What was said, in one total order: `created_at`, then `id`.

    Where a method takes `resource_id` as a guard, a message of another resource is as absent as one
    that never existed. Messages of role `system` are stored, but neither listed nor counted unless
    `include_system` asks for them.
    """

    @operation
    async def save_messages(
        self, messages: Sequence[NewMessage], *, resource_id: str | None = None
    ) -> list[Message]:
        """Insert or replace messages by id, all or none; return them as stored, in order.

        Each needs a `resource_id`, and a thread that exists: a missing one is `NotFoundError`. Of a
        message that exists already the first `created_at` is kept, and it moves if another thread
        is named. An id that stands twice counts once, with the last content at the first place. A
        message without `created_at` gets the store's clock, at least a millisecond after the
        message before it and after the newest message of its thread. The `updated_at` of each
        touched thread becomes the later of its old value and the clock. With `resource_id`, a
        message or a thread that belongs to another resource is `ConflictError`. No messages,
        nothing touched.
        """
        owner = checks.optional_identifier(resource_id, "resource_id")
        drafts = check_drafts(messages, owner, self._limits.max_json_bytes)
        if not drafts:
            return []
        return read_messages(await self._save_messages(drafts, owner))

    @operation
    async def list_messages(
        self,
        thread_id: str | Sequence[str],
        *,
        resource_id: str | None = None,
        include: Sequence[Include] = (),
        date_range: DateRange = ALWAYS,
        metadata: Mapping[str, Any] | None = None,
        include_system: bool = False,
        page: int = 0,
        per_page: int | None = 40,
        order_by: OrderBy = CREATED_AT_ASC,
        include_total: bool = True,
    ) -> MessagePage:
        """Return one page of a thread, or of several, ordered by `created_at`, then by `id`.

        An unknown thread is an empty page. A page past the end is empty and keeps its `total`.
        `metadata` is matched against `content.metadata`. The messages that `include` names come on
        top, each with its neighbours by position, whatever the filters and the page say, but never
        from another resource than `resource_id`; unknown ones are left out. They appear once, and
        do not count.
        """
        thread_ids = [thread_id] if isinstance(thread_id, str) else thread_id
        checked = tuple(checks.identifiers(thread_ids, "thread_id"))
        if not checked:
            raise InvalidInputError("thread_id must be an id or a list of ids that is not empty")
        query = self._query(
            checked,
            checks.optional_identifier(resource_id, "resource_id"),
            include,
            date_range,
            metadata,
            include_system,
            order_by,
            PageRequest.check(page, per_page, include_total),
        )
        return _page(query, await self._list_messages(query))

    @operation
    async def list_messages_by_resource_id(
        self,
        resource_id: str,
        *,
        include: Sequence[Include] = (),
        date_range: DateRange = ALWAYS,
        metadata: Mapping[str, Any] | None = None,
        include_system: bool = False,
        page: int = 0,
        per_page: int | None = 40,
        order_by: OrderBy = CREATED_AT_ASC,
        include_total: bool = True,
    ) -> MessagePage:
        """Return one page of a resource's messages in all threads; otherwise as `list_messages`."""
        query = self._query(
            None,
            checks.identifier(resource_id, "resource_id"),
            include,
            date_range,
            metadata,
            include_system,
            order_by,
            PageRequest.check(page, per_page, include_total),
        )
        return _page(query, await self._list_messages(query))

    @operation
    async def list_messages_by_id(
        self,
        message_ids: Sequence[str],
        *,
        resource_id: str | None = None,
        include_system: bool = False,
    ) -> list[Message]:
        """Return messages by id from any thread, ordered by `created_at`, then by `id`; unknown ids
        are left out.
        """
        ids = checks.identifiers(message_ids, "message_ids")
        owner = checks.optional_identifier(resource_id, "resource_id")
        checks.flag(include_system, "include_system")
        if not ids:
            return []
        rows = await self._list_messages_by_id(ids, owner)
        shown = [row for row in rows if include_system or row["role"] != "system"]
        return read_messages(in_order(shown, CREATED_AT_ASC))

    @overload
    async def get_messages(
        self, thread_id: str, *, format: Literal["v2"] = "v2", resource_id: str | None = None
    ) -> list[Message]: ...

    @overload
    async def get_messages(
        self, thread_id: str, *, format: Literal["v1"], resource_id: str | None = None
    ) -> list[MessageV1]: ...

    async def get_messages(
        self,
        thread_id: str,
        *,
        format: Literal["v1", "v2"] = "v2",
        resource_id: str | None = None,
    ) -> list[Message] | list[MessageV1]:
        """Return all messages of a thread, in the second generation's form or in the first's.

        One message may become several of the first generation: a text, a tool call, a tool result.
        """
        if format not in ("v1", "v2"):
            error = InvalidInputError("format must be 'v1' or 'v2'")
            raise error.at(self._store_name, "memory.get_messages")
        page = await self.list_messages(thread_id, resource_id=resource_id, per_page=None)
        return page.messages if format == "v2" else to_v1(page.messages)

    @operation
    async def update_messages(
        self, messages: Sequence[MessageUpdate], *, resource_id: str | None = None
    ) -> list[Message]:
        """Change messages, all or none; return the changed ones as stored, ordered by `created_at`,
        then by `id`.

        `content` is merged key by key, and so is `metadata` inside it; other fields are replaced;
        what is not given is left alone. Unknown ids are left out, with all that is said of them.
        Another `thread_id` moves the message; a missing thread is `NotFoundError`. The `updated_at`
        of each touched thread rises, unless nothing but ids was given.
        """
        patches = check_patches(messages, self._limits.max_json_bytes)
        owner = checks.optional_identifier(resource_id, "resource_id")
        if not patches:
            return []
        return read_messages(in_order(await self._update_messages(patches, owner), CREATED_AT_ASC))

    @operation
    async def delete_messages(
        self, message_ids: Sequence[str], *, resource_id: str | None = None
    ) -> int:
        """Delete messages by id, all or none; return how many there were. Unknown ids are not an
        error.

        The `updated_at` of each thread that lost a message rises.
        """
        ids = checks.identifiers(message_ids, "message_ids")
        owner = checks.optional_identifier(resource_id, "resource_id")
        return await self._delete_messages(ids, owner) if ids else 0

    def _query(
        self,
        thread_ids: tuple[str, ...] | None,
        resource_id: str | None,
        include: Sequence[Include],
        date_range: DateRange,
        metadata: Mapping[str, Any] | None,
        include_system: bool,
        order_by: OrderBy,
        page: PageRequest,
    ) -> MessageQuery:
        (order,) = checks.instances([order_by], OrderBy, "order_by")
        (dates,) = checks.instances([date_range], DateRange, "date_range")
        return MessageQuery(
            thread_ids=thread_ids,
            resource_id=resource_id,
            dates=dates,
            metadata=checks.metadata_filter(metadata, self._limits.max_json_bytes),
            include_system=checks.flag(include_system, "include_system"),
            order_by=order.check(("created_at",)),
            page=page,
            windows=tuple(
                Window(
                    checks.identifier(target.id, "an id in include"),
                    checks.count(target.with_previous_messages, "with_previous_messages"),
                    checks.count(target.with_next_messages, "with_next_messages"),
                )
                for target in checks.instances(include, Include, "include")
            ),
        )

    @abstractmethod
    async def _save_messages(self, drafts: list[MessageDraft], owner: str | None) -> list[Row]:
        """Store the drafts, whose ids differ, all or none; return their rows in the total order.

        In one transaction: `require_threads`, `require_owner` for what is stored under these ids,
        `with_times` from the newest message of each thread, `saved_row` for each draft, and
        `changed_thread` for each thread that a message came to or left.
        """

    @abstractmethod
    async def _list_messages(self, query: MessageQuery) -> Found:
        """Return the page of those that `message_matches`, by `createdAt`, then by id, both in the
        direction of the query, and the windows around what it names: each target with its
        neighbours by position in its own thread, of those that are `message_shown`.
        """

    @abstractmethod
    async def _list_messages_by_id(self, ids: list[str], owner: str | None) -> list[Row]:
        """Return the rows in any order, those of role `system` too."""

    @abstractmethod
    async def _update_messages(self, patches: list[MessagePatch], owner: str | None) -> list[Row]:
        """Apply `patched` to each stored row, one patch after the other, all or none; return the
        rows in any order. Unknown ids, and those of another resource than `owner`, are left out.

        A thread that a message moves to is checked by `require_threads`; one of another resource is
        as absent as one that never existed. Touched are the threads that were left and reached.
        """

    @abstractmethod
    async def _delete_messages(self, ids: list[str], owner: str | None) -> int:
        """Delete those of `owner`, where it is given, and touch their threads; all or none."""


def _page(query: MessageQuery, found: Found) -> MessagePage:
    rows, has_more = query.page.cut(found.rows, found.total)
    return MessagePage(
        messages=read_messages(merged_rows(rows, found.included, query.order_by)),
        total=found.total,
        page=query.page.page,
        per_page=query.page.per_page,
        has_more=has_more,
    )
