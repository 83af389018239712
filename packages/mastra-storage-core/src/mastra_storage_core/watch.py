"""Who is told of operations: the log, of each that was slow or failed, and whoever asked to be told
of all.

No handler is installed, and no line holds an id, a value or the words of a driver.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from contextvars import ContextVar
from time import perf_counter
from typing import NamedTuple, TypeAlias

from mastra_storage_core.errors import (
    ClosedError,
    ConfigurationError,
    ConflictError,
    InvalidInputError,
    NotFoundError,
    StorageError,
    UnsupportedError,
    named,
)

STORE = "store"
"""The domain of a method of the store itself, such as `init`."""

SLOW_MS = 1000.0
"""After how many milliseconds an operation is slow, unless a store is told otherwise."""

logging.getLogger("mastra_storage_core").addHandler(logging.NullHandler())
# Without it Python prints warnings to stderr in programs that have not set up logging at all.
_slow = logging.getLogger("mastra_storage_core.slow")
_failed = logging.getLogger("mastra_storage_core.failed")
_REFUSED = (ClosedError, ConflictError, InvalidInputError, NotFoundError, UnsupportedError)
"""Answers to what a caller asked for, and no trouble of the database: they are told as `DEBUG`."""


class Operation(NamedTuple):
    """A call of a public method."""

    backend: str
    """The store, such as `LIBSQL`."""
    domain: str
    """Such as `memory`; `store` for a method of the store itself."""
    method: str
    """Such as `list_messages`."""


Observer: TypeAlias = Callable[[Operation], AbstractContextManager[object]]
"""Called at the beginning of an operation; what it returns is entered, and left at its end, with
the error where it failed.
"""


class Watch:
    """What watches the operations of one store.

    To ask it costs 0.3 µs where there is nothing to tell, of which a context variable would be
    twice as much: so what lies within what is found out when there is something.
    """

    __slots__ = ("backend", "observers", "slow")

    def __init__(self, backend: str, slow_ms: object = SLOW_MS) -> None:
        self.backend = backend
        self.slow = _seconds(slow_ms)
        """In seconds."""
        self.observers: tuple[Observer, ...] = ()

    @property
    def is_observing(self) -> bool:
        """Whether observers see an operation already, of which this one is a part."""
        return _observed.get() is self

    @contextmanager
    def observe(self, domain: str, method: str) -> Iterator[None]:
        """Let observers see an operation, and none of its parts."""
        outer = _observed.get()
        _observed.set(self)
        try:
            with ExitStack() as stack:
                for observer in self.observers:
                    stack.enter_context(observer(Operation(self.backend, domain, method)))
                yield
        finally:
            _observed.set(outer)

    def passed(self, domain: str, method: str, started: float) -> None:
        """Tell of an operation if it was slow. Of one with a part that was told of, the rest counts
        by itself.
        """
        took = perf_counter() - started
        if took >= self.slow:
            self._tell_slow(Operation(self.backend, domain, method), started, took, "took")

    def failed(self, domain: str, method: str, started: float, error: BaseException) -> None:
        """Say in an error where it happened, and tell of it; of one that was cancelled, if it was
        slow. An error is told of once.
        """
        took = perf_counter() - started
        operation = Operation(self.backend, domain, method)
        if isinstance(error, StorageError):
            error.at(self.backend, method if domain == STORE else f"{domain}.{method}")
        if not isinstance(error, Exception):
            if took >= self.slow:
                self._tell_slow(operation, started, took, "was cancelled after")
        elif not error.__dict__.get(_TOLD):
            error.__dict__[_TOLD] = True
            kind = type(error).__name__
            retryable = isinstance(error, StorageError) and error.retryable
            level = logging.DEBUG if isinstance(error, _REFUSED) else logging.WARNING
            facts = _facts(operation, took) | {"error_type": kind, "retryable": retryable}
            words = "%s %s.%s failed after %.0f ms: %s"
            _failed.log(level, words, *operation, took * 1000, kind, extra=facts)

    def _tell_slow(self, operation: Operation, started: float, took: float, ended: str) -> None:
        part = _part.get()
        if part is not None and part.started >= started and took - part.took < self.slow:
            return
        _part.set(_Part(started, took))
        words = "%s %s.%s %s %.0f ms"
        _slow.warning(words, *operation, ended, took * 1000, extra=_facts(operation, took))


class _Part(NamedTuple):
    """The operation that was told of last, in a context."""

    started: float
    took: float


_TOLD = "_mastra_told"
"""Set on an error that was told of."""
_observed: ContextVar[Watch | None] = ContextVar("mastra_storage_observed", default=None)
_part: ContextVar[_Part | None] = ContextVar("mastra_storage_part", default=None)


def _facts(operation: Operation, took: float) -> dict[str, object]:
    return {**operation._asdict(), "milliseconds": round(took * 1000, 3)}


def _seconds(slow_ms: object) -> float:
    if slow_ms is None:
        return float("inf")
    number = isinstance(slow_ms, (int, float)) and not isinstance(slow_ms, bool)
    if not number or not slow_ms >= 0:  # type: ignore[operator] # a number, though maybe no NaN
        raise ConfigurationError(
            f"slow_ms must be a number of milliseconds from 0 on, or None, not {named(slow_ms)}"
        )
    return slow_ms / 1000  # type: ignore[operator] # as above
