"""What the memory domain keeps, and in which orders."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from mastra_storage_core import ConflictError, ObservationalMemory
from mastra_storage_core.backend import named
from mastra_storage_core.backend.memory import changed_thread, lookup_key, record_row

from mastra_storage_lmdb.rows import Order, Row, Rows, Table, Transaction

THREADS = Table(
    "threads",
    tuple(Order(by, of) for by in ("createdAt", "updatedAt") for of in (None, "resourceId")),
)
MESSAGES_OF_THREAD = Order("createdAt", "thread_id")
MESSAGES_OF_RESOURCE = Order("createdAt", "resourceId")
MESSAGES = Table("messages", (MESSAGES_OF_THREAD, MESSAGES_OF_RESOURCE, Order("createdAt")))
RESOURCES = Table("resources", (Order("updatedAt"),))
GENERATIONS = Order("generationCount", "lookupKey")
RECORDS = Table("records", (GENERATIONS,))


class Tables:
    """The tables of this domain, as one transaction sees them."""

    def __init__(self, transaction: Transaction) -> None:
        self.threads = Rows(THREADS, transaction)
        self.messages = Rows(MESSAGES, transaction)
        self.resources = Rows(RESOURCES, transaction)
        self.records = Rows(RECORDS, transaction)

    def thread(self, thread_id: str, owner: str | None) -> Row | None:
        """Return a thread; where an owner is named, one of another is absent."""
        row = self.threads.get(thread_id)
        return row if row and owner in (None, row["resourceId"]) else None

    def messages_of(self, owner: str | None, ids: Iterable[str]) -> list[Row]:
        """Return messages, each once; where an owner is named, those of another are absent."""
        rows = self.messages.read(dict.fromkeys(ids))
        return [row for row in rows if owner in (None, row["resourceId"])]

    def owners(self, thread_ids: Iterable[str]) -> dict[str, str]:
        """Return the owner of each thread that exists."""
        return {row["id"]: row["resourceId"] for row in self.threads.read(thread_ids)}

    def newest(self, thread_id: str) -> datetime | None:
        """Return the time of the last message of a thread."""
        ids = self.messages.ids(MESSAGES_OF_THREAD, thread_id, descending=True)
        return next((row["createdAt"] for row in self.messages.read(ids)), None)

    def touch(self, thread_ids: Iterable[str], at: datetime) -> None:
        """Raise the `updatedAt` of threads."""
        for thread in self.threads.read(thread_ids):
            self.threads.put(changed_thread(thread, at))

    def owned_by(self, thread_id: str) -> Iterator[tuple[Rows, list[str]]]:
        """Go through what goes with a thread: its messages, and its observational memory."""
        yield self.messages, list(self.messages.ids(MESSAGES_OF_THREAD, thread_id))
        yield self.records, list(self.records.ids(GENERATIONS, lookup_key(thread_id, None)))

    def drop_thread(self, thread_id: str) -> None:
        """Delete a thread with all that it owns."""
        for rows, ids in self.owned_by(thread_id):
            rows.delete(*ids)
        self.threads.delete(thread_id)

    def insert_record(self, record: ObservationalMemory) -> None:
        """Insert an observational memory record, whose id must be new."""
        if self.records.get(record.id):
            raise ConflictError(f"observational memory {named(record.id)} exists already")
        self.records.put(record_row(record))
