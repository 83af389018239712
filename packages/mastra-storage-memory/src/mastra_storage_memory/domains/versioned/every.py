"""All kinds at once."""

from typing import Any

from mastra_storage_core.capabilities import Domain
from mastra_storage_core.domain import StorageDomain
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mastra_storage_core.lifecycle import Lifecycle

from mastra_storage_memory.domains.favorites.store import InMemoryFavorites
from mastra_storage_memory.domains.versioned.store import implement
from mastra_storage_memory.domains.versioned.tables import Shared


def versioned_domains(lifecycle: Lifecycle, **common: Any) -> dict[Domain, StorageDomain]:
    """Return a domain of every kind, and that of the favorites of them."""
    shared = Shared()
    found: dict[Domain, StorageDomain] = {
        Domain(each.domain): implement(each)(lifecycle, shared=shared, **common) for each in EVERY
    }
    return {**found, Domain.FAVORITES: InMemoryFavorites(lifecycle, shared=shared, **common)}
