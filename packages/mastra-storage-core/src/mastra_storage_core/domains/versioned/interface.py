"""Every domain of versioned entities. What is promised here, conformance tests for each kind."""

from typing import Any

from mastra_storage_core.domains.versioned.entities import EntityStorage
from mastra_storage_core.domains.versioned.models import C, E
from mastra_storage_core.domains.versioned.versions import VersionStorage


class VersionedStorage(EntityStorage[E, C], VersionStorage[E, C]):
    """Entities of one kind, and their versions. A kind sets `kind`, and nothing else; a backend
    implements `VersionedPrimitives`, for any kind.
    """

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if "kind" in vars(cls):
            cls.domain = cls.kind.domain
