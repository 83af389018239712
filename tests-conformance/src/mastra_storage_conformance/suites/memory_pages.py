"""Pages of the lists of the memory domain (rule 5)."""

from functools import partial
from typing import Any

import pytest
from mastra_storage_core import MemoryStorage, MessagePage, OrderBy, ThreadPage

from mastra_storage_conformance.make import Make
from mastra_storage_conformance.suites._pages import Listing, PagesOfAList, Seed, walk
from mastra_storage_conformance.suites._support import ids


def rows_of(page: ThreadPage | MessagePage) -> list[str]:
    """Return the ids of a page, oldest first as all lists here are read."""
    return ids(page.threads if isinstance(page, ThreadPage) else page.messages)


async def of_threads(memory: MemoryStorage, make: Make, rows: int) -> Listing:
    """Threads of a resource, by pairs of one time."""
    threads = [await make.thread(memory, created_at=make.after(n // 2)) for n in range(rows)]
    read = partial(memory.list_threads, resource_id=make.owner, order_by=OrderBy())
    return Listing(ids(threads), read, rows_of)


async def of_messages(memory: MemoryStorage, make: Make, rows: int) -> Listing:
    """Messages of a thread, by pairs of one time."""
    thread = await make.thread(memory)
    messages = [make.message(thread, created_at=make.after(n // 2)) for n in range(rows)]
    await memory.save_messages(messages)
    return Listing(ids(messages), partial(memory.list_messages, thread.id), rows_of)


async def of_resource(memory: MemoryStorage, make: Make, rows: int) -> Listing:
    """Messages of a resource."""
    listing = await of_messages(memory, make, rows)
    return listing._replace(read=partial(memory.list_messages_by_resource_id, make.owner))


async def filtered(memory: MemoryStorage, make: Make, rows: int) -> Listing:
    """Messages that match a metadata filter, among others that do not."""
    thread = await make.thread(memory)
    messages = [
        make.message(thread, metadata={"kept": n % 2 == 0}, created_at=make.after(n // 4))
        for n in range(rows * 2)
    ]
    await memory.save_messages(messages)
    read = partial(memory.list_messages, thread.id, metadata={"kept": True})
    return Listing(ids(messages[::2]), read, rows_of)


@pytest.mark.parametrize("seed", [of_threads, of_messages, of_resource, filtered])
@pytest.mark.mastra_domain("memory")
@pytest.mark.asyncio(loop_scope="session")
class TestPages(PagesOfAList):
    """Every list is cut into pages in the same way."""

    @pytest.fixture
    def domain(self, memory: MemoryStorage) -> MemoryStorage:
        return memory

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

        pages = await walk(listing, order_by=order, per_page=per_page, include_total=include_total)

        expected = listing.expected if direction == "asc" else listing.expected[::-1]
        assert [row for page in pages for row in listing.rows(page)] == expected
        assert all(listing.rows(page) for page in pages)
        assert {page.total for page in pages} == {7 if include_total else None}


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
