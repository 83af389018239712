"""Those who wait for something to become true, each on a loop of its own."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple


def running_loop() -> asyncio.AbstractEventLoop | None:
    """Return the loop that runs on this thread, if one does."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class Waiter(NamedTuple):
    """Waits on its loop until `ready` says so."""

    ready: Callable[[], bool]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[None]


class Waiters:
    """All who wait for one thing. Whoever changes it holds its lock, and calls `wake`."""

    def __init__(self) -> None:
        self._waiters: list[Waiter] = []

    def add(self, ready: Callable[[], bool]) -> Waiter:
        """Let the running task wait; it is ready at once where that is so already."""
        loop = asyncio.get_running_loop()
        waiter = Waiter(ready, loop, loop.create_future())
        if ready():
            waiter.future.set_result(None)
        else:
            self._waiters.append(waiter)
        return waiter

    def drop(self, waiter: Waiter) -> None:
        """Forget one that does not wait any more."""
        with suppress(ValueError):
            self._waiters.remove(waiter)

    def wake(self) -> None:
        """Let those go on for whom it has become true."""
        ready = [waiter for waiter in self._waiters if waiter.ready()]
        for waiter in ready:
            self._waiters.remove(waiter)
            with suppress(RuntimeError):  # its loop is closed, so nobody waits
                waiter.loop.call_soon_threadsafe(_resolve, waiter.future)


def _resolve(future: asyncio.Future[None]) -> None:
    if not future.done():
        future.set_result(None)
