"""Stores with one fault each, and the case of the suite that must find it; the faults themselves
are in a module for each domain.
"""

from collections.abc import Callable
from typing import TypeVar

from mastra_storage_core import Domain, Store
from mastra_storage_memory import InMemoryStore
from mastra_storage_memory.domain import InMemoryDomain

Faulty = TypeVar("Faulty", bound=type[InMemoryDomain])
FAULTS: dict[str, type[InMemoryDomain]] = {}
"""The faults, by the case that finds each."""


def found_by(case: str) -> Callable[[Faulty], Faulty]:
    """Name the case that finds a fault."""

    def register(fault: Faulty) -> Faulty:
        assert case not in FAULTS
        FAULTS[case] = fault
        return fault

    return register


def store_with(fault: type[InMemoryDomain]) -> Store:
    """Return a store that has a fault in one of its domains."""
    store = InMemoryStore()
    domain = fault(store._lifecycle, store_name=store.name)
    domain.bind(store)
    store._domains[Domain(fault.domain)] = domain
    return store
