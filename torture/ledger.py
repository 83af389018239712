"""Batches that are written once each, and what was said of them."""

from collections import Counter
from dataclasses import dataclass, field

from mastra_storage_core import BusyError, NewMessage, StorageError, Store, UnavailableError

THREADS = ("first", "second", "third")
_PARTS = len(THREADS)


@dataclass(slots=True)
class Ledger:
    """Each batch is one call, with a message for each thread."""

    acknowledged: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    """The error said that nothing was written."""
    unknown: set[str] = field(default_factory=set)
    """The error said that the call may have been carried out."""
    errors: "Counter[str]" = field(default_factory=Counter)
    strange: list[str] = field(default_factory=list)

    async def prepare(self, store: Store) -> None:
        for thread in THREADS:
            await store.memory.create_thread(thread_id=thread, resource_id="ada")

    async def write(self, store: Store, name: str) -> bool:
        """Write a batch, and note what was said of it; return whether it was acknowledged."""
        batch = [
            NewMessage(
                id=f"{name} {thread}",
                thread_id=thread,
                resource_id="ada",
                role="user",
                content=name,
            )
            for thread in THREADS
        ]
        try:
            await store.memory.save_messages(batch)
        except BusyError as error:
            self.refused.add(name)
            self.errors[str(error)] += 1
        except UnavailableError as error:
            self.unknown.add(name)
            self.errors[str(error)] += 1
        except StorageError as error:
            self.strange.append(f"{type(error).__name__}: {error}")
        else:
            self.acknowledged.add(name)
        return name in self.acknowledged

    async def problems(self, store: Store) -> list[str]:
        """Return what is lost, half there, or there although nothing was written."""
        pages = [await store.memory.list_messages(thread, per_page=None) for thread in THREADS]
        found = Counter(
            message.id.rpartition(" ")[0] for page in pages for message in page.messages
        )
        allowed = {
            **{name: {_PARTS} for name in self.acknowledged},
            **{name: {0} for name in self.refused},
            **{name: {0, _PARTS} for name in self.unknown},
        }
        return self.strange + [
            f"batch {name}: {found[name]} of {_PARTS} messages are there"
            for name, counts in allowed.items()
            if found[name] not in counts
        ]
