"""The rows of the memory domain, and the orders in which they are kept."""

from collections.abc import Iterable

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.memory.records import LISTS, OBJECTS
from mastra_storage_core.domains.memory.requests import Row
from mastra_storage_core.lifecycle import Lifecycle

from mastra_storage_memory.collection import Collection, Order
from mastra_storage_memory.domain import InMemoryDomain

MESSAGES_OF_THREAD = Order("thread_id", "createdAt")
MESSAGES_OF_RESOURCE = Order("resourceId", "createdAt")
GENERATIONS_OF_KEY = Order("lookupKey", "generationCount")
THREADS = {
    (owned, field): Order("resourceId" if owned else None, column)
    for owned in (False, True)
    for field, column in (("created_at", "createdAt"), ("updated_at", "updatedAt"))
}
"""The order of threads: of one resource or of all, by either time."""


class MemoryTables(InMemoryDomain):
    """Holds the rows, which are those of the database tables; the topics share them."""

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._threads = Collection(*THREADS.values(), json=("metadata",))
        self._messages = Collection(MESSAGES_OF_THREAD, MESSAGES_OF_RESOURCE)
        self._resources = Collection(json=("metadata",))
        self._observations = Collection(GENERATIONS_OF_KEY, json=(*OBJECTS, *LISTS))

    def _thread_of(self, owner: str | None, thread_id: str) -> Row | None:
        """Return a thread; where an owner is named, one of another is absent."""
        thread = self._threads.get(thread_id)
        return thread if thread and owner in (None, thread["resourceId"]) else None

    def _messages_of(self, owner: str | None, ids: Iterable[str]) -> list[Row]:
        """Return messages, each once; where an owner is named, those of another are absent."""
        rows = self._messages.read(dict.fromkeys(ids))
        return [row for row in rows if owner in (None, row["resourceId"])]
