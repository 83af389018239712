"""The memory domain: threads, messages, resources, observational memory. What is promised here,
conformance tests.
"""

from typing import ClassVar

from mastra_storage_core.domains.memory.copies import CopyStorage
from mastra_storage_core.domains.memory.messages import MessageStorage
from mastra_storage_core.domains.memory.observational import ObservationalStorage
from mastra_storage_core.domains.memory.resources import ResourceStorage
from mastra_storage_core.domains.memory.threads import ThreadStorage
from mastra_storage_core.pruning import PrunableDomain
from mastra_storage_core.retention import MemoryRetention, TablePolicies


class MemoryStorage(
    ThreadStorage,
    MessageStorage,
    CopyStorage,
    ResourceStorage,
    ObservationalStorage,
    PrunableDomain,
):
    """Everything an agent remembers. A backend implements the abstract methods of the topics."""

    domain: ClassVar[str] = "memory"
    prunable: ClassVar[type[TablePolicies]] = MemoryRetention
