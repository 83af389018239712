"""The sessions of the OpenAI Agents SDK on SQLAlchemy: a thread of items, which are dictionaries.

An item is the content of one of our messages, with its role. The SDK takes no ids and no times.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from agents.extensions.memory import SQLAlchemySession

from benchmarks.contender import Contender, Json
from benchmarks.memory.contents import BUSY, CROWD, LONG, PAGE, SHORT, messages

DRIVERS = {"file": "sqlite+aiosqlite://", "postgresql": "postgresql+asyncpg:"}


class AgentsSessions(Contender):
    workloads: ClassVar[frozenset[str] | None] = frozenset(
        {
            *("save_message_1", "save_messages_100", "list_messages_all_10k"),
            *("list_messages_last_40 of 10", "list_messages_last_40 of 10k"),
            *("save_message_1, 8 callers", "save_message_1, 64 callers"),
            "save_message_1, 64 callers, one thread",
            *("list_messages_last_40, 8 callers", "list_messages_last_40, 64 callers"),
        }
    )

    def __init__(self, url: str) -> None:
        scheme, _, rest = url.partition(":")
        if scheme == "file":
            rest = f"/{rest}"
        first = SQLAlchemySession.from_url(
            LONG["id"], url=DRIVERS[scheme] + rest, create_tables=True
        )
        self._engine = first.engine
        self._sessions = {LONG["id"]: first}
        for thread in (BUSY, SHORT, *CROWD):
            self._sessions[thread["id"]] = SQLAlchemySession(thread["id"], engine=first.engine)

    async def fill(self) -> None:
        """Make the tables, and save what the long thread and the short one have."""
        for size, thread in ((10_000, LONG), (10, SHORT)):
            session, items = self.messages(messages(size, thread, timed=True))
            for first in range(0, size, 1_000):
                await session.add_items(items[first : first + 1_000])

    def messages(self, values: list[Json]) -> Any:
        items = [{"role": each["role"], **each["content"]} for each in values]
        return self._sessions[values[0]["thread_id"]], items

    async def save_messages(self, messages: Any) -> object:
        session, items = messages
        return await session.add_items(items)

    async def last_messages(self, thread_id: str, *, total: bool) -> Sequence[object]:
        found: list[object] = await self._sessions[thread_id].get_items(limit=PAGE)
        return found

    async def all_messages(self, thread_id: str) -> Sequence[object]:
        found: list[object] = await self._sessions[thread_id].get_items()
        return found

    async def close(self) -> None:
        await self._engine.dispose()


async def open_peer(url: str) -> AgentsSessions:
    """Open sessions in a database, with their messages."""
    sessions = AgentsSessions(url)
    await sessions.fill()
    return sessions
