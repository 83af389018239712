"""What every domain of every store has in common: its name, its limits, and errors that say where
they happened.
"""

from abc import ABC
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar

from mastra_storage_core import checks
from mastra_storage_core.errors import StorageError
from mastra_storage_core.jsoncodec import DEFAULT_MAX_BYTES

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
        self._store_name = store_name
        self._limits = limits
        self._store: Store | None = None

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
    """Mark a public method of a domain: each error that leaves it names the store and the
    operation.
    """

    @wraps(method)
    async def call(self: D, /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return await method(self, *args, **kwargs)
        except StorageError as error:
            error.at(self._store_name, f"{self.domain}.{method.__name__}")
            raise

    return call
