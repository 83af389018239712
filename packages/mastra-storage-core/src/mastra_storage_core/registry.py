"""From a URL to a store. A package offers a scheme by declaring an entry point; nothing is
registered by hand.
"""

import re
import warnings
from functools import cache
from importlib.metadata import entry_points
from typing import Any, Protocol

from mastra_storage_core.errors import ConfigurationError, UnsupportedError, named
from mastra_storage_core.store import Store
from mastra_storage_core.unset import UNSET, Unset

GROUP = "mastra_storage.backends"
"""The entry point group: the name is a URL scheme, the object an `Opener`."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=:)")

_PACKAGES = {
    "memory": "mastra-storage-memory",
    "file": "mastra-storage-libsql",
    "libsql": "mastra-storage-libsql",
    "https": "mastra-storage-libsql",
    "postgresql": "mastra-storage-pg",
    "postgres": "mastra-storage-pg",
}
"""Which package to install for a scheme that none of the installed ones offers."""


class Opener(Protocol):
    """What an entry point of the group names."""

    def __call__(self, url: str, **options: Any) -> Store:
        """Return a store for the URL, without I/O."""


def open_store(url: str | Unset = UNSET, **options: Any) -> Store:
    """Return a store for a URL: `memory:`, `:memory:`, `file:app.db`, `postgresql://…`. Nothing is
    opened yet.

    Without a URL the store is one in memory, and a `UserWarning`, once in a process, says so.
    `options` are those of the backend's own constructor. `ConfigurationError` for what is not a
    URL, and `UnsupportedError`, which names the package to install, for a scheme that no installed
    package offers. The URL itself is never part of an error: it may hold a password.
    """
    if url is UNSET:
        store = _open("memory:", options)
        _warn_of_memory()
        return store
    return _open(url, options)


def _open(url: str, options: dict[str, Any]) -> Store:
    scheme = _scheme(url)
    found = list(entry_points(group=GROUP, name=scheme))
    if not found:
        package = _PACKAGES.get(scheme, "a package that offers it")
        raise UnsupportedError(
            f"no installed package offers {named(scheme)} URLs; install {package}"
        )
    if len(found) > 1:
        offers = ", ".join(sorted(point.value for point in found))
        raise ConfigurationError(f"several packages offer {named(scheme)} URLs: {offers}")
    opener: Opener = found[0].load()
    return opener(url, **options)


@cache
def _warn_of_memory() -> None:
    """Warn whoever called `open_store`, the first time."""
    message = (
        "open_store() without a URL keeps everything in memory, and nothing for long; write "
        'open_store("file:app.db") to keep it, or open_store("memory:") if this is what you want'
    )
    warnings.warn(message, stacklevel=3)


def _scheme(url: object) -> str:
    if not isinstance(url, str):
        raise ConfigurationError(f"a store's URL must be text, not {type(url).__name__}")
    if url == ":memory:":
        return "file"
    match = _SCHEME.match(url)
    if match is None:
        raise ConfigurationError(
            "a store's URL needs a scheme, such as file:app.db or postgresql://…"
        )
    return match.group().lower()
