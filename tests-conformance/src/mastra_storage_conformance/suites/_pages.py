"""How every list is cut into pages (rule 5), in words for any of them. No case lives here."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, Protocol, TypeAlias

from mastra_storage_conformance.make import Make


class Page(Protocol):
    """What every list returns, beside its rows."""

    @property
    def total(self) -> int | None: ...
    @property
    def page(self) -> int: ...
    @property
    def per_page(self) -> int | None: ...
    @property
    def has_more(self) -> bool: ...


class Listing(NamedTuple):
    """A list of the interface with some rows to show."""

    expected: list[str]
    """The ids of the rows, in the order of the list."""
    read: Callable[..., Awaitable[Any]]
    """Returns a page."""
    rows: Callable[[Any], list[str]]
    """Returns the ids of a page."""


Seed: TypeAlias = Callable[[Any, Make, int], Awaitable[Listing]]
"""Makes as many rows in a domain, and a list that shows them."""


async def walk(listing: Listing, **options: Any) -> list[Page]:
    """Read page after page, until there are no more."""
    pages: list[Page] = [await listing.read(page=0, **options)]
    while pages[-1].has_more:
        pages.append(await listing.read(page=len(pages), **options))
    return pages


class PagesOfAList:
    """Cases for a list; a class of cases adds a fixture `domain`, and chooses a `seed`."""

    async def test_a_page_past_the_end_is_empty_and_keeps_its_total(
        self, domain: object, make: Make, seed: Seed
    ) -> None:
        listing = await seed(domain, make, 3)

        counted = await listing.read(page=9, per_page=2)
        uncounted = await listing.read(page=9, per_page=2, include_total=False)

        assert (listing.rows(counted), counted.total, counted.has_more) == ([], 3, False)
        assert (listing.rows(uncounted), uncounted.total, uncounted.has_more) == ([], None, False)

    async def test_per_page_none_is_everything(
        self, domain: object, make: Make, seed: Seed
    ) -> None:
        listing = await seed(domain, make, 5)

        page = await listing.read(per_page=None)

        assert (listing.rows(page), page.total, page.has_more) == (listing.expected, 5, False)
        assert (page.page, page.per_page) == (0, None)
        assert (await listing.read(per_page=None, include_total=False)).total is None

    async def test_per_page_zero_is_an_empty_page_with_the_true_total(
        self, domain: object, make: Make, seed: Seed
    ) -> None:
        listing = await seed(domain, make, 3)

        page = await listing.read(per_page=0)
        uncounted = await listing.read(per_page=0, include_total=False)

        assert (listing.rows(page), page.total, page.has_more) == ([], 3, False)
        assert (listing.rows(uncounted), uncounted.total, uncounted.has_more) == ([], None, False)

    async def test_page_and_per_page_are_said_back(
        self, domain: object, make: Make, seed: Seed
    ) -> None:
        listing = await seed(domain, make, 3)

        page = await listing.read(page=1, per_page=2)

        assert (page.page, page.per_page) == (1, 2)

    async def test_the_largest_page_that_can_be_asked_for_is_empty(
        self, domain: object, make: Make, seed: Seed
    ) -> None:
        listing = await seed(domain, make, 1)

        far = await listing.read(page=(2**53 - 1) // 100, per_page=100)
        large = await listing.read(per_page=2**53 - 1)

        assert (listing.rows(far), far.total) == ([], 1)
        assert (listing.rows(large), large.has_more) == (listing.expected, False)

    async def test_nothing_that_matches_is_an_empty_page(
        self, domain: object, make: Make, seed: Seed
    ) -> None:
        listing = await seed(domain, make, 0)

        page = await listing.read()

        assert (listing.rows(page), page.total, page.has_more) == ([], 0, False)
