"""A thread with an event loop of its own, on which a store takes what other threads export."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from mastra_storage_core import SpanBuffer, StorageError, Store

# The SDK has no public name for this, by which its own processors keep exporters from being traced.
from opentelemetry.context import _SUPPRESS_INSTRUMENTATION_KEY, attach, set_value

PATIENCE = 1.0
"""Seconds to wait at first for the store to open. Python 3.12 starts no thread once a program is at
its end, and drivers need some: a short program would lose all that it did.
"""


class StoreThread:
    """Holds a store and the buffer in front of it, until `stop`. The store is opened at once; one
    that cannot be is opened when it is used.
    """

    def __init__(self, store: Store, make_buffer: Callable[[Store], SpanBuffer]) -> None:
        self._store = store
        self._make_buffer = make_buffer
        self._ready, self._tried = threading.Event(), threading.Event()
        self._failure: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="mastra-storage-otel", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._failure is not None:
            raise self._failure
        self._tried.wait(PATIENCE)

    @property
    def is_current(self) -> bool:
        """Whether the caller runs on this very thread."""
        return threading.current_thread() is self._thread

    def flush(self, timeout: float) -> bool:
        """Wait until what is held is settled; return whether there was time for it."""
        return self._do(self.buffer.flush(timeout), timeout)

    def stop(self, timeout: float) -> bool:
        """Write what is held, close the store, end the thread; return whether there was time."""
        done = self._do(self.buffer.close(timeout), timeout)
        self._loop.call_soon_threadsafe(self._end.set)
        self._thread.join(1)
        return done

    def _do(self, work: Coroutine[Any, Any, bool], timeout: float) -> bool:
        if self._loop.is_closed():  # it was stopped, and has written what there was
            work.close()
            return not self.buffer.pending
        # The work keeps to the time by itself; the second is for a loop that is busy.
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout + 1)

    def _run(self) -> None:
        # What the store does must not be traced: each batch would be the cause of another one.
        attach(set_value(_SUPPRESS_INSTRUMENTATION_KEY, True))
        try:
            asyncio.run(self._live())
        except Exception as error:  # noqa: BLE001 - it is raised where somebody waits
            self._failure = error
        finally:
            self._ready.set()
            self._tried.set()

    async def _live(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._end = asyncio.Event()
        self.buffer = self._make_buffer(self._store)
        self._ready.set()
        with suppress(StorageError):  # it is tried again, and then it matters
            await self._store.init()
        self._tried.set()
        await self._end.wait()
        with suppress(StorageError):  # nothing is lost by it, and nobody is there to be told
            await self._store.close()
