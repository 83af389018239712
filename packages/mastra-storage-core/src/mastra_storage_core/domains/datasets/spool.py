"""Where items wait until all of them are checked: in memory while they are few, then in a temporary
file, so that the memory of a call does not grow with their number.
"""

import json
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self, TypeVar

from mastra_storage_core.domains.datasets.requests import ItemDraft

T = TypeVar("T")

IN_MEMORY = 4 * 1024 * 1024
"""Bytes from which on a file is used. It has no name, and is gone with the call."""

CHUNK = 500
"""Items of one step: a statement of that many rows, and what is held in memory of them."""


class Spool:
    """Drafts, written once and read as often as it takes."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY, mode="w+b")  # noqa: SIM115
        self.count = 0

    def add(self, draft: ItemDraft) -> None:
        """Append a draft."""
        self._file.write(json.dumps(draft).encode() + b"\n")
        self.count += 1

    def chunks(self) -> Iterator[list[ItemDraft]]:
        """Go through all drafts, some at a time."""
        self._file.seek(0)
        return batched(ItemDraft(*json.loads(line)) for line in self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()


def batched(values: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """Cut values into lists of a size, the last one perhaps shorter."""
    chunk: list[T] = []
    for value in values:
        chunk.append(value)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


async def each(values: Iterable[T] | AsyncIterable[T]) -> AsyncIterator[T]:
    """Go through values, wherever they come from."""
    if isinstance(values, AsyncIterable):
        async for value in values:
            yield value
    else:
        for value in values:
            yield value
