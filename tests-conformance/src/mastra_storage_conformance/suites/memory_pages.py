"""Pages: one rule for every list (rule 5)."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, NamedTuple, TypeAlias

import pytest
from mastra_storage_core import MemoryStorage, MessagePage, OrderBy, ThreadPage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._support import ids

Page: TypeAlias = ThreadPage | MessagePage


class Listing(NamedTuple):
    """A list of the interface with some rows to show."""

    expected: list[str]
    """The ids of the rows, oldest first."""
    read: Callable[..., Awaitable[Page]]


async def of_threads(memory: MemoryStorage, make: Make, rows: int) -> Listing:
    """Threads of a resource, by pairs of one time."""
    threads = [await make.thread(memory, created_at=make.after(n // 2)) for n in range(rows)]
    read = partial(memory.list_threads, resource_id=make.owner, order_by=OrderBy())
    return Listing(ids(threads), read)


async def of_messages(memory: MemoryStorage, make: Make, rows: int) -> Listing:
    """Messages of a thread, by pairs of one time."""
    thread = await make.thread(memory)
    messages = [make.message(thread, created_at=make.after(n // 2)) for n in range(rows)]
    await memory.save_messages(messages)
    return Listing(ids(messages), partial(memory.list_messages, thread.id))


async def of_resource(memory: MemoryStorage, make: Make, rows: int) -> Listing:
    """Messages of a resource."""
    expected, _ = await of_messages(memory, make, rows)
    return Listing(expected, partial(memory.list_messages_by_resource_id, make.owner))


async def filtered(memory: MemoryStorage, make: Make, rows: int) -> Listing:
    """Messages that match a metadata filter, among others that do not."""
    thread = await make.thread(memory)
    messages = [
        make.message(thread, metadata={"kept": n % 2 == 0}, created_at=make.after(n // 4))
        for n in range(rows * 2)
    ]
    await memory.save_messages(messages)
    read = partial(memory.list_messages, thread.id, metadata={"kept": True})
    return Listing(ids(messages[::2]), read)


def rows_of(page: Page) -> list[str]:
    """Return the ids of a page of any list."""
    return ids(page.threads if isinstance(page, ThreadPage) else page.messages)


Seed: TypeAlias = Callable[[MemoryStorage, Make, int], Awaitable[Listing]]
every_list = pytest.mark.parametrize("seed", [of_threads, of_messages, of_resource, filtered])


@every_list
@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestPages:
    """Every list is cut into pages in the same way."""

    @pytest.mark.parametrize("per_page", [1, 2, 3, 7, 8])
    @pytest.mark.parametrize("direction", ["asc", "desc"])
    @pytest.mark.parametrize("include_total", [True, False])
    async def test_pages_of_any_size_make_the_whole_list(
        self,
        memory: MemoryStorage,
        make: Make,
        seed: Seed,
        per_page: int,
        direction: Any,
        include_total: bool,
    ) -> None:
        """`has_more` is true exactly when the next page of this size would have a row."""
        listing = await seed(memory, make, 7)
        order = OrderBy("created_at", direction)
        read = partial(listing.read, order_by=order, per_page=per_page, include_total=include_total)

        pages = [await read(page=0)]
        while pages[-1].has_more:
            pages.append(await read(page=len(pages)))

        expected = listing.expected if direction == "asc" else listing.expected[::-1]
        assert [row for page in pages for row in rows_of(page)] == expected
        assert all(rows_of(page) for page in pages)
        assert {page.total for page in pages} == {7 if include_total else None}

    async def test_a_page_past_the_end_is_empty_and_keeps_its_total(
        self, memory: MemoryStorage, make: Make, seed: Seed
    ) -> None:
        listing = await seed(memory, make, 3)

        counted = await listing.read(page=9, per_page=2)
        uncounted = await listing.read(page=9, per_page=2, include_total=False)

        assert (rows_of(counted), counted.total, counted.has_more) == ([], 3, False)
        assert (rows_of(uncounted), uncounted.total, uncounted.has_more) == ([], None, False)

    async def test_per_page_none_is_everything(
        self, memory: MemoryStorage, make: Make, seed: Seed
    ) -> None:
        listing = await seed(memory, make, 5)

        page = await listing.read(per_page=None)

        assert (rows_of(page), page.total, page.has_more) == (listing.expected, 5, False)
        assert (page.page, page.per_page) == (0, None)
        assert (await listing.read(per_page=None, include_total=False)).total is None

    async def test_per_page_zero_is_an_empty_page_with_the_true_total(
        self, memory: MemoryStorage, make: Make, seed: Seed
    ) -> None:
        listing = await seed(memory, make, 3)

        page = await listing.read(per_page=0)
        uncounted = await listing.read(per_page=0, include_total=False)

        assert (rows_of(page), page.total, page.has_more) == ([], 3, False)
        assert (rows_of(uncounted), uncounted.total, uncounted.has_more) == ([], None, False)

    async def test_page_and_per_page_are_said_back(
        self, memory: MemoryStorage, make: Make, seed: Seed
    ) -> None:
        listing = await seed(memory, make, 3)

        page = await listing.read(page=1, per_page=2)

        assert (page.page, page.per_page) == (1, 2)

    async def test_the_largest_page_that_can_be_asked_for_is_empty(
        self, memory: MemoryStorage, make: Make, seed: Seed
    ) -> None:
        listing = await seed(memory, make, 1)

        far = await listing.read(page=(2**53 - 1) // 100, per_page=100)
        large = await listing.read(per_page=2**53 - 1)

        assert (rows_of(far), far.total) == ([], 1)
        assert (rows_of(large), large.has_more) == (listing.expected, False)

    async def test_nothing_that_matches_is_an_empty_page(
        self, memory: MemoryStorage, make: Make, seed: Seed
    ) -> None:
        listing = await seed(memory, make, 0)

        page = await listing.read()

        assert (rows_of(page), page.total, page.has_more) == ([], 0, False)


@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestDefaultPages:
    """The default sizes are the original's."""

    async def test_a_page_of_messages_has_forty(self, memory: MemoryStorage, make: Make) -> None:
        thread = await make.thread(memory)
        await memory.save_messages(make.messages(thread, 41))

        for page in (
            await memory.list_messages(thread.id),
            await memory.list_messages_by_resource_id(make.owner),
        ):
            assert (len(page.messages), page.total, page.has_more) == (40, 41, True)
            assert (page.page, page.per_page) == (0, 40)

    async def test_a_page_of_threads_has_a_hundred(self, memory: MemoryStorage, make: Make) -> None:
        for _ in range(101):
            await make.thread(memory)

        page = await memory.list_threads(resource_id=make.owner)

        assert (len(page.threads), page.total, page.has_more) == (100, 101, True)
        assert (page.page, page.per_page) == (0, 100)
