"""A buffer in front of `batch_create_spans`, for a program that makes spans faster than it may wait
for a database.

Its worker, a task, lives only while there is something to write. So a buffer outlives the loop that
it was used on, and a program that ends has no idle task to cancel.
"""

import asyncio
import logging
import random
import threading
import time
from contextlib import suppress
from contextvars import copy_context
from types import TracebackType
from typing import Self

from mastra_storage_core.domains.observability.ingestion import exits
from mastra_storage_core.domains.observability.ingestion.held import Held, check
from mastra_storage_core.domains.observability.ingestion.settings import BufferSettings, WhenFull
from mastra_storage_core.domains.observability.ingestion.sink import SpanSink
from mastra_storage_core.domains.observability.ingestion.waiters import (
    Waiter,
    Waiters,
    running_loop,
)
from mastra_storage_core.domains.observability.models import BatchResult, NewSpan, Rejected
from mastra_storage_core.errors import ClosedError, StorageError, summary

_log = logging.getLogger("mastra_storage_core")


class SpanBuffer(exits.Exiting):
    """Collects spans and writes them in batches: when `max_batch` are there, when the oldest has
    waited for `max_age` seconds, and at once for `flush` and `close`.

    `add` never waits, and may be called from any thread; `put` waits for room. At most `max_spans`
    are held, those that are being written included. A batch that fails with an error that is
    `retryable` is tried again until it is stored, after pauses that grow from `first_retry` to
    `longest_retry` seconds; one that fails otherwise is given up and counted. What a retry writes
    twice is stored once, since spans are replaced by their ids.

    It writes on the event loop where it was made, or else where it was first used. What is held
    when that loop ends is written then, or at the end of the process, if the store still can, for
    `exit_timeout` seconds at most: close the buffer, then the store. A child of a fork starts with
    nothing held. `ConfigurationError` for settings that make no sense.
    """

    def __init__(
        self,
        sink: SpanSink,
        *,
        max_batch: int = 500,
        max_age: float = 1.0,
        max_spans: int = 10_000,
        when_full: WhenFull = "drop_newest",
        first_retry: float = 0.1,
        longest_retry: float = 30.0,
        exit_timeout: float = 5.0,
    ) -> None:
        self._settings = BufferSettings(
            max_batch, max_age, max_spans, when_full, first_retry, longest_retry, exit_timeout
        )
        self.exit_timeout = exit_timeout
        self._sink = sink
        self._context = copy_context()
        self.stored = 0
        """How many spans the store has taken."""
        self.rejected = 0
        """How many it refused for what they hold."""
        self.last_rejected: Rejected | None = None
        self.dropped = 0
        """How many were given up: no room, an error that no retry mends, or no time at the end."""
        self.retries = 0
        """How many times a batch was tried again."""
        self.last_error: Exception | None = None
        """How the store last failed, whatever came of it afterwards."""
        self.failing = False
        """Whether the last attempt failed, and is going to be repeated."""
        self.restart()
        self.home = running_loop()
        exits.KNOWN.add(self)

    def restart(self) -> None:
        """Begin with nothing held and no loop, as the child of a fork does: the spans, the loop and
        whoever holds the lock are its parent's.
        """
        settings = self._settings
        self.home: asyncio.AbstractEventLoop | None = None
        self._lock = threading.RLock()  # a span may end while memory is being freed
        self._held = Held(settings.max_spans, drops_oldest=settings.when_full == "drop_oldest")
        self._hurry = 0
        self._closed = False
        self._waiters = Waiters()
        self._bell = asyncio.Event()
        self._worker: asyncio.Task[None] | None = None
        self._working = False

    @property
    def pending(self) -> int:
        """How many spans wait, or are being written."""
        return len(self._held)

    def add(self, span: NewSpan) -> bool:
        """Take a span, from any thread, without waiting; return whether it was taken.

        Where there is no room, or after `close()`, it is dropped and counted; with
        `when_full="drop_oldest"` it is taken, and the one that has waited longest is dropped.
        `InvalidInputError` for what is not a `NewSpan`.
        """
        check(span)
        with self._lock:
            taken = self._held.has_room and not self._closed
            if not taken:
                self.dropped += 1
                taken = not self._closed and self._held.make_room()
            if taken:
                self._take(span)
        return taken

    async def put(self, span: NewSpan) -> None:
        """Take a span, after waiting for room if there is none: the back-pressure of a producer
        that can wait. `ClosedError` after `close()`.
        """
        check(span)
        while True:
            with self._lock:
                if self._closed:
                    raise ClosedError("the buffer was closed")
                if self._held.has_room:
                    self._take(span)
                    return
                waiter = self._waiters.add(lambda: self._closed or self._held.has_room)
            await self._wait(waiter)

    async def flush(self, timeout: float | None = None) -> bool:  # noqa: ASYNC109 - of the wait
        """Write what was taken before this call; return whether all of it is stored, rejected or
        given up, which the counters tell apart. `False` after `timeout` seconds: it is still held,
        and will be written.
        """
        with self._lock:
            target = self._held.taken
            self._hurry = max(self._hurry, target)
            waiter = self._waiters.add(lambda: self._held.unsettled > target)
            self._call_worker(at_once=True)
        try:
            async with asyncio.timeout(timeout):
                await self._wait(waiter)
        except TimeoutError:
            return False
        return True

    async def close(self, timeout: float | None = 30.0) -> bool:  # noqa: ASYNC109 - of the wait
        """Take no more spans and write those that are held; return whether there was time for all.
        What is left after `timeout` seconds is dropped and counted. The store stays open.
        """
        with self._lock:
            first, self._closed = not self._closed, True
            self._waiters.wake()
        done = await self.flush(timeout)
        if not done:
            self._abandon()
        if first and self.dropped:
            last = f"; the last error: {summary(self.last_error)}" if self.last_error else ""
            _log.warning("%d spans were not stored%s", self.dropped, last)
        return done

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def _wait(self, waiter: Waiter) -> None:
        try:
            await waiter.future
        finally:
            with self._lock:
                self._waiters.drop(waiter)

    # --- the worker ------------------------------------------------------------------------------

    def _take(self, span: NewSpan) -> None:
        self._held.take(span, time.monotonic())
        self._call_worker(at_once=self._held.waiting == self._settings.max_batch)

    def _call_worker(self, *, at_once: bool) -> None:
        """See to it that somebody writes, on the loop of this buffer. The caller has the lock."""
        if self.home is None or self.home.is_closed():
            self.home, self._working = running_loop(), False
        starts = not self._working and len(self._held) > 0
        if starts:
            exits.UNSETTLED.add(self)
        if self.home is None or not (starts or at_once):
            return
        self._working = self._working or starts
        with suppress(RuntimeError):  # the loop was closed at this moment
            self.home.call_soon_threadsafe(self._start if starts else self._bell.set)

    def _start(self) -> None:
        self._bell = asyncio.Event()
        self._worker = asyncio.get_running_loop().create_task(self._work(), context=self._context)

    async def _work(self) -> None:
        try:
            while await self._is_due():
                await self._deliver()
        except asyncio.CancelledError:
            # The loop comes to its end: this is the last moment to write there.
            if not self._closed:
                with suppress(TimeoutError):
                    async with asyncio.timeout(self.exit_timeout):
                        while len(self._held):
                            await self._deliver()
            with self._lock:
                self._working = False
            raise

    async def _is_due(self) -> bool:
        """Return when a batch is to be written; `False` when there is nothing left."""
        while True:
            self._bell.clear()
            with self._lock:
                if not len(self._held):
                    self._working = False
                    exits.UNSETTLED.discard(self)
                    return False
                patience = self._patience()
            if patience <= 0:
                return True
            await self._rest(patience)

    def _patience(self) -> float:
        """Return for how many seconds what is held may wait still."""
        held = self._held
        in_hurry = self._closed or held.unsettled <= self._hurry
        if in_hurry or held.batch or held.waiting >= self._settings.max_batch:
            return 0
        return self._settings.max_age - (time.monotonic() - held.since)

    async def _rest(self, seconds: float) -> None:
        """Wait, unless somebody is in a hurry."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._bell.wait()

    async def _deliver(self) -> None:
        """Write a batch, as often as it takes."""
        pause = self._settings.first_retry
        while True:
            with self._lock:
                batch = self._held.begin(self._settings.max_batch)
            if not batch:
                return
            try:
                result = await self._sink.batch_create_spans(batch)
            except Exception as error:  # noqa: BLE001 - whatever it is, the others are written
                self.last_error = error
                if not (isinstance(error, StorageError) and error.retryable):
                    self._settle(None)
                    return
            else:
                self._settle(result)
                return
            self.failing = True
            self.retries += 1
            self._bell.clear()
            # Others may wait for the same database, and should not all come back at once.
            await self._rest(pause * random.uniform(0.5, 1))  # noqa: S311
            pause = min(pause * 2, self._settings.longest_retry)

    def _settle(self, result: BatchResult | None) -> None:
        """Let go of a batch: the store has taken it, or nobody ever will."""
        with self._lock:
            count = self._held.settle()
            self.failing = False
            if result is None:
                self.dropped += count
            elif count:
                self.stored += result.stored
                self.rejected += len(result.rejected)
                self.last_rejected = result.rejected[-1] if result.rejected else self.last_rejected
            self._waiters.wake()

    def _abandon(self) -> None:
        """Stop writing, and drop what is left."""
        with self._lock:
            self.dropped += self._held.clear()
            exits.UNSETTLED.discard(self)
            self._waiters.wake()
            home, worker = self.home, self._worker
        if worker is not None and home is not None:
            with suppress(RuntimeError):
                home.call_soon_threadsafe(worker.cancel)
