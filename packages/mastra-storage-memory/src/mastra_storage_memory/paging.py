"""Pages of what stands in order."""

from collections.abc import Iterator
from itertools import islice

from mastra_storage_core.paging import PageRequest

from mastra_storage_memory.collection import Collection, Id, Row


def read_page(
    rows: Collection, ids: Iterator[Id], page: PageRequest
) -> tuple[list[Row], int | None]:
    """Read the page out of all ids that match, and count them where the page asks for a total."""
    end = None if page.fetch is None else page.offset + page.fetch
    if not page.include_total:
        return list(rows.read(islice(ids, page.offset, end))), None
    found = list(ids)
    return list(rows.read(found[page.offset : end])), len(found)
