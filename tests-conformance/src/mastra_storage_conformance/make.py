"""Builders for cases: fixed clocks, and ids that no other case, and no other run, has."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count
from secrets import token_hex
from typing import Any, ClassVar

from mastra_storage_core import MemoryStorage, NewMessage, Thread


def said(text: str, metadata: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return the content of a message that says a text."""
    content: dict[str, Any] = {"format": 2, "parts": [{"type": "text", "text": text}]}
    return content if metadata is None else {**content, "metadata": dict(metadata)}


class Make:
    """Builds the values of one case. All of it belongs to `owner` unless told otherwise."""

    noon: ClassVar[datetime] = datetime(2024, 3, 1, 12, tzinfo=UTC)

    def __init__(self) -> None:
        self._case = token_hex(6)
        self._numbers = count()
        self.owner = self.id("owner")

    def id(self, name: str = "id") -> str:
        """Return a new id that begins with a name, by which ids of one case are sorted."""
        return f"{name}-{next(self._numbers):03}-{self._case}"

    def after(self, seconds: float) -> datetime:
        """Return a time so many seconds after noon."""
        return self.noon + timedelta(seconds=seconds)

    def new_thread(
        self,
        *,
        thread_id: str | None = None,
        owner: str | None = None,
        title: str = "A title",
        metadata: Mapping[str, Any] | None = None,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
    ) -> Thread:
        """Return a thread that is not saved."""
        at = created_at or self.noon
        return Thread(
            id=thread_id or self.id("thread"),
            resource_id=owner or self.owner,
            title=title,
            metadata=None if metadata is None else dict(metadata),
            created_at=at,
            updated_at=updated_at or at,
        )

    async def thread(
        self,
        memory: MemoryStorage,
        *,
        thread_id: str | None = None,
        owner: str | None = None,
        title: str = "A title",
        metadata: Mapping[str, Any] | None = None,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
    ) -> Thread:
        """Save a thread and return it."""
        return await memory.save_thread(
            self.new_thread(
                thread_id=thread_id,
                owner=owner,
                title=title,
                metadata=metadata,
                created_at=created_at,
                updated_at=updated_at,
            )
        )

    def message(
        self,
        thread: Thread,
        content: Any = "Hello",
        *,
        message_id: str | None = None,
        owner: str | None = None,
        role: str = "user",
        kind: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        created_at: datetime | None = None,
    ) -> NewMessage:
        """Return a message of a thread, not saved; text becomes content in today's format."""
        return NewMessage(
            id=message_id or self.id("message"),
            thread_id=thread.id,
            resource_id=owner or thread.resource_id,
            role=role,
            type=kind,
            content=said(content, metadata) if isinstance(content, str) else content,
            created_at=created_at,
        )

    def messages(
        self,
        thread: Thread,
        number: int,
        *,
        ids: Sequence[str] | None = None,
        created_at: datetime | None = None,
    ) -> list[NewMessage]:
        """Return messages in their order: a second apart from noon on, or all of one time."""
        return [
            self.message(
                thread,
                f"Text {index}",
                message_id=ids[index] if ids else None,
                created_at=created_at or self.after(index),
            )
            for index in range(number)
        ]
