"""Planted faults of stores: how they open and close, and what they keep."""

import asyncio
import threading
from contextlib import suppress
from typing import Any

from mastra_storage_core import StorageError, Thread, UnavailableError
from mastra_storage_core.domains.memory.models import MessagePage
from mastra_storage_core.domains.memory.requests import Found, MessageDraft, MessageQuery, Row
from mastra_storage_memory import InMemoryStore
from mastra_storage_memory.domains.memory.store import InMemoryMemory
from mutants import KeptInMemory, found_by


def emptied(store: InMemoryStore) -> None:
    """Drop every thread of a store."""
    memory: Any = store.memory
    threads = memory._threads
    threads.delete(*(row["id"] for row in list(threads)))


@found_by("TestDurable.test_another_store_reads_what_a_closed_one_wrote")
class ForgetsWhenItCloses(KeptInMemory):
    async def close(self) -> None:
        await super().close()
        self.kept.pop(self.space, None)


@found_by("TestDurable.test_a_store_sees_at_once_what_another_wrote")
class AnswersFromACacheOfItsOwn(KeptInMemory):
    def __init__(self, space: str) -> None:
        super().__init__(space)
        memory: Any = self.memory
        read, seen = memory._list_messages, dict[str, Found]()

        async def cached(query: MessageQuery) -> Found:
            if repr(query) not in seen:
                seen[repr(query)] = await read(query)
            return seen[repr(query)]

        vars(memory)["_list_messages"] = cached


@found_by("TestDurable.test_what_was_acknowledged_before_close_is_there_afterwards")
class AcknowledgesBeforeItWrites(KeptInMemory):
    def __init__(self, space: str) -> None:
        super().__init__(space)
        memory: Any = self.memory
        write = memory._save_thread
        later: set[asyncio.Task[None]] = set()

        async def written(thread: Thread, owner: str | None) -> None:
            await asyncio.sleep(0.05)
            with suppress(StorageError):
                await write(thread, owner)

        async def acknowledged(thread: Thread, owner: str | None) -> None:
            later.add(asyncio.create_task(written(thread, owner)))

        vars(memory)["_save_thread"] = acknowledged


@found_by("TestInit.test_init_twice_changes_nothing")
class EmptiesItselfOnInit(InMemoryStore):
    async def init(self) -> None:
        await super().init()
        emptied(self)


@found_by("TestInit.test_many_first_uses_at_once_lose_nothing")
class InitialisesForEveryCaller(InMemoryStore):
    def __init__(self) -> None:
        super().__init__()

        async def opened() -> None:
            await asyncio.sleep(0)
            emptied(self)
            self._lifecycle.ready = True

        self._lifecycle.open = opened  # type: ignore[method-assign] # that is the fault


@found_by("TestInit.test_after_an_init_that_was_cancelled_the_next_call_works")
class RemembersAnInitThatFailed(InMemoryStore):
    def __init__(self) -> None:
        super().__init__()
        failed = False

        async def opened() -> None:
            nonlocal failed
            if failed:
                raise UnavailableError("the store did not open")
            failed = True
            await asyncio.sleep(0.01)
            failed, self._lifecycle.ready = False, True

        self._lifecycle.open = opened  # type: ignore[method-assign] # that is the fault


@found_by("TestInit.test_a_caller_that_is_cancelled_does_not_stop_init_for_the_others")
class StopsInitForAll(InMemoryStore):
    def __init__(self) -> None:
        super().__init__()
        starting: list[asyncio.Task[None]] = []

        async def start() -> None:
            await asyncio.sleep(0.01)
            self._lifecycle.ready = True

        async def opened() -> None:
            if not starting:
                starting.append(asyncio.create_task(start()))
            await starting[0]

        self._lifecycle.open = opened  # type: ignore[method-assign] # that is the fault


@found_by("TestClose.test_closing_twice_does_nothing")
class FailsToCloseTwice(InMemoryStore):
    closed = False

    async def close(self) -> None:
        if self.closed:
            raise UnavailableError("the store was closed")
        self.closed = True
        await super().close()


@found_by("TestClose.test_calls_under_way_end_in_a_result_or_in_an_error_of_ours")
class PullsTheConnectionAway(InMemoryStore):
    def __init__(self) -> None:
        super().__init__()
        memory: Any = self.memory
        write = memory._save_thread

        async def written(thread: Thread, owner: str | None) -> None:
            await asyncio.sleep(0.01)
            if not self._lifecycle.ready:
                raise RuntimeError("the connection is gone")
            await write(thread, owner)

        vars(memory)["_save_thread"] = written


@found_by("TestClose.test_nothing_stays_behind")
class LeavesATaskBehind(InMemoryStore):
    async def close(self) -> None:
        await super().close()
        self.left = asyncio.create_task(asyncio.sleep(600))


@found_by("TestClose.test_nothing_stays_behind")
class LeavesAConnectionBehind(InMemoryStore):
    """As a driver does that has a thread for each."""

    async def close(self) -> None:
        await super().close()
        threading.Thread(target=threading.Event().wait, args=(600,), daemon=True).start()


@found_by("TestClose.test_any_use_afterwards_is_closed")
class AnswersErrorsWithAnEmptyPage(InMemoryMemory):
    async def list_messages(self, *args: Any, **options: Any) -> MessagePage:
        try:
            return await super().list_messages(*args, **options)
        except StorageError:
            return MessagePage(messages=[], total=0, page=0, per_page=40, has_more=False)


@found_by("TestCancellation.test_after_a_cancelled_call_the_store_works")
class KeepsTheLockOfACancelledCall(InMemoryMemory):
    async def _save_messages(self, drafts: list[MessageDraft], owner: str | None) -> list[Row]:
        lock = vars(self).setdefault("lock", asyncio.Lock())
        await lock.acquire()
        await asyncio.sleep(0)
        rows = await super()._save_messages(drafts, owner)
        lock.release()
        return rows
