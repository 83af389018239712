"""What the memory domain means, as plain dictionaries: what random programs are held to."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from mastra_storage_core import (
    ConflictError,
    DateRange,
    Message,
    MessageUpdate,
    NewMessage,
    NotFoundError,
    StorageError,
    Thread,
)
from mastra_storage_core.matching import matches


def position(value: Thread | Message) -> tuple[datetime, str]:
    """Return where a value stands in the total order."""
    return value.created_at, value.id


def folded(drafts: Sequence[NewMessage]) -> dict[str, NewMessage]:
    """Return each message once: the last content at the first place and time."""
    found: dict[str, NewMessage] = {}
    for draft in drafts:
        first = found.get(draft.id, draft)
        found[draft.id] = draft.model_copy(update={"created_at": first.created_at})
    return found


class Model:
    """Threads and messages by id. The times that only a store's clock can give are told to it."""

    def __init__(self) -> None:
        self.threads: dict[str, Thread] = {}
        self.messages: dict[str, Message] = {}

    def refusals(self, drafts: Sequence[NewMessage], owner: str | None) -> set[type[StorageError]]:
        """Return the errors of which saving these messages must raise one; none, if it must not."""
        last = folded(drafts)
        threads = [self.threads.get(draft.thread_id) for draft in last.values()]
        stored = [self.messages[key] for key in last if key in self.messages]
        owners = {each.resource_id for each in (*threads, *stored) if each}
        missing: set[type[StorageError]] = {NotFoundError} if None in threads else set()
        foreign: set[type[StorageError]] = {ConflictError} if owners - {owner} else set()
        return missing | foreign if owner is not None else missing

    def newest(self, thread_id: str) -> datetime | None:
        """Return the time of the newest message of a thread."""
        return max((each.created_at for each in self._of([thread_id])), default=None)

    def save(self, drafts: Sequence[NewMessage], clock: Mapping[str, datetime]) -> list[Message]:
        """Insert or replace; messages without a time get one from the clock."""
        drafted = folded(drafts)
        for draft in drafted.values():
            old = self.messages.get(draft.id)
            at = old.created_at if old else draft.created_at or clock[draft.id]
            self.messages[draft.id] = Message(**(draft.model_dump() | {"created_at": at}))
        return sorted((self.messages[key] for key in drafted), key=position)

    def update(self, changes: Sequence[MessageUpdate], owner: str | None) -> list[Message]:
        """Change messages in turn; content and its metadata are merged key by key."""
        touched: dict[str, Message] = {}
        for change in changes:
            old = self.messages.get(change.id)
            if old is None or owner not in (None, old.resource_id):
                continue
            fields = change.model_dump(exclude_unset=True)
            if change.content is not None:
                fields["content"] = _merged(old.content, change.content)
            touched[old.id] = self.messages[old.id] = old.model_copy(update=fields)
        return sorted(touched.values(), key=position)

    def delete(self, message_ids: Collection[str], owner: str | None) -> int:
        """Delete messages and return how many there were."""
        doomed = [
            key
            for key in set(message_ids) & self.messages.keys()
            if owner in (None, self.messages[key].resource_id)
        ]
        for key in doomed:
            del self.messages[key]
        return len(doomed)

    def delete_thread(self, thread_id: str, owner: str | None) -> bool:
        """Delete a thread and its messages; return whether there was one."""
        thread = self.threads.get(thread_id)
        if thread is None or owner not in (None, thread.resource_id):
            return False
        del self.threads[thread_id]
        for message in self._of([thread_id]):
            del self.messages[message.id]
        return True

    def move_thread(self, thread_id: str, owner: str) -> None:
        """Give a thread and its messages another owner."""
        change = {"resource_id": owner}
        if self.threads[thread_id].resource_id != owner:
            self.threads[thread_id] = self.threads[thread_id].model_copy(update=change)
            for message in self._of([thread_id]):
                self.messages[message.id] = message.model_copy(update=change)

    def copy(self, source: str, new: Thread, ids: Mapping[str, str]) -> None:
        """Copy the messages that a map names into a new thread."""
        self.threads[new.id] = new
        for old_id, new_id in ids.items():
            change = {"id": new_id, "thread_id": new.id, "resource_id": new.resource_id}
            self.messages[new_id] = self.messages[old_id].model_copy(update=change)

    def select(
        self,
        thread_ids: Collection[str] | None,
        *,
        owner: str | None = None,
        dates: DateRange | None = None,
        metadata: Mapping[str, Any] | None = None,
        system: bool = False,
    ) -> list[Message]:
        """Return the messages that a list shows, in order."""
        found = self.messages.values() if thread_ids is None else self._of(thread_ids)
        return sorted(
            (
                message
                for message in found
                if _visible(owner, system)(message)
                and (dates is None or _holds(dates, message.created_at))
                and (not metadata or matches(message.content, {"metadata": dict(metadata)}))
            ),
            key=position,
        )

    def window(
        self, target_id: str, previous: int, following: int, *, owner: str | None, system: bool
    ) -> list[Message]:
        """Return a message with its neighbours."""
        target = self.messages.get(target_id)
        if target is None or not _visible(owner, system)(target):
            return []
        near = self.select([target.thread_id], owner=owner, system=system)
        place = near.index(target)
        return near[max(0, place - previous) : place + following + 1]

    def threads_of(self, owner: str, metadata: Mapping[str, Any]) -> list[Thread]:
        """Return the threads of an owner that match a filter."""
        return [
            thread
            for thread in self.threads.values()
            if thread.resource_id == owner and (not metadata or matches(thread.metadata, metadata))
        ]

    def _of(self, thread_ids: Collection[str]) -> list[Message]:
        return [each for each in self.messages.values() if each.thread_id in thread_ids]


def _visible(owner: str | None, system: bool) -> Callable[[Message], bool]:
    return lambda message: (
        owner in (None, message.resource_id) and (system or message.role != "system")
    )


def _holds(dates: DateRange, at: datetime) -> bool:
    late = (
        dates.start is None or at > dates.start or (at == dates.start and not dates.start_exclusive)
    )
    early = dates.end is None or at < dates.end or (at == dates.end and not dates.end_exclusive)
    return late and early


def _merged(old: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    merged = {**old, **change}
    if "metadata" in change:
        merged["metadata"] = {**old.get("metadata", {}), **change["metadata"]}
    return merged
