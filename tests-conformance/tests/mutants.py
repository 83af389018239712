"""Stores with one fault each, and the case of the suite that must find it; the faults themselves
are in a module for each domain. What is wrong is the name of the class, as words.
"""

from collections.abc import Callable
from typing import Any, ClassVar, TypeAlias, TypeVar

from mastra_storage_core import Domain, Feature
from mastra_storage_core.capabilities import Capabilities
from mastra_storage_memory import InMemoryStore
from mastra_storage_memory.domain import InMemoryDomain

Fault: TypeAlias = type[InMemoryDomain] | type[InMemoryStore]
Faulty = TypeVar("Faulty", bound=Fault)
FAULTS: dict[Fault, str] = {}
"""The faults, and the case that finds each."""


def found_by(case: str) -> Callable[[Faulty], Faulty]:
    """Name the case that finds a fault."""

    def register(fault: Faulty) -> Faulty:
        FAULTS[fault] = case
        return fault

    return register


class KeptInMemory(InMemoryStore):
    """Durable as far as one process can tell: stores on one space have the same data."""

    capabilities = Capabilities(
        InMemoryStore.capabilities.domains, InMemoryStore.capabilities.features | {Feature.DURABLE}
    )
    kept: ClassVar[dict[str, dict[Domain, Any]]]

    def __init_subclass__(cls) -> None:
        cls.kept = {}

    def __init__(self, space: str) -> None:
        super().__init__()
        self.space = space
        first = self.kept.setdefault(space, self._domains)
        for name, domain in self._domains.items():
            mine = {"_lifecycle", "_store", "watch"}
            shared = {key: each for key, each in vars(first[name]).items() if key not in mine}
            vars(domain).update(shared)


class SoundAndKept(KeptInMemory):
    """Has no fault."""


def store_with(fault: Fault, space: str = "any") -> InMemoryStore:
    """Return a store that has a fault, in one of its domains or altogether."""
    if issubclass(fault, KeptInMemory):
        return fault(space)
    if issubclass(fault, InMemoryStore):
        return fault()
    store, place = InMemoryStore(), Domain(fault.domain)
    shared = vars(store._domains[place]).get("_shared")
    options: dict[str, Any] = {"shared": shared} if shared else {}
    domain = fault(store._lifecycle, store_name=store.name, **options)
    domain.bind(store)
    store._domains[place] = domain
    return store


def sound_beside(fault: Fault, space: str) -> InMemoryStore:
    """Return a store that differs from a faulty one by the fault alone."""
    return SoundAndKept(space) if issubclass(fault, KeptInMemory) else InMemoryStore()


def words(fault: Fault) -> str:
    """Return what is wrong, as words: `SwapsTies` swaps ties."""
    return "".join(
        f" {each.lower()}" if each.isupper() else each for each in fault.__name__
    ).strip()
