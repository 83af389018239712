"""What a backend of any domain imports, besides what users do: these names, and those of
`backend.memory`, `backend.workflows`. They are kept as the names for users are.
"""

from mastra_storage_core.domain import DEFAULT_LIMITS
from mastra_storage_core.errors import named
from mastra_storage_core.ids import at_milliseconds, milliseconds, new_id, now
from mastra_storage_core.jsoncodec import decode, encode
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.matching import matches
from mastra_storage_core.paging import PageRequest
from mastra_storage_core.pruning import Batch, PrunableDomain

__all__ = [
    "DEFAULT_LIMITS",
    "Batch",
    "Lifecycle",
    "PageRequest",
    "PrunableDomain",
    "at_milliseconds",
    "decode",
    "encode",
    "matches",
    "milliseconds",
    "named",
    "new_id",
    "now",
]
