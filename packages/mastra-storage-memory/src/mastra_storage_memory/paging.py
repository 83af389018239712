"""Pages of what stands in order."""

from collections.abc import Iterator

from mastra_storage_core.paging import PageRequest

from mastra_storage_memory.collection import Collection, Id, Row


def read_page(
    rows: Collection, ids: Iterator[Id], page: PageRequest
) -> tuple[list[Row], int | None]:
    """Read the page out of all ids that match, and count them where the page asks for a total."""
    taken, total = page.take(ids)
    return list(rows.read(taken)), total
