"""When a store opens and closes: once, on first use or by `init()`, again after a failure, never
after `close()`.
"""

import asyncio
from collections.abc import Awaitable, Callable

from mastra_storage_core.errors import ClosedError


class Lifecycle:
    """Runs `start` before the first use and `stop` at the end.

    However many callers arrive at once, `start` runs once; a caller that is cancelled does not stop
    it for the others; after a failure the next caller tries again.
    """

    def __init__(
        self, start: Callable[[], Awaitable[None]], stop: Callable[[], Awaitable[None]]
    ) -> None:
        self._start = start
        self._stop = stop
        self._starting: asyncio.Task[None] | None = None
        self.ready = False
        """Whether the store may be used at once, which the hot path asks first."""
        self._closing: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Return when the store may be used. `ClosedError` after `close()`."""
        while not self.ready:
            if self._closing is not None:
                raise ClosedError("the store was closed")
            if self._starting is None:
                self._starting = asyncio.create_task(self._run())
                self._starting.add_done_callback(_seen)
            await asyncio.shield(self._starting)

    async def close(self) -> None:
        """Stop, after a start that is under way; a second call only waits for the first.

        Closing goes on if the caller is cancelled. It is tried once: after a failure, which reaches
        all who wait for it, another call does nothing.
        """
        if self._closing is None:
            self.ready = False
            self._closing = asyncio.create_task(self._finish())
            self._closing.add_done_callback(_seen)
        elif self._closing.done():
            return
        await asyncio.shield(self._closing)

    async def _run(self) -> None:
        try:
            await self._start()
            self.ready = self._closing is None
        finally:
            self._starting = None

    async def _finish(self) -> None:
        if self._starting is not None:
            await asyncio.wait([self._starting])
        await self._stop()


def _seen(task: asyncio.Task[None]) -> None:
    """Mark a failure as known: whoever waited may have been cancelled."""
    if not task.cancelled():
        task.exception()
