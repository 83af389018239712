"""What the author of a backend fills in. Nothing here does I/O, and nothing is a test."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mastra_storage_core import Capabilities, Store

SHARED = "shared"
"""How the name of the space begins that most cases share. It need not be empty: a backend may put
there what its stores have to live beside, such as a database that somebody else wrote."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A case that a backend is known to fail. Once it passes, the run fails until it is removed."""

    test: str
    """The case, such as `TestListMessages.test_an_unknown_thread_is_an_empty_page`."""
    reason: str
    """Why, in a sentence that users of the backend read."""


@dataclass(frozen=True, slots=True)
class Source:
    """How any process finds a backend again: `find_backend(target, folder)`."""

    target: str = field(repr=False)
    """What was asked for; it may be a URL with a password."""
    folder: Path
    """The folder that the run gave it."""


@dataclass(frozen=True, slots=True)
class Backend:
    """A backend under test."""

    name: str
    """How reports call it."""
    open: Callable[[str], Store]
    """Returns a new store on the space of data with that name, without I/O.

    Spaces share nothing: a schema, a file, a prefix of keys. A new name is an empty space, unless
    it begins with `SHARED`. Names have lower-case letters and digits, 12 at the most. If the store
    declares `DURABLE`, all stores on one space have the same data. Whoever opens a store closes it.
    """
    capabilities: Capabilities
    """What the store declares. What is in here must pass; what is not must be refused."""
    deviations: Sequence[Deviation] = ()
    trips: Callable[[Store], int] | None = None
    """Returns how many trips to its driver or server a store has made since it was opened. A
    backend that cannot count them is never `scalable`.
    """
    source: Source | None = None
    """Set by `find_backend`. Another process cannot open the spaces of a backend without one, which
    is therefore never `durable`.
    """
