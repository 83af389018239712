"""What every domain of every store has in common: its name, its limits, and errors that say where
they happened.
"""

from abc import ABC
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from time import perf_counter
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar

from mastra_storage_core import checks
from mastra_storage_core.errors import ConfigurationError
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES
from mastra_storage_core.watch import Watch

if TYPE_CHECKING:  # a store imports its domains
    from mastra_storage_core.store import Store


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a value may be. A larger one is `InvalidInputError` before any I/O."""

    max_json_bytes: int = DEFAULT_MAX_BYTES
    """One content, metadata object or text, in bytes of UTF-8."""


DEFAULT_LIMITS = Limits()


class StorageDomain(ABC):
    """One domain of a store.

    The public methods of a domain are written once, here in the core: they check what the caller
    passed and shape what is returned. A backend implements the abstract methods beneath, which
    receive checked values only.
    """

    domain: ClassVar[str]
    """The name of the domain, such as `memory`."""

    def __init__(self, *, store_name: str, limits: Limits = DEFAULT_LIMITS) -> None:
        if not isinstance(limits, Limits):
            raise ConfigurationError("limits must be a Limits value")
        self._store_name = store_name
        self._limits = limits
        self._store: Store | None = None
        self.watch = Watch(store_name)
        """That of the store, once this is part of one."""

    @property
    def store(self) -> "Store | None":
        """The store that this domain is part of, and that opens and closes it. A composite which
        the domain was given to is not that store.
        """
        return self._store

    @property
    def limits(self) -> Limits:
        """How large a value may be, for checks that a backend makes itself."""
        return self._limits

    def bind(self, store: "Store") -> None:
        """Become part of a store, unless this is part of one already."""
        if self._store is None:
            self._store = store
            self.watch = store.watch

    def _text(self, value: object, what: str) -> str:
        return checks.text(value, what, self._limits.max_json_bytes)

    def _object(self, value: object, what: str) -> dict[str, Any]:
        return checks.json_object(value, what, self._limits.max_json_bytes)


D = TypeVar("D", bound=StorageDomain)
P = ParamSpec("P")
R = TypeVar("R")


def operation(
    method: Callable[Concatenate[D, P], Awaitable[R]],
) -> Callable[Concatenate[D, P], Coroutine[Any, Any, R]]:
    """Mark a public method of a domain: it is watched (`mastra_storage_core.watch`), and each error
    that leaves it names the store and the operation.
    """

    @wraps(method)
    async def call(self: D, /, *args: P.args, **kwargs: P.kwargs) -> R:
        watch = self.watch
        if watch.observers and not watch.is_observing:
            with watch.observe(self.domain, method.__name__):
                return await call(self, *args, **kwargs)
        started = perf_counter()
        try:
            result = await method(self, *args, **kwargs)
        except BaseException as error:
            watch.failed(self.domain, method.__name__, started, error)
            raise
        if perf_counter() - started >= watch.slow:
            watch.passed(self.domain, method.__name__, started)
        return result

    return call
