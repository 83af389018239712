"""Rows on their way out, made into models."""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

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
from mastra_storage_core.errors import CorruptDataError, named

T = TypeVar("T")

DATASET_TABLE = "mastra_datasets"
ITEM_TABLE = "mastra_dataset_items"
VERSION_TABLE = "mastra_dataset_versions"


def read_dataset(row: Row | None) -> Dataset | None:
    """Make one data set of its row."""
    return read_datasets([row])[0] if row else None


def read_datasets(rows: Sequence[Row]) -> list[Dataset]:
    """Make data sets of their rows, in the same order."""
    return validated(DATASETS, rows, DATASET_TABLE)


def read_item(row: Row | None) -> DatasetItem | None:
    """Make one item of its row."""
    return read_items([row])[0] if row else None


def read_items(rows: Sequence[Row]) -> list[DatasetItem]:
    """Make items of their rows, in the same order."""
    return validated(ITEMS, rows, ITEM_TABLE)


def read_history(rows: Sequence[Row]) -> list[ItemVersion]:
    """Make a history of the rows of an item, in the same order."""
    return validated(ITEM_VERSIONS, rows, ITEM_TABLE)


def read_versions(rows: Sequence[Row]) -> list[DatasetVersion]:
    """Make versions of their rows, in the same order."""
    return validated(VERSIONS, rows, VERSION_TABLE)


def validated(models: TypeAdapter[list[T]], rows: Sequence[Row], table: str) -> list[T]:
    """Make models of rows; `CorruptDataError` names the first that does not fit."""
    try:
        return models.validate_python(rows)
    except ValidationError as error:
        place = error.errors(include_input=False, include_url=False)[0]["loc"]
        key = rows[int(place[0])].get("id")
        raise CorruptDataError(
            f"the row {named(key)} of {table} does not fit its model at "
            f"{'.'.join(map(str, place[1:]))}",
            table=table,
            key=key,
        ) from None
