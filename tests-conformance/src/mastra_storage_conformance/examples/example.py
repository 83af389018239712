"""What an example is. Values only; the calls are in the modules of the domains."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mastra_storage_core import Store

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
"""When everything in an example happened."""
LONG_AGO = datetime(1985, 3, 1, 12, tzinfo=UTC)
"""When that happened which is there to be pruned."""
AGES_AGO = "13000d"
"""An age that has come to an end for that alone."""


@dataclass(frozen=True)
class Names:
    """The ids in an example: each says what it is and whose."""

    whose: str
    folder: Path
    """Where files are read and written."""
    instead: Mapping[str, str] = field(default_factory=dict)
    """Whose things are named instead, of some kinds."""
    made: dict[tuple[str, str], str] = field(default_factory=dict)
    """Ids that the store made, by whose and what."""

    def __call__(self, what: str) -> str:
        """Return the id of a thing. An owner, an organization, a project or a user is a thing."""
        whose = self.instead.get(what, self.whose)
        return self.made.get((whose, what), f"{what}-{whose}")


_READS = ("count", "diff", "export", "get", "is", "items", "iterate", "list", "load")


class Call:
    """A method and what it is called with."""

    def __init__(self, method: str, *args: Any, **kwargs: Any) -> None:
        self.method = method
        self.args = args
        self.kwargs = kwargs

    @property
    def reads(self) -> bool:
        """Whether the method is one that changes nothing, by its name."""
        return self.method.partition("_")[0] in _READS

    def made_of(self, domain: object) -> Awaitable[Any]:
        """Call the method of a domain; of an iterator, all is taken."""
        found = getattr(domain, self.method)(*self.args, **self.kwargs)
        return _all_of(found) if isinstance(found, AsyncIterator) else found


async def _all_of(found: AsyncIterator[Any]) -> list[Any]:
    return [each async for each in found]


@dataclass(frozen=True)
class Example:
    """A domain, what is in it, and a call of each of its methods."""

    domain: str
    interface: type[Any]
    seed: Callable[[Store, Names], Awaitable[None]]
    """Makes the rows that the calls are about, so that every call of a writing method changes
    some.
    """
    calls: Callable[[Names], list[Call]]
    """One for each public method, on the rows of these names; some methods have more."""
    probe: Callable[[Store, Names], Awaitable[Any]]
    """Returns all that the rows of these names are, and those that a call may have made, as they
    are read through the store.
    """
    beside: tuple[str, ...] = ()
    """Further domains whose rows it is about."""

    @property
    def needs(self) -> tuple[str, ...]:
        """The domains that a store must have."""
        return (self.domain, *self.beside)
