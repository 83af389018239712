"""Ids and times that a second run makes again, so that two databases can be compared row by row."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

from mastra_storage_core import ids

_START = datetime(2030, 1, 1, tzinfo=UTC)


class Clock:
    """Counts instead of looking at the time: each act of a program has a minute of its own."""

    def __init__(self) -> None:
        self.begin_act(0)

    def begin_act(self, number: int) -> None:
        """Begin the minute of an act; it makes the same ids and times whatever came before."""
        self._act = number
        self._ids = 0
        self._times = 0

    def new_id(self) -> str:
        """Return the next id."""
        self._ids += 1
        return f"made-{self._act:04d}-{self._ids:05d}"

    def now(self) -> datetime:
        """Return the next millisecond."""
        self._times += 1
        return _START + timedelta(minutes=self._act, milliseconds=self._times)


class _Counted:
    """Stands for `datetime` in the module that all ids and times come from."""

    @staticmethod
    def now(_: object) -> datetime:
        return CLOCK.now()


CLOCK = Clock()


@contextmanager
def counted() -> Iterator[None]:
    """Let this process, and those that it forks, make ids and times by counting."""
    call = patch.object(ids.Uuid7, "__call__", lambda _: CLOCK.new_id())
    with patch.object(ids, "datetime", _Counted), call:
        yield
