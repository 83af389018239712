"""What every domain in memory has in common: its methods are atomic because they cannot wait."""

from collections.abc import Callable, Coroutine
from functools import wraps
from threading import RLock
from typing import Any, Concatenate, ParamSpec, TypeVar

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits, StorageDomain
from mastra_storage_core.lifecycle import Lifecycle


class InMemoryDomain(StorageDomain):
    """A domain in plain Python."""

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(store_name=store_name, limits=limits)
        self._lifecycle = lifecycle
        self._lock = RLock()


D = TypeVar("D", bound=InMemoryDomain)
P = ParamSpec("P")
R = TypeVar("R")


def atomic(
    method: Callable[Concatenate[D, P], R],
) -> Callable[Concatenate[D, P], Coroutine[Any, Any, R]]:
    """Make a coroutine function of a plain one: no other task or thread comes between its steps.

    The store is opened first. Left to the method is to raise before it changes anything.
    """

    @wraps(method)
    async def call(self: D, /, *args: P.args, **kwargs: P.kwargs) -> R:
        if not self._lifecycle.ready:
            await self._lifecycle.open()
        with self._lock:
            return method(self, *args, **kwargs)

    return call
