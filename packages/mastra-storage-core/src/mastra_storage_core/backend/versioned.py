"""What a backend of versioned entities and favorites imports: its topics, what their methods
receive, and plain functions for what every backend has to decide alike.
"""

from mastra_storage_core.domains.favorites.interface import FavoriteKey
from mastra_storage_core.domains.versioned.changes import is_active
from mastra_storage_core.domains.versioned.kind import Field, Kept, Kind
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mastra_storage_core.domains.versioned.requests import (
    Change,
    EntityQuery,
    Found,
    FoundPairs,
    Held,
    NewEntity,
    Pair,
    Row,
    VersionDraft,
    VersionQuery,
    Which,
)

__all__ = [
    "EVERY",
    "Change",
    "EntityQuery",
    "FavoriteKey",
    "Field",
    "Found",
    "FoundPairs",
    "Held",
    "Kept",
    "Kind",
    "NewEntity",
    "Pair",
    "Row",
    "VersionDraft",
    "VersionQuery",
    "Which",
    "is_active",
]
