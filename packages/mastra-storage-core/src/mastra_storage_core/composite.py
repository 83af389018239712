"""One store made of several: each domain where it is kept best, behind one object."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from typing import Any, ClassVar, Literal, TypeAlias

from mastra_storage_core.capabilities import EDITOR_DOMAINS, Capabilities, Domain, Feature
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.errors import ConfigurationError, StorageError, named, nearest, summary
from mastra_storage_core.health import Health, HealthOptions, joined
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.registry import open_store
from mastra_storage_core.retention import Retention
from mastra_storage_core.store import Store

Override: TypeAlias = StorageDomain | Store | Literal[False]
"""Where a domain is: with a domain of another store, in a store that has it, or nowhere."""


class CompositeStore(Store):
    """Joins stores: each domain is kept where you say, and all of it opens and closes together.

    `domains` says for a domain by name: a domain of another store, such as `other.memory`; a store,
    whose domain of that name it is; or `False`, which switches it off. A domain that is not named
    is that of `default`; one that people edit is that of `editor`, if it has it. `stores` is
    another name of `domains`. All of this is settled here, once: a domain stays the object that it
    is, and its errors name the store that keeps it.

    `retention` is what `prune` deletes of these domains; those of the joined stores count for them
    alone. `ConfigurationError` where there is nothing to join, and for whatever does not fit.
    """

    name: ClassVar[str] = "COMPOSITE"

    def __init__(
        self,
        *,
        id: str,
        default: Store | None = None,
        editor: Store | None = None,
        domains: Mapping[str, Override] | None = None,
        stores: Mapping[str, Override] | None = None,
        retention: Retention | Mapping[str, Any] | None = None,
    ) -> None:
        self.id = _checked_id(id)
        parents = [*_parent(default, "default"), *_parent(editor, "editor")]
        overrides = _overrides(domains, stores)
        if not any(parent.stores for parent in parents) and not any(overrides.values()):
            raise ConfigurationError(
                "a CompositeStore needs something to join: a default that has domains, or domains"
            )
        found = _resolve(overrides, default, editor)
        owners = [owner for domain in found.values() if (owner := domain.store) is not None]
        reached = [backend for store in (*parents, *owners) for backend in store.backends]
        self._backends = tuple(dict.fromkeys(reached))
        self.capabilities = Capabilities(frozenset(found), _shared_features(owners))
        super().__init__(Lifecycle(self._open, self._shut), found, retention=retention)

    @property
    def backends(self) -> tuple[Store, ...]:
        """The stores that keep the data, each once: those of `default` and of `editor`, also where
        every domain of theirs is kept elsewhere, and those of the domains.
        """
        return self._backends

    async def init(self) -> None:
        """Open every backend once, all at the same moment.

        Where one fails, its error names it and the domains that it keeps, such as
        `LIBSQL (memory)`; the others stay open and usable, and the next call tries again. Of
        several failures the first is raised, with the others as notes.
        """
        await super().init()

    async def close(self) -> None:
        """Close every backend once, also those that other composites use.

        All are closed even if one fails; its error is raised then, as in `init`. A second call does
        nothing; any use afterwards is `ClosedError`.
        """
        await super().close()

    async def _health(self, options: HealthOptions) -> Health:
        found = await asyncio.gather(
            *(backend.health(**asdict(options)) for backend in self._backends)
        )
        return joined(self.name, tuple(found))

    async def _open(self) -> None:
        await self._all(lambda backend: backend.init())

    async def _shut(self) -> None:
        await self._all(lambda backend: backend.close())

    async def _all(self, step: Callable[[Store], Awaitable[None]]) -> None:
        """Take a step with every backend, whichever of them fail."""
        ends = await asyncio.gather(*map(step, self._backends), return_exceptions=True)
        failures = [
            (self._label(backend), end)
            for backend, end in zip(self._backends, ends, strict=True)
            if end is not None
        ]
        if failures:
            raise _joined(failures)

    def _label(self, backend: Store) -> str:
        kept = [name for name, domain in self.stores.items() if domain.store is backend]
        return f"{backend.name} ({', '.join(kept) or 'no domain'})"


MastraCompositeStore = CompositeStore
"""The name that Mastra has for a `CompositeStore`."""

MastraStorage = CompositeStore
"""The name that Mastra had for a `CompositeStore` before."""


class DefaultStorage(CompositeStore):
    """A SQLite file, `file:app.db`, or a database in memory, `:memory:`, under Mastra's first name
    for it.

    `options` are those of `LibSQLStore`. `ConfigurationError` for other URLs, which `open_store`
    takes, and `UnsupportedError`, which names the package to install, where it is missing.
    """

    def __init__(self, url: str = ":memory:", *, id: str = "default", **options: Any) -> None:
        super().__init__(id=id, default=open_store(_libsql_url(url), **options))


def _libsql_url(url: object) -> str:
    if isinstance(url, str) and url.lower().startswith(("file:", ":memory:")):
        return url
    raise ConfigurationError(
        "the url of a DefaultStorage is file:… or :memory:; open_store takes any other"
    )


def _checked_id(id: object) -> str:
    if not isinstance(id, str) or not id.strip():
        raise ConfigurationError("a CompositeStore needs an id that is not empty, such as 'app'")
    return id


def _parent(value: object, name: str) -> list[Store]:
    """Return the parent that is given, if one is."""
    if value is None:
        return []
    if isinstance(value, Store):
        return [value]
    raise ConfigurationError(
        f"{name} must be a Store, such as open_store('file:app.db'), not {_kind(value)}"
    )


def _overrides(
    domains: Mapping[str, Override] | None, stores: Mapping[str, Override] | None
) -> dict[Domain, StorageDomain | None]:
    """Return the domains that are said by name; one that is switched off is `None`."""
    if domains is not None and stores is not None:
        raise ConfigurationError("domains and stores are two names of one thing: give only domains")
    given: object = {} if domains is stores else domains if stores is None else stores
    if not isinstance(given, Mapping):
        raise ConfigurationError(
            f"domains must map names of domains to where they are kept, not be {_kind(given)}"
        )
    known = {domain.value: domain for domain in Domain}
    if unknown := [name for name in given if name not in known]:
        raise ConfigurationError(
            f"domains: no domain is called {named(unknown[0])}; {nearest(unknown[0], known)}"
        )
    return {known[name]: _chosen(known[name], value) for name, value in given.items()}


def _chosen(domain: Domain, value: object) -> StorageDomain | None:
    """Return the domain that an override says."""
    place = f"domains.{domain.value}"
    if value is False:
        return None
    if isinstance(value, Store):
        found = value.get_store(domain)
        if found is None:
            raise ConfigurationError(
                f"{place}: {type(value).__name__} has no such domain; give a store that has it, or "
                "False to do without"
            )
        return found
    if not isinstance(value, StorageDomain):
        raise ConfigurationError(
            f"{place} must be False, a Store, or a domain of one, not {_kind(value)}"
        )
    if value.domain != domain:
        raise ConfigurationError(
            f"{place} is a domain of another kind, {named(value.domain)}; give it under that name"
        )
    if value.store is None:
        raise ConfigurationError(
            f"{place}: this {type(value).__name__} is part of no store, so nobody would open it; "
            "give the domain of a store"
        )
    return value


def _resolve(
    overrides: dict[Domain, StorageDomain | None], default: Store | None, editor: Store | None
) -> dict[Domain, StorageDomain]:
    """Return every domain that there is: what is said by name, else the editor's, else the
    default's.
    """
    found: dict[Domain, StorageDomain | None] = {}
    for domain in Domain:
        sources = (editor, default) if domain.value in EDITOR_DOMAINS else (default,)
        of_parents = [parent.get_store(domain) for parent in sources if parent is not None]
        found[domain] = next((each for each in of_parents if each is not None), None)
    return {domain: each for domain, each in (found | overrides).items() if each is not None}


def _shared_features(owners: list[Store]) -> frozenset[Feature]:
    """Return the features that hold whichever domain is used."""
    features = [owner.capabilities.features for owner in owners]
    return frozenset(Feature).intersection(*features) if features else frozenset()


def _joined(failures: list[tuple[str, BaseException]]) -> BaseException:
    """Return the first of some failures, which says where it happened, with the others as notes."""
    (label, first), *others = failures
    if isinstance(first, StorageError):
        first = first.within(label)
    else:
        first.add_note(f"in {label}")
    for label, another in others:
        first.add_note(f"and in {label}: {summary(another)}")
    return first


def _kind(value: object) -> str:
    return type(value).__name__
