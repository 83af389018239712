"""The datasets domain: data sets, their items, their versions. What is promised here, conformance
tests.
"""

from typing import ClassVar

from mastra_storage_core.domains.datasets.datasets import DatasetStorage
from mastra_storage_core.domains.datasets.items import ItemStorage
from mastra_storage_core.domains.datasets.transfer import TransferStorage
from mastra_storage_core.domains.datasets.versions import VersionStorage


class DatasetsStorage(DatasetStorage, ItemStorage, TransferStorage, VersionStorage):
    """What evaluations are run on. A backend implements the abstract methods of the topics."""

    domain: ClassVar[str] = "datasets"
