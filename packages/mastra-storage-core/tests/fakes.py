"""Stores that keep nothing, and say when they are opened and closed."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import ClassVar

from mastra_storage_core import Capabilities, Domain, Feature, Store
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.lifecycle import Lifecycle


class Failing(StorageDomain):
    """A domain whose only method fails as it is told."""

    domain = "memory"

    @operation
    async def list_messages(self, error: Exception, *, spoken: str = "") -> None:
        """Fail."""
        raise error


def a_domain(name: str = "memory") -> StorageDomain:
    """Return a domain that is part of no store."""
    kind = type(f"Fake{name.title()}", (Failing,), {"domain": name})
    found: StorageDomain = kind(store_name="FAKE")
    return found


class FakeStore(Store):
    """A store of nothing, or of the domains that it is given."""

    name: ClassVar[str] = "FAKE"

    def __init__(self, *features: Feature, **domains: StorageDomain) -> None:
        self.events: list[str] = []
        self.fails: dict[str, BaseException] = {}
        """What happens instead of an event, `open` or `close`."""
        self.others: asyncio.Barrier | None = None
        """Where an event waits for those of other stores."""
        has = {Domain(name): domain for name, domain in domains.items()}
        self.capabilities = Capabilities(frozenset(has), frozenset(features))
        super().__init__(Lifecycle(self._happens("open"), self._happens("close")), has)

    def _happens(self, event: str) -> Callable[[], Awaitable[None]]:
        async def happen() -> None:
            self.events.append(event)
            if self.others is not None:
                await self.others.wait()
            if event in self.fails:
                raise self.fails[event]

        return happen


class OtherStore(FakeStore):
    """The same under another name."""

    name: ClassVar[str] = "OTHER"


def a_store(*names: str, kind: type[FakeStore] = FakeStore) -> FakeStore:
    """Return a store of domains with these names."""
    return kind(**{name: a_domain(name) for name in names})
