"""Whether the file that is open is still the one that its path names."""

import os
from collections.abc import Callable
from typing import Any, TypeVar

from mastra_storage_core.errors import StorageError

T = TypeVar("T")


class Place:
    """The file of a connection, as it was when it was opened.

    SQLite goes on with a file that was deleted, moved away or replaced. What it writes then is gone
    when the last connection closes, or gets into the WAL of the file that took the place, which has
    the same name. So each write looks before it begins: one system call, which takes 1 µs or 2.
    """

    def __init__(self, raw: Any) -> None:
        ((_, _, self._path), *_) = raw.execute("PRAGMA database_list").fetchall()
        self._identity = self._look() if self._path else None

    def work(self, work: Callable[[Any, Any], T], raw: Any, argument: Any) -> T:
        """Do work on a connection to the file, or raise an error if its path names another file
        now, or none.
        """
        if self._identity is not None and self._look() != self._identity:
            raise StorageError(
                "the database file was deleted or replaced while it was open; nothing was written; "
                "open the store anew"
            )
        return work(raw, argument)

    def _look(self) -> tuple[int, int]:
        try:
            found = os.stat(self._path)  # noqa: PTH116 # a Path for each call costs as much again
        except FileNotFoundError:
            return 0, 0
        return found.st_dev, found.st_ino
