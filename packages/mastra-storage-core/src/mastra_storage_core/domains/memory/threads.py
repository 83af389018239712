"""Threads: the public methods, their checks, and what a backend implements beneath them."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.memory.models import Thread, ThreadPage
from mastra_storage_core.domains.memory.requests import Found, Row, ThreadQuery
from mastra_storage_core.domains.memory.rows import read_thread, read_threads
from mastra_storage_core.errors import InvalidInputError, NotFoundError, named
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.paging import CREATED_AT_DESC, OrderBy, PageRequest


class ThreadStorage(StorageDomain):
    """Conversations: who owns them, what they are called, what is known about them.

    Where a method takes `resource_id` as a guard, a thread of another resource is as absent as one
    that never existed.
    """

    @operation
    async def get_thread_by_id(
        self, thread_id: str, *, resource_id: str | None = None
    ) -> Thread | None:
        """Return a thread, or `None` if there is none, or none of that resource."""
        row = await self._get_thread(
            checks.identifier(thread_id, "thread_id"),
            checks.optional_identifier(resource_id, "resource_id"),
        )
        return read_thread(row)

    @operation
    async def save_thread(self, thread: Thread, *, resource_id: str | None = None) -> Thread:
        """Insert or replace a thread by id, with the times that it is given; its messages are
        untouched.

        With `resource_id`, a thread of that id that belongs to another resource is `ConflictError`
        and stays as it is.
        """
        (thread,) = checks.instances([thread], Thread, "thread")
        owner = checks.optional_identifier(resource_id, "resource_id")
        if owner is not None and thread.resource_id != owner:
            raise InvalidInputError("the thread's resource_id differs from the guard resource_id")
        checked = self._checked(thread)
        await self._save_thread(checked, owner)
        return checked

    @operation
    async def create_thread(
        self,
        *,
        resource_id: str,
        title: str = "",
        metadata: Mapping[str, Any] | None = None,
        thread_id: str | None = None,
    ) -> Thread:
        """Save a new thread and return it; the id is made here unless the caller names one.

        An id that another thread has is `ConflictError`, and that thread stays as it is.
        """
        thread = Thread(
            id=new_id() if thread_id is None else checks.identifier(thread_id, "thread_id"),
            resource_id=checks.identifier(resource_id, "resource_id"),
            title=self._text(title, "title"),
            metadata=None if metadata is None else self._object(metadata, "metadata"),
        )
        await self._create_thread(thread)
        return thread

    @operation
    async def update_thread(
        self,
        thread_id: str,
        *,
        title: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        resource_id: str | None = None,
    ) -> Thread:
        """Change the title, merge metadata key by key, or both; return the thread.

        What is not given is left alone. A key whose value is null is stored as null. The merge is
        atomic: concurrent updates of different keys all survive. `NotFoundError` for an unknown
        thread.
        """
        row = await self._update_thread(
            checks.identifier(thread_id, "thread_id"),
            checks.optional_identifier(resource_id, "resource_id"),
            None if title is None else self._text(title, "title"),
            None if metadata is None else self._object(metadata, "metadata"),
            now(),
        )
        thread = read_thread(row)
        if thread is None:
            raise NotFoundError(f"no thread {named(thread_id)}")
        return thread

    patch_thread = update_thread
    """The original's other name for a partial update."""

    @operation
    async def update_thread_metadata(
        self,
        thread_id: str,
        update: Callable[[Thread], Mapping[str, Any] | None],
        *,
        resource_id: str | None = None,
    ) -> Thread | None:
        """Merge what `update` makes of the thread into its metadata, atomically; return the thread.

        `None` for an unknown thread. Where `update` returns `None` nothing is written. `update`
        runs while the thread is locked, possibly on another thread of the process: it should only
        compute. What it raises reaches the caller, and nothing is written.
        """

        def merged(row: Row) -> Mapping[str, Any] | None:
            thread = read_thread(row)
            try:
                change = update(thread) if thread else None
            except Exception as error:
                raise _OfTheCaller(error) from error
            return None if change is None else self._object(change, "metadata")

        try:
            row = await self._update_thread_metadata(
                checks.identifier(thread_id, "thread_id"),
                checks.optional_identifier(resource_id, "resource_id"),
                merged,
                now(),
            )
        except _OfTheCaller as carrier:
            error: Exception = carrier.args[0]
        else:
            return read_thread(row)
        raise error

    @operation
    async def update_thread_resource_id(self, thread_id: str, resource_id: str) -> Thread:
        """Move a thread and all of its messages to another owner, and return it; `created_at` is
        kept.

        For the owner that it has already, nothing changes. `NotFoundError` for an unknown thread.
        """
        row = await self._move_thread(
            checks.identifier(thread_id, "thread_id"),
            checks.identifier(resource_id, "resource_id"),
            now(),
        )
        thread = read_thread(row)
        if thread is None:
            raise NotFoundError(f"no thread {named(thread_id)}")
        return thread

    @operation
    async def delete_thread(self, thread_id: str, *, resource_id: str | None = None) -> bool:
        """Delete a thread with everything it owns: its messages, its observational memory, its
        vectors.

        All or nothing. Return whether there was such a thread; its absence is not an error.
        """
        return await self._delete_thread(
            checks.identifier(thread_id, "thread_id"),
            checks.optional_identifier(resource_id, "resource_id"),
        )

    @operation
    async def list_threads(
        self,
        *,
        resource_id: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        page: int = 0,
        per_page: int | None = 100,
        order_by: OrderBy = CREATED_AT_DESC,
        include_total: bool = True,
    ) -> ThreadPage:
        """Return one page of threads, ordered by `created_at` or `updated_at`, then by `id`.

        `metadata` keeps the threads whose metadata contains every pair: the types count, and `null`
        matches a key that is there and null. A page past the end is empty and keeps its `total`.
        """
        query = ThreadQuery(
            resource_id=checks.optional_identifier(resource_id, "resource_id"),
            metadata=checks.metadata_filter(metadata, self._limits.max_json_bytes),
            order_by=_order(order_by),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_threads(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return ThreadPage(
            threads=read_threads(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    def _checked(self, thread: Thread) -> Thread:
        checks.identifier(thread.id, "the thread's id")
        checks.identifier(thread.resource_id, "the thread's resource_id")
        self._text(thread.title, "title")
        metadata = None if thread.metadata is None else self._object(thread.metadata, "metadata")
        return thread.model_copy(update={"metadata": metadata})

    @abstractmethod
    async def _get_thread(self, thread_id: str, resource_id: str | None) -> Row | None:
        """Return a row, or `None`. `resource_id` is a guard here, and in every method beneath that
        takes it beside an id: where it is given, a thread of another resource is absent.
        """

    @abstractmethod
    async def _save_thread(self, thread: Thread, owner: str | None) -> None:
        """Insert or replace, with the times of the thread; `thread.model_dump(by_alias=True)` is
        its row. `ConflictError` if `owner` is given and the stored one differs.
        """

    @abstractmethod
    async def _create_thread(self, thread: Thread) -> None:
        """Insert; `ConflictError` if the id exists."""

    @abstractmethod
    async def _update_thread(
        self,
        thread_id: str,
        resource_id: str | None,
        title: str | None,
        metadata: Mapping[str, Any] | None,
        at: datetime,
    ) -> Row | None:
        """Store `changed_thread` in one atomic step and return it; `None` for an unknown thread."""

    @abstractmethod
    async def _update_thread_metadata(
        self,
        thread_id: str,
        resource_id: str | None,
        update: Callable[[Row], Mapping[str, Any] | None],
        at: datetime,
    ) -> Row | None:
        """Merge what `update` makes of the locked row, and return the row as it is afterwards.

        `update` may change the row that it gets, so that one is not to be stored. What it raises
        passes through, and nothing is written; where it returns `None`, nothing is written either.
        """

    @abstractmethod
    async def _move_thread(self, thread_id: str, resource_id: str, at: datetime) -> Row | None:
        """Give a thread, its messages and the observational memory under its `lookup_key` to a
        resource, all or none; touch it; return its row. One that belongs there stays as it is.
        """

    @abstractmethod
    async def _delete_thread(self, thread_id: str, resource_id: str | None) -> bool:
        """Delete a thread, its messages and the observational memory under its `lookup_key`, all or
        none; return whether there was one.
        """

    @abstractmethod
    async def _list_threads(self, query: ThreadQuery) -> Found:
        """Return the page of those that `thread_matches`, in the order of the query, then by id in
        the same direction; page and total are of one moment.
        """


class _OfTheCaller(Exception):  # noqa: N818 # it is no failure of its own
    """Carries an error of the caller's function past drivers that translate errors of its class."""


def _order(order_by: OrderBy) -> OrderBy:
    (order,) = checks.instances([order_by], OrderBy, "order_by")
    return order.check(("created_at", "updated_at"))
