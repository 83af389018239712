"""Pruning of threads, messages and resources: what goes, what stays, and what is refused.

Every case has a store of its own, for `prune` deletes whatever is old.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest
from mastra_storage_core import (
    ClosedError,
    ConfigurationError,
    InvalidInputError,
    MemoryStorage,
    PruneReport,
    Resource,
    Store,
    Thread,
    pruning,
)

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, observe, reread, save

MONTH = {"memory": {"threads": "30d"}}
Seed = Callable[[MemoryStorage, Make, datetime], Awaitable[str]]
Find = Callable[[MemoryStorage, str], Awaitable[object]]


def policy(table: str, batch_size: int = 1000) -> dict[str, Any]:
    """Return a retention of 30 days for one table."""
    return {"memory": {table: {"max_age": "30d", "batch_size": batch_size}}}


def short(reports: list[PruneReport]) -> list[tuple[str, int, bool]]:
    return [(report.table, report.deleted, report.done) for report in reports]


async def old_thread(memory: MemoryStorage, make: Make, messages: int = 3) -> Thread:
    """Save a thread that was last used at noon, with messages and observational memory."""
    thread = await make.thread(memory)
    await memory.save_messages(make.messages(thread, messages))
    await observe(memory, make, thread_id=thread.id)
    return await memory.save_thread(thread)  # Each message made it young again.


async def left(memory: MemoryStorage, thread: Thread) -> tuple[bool, int | None, bool]:
    """Return what is left of a thread: itself, how many messages, its observational memory."""
    found = await memory.get_thread_by_id(thread.id)
    page = await memory.list_messages(thread.id)
    return (
        found is not None,
        page.total,
        await memory.get_observational_memory(thread.id) is not None,
    )


async def seed_thread(memory: MemoryStorage, make: Make, at: datetime) -> str:
    return (await make.thread(memory, created_at=make.noon, updated_at=at)).id


async def seed_message(memory: MemoryStorage, make: Make, at: datetime) -> str:
    thread = await make.thread(memory)
    (message,) = await save(memory, make.message(thread, created_at=at))
    return message.id


async def seed_resource(memory: MemoryStorage, make: Make, at: datetime) -> str:
    resource = Resource(id=make.id("resource"), created_at=make.noon, updated_at=at)
    return (await memory.save_resource(resource)).id


TABLES: dict[str, tuple[Seed, Find]] = {
    "threads": (seed_thread, lambda memory, row_id: memory.get_thread_by_id(row_id)),
    "messages": (seed_message, lambda memory, row_id: memory.list_messages_by_id([row_id])),
    "resources": (seed_resource, lambda memory, row_id: memory.get_resource_by_id(row_id)),
}
"""How to save a row of some time, and how to find it again."""


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestPrune:
    """`prune` deletes what is older than its policies allow, wholly, and nothing else."""

    @pytest.mark.parametrize("table", TABLES)
    async def test_rows_strictly_before_the_cutoff_go_and_no_others(
        self, empty_store: Store, make: Make, monkeypatch: pytest.MonkeyPatch, table: str
    ) -> None:
        seed, find = TABLES[table]
        monkeypatch.setattr(pruning, "now", lambda: make.after(3600))
        before, at, after = [
            await seed(empty_store.memory, make, make.after(seconds)) for seconds in (-0.001, 0, 1)
        ]

        (report,) = await empty_store.prune({"memory": {table: "1h"}})

        assert (report.deleted, report.done, report.cutoff) == (1, True, make.noon)
        found = [await find(empty_store.memory, row_id) for row_id in (before, at, after)]
        assert [bool(row) for row in found] == [False, True, True]

    async def test_a_pruned_thread_takes_along_what_it_owns(
        self, empty_store: Store, make: Make
    ) -> None:
        memory = empty_store.memory
        old, other = await old_thread(memory, make), await old_thread(memory, make)
        await memory.update_thread(other.id, title="used today")

        assert short(await empty_store.prune(MONTH)) == [("threads", 1, True)]

        assert await left(memory, old) == (False, 0, False)
        assert await left(memory, other) == (True, 3, True)

    async def test_a_thread_is_as_old_as_its_last_message(
        self, empty_store: Store, make: Make
    ) -> None:
        """In the original it is as old as its first, and leaves all of them behind."""
        thread = await make.thread(empty_store.memory)
        await save(empty_store.memory, make.message(thread))

        assert short(await empty_store.prune(MONTH)) == [("threads", 0, True)]
        assert (await empty_store.memory.list_messages(thread.id)).total == 1

    async def test_pruned_messages_leave_their_thread_as_it_was(
        self, empty_store: Store, make: Make
    ) -> None:
        memory = empty_store.memory
        thread = await old_thread(memory, make)
        (kept,) = await save(memory, make.message(thread))
        thread = await reread(memory, thread)

        assert short(await empty_store.prune(policy("messages"))) == [("messages", 3, True)]

        assert await left(memory, thread) == (True, 1, True)
        assert ids((await memory.list_messages(thread.id)).messages) == [kept.id]
        assert await reread(memory, thread) == thread

    async def test_a_pruned_resource_leaves_its_threads_and_observations(
        self, empty_store: Store, make: Make
    ) -> None:
        memory = empty_store.memory
        thread = await old_thread(memory, make)
        await memory.initialize_observational_memory(
            resource_id=make.owner, scope="resource", config={}
        )
        await memory.save_resource(Resource(id=make.owner, updated_at=make.noon))

        assert short(await empty_store.prune(policy("resources"))) == [("resources", 1, True)]

        assert await memory.get_resource_by_id(make.owner) is None
        assert await left(memory, thread) == (True, 3, True)
        assert await memory.get_observational_memory(resource_id=make.owner)

    async def test_a_dry_run_counts_and_touches_nothing(
        self, empty_store: Store, make: Make
    ) -> None:
        memory = empty_store.memory
        thread = await old_thread(memory, make)
        await memory.save_resource(Resource(id=make.owner, updated_at=make.noon))
        every = {"memory": dict.fromkeys(TABLES, "30d")}

        foreseen = await empty_store.prune(every, dry_run=True)

        expected = [("threads", 1, True), ("messages", 3, True), ("resources", 1, True)]
        assert short(foreseen) == expected
        assert all(report.dry_run for report in foreseen)
        assert await left(memory, thread) == (True, 3, True)
        assert await memory.get_resource_by_id(make.owner)

    async def test_each_table_is_pruned_for_itself_in_a_fixed_order(
        self, empty_store: Store, make: Make
    ) -> None:
        """Messages that went with their thread are none of those that went by themselves."""
        memory = empty_store.memory
        await old_thread(memory, make)
        used = await old_thread(memory, make)
        await memory.update_thread(used.id, title="used today")

        reports = await empty_store.prune({"memory": {"messages": "30d", "threads": "30d"}})

        assert short(reports) == [("threads", 1, True), ("messages", 3, True)]
        assert await empty_store.prune({}) == await empty_store.prune() == []

    async def test_a_closed_store_prunes_nothing(self, empty_store: Store) -> None:
        await empty_store.close()

        with pytest.raises(ClosedError):
            await empty_store.prune(MONTH)


WRONG = [
    *("30d", [], {"memory": "30d"}, {"memroy": {}}, {"memory": {"thread": "30d"}}),
    *({"memory": {"threads": age}} for age in ("30 dayz", "-1d", 0, True, 1.5, {}, {"age": 1})),
    *({"memory": {"threads": {"max_age": 1, "batch_size": size}}} for size in (0, -1, 1.5, True)),
]
WRONG_OPTIONS: list[dict[str, Any]] = [
    *({"dry_run": value} for value in (None, 1, "yes")),
    *({name: value} for name in ("max_batches", "max_rows") for value in (-1, 1.5, True, "1")),
    *({"pause": value} for value in (-1, float("nan"), True, "1", None)),
    {"progress": 5},
]


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestPruneRefuses:
    """What does not fit is refused before any I/O: even by a store that is closed."""

    @pytest.mark.parametrize("retention", WRONG, ids=lambda each: f"{each!r:.60}")
    async def test_a_retention_that_does_not_fit(
        self, open_fresh: Callable[[], Store], retention: Any
    ) -> None:
        store = open_fresh()
        await store.close()

        with pytest.raises(ConfigurationError) as caught:
            await store.prune(retention)

        assert len(str(caught.value)) < 500

    @pytest.mark.parametrize("options", WRONG_OPTIONS, ids=lambda each: f"{each!r:.40}")
    async def test_an_option_that_does_not_fit(
        self, open_fresh: Callable[[], Store], options: dict[str, Any]
    ) -> None:
        store = open_fresh()
        await store.close()

        with pytest.raises(InvalidInputError):
            await store.prune(MONTH, **options)
