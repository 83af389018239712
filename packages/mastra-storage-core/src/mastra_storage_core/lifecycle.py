"""When a store opens and closes: once, on first use or by `init()`, again after a failure, never
after `close()`.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from weakref import WeakSet

from mastra_storage_core.errors import ClosedError

_ANOTHER_LOOP_LOOKS_AGAIN = 0.01


class Lifecycle:
    """Runs `start` before the first use and `stop` at the end.

    However many callers arrive at once, `start` runs once; a caller that is cancelled does not stop
    it for the others; after a failure the next caller tries again.

    A process that was forked meanwhile has the connections of its parent, whose bytes it must not
    mix with its own, and none of the threads that serve them. What was opened before is closed
    there, and nothing is done about it; unless `forkable` says that there are no connections.
    """

    def __init__(
        self,
        start: Callable[[], Awaitable[None]],
        stop: Callable[[], Awaitable[None]],
        *,
        forkable: bool = False,
    ) -> None:
        self._start = start
        self._stop = stop
        self._starting: asyncio.Task[None] | None = None
        self.ready = False
        """Whether the store may be used at once, which the hot path asks first."""
        self._closing: asyncio.Task[None] | None = None
        self._of_the_parent = False
        if not forkable:
            _LIFECYCLES.add(self)

    async def open(self) -> None:
        """Return when the store may be used. `ClosedError` after `close()`."""
        while not self.ready:
            if self._of_the_parent:
                raise ClosedError(
                    "the store was opened before this process was forked; open one in each process"
                )
            if self._closing is not None:
                raise ClosedError("the store was closed")
            if self._starting is not None and self._elsewhere(self._starting):
                await asyncio.sleep(_ANOTHER_LOOP_LOOKS_AGAIN)
                continue
            if self._starting is None:
                self._starting = asyncio.create_task(self._run())
                self._starting.add_done_callback(_seen)
            await asyncio.shield(self._starting)

    async def close(self) -> None:
        """Stop, after a start that is under way; a second call only waits for the first.

        In a process that was forked since it started there is nothing to close.

        Closing goes on if the caller is cancelled. It is tried once: after a failure, which reaches
        all who wait for it, another call does nothing.
        """
        if self._of_the_parent:
            return
        if self._closing is None:
            self.ready = False
            self._closing = asyncio.create_task(self._finish())
            self._closing.add_done_callback(_seen)
        elif self._closing.done():
            return
        await asyncio.shield(self._closing)

    def _elsewhere(self, starting: asyncio.Task[None]) -> bool:
        """Return whether another event loop, as another thread has it, is starting; one that ended
        meanwhile starts nothing any more.
        """
        loop = starting.get_loop()
        if loop.is_closed():
            self._starting = None
        return self._starting is not None and loop is not asyncio.get_running_loop()

    def forked(self) -> None:
        """Take notice that this is another process now."""
        if self.ready or self._starting is not None:
            self.ready, self._of_the_parent = False, True

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


_LIFECYCLES: WeakSet[Lifecycle] = WeakSet()


def _forked() -> None:
    for each in list(_LIFECYCLES):
        each.forked()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forked)


def _seen(task: asyncio.Task[None]) -> None:
    """Mark a failure as known: whoever waited may have been cancelled."""
    if not task.cancelled():
        task.exception()
