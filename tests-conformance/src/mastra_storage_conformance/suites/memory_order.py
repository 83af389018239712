"""The total order of every list: a time, then the id by code point (rule 2)."""

import random
from collections.abc import Sequence

import pytest
from mastra_storage_core import MemoryStorage, OrderBy

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, save

NAMES = ["B", "Z1", "_x", "a", "z0", "é", "一", "😀"]
"""In the order of code points, which no language sorts them in."""


def shuffled(values: Sequence[str]) -> list[str]:
    """Return the values in an order that is never theirs, and always the same."""
    mixed = list(values)
    random.Random(1).shuffle(mixed)  # noqa: S311 - no secret
    return mixed


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestTotalOrderOfMessages:
    """Equal times are ordered by id, by code point."""

    async def test_equal_times_are_ordered_by_id_in_every_list(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """mastra#3735."""
        thread = await make.thread(memory)
        expected = [make.id(name) for name in NAMES]
        messages = make.messages(thread, 8, ids=shuffled(expected), created_at=make.noon)

        saved = await memory.save_messages(messages)

        assert ids(saved) == expected
        assert ids(await memory.list_messages_by_id(shuffled(expected))) == expected
        assert ids((await memory.list_messages(thread.id)).messages) == expected
        assert ids(await memory.get_messages(thread.id)) == expected
        of_owner = await memory.list_messages_by_resource_id(make.owner)
        assert ids(of_owner.messages) == expected

    async def test_reversing_the_direction_reverses_the_list_exactly(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        one, two = await make.thread(memory), await make.thread(memory)
        messages = [
            make.message(thread, message_id=make.id(name), created_at=make.after(number % 2))
            for number, name in enumerate(shuffled(NAMES))
            for thread in (one, two)
        ]
        await memory.save_messages(messages)
        both = [two.id, one.id]

        rising = await memory.list_messages(both)
        falling = await memory.list_messages(both, order_by=OrderBy("created_at", "desc"))

        assert rising.messages == sorted(
            rising.messages, key=lambda each: (each.created_at, each.id)
        )
        assert falling.messages == rising.messages[::-1]

    async def test_the_order_does_not_depend_on_when_a_row_was_written(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Replacing a row moves it in a heap, and gives it another number in SQLite."""
        thread = await make.thread(memory)
        messages = make.messages(thread, 5, created_at=make.noon)
        await memory.save_messages(messages)

        await save(memory, messages[1])
        await save(memory, messages[0])

        assert ids((await memory.list_messages(thread.id)).messages) == ids(messages)

    async def test_a_hundred_messages_of_one_time_are_paged_without_a_gap(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """mastra#3735."""
        thread = await make.thread(memory)
        expected = [make.id(f"{number:02}") for number in range(100)]
        await memory.save_messages(
            make.messages(thread, 100, ids=shuffled(expected), created_at=make.noon)
        )

        walked = [
            message.id
            for page in range(15)
            for message in (await memory.list_messages(thread.id, page=page, per_page=7)).messages
        ]

        assert walked == expected


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestTotalOrderOfThreads:
    """Threads are ordered by `created_at` or `updated_at`, then by id."""

    async def test_the_newest_come_first_unless_the_caller_says_otherwise(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        threads = [await make.thread(memory, created_at=make.after(n)) for n in (2, 1, 3)]

        page = await memory.list_threads(resource_id=make.owner)

        assert ids(page.threads) == [threads[2].id, threads[0].id, threads[1].id]

    @pytest.mark.parametrize("field", ["created_at", "updated_at"])
    async def test_each_field_has_its_order_and_its_exact_reverse(
        self, memory: MemoryStorage, make: Make, field: str
    ) -> None:
        names = [make.id(name) for name in NAMES]
        for number, name in enumerate(shuffled(names)):
            await make.thread(
                memory,
                thread_id=name,
                created_at=make.after(number % 2),
                updated_at=make.after(-(number % 3)),
            )

        rising = await memory.list_threads(resource_id=make.owner, order_by=OrderBy(field, "asc"))
        falling = await memory.list_threads(resource_id=make.owner, order_by=OrderBy(field, "desc"))

        keys = [(getattr(thread, field), thread.id) for thread in rising.threads]
        assert keys == sorted(keys)
        assert len(keys) == len(NAMES)
        assert falling.threads == rising.threads[::-1]
