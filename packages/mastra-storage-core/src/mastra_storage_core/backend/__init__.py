"""What a backend of any domain imports, besides what users do: these names, and those of the module
for its domain. They are kept as the names for users are.
"""

from mastra_storage_core.checks import MAX_ID_BYTES
from mastra_storage_core.domain import DEFAULT_LIMITS
from mastra_storage_core.errors import named
from mastra_storage_core.ids import MILLISECOND, at_milliseconds, cut, milliseconds, new_id, now
from mastra_storage_core.jsoncodec import decode, decode_or_text, encode
from mastra_storage_core.lifecycle import Lifecycle
from mastra_storage_core.matching import matches
from mastra_storage_core.model import iso
from mastra_storage_core.paging import MAX_OFFSET, PageRequest
from mastra_storage_core.pruning import Batch, PrunableDomain
from mastra_storage_core.watch import SLOW_MS

__all__ = [
    "DEFAULT_LIMITS",
    "MAX_ID_BYTES",
    "MAX_OFFSET",
    "MILLISECOND",
    "SLOW_MS",
    "Batch",
    "Lifecycle",
    "PageRequest",
    "PrunableDomain",
    "at_milliseconds",
    "cut",
    "decode",
    "decode_or_text",
    "encode",
    "iso",
    "matches",
    "milliseconds",
    "named",
    "new_id",
    "now",
]
