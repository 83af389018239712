"""Rows on their way out, made into models."""

from collections.abc import Sequence
from typing import TypeVar

from mastra_storage_core.domains.datasets.models import (
    DATASETS,
    ITEM_VERSIONS,
    ITEMS,
    VERSIONS,
    Dataset,
    DatasetItem,
    DatasetVersion,
    ItemVersion,
)
from mastra_storage_core.domains.datasets.requests import Row
from mastra_storage_core.reading import models_of

T = TypeVar("T")

DATASET_TABLE = "mastra_datasets"
ITEM_TABLE = "mastra_dataset_items"
VERSION_TABLE = "mastra_dataset_versions"


def read_dataset(row: Row | None) -> Dataset | None:
    """Make one data set of its row."""
    return read_datasets([row])[0] if row else None


def read_datasets(rows: Sequence[Row]) -> list[Dataset]:
    """Make data sets of their rows, in the same order."""
    return models_of(DATASETS, rows, DATASET_TABLE)


def read_item(row: Row | None) -> DatasetItem | None:
    """Make one item of its row."""
    return read_items([row])[0] if row else None


def read_items(rows: Sequence[Row]) -> list[DatasetItem]:
    """Make items of their rows, in the same order."""
    return models_of(ITEMS, rows, ITEM_TABLE)


def read_history(rows: Sequence[Row]) -> list[ItemVersion]:
    """Make a history of the rows of an item, in the same order."""
    return models_of(ITEM_VERSIONS, rows, ITEM_TABLE)


def read_versions(rows: Sequence[Row]) -> list[DatasetVersion]:
    """Make versions of their rows, in the same order."""
    return models_of(VERSIONS, rows, VERSION_TABLE)
