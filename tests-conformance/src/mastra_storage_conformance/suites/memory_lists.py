"""Messages: what lists show. Orders, pages, filters and windows have modules of their own."""

from datetime import timedelta, timezone

import pytest
from mastra_storage_core import DateRange, MemoryStorage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids, save, texts


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestListMessages:
    """`list_messages` shows the messages of a thread, or of several."""

    async def test_an_unknown_thread_is_an_empty_page(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        page = await memory.list_messages(make.id("unknown"))

        assert (page.messages, page.total, page.has_more) == ([], 0, False)

    async def test_several_threads_are_one_list(self, memory: MemoryStorage, make: Make) -> None:
        """A thread that is named twice counts once."""
        one, two, other = [await make.thread(memory) for _ in range(3)]
        interleaved = [
            make.message(thread, f"{number}", created_at=make.after(number))
            for number, thread in enumerate([one, two, other, one, two])
        ]
        await memory.save_messages(interleaved)

        page = await memory.list_messages([one.id, two.id, one.id, make.id("unknown")])

        assert (texts(page.messages), page.total) == (["0", "1", "3", "4"], 4)

    async def test_only_messages_of_the_named_resource_are_listed(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        thread = await make.thread(memory)
        own, theirs = make.message(thread), make.message(thread, owner=make.id("stranger"))
        await save(memory, own, theirs)

        page = await memory.list_messages(thread.id, resource_id=make.owner)

        assert (ids(page.messages), page.total) == ([own.id], 1)

    async def test_get_messages_returns_all_of_a_thread(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        saved = await memory.save_messages(make.messages(thread, 50))

        assert await memory.get_messages(thread.id) == saved
        assert await memory.get_messages(thread.id, resource_id=make.id("stranger")) == []


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestListMessagesByResourceId:
    """`list_messages_by_resource_id` shows a resource's messages in all threads."""

    async def test_messages_of_all_threads_are_one_list_and_those_of_others_are_not_in_it(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        threads = [await make.thread(memory) for _ in range(2)]
        stranger = make.id("stranger")
        messages = [
            make.message(thread, f"{number}", owner=owner, created_at=make.after(number))
            for number, (thread, owner) in enumerate(
                [(threads[0], None), (threads[1], None), (threads[0], stranger), (threads[0], None)]
            )
        ]
        await memory.save_messages(messages)

        page = await memory.list_messages_by_resource_id(make.owner)

        assert (texts(page.messages), page.total) == (["0", "1", "3"], 3)

    async def test_an_unknown_resource_is_an_empty_page(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        page = await memory.list_messages_by_resource_id(make.id("unknown"))

        assert (page.messages, page.total, page.has_more) == ([], 0, False)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestListMessagesById:
    """`list_messages_by_id` shows messages from any thread."""

    async def test_messages_come_in_the_total_order_and_unknown_ids_are_left_out(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        one, two = await make.thread(memory), await make.thread(memory, owner=make.id("stranger"))
        first = make.message(one, created_at=make.noon)
        second = make.message(two, created_at=make.after(1))
        saved = await save(memory, first, second)

        found = await memory.list_messages_by_id([second.id, make.id("unknown"), first.id])

        assert found == saved

    async def test_repeated_ids_count_once(self, memory: MemoryStorage, make: Make) -> None:
        (saved,) = await save(memory, make.message(await make.thread(memory)))

        assert await memory.list_messages_by_id([saved.id, saved.id]) == [saved]

    async def test_no_ids_is_an_empty_list(self, memory: MemoryStorage) -> None:
        assert await memory.list_messages_by_id([]) == []

    async def test_more_ids_than_a_statement_has_parameters_are_one_call(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        (saved,) = await save(memory, make.message(await make.thread(memory)))
        many = [f"{saved.id}-{number}" for number in range(40_000)]

        assert await memory.list_messages_by_id([*many, saved.id]) == [saved]

    async def test_with_a_guard_messages_of_another_resource_are_left_out(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        thread = await make.thread(memory)
        own, theirs = make.message(thread), make.message(thread, owner=make.id("stranger"))
        await save(memory, own, theirs)

        found = await memory.list_messages_by_id([own.id, theirs.id], resource_id=make.owner)

        assert ids(found) == [own.id]


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestSystemMessages:
    """Messages of role `system` are stored, but neither listed nor counted (rule 15)."""

    async def test_they_are_hidden_and_pages_count_what_they_show(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """The original counted them: a first page could come back empty, with more to come."""
        thread = await make.thread(memory)
        messages = [
            make.message(thread, f"{number}", role=role, created_at=make.after(number))
            for number, role in enumerate(["system", "system", "user", "system", "user", "user"])
        ]
        await memory.save_messages(messages)

        first = await memory.list_messages(thread.id, per_page=2)
        last = await memory.list_messages(thread.id, page=1, per_page=2, include_total=False)

        assert (texts(first.messages), first.total, first.has_more) == (["2", "4"], 3, True)
        assert (texts(last.messages), last.has_more) == (["5"], False)

    async def test_include_system_shows_and_counts_them_in_every_list(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        saved = await save(
            memory,
            make.message(thread, role="system", created_at=make.noon),
            make.message(thread, created_at=make.after(1)),
        )

        of_thread = await memory.list_messages(thread.id, include_system=True)
        of_owner = await memory.list_messages_by_resource_id(make.owner, include_system=True)
        by_id = await memory.list_messages_by_id(ids(saved), include_system=True)

        assert of_thread.messages == of_owner.messages == by_id == saved
        assert of_thread.total == of_owner.total == 2

    async def test_they_are_hidden_from_the_other_lists_as_well(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        (saved,) = await save(memory, make.message(thread, role="system"))

        assert (await memory.list_messages_by_resource_id(make.owner)).total == 0
        assert await memory.list_messages_by_id([saved.id]) == []
        assert await memory.get_messages(thread.id) == []


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestDateRange:
    """Dates compare as instants, the ends inclusive unless the caller excludes one (rule 6)."""

    @pytest.mark.parametrize(
        ("start", "end", "excluded", "expected"),
        [
            (1, None, "", "1234"),
            (1, None, "start", "234"),
            (None, 3, "", "0123"),
            (None, 3, "end", "012"),
            (1, 3, "", "123"),
            (1, 3, "start end", "2"),
            (2, 2, "", "2"),
            (2, 2, "start", ""),
            (2, 2, "end", ""),
            (3, 1, "", ""),
            (2.0005, 3.0009, "", "23"),
            (1.999, 3.001, "start end", "23"),
            (None, None, "start end", "01234"),
        ],
    )
    async def test_a_range_holds_what_lies_in_it(
        self,
        memory: MemoryStorage,
        make: Make,
        start: float | None,
        end: float | None,
        excluded: str,
        expected: str,
    ) -> None:
        """Bounds are cut to the millisecond, as every time is (rule 11)."""
        thread = await make.thread(memory)
        messages = [make.message(thread, f"{n}", created_at=make.after(n)) for n in range(5)]
        await memory.save_messages(messages)
        dates = DateRange(
            start=None if start is None else make.after(start),
            end=None if end is None else make.after(end),
            start_exclusive="start" in excluded,
            end_exclusive="end" in excluded,
        )

        of_thread = await memory.list_messages(thread.id, date_range=dates)
        of_owner = await memory.list_messages_by_resource_id(make.owner, date_range=dates)

        assert "".join(texts(of_thread.messages)) == "".join(texts(of_owner.messages)) == expected
        assert of_thread.total == of_owner.total == len(expected)

    async def test_a_bound_of_another_zone_is_the_same_instant(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread = await make.thread(memory)
        await save(memory, make.message(thread, created_at=make.noon))
        kathmandu = timezone(timedelta(hours=5, minutes=45))
        bound = make.noon.astimezone(kathmandu)

        at = await memory.list_messages(thread.id, date_range=DateRange(start=bound, end=bound))
        after = await memory.list_messages(
            thread.id, date_range=DateRange(start=bound, start_exclusive=True)
        )

        assert (at.total, after.total) == (1, 0)
