"""The only source of ids and clocks, so that a test can replace both.

Ids are UUIDs of version 7 (RFC 9562): time-ordered, and increasing within a process, so that
messages that are made in one millisecond keep their order when they are sorted by id.
"""

import os
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

MILLISECOND = 1_000
"""Microseconds in the finest step that is ever stored: the original cuts what it reads to
milliseconds.
"""


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def now() -> datetime:
    """Return the current time in UTC, cut to the millisecond."""
    return cut(datetime.now(UTC))


def cut(moment: datetime) -> datetime:
    """Cut a moment to the millisecond, as JavaScript does."""
    return moment.replace(microsecond=moment.microsecond // MILLISECOND * MILLISECOND)


def milliseconds(moment: datetime) -> int:
    """Return the milliseconds since 1970, by which JavaScript counts time."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def at_milliseconds(count: int) -> datetime:
    """Return the moment so many milliseconds after 1970 began, in UTC."""
    return _EPOCH + timedelta(milliseconds=count)


class Uuid7:
    """A 48-bit clock and a 74-bit counter that starts at random and only ever goes up."""

    def __init__(self, clock: Callable[[], int] = time.time_ns) -> None:
        self._clock = clock
        self.restart()

    def restart(self) -> None:
        """Forget every id that was made, so that the next one draws a new random tail."""
        self._lock = threading.Lock()
        self._last_ms = 0
        self._tail = 0

    def __call__(self) -> str:
        with self._lock:
            now_ms = self._clock() // 1_000_000
            if now_ms > self._last_ms:
                self._last_ms = now_ms
                # The top bit stays free, so that a millisecond holds 2^73 further ids.
                self._tail = int.from_bytes(os.urandom(10)) & ((1 << 73) - 1)
            else:
                self._tail += 1 + (os.urandom(1)[0] & 0x3F)
            ms, tail = self._last_ms, self._tail
        high = (ms & ((1 << 48) - 1)) << 80 | 0x7 << 76 | (tail >> 62 & 0xFFF) << 64
        return str(UUID(int=high | 0b10 << 62 | tail & ((1 << 62) - 1)))


new_id = Uuid7()
"""Return a new id: a UUIDv7 as text, greater than every id made before in this process."""

if hasattr(os, "register_at_fork"):
    # A child has its parent's counter, and its parent's lock, which another thread may have held.
    os.register_at_fork(after_in_child=new_id.restart)
