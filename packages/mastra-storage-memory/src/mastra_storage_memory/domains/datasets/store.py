"""The datasets domain in plain Python: the readable specification of what every backend does."""

from mastra_storage_core.domains.datasets.interface import DatasetsStorage

from mastra_storage_memory.domains.datasets.bulk import InMemoryBulk
from mastra_storage_memory.domains.datasets.datasets import InMemoryDatasetTopic
from mastra_storage_memory.domains.datasets.reads import InMemoryReads
from mastra_storage_memory.domains.datasets.versions import InMemoryVersions


class InMemoryDatasets(
    InMemoryDatasetTopic, InMemoryBulk, InMemoryReads, InMemoryVersions, DatasetsStorage
):
    """Joins the topics, which share the tables."""
