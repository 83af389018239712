"""What a backend of the datasets domain imports: its topics, what their methods
receive, and plain functions for what every backend has to decide alike.
"""

from mastra_storage_core.domains.datasets.bulk import BulkStorage
from mastra_storage_core.domains.datasets.datasets import DatasetStorage, no_dataset
from mastra_storage_core.domains.datasets.identity import Identities
from mastra_storage_core.domains.datasets.items import ItemStorage, changeable, elsewhere, within
from mastra_storage_core.domains.datasets.models import PURGED
from mastra_storage_core.domains.datasets.payloads import FIELDS, JSON_FIELDS
from mastra_storage_core.domains.datasets.reads import ItemReads
from mastra_storage_core.domains.datasets.requests import (
    EVERYONE,
    CheckItems,
    DatasetChange,
    DatasetQuery,
    Found,
    Inserted,
    ItemBatch,
    ItemChange,
    ItemDeletion,
    ItemDraft,
    ItemQuery,
    Row,
    Scope,
    Values,
    VersionQuery,
)
from mastra_storage_core.domains.datasets.versions import VersionStorage, recordable

__all__ = [
    "EVERYONE",
    "FIELDS",
    "JSON_FIELDS",
    "PURGED",
    "BulkStorage",
    "CheckItems",
    "DatasetChange",
    "DatasetQuery",
    "DatasetStorage",
    "Found",
    "Identities",
    "Inserted",
    "ItemBatch",
    "ItemChange",
    "ItemDeletion",
    "ItemDraft",
    "ItemQuery",
    "ItemReads",
    "ItemStorage",
    "Row",
    "Scope",
    "Values",
    "VersionQuery",
    "VersionStorage",
    "changeable",
    "elsewhere",
    "no_dataset",
    "recordable",
    "within",
]
