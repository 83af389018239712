"""The exporter: what the SDK of OpenTelemetry calls, from whichever thread it likes."""

import logging
import os
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from mastra_storage_core import NewSpan, SpanBuffer, Store, open_store
from mastra_storage_core.errors import summary
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from mastra_storage_otel.mapping import to_span
from mastra_storage_otel.thread import StoreThread

_log = logging.getLogger("mastra_storage_otel")

QUIET = 60.0
"""Seconds between two warnings: an outage is worth one, and not one for each batch."""


class MastraSpanExporter(SpanExporter):
    """Writes the traces of a program into the tables of Mastra; made for a `BatchSpanProcessor`.

    `store` is the URL of a database, or a function that returns a store which nobody else uses: the
    exporter opens it on a thread of its own, for which this waits a second at most, and once more
    in a child of a fork; `shutdown` closes it. A URL that no package knows, a store without the
    domain and settings that make no sense are errors here; a database that is away is none. After
    that the exporter raises nothing, and warns in the log `mastra_storage_otel`.

    Spans go through a `SpanBuffer`, which takes `settings`: while the database is away they wait in
    it, and some are dropped once it is full. An export waits until its spans are stored, for
    `export_timeout` seconds at most, and not at all while the database is known to be away. What
    the store does is not traced.
    """

    _thread: StoreThread | None
    _stopped: bool

    def __init__(
        self, store: str | Callable[[], Store], *, export_timeout: float = 5.0, **settings: Any
    ) -> None:
        self._open: Callable[[], Store] = (
            partial(open_store, store) if isinstance(store, str) else store
        )
        self._settings = settings
        self._timeout = export_timeout
        self._warned = -QUIET
        self._restart()
        self._thread = StoreThread(self._open(), self._make_buffer)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=partial(_restart, weakref.ref(self)))

    @property
    def buffer(self) -> SpanBuffer | None:
        """The buffer that spans go through, with its counters; `None` in a child of a fork that has
        not exported yet.
        """
        return self._thread.buffer if self._thread else None

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Store spans; `FAILURE` if any of them is lost. One that still waits for the database is
        not.
        """
        try:
            return self._export(spans)
        except Exception as error:  # noqa: BLE001 - the program must not feel it
            self._warn("spans could not be exported", error)
            return SpanExportResult.FAILURE

    def force_flush(self, timeout_millis: float = 30_000) -> bool:
        """Wait until everything that was exported is stored or lost; `False` after the time."""
        try:
            return self._thread is None or self._thread.flush(timeout_millis / 1000)
        except Exception as error:  # noqa: BLE001 - the program must not feel it
            self._warn("spans could not be flushed", error)
            return False

    def shutdown(self, timeout_millis: float = 30_000) -> None:
        """Store what still waits, as far as there is time, and close the store. Spans that are
        exported later are lost.
        """
        with self._lock:
            thread = None if self._stopped else self._thread
            self._stopped = True
        try:
            if thread is not None:
                thread.stop(timeout_millis / 1000)
        except Exception as error:  # noqa: BLE001 - the program must not feel it
            self._warn("the exporter could not be shut down", error)

    def _export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        thread = self._running()
        if thread is None or thread.is_current:
            return SpanExportResult.FAILURE
        lost = thread.buffer.dropped + thread.buffer.rejected
        taken = [thread.buffer.add(each) for each in map(self._mapped, spans) if each is not None]
        if not thread.buffer.failing:
            thread.flush(self._timeout)
        if thread.buffer.failing:
            self._warn("the database is away, and spans wait for it", thread.buffer.last_error)
        if len(taken) < len(spans) or thread.buffer.dropped + thread.buffer.rejected > lost:
            self._warn("spans were lost", thread.buffer.last_error)
            return SpanExportResult.FAILURE
        return SpanExportResult.SUCCESS

    def _mapped(self, span: ReadableSpan) -> NewSpan | None:
        try:
            return to_span(span)
        except Exception as error:  # noqa: BLE001 - the others of its batch can be stored
            self._warn("a span could not be read", error)
            return None

    def _running(self) -> StoreThread | None:
        with self._lock:
            if self._thread is None and not self._stopped:
                self._thread = StoreThread(self._open(), self._make_buffer)
            return None if self._stopped else self._thread

    def _make_buffer(self, store: Store) -> SpanBuffer:
        return SpanBuffer(store.observability, **self._settings)

    def _restart(self) -> None:
        """Begin without a thread, as the child of a fork does: it has none of its parent's."""
        self._lock = threading.Lock()
        self._thread = None
        self._stopped = False

    def _warn(self, what: str, error: Exception | None) -> None:
        """Warn of what happened, now and then; of an error no more than its kind, unless it is one
        of ours, whose words hold no secrets.
        """
        if time.monotonic() - self._warned > QUIET:
            self._warned = time.monotonic()
            _log.warning("%s%s", what, f": {summary(error)}" if error else "")


def _restart(exporter: "weakref.ref[MastraSpanExporter]") -> None:
    found = exporter()
    if found is not None:
        found._restart()  # noqa: SLF001 - it is of this module
