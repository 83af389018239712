"""Items as a frame of pandas or Polars, whichever is installed."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from mastra_storage_core.domains.datasets.files import COLUMNS, write_cell
from mastra_storage_core.domains.datasets.models import DatasetItem
from mastra_storage_core.errors import ConfigurationError, InvalidInputError, named

LIBRARIES = ("pandas", "polars")


def library(name: object) -> Any:
    """Return the library of that name, or the first that is installed.

    `ConfigurationError` where it is not installed, or neither is.
    """
    if name is not None and name not in LIBRARIES:
        raise InvalidInputError(f"no library {named(name)}; there are: {', '.join(LIBRARIES)}")
    wanted = LIBRARIES if name is None else (str(name),)
    for each in wanted:
        try:
            return import_module(each)
        except ImportError:
            continue
    raise ConfigurationError(f"a frame needs {' or '.join(wanted)}; install one of them")


def columns(items: Sequence[DatasetItem]) -> dict[str, list[Any]]:
    """Return the columns of a frame: an item is a row, and JSON is as it is in a cell of CSV."""
    frame: dict[str, list[Any]] = {
        "id": [item.id for item in items],
        "dataset_version": [item.dataset_version for item in items],
    }
    for name in COLUMNS:
        values = [getattr(item, name) for item in items]
        frame[name] = [None if each is None else write_cell(each) for each in values]
    return frame
