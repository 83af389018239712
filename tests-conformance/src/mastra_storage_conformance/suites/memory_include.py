"""Include windows: a message with its neighbours by position (rule 3)."""

import pytest
from mastra_storage_core import DateRange, Include, MemoryStorage, Message, OrderBy, Thread

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import save, texts


async def ten(memory: MemoryStorage, make: Make, *, ties: bool = False) -> list[Message]:
    """Save ten messages of one thread that say `0` to `9`; with ties, all at one time."""
    thread = await make.thread(memory)
    return await memory.save_messages(
        [
            make.message(thread, f"{n}", created_at=make.noon if ties else make.after(n))
            for n in range(10)
        ]
    )


def around(message: Message, previous: int = 0, following: int = 0) -> Include:
    """Ask for a message and its neighbours."""
    return Include(id=message.id, with_previous_messages=previous, with_next_messages=following)


async def shown(memory: MemoryStorage, thread_id: str, *include: Include) -> str:
    """Return what the windows alone show, in order."""
    page = await memory.list_messages(thread_id, per_page=0, include=include)
    return "".join(texts(page.messages))


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestIncludeWindows:
    """Windows are positional, contain the target, and never repeat a message."""

    @pytest.mark.parametrize("ties", [False, True])
    @pytest.mark.parametrize(
        ("target", "previous", "following", "expected"),
        [
            (4, 0, 0, "4"),
            (4, 2, 0, "234"),
            (4, 0, 2, "456"),
            (4, 1, 3, "34567"),
            (0, 3, 1, "01"),
            (9, 1, 3, "89"),
            (5, 99, 99, "0123456789"),
        ],
    )
    async def test_a_window_is_the_target_and_its_neighbours_by_position(
        self,
        memory: MemoryStorage,
        make: Make,
        ties: bool,
        target: int,
        previous: int,
        following: int,
        expected: str,
    ) -> None:
        """With messages of one time, the original shows others and not the target."""
        messages = await ten(memory, make, ties=ties)

        window = around(messages[target], previous, following)

        assert await shown(memory, messages[0].thread_id, window) == expected

    async def test_windows_that_overlap_show_each_message_once(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        messages = await ten(memory, make)
        windows = [around(messages[3], 2, 1), around(messages[5], 1, 1), around(messages[3])]

        assert await shown(memory, messages[0].thread_id, *windows) == "123456"

    async def test_windows_come_on_top_of_the_page_in_one_order_and_do_not_count(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 5: neither in `total` nor in `has_more`."""
        messages = await ten(memory, make)
        include = [around(messages[2], 1, 1)]

        page = await memory.list_messages(messages[0].thread_id, per_page=3, include=include)
        rest = await memory.list_messages(
            messages[0].thread_id,
            page=3,
            per_page=3,
            include=include,
            order_by=OrderBy("created_at", "desc"),
        )

        assert ("".join(texts(page.messages)), page.total, page.has_more) == ("0123", 10, True)
        assert ("".join(texts(rest.messages)), rest.total, rest.has_more) == ("3210", 10, False)

    async def test_has_more_is_the_same_when_windows_show_all_the_rest(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 5; in the original the windows turn it false."""
        messages = await ten(memory, make)
        everything = [around(messages[5], 9, 9)]

        for include_total in (True, False):
            page = await memory.list_messages(
                messages[0].thread_id, per_page=2, include=everything, include_total=include_total
            )
            assert (len(page.messages), page.has_more) == (10, True)

    async def test_unknown_messages_are_left_out(self, memory: MemoryStorage, make: Make) -> None:
        messages = await ten(memory, make)
        unknown = Include(id=make.id("unknown"), with_previous_messages=3)

        assert await shown(memory, messages[0].thread_id, unknown, around(messages[1])) == "1"

    async def test_windows_ignore_what_the_filters_say(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        messages = await ten(memory, make)

        page = await memory.list_messages(
            messages[0].thread_id,
            include=[around(messages[8], 1)],
            date_range=DateRange(end=make.after(1)),
        )
        none = await memory.list_messages(
            messages[0].thread_id, include=[around(messages[8])], metadata={"a": 1}
        )

        assert ("".join(texts(page.messages)), page.total) == ("0178", 2)
        assert (texts(none.messages), none.total) == (["8"], 0)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestIncludeAcrossThreads:
    """A window is of the target's own thread, whichever thread is listed."""

    async def test_a_message_of_another_thread_brings_the_neighbours_it_has_there(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """The `thread_id` of an include is ignored: the message knows its thread."""
        messages = await ten(memory, make)
        other = await make.thread(memory)
        await save(memory, make.message(other, "x", created_at=make.after(4.5)))
        window = around(messages[4], 1, 1).model_copy(update={"thread_id": other.id})

        page = await memory.list_messages(other.id, include=[window])

        assert ("".join(texts(page.messages)), page.total) == ("34x5", 1)

    async def test_they_are_shown_where_the_listed_thread_is_empty_or_unknown(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        messages = await ten(memory, make)
        empty = await make.thread(memory)

        assert await shown(memory, empty.id, around(messages[4], 1)) == "34"
        assert await shown(memory, make.id("unknown"), around(messages[4], 1)) == "34"

    async def test_a_list_of_a_resource_takes_windows_as_well(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        messages = await ten(memory, make)

        page = await memory.list_messages_by_resource_id(
            make.owner, per_page=1, include=[around(messages[4], 1)]
        )

        assert ("".join(texts(page.messages)), page.total, page.has_more) == ("034", 10, True)


async def mixed(memory: MemoryStorage, make: Make, theirs: str) -> tuple[Thread, list[Message]]:
    """Save messages `0` to `5` of one thread; the odd ones belong to somebody else."""
    thread = await make.thread(memory)
    return thread, await memory.save_messages(
        [
            make.message(thread, f"{n}", owner=theirs if n % 2 else None, created_at=make.after(n))
            for n in range(6)
        ]
    )


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestIncludeAndWhoMaySee:
    """Windows never cross the resource that was asked for, and hide what lists hide."""

    async def test_neighbours_of_another_resource_are_as_absent_as_if_they_never_existed(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16."""
        thread, messages = await mixed(memory, make, make.id("stranger"))

        page = await memory.list_messages(
            thread.id, resource_id=make.owner, per_page=0, include=[around(messages[2], 1, 1)]
        )

        assert "".join(texts(page.messages)) == "024"

    async def test_a_target_of_another_resource_brings_nothing(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 16; also by `list_messages_by_resource_id`."""
        thread, messages = await mixed(memory, make, make.id("stranger"))
        include = [around(messages[3], 1, 1)]

        of_thread = await memory.list_messages(
            thread.id, resource_id=make.owner, per_page=0, include=include
        )
        of_owner = await memory.list_messages_by_resource_id(
            make.owner, per_page=0, include=include
        )

        assert of_thread.messages == of_owner.messages == []

    async def test_without_a_resource_windows_show_messages_of_everybody(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        thread, messages = await mixed(memory, make, make.id("stranger"))

        assert await shown(memory, thread.id, around(messages[3], 1, 1)) == "234"

    async def test_system_messages_are_as_absent_from_windows_as_from_lists(
        self, memory: MemoryStorage, make: Make
    ) -> None:
        """Rule 15."""
        thread = await make.thread(memory)
        messages = await memory.save_messages(
            [
                make.message(
                    thread, f"{n}", role="system" if n % 2 else "user", created_at=make.after(n)
                )
                for n in range(6)
            ]
        )
        include = [around(messages[4], 1, 1)]

        hidden = await memory.list_messages(thread.id, per_page=0, include=include)
        all_shown = await memory.list_messages(
            thread.id, per_page=0, include=include, include_system=True
        )

        assert ("".join(texts(hidden.messages)), "".join(texts(all_shown.messages))) == (
            "24",
            "345",
        )
        assert await shown(memory, thread.id, around(messages[3], 1, 1)) == ""
