"""The rows of the datasets domain, and the orders in which they are kept."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from mastra_storage_core.domain import DEFAULT_LIMITS, Limits
from mastra_storage_core.domains.datasets.datasets import no_dataset
from mastra_storage_core.domains.datasets.items import within
from mastra_storage_core.domains.datasets.payloads import JSON_FIELDS
from mastra_storage_core.domains.datasets.requests import Row, Scope, Values
from mastra_storage_core.ids import new_id
from mastra_storage_core.jsoncodec import decode
from mastra_storage_core.lifecycle import Lifecycle
from pydantic.alias_generators import to_camel

from mastra_storage_memory.collection import Collection, Order
from mastra_storage_memory.domain import InMemoryDomain

VERSIONS_OF = Order("datasetId", "version")
HISTORY = Order("item", "datasetVersion")
HISTORY_BY_NAME = Order("name", "datasetVersion")

DATASET_JSON = (
    "metadata",
    "inputSchema",
    "groundTruthSchema",
    "requestContextSchema",
    "tags",
    "targetIds",
    "scorerIds",
)
ITEM_JSON = tuple(map(to_camel, JSON_FIELDS))


@runtime_checkable
class Experiments(Protocol):
    """What data sets have to tell the experiments on them. They know data sets, but are
    not known to them.
    """

    def leave(self, dataset_id: str) -> None: ...

    def erase(self, dataset_id: str, item_id: str, erased: Row) -> None: ...


class DatasetTables(InMemoryDomain):
    """Holds the rows, which are those of the database tables; the topics share them.

    JSON is held as text, and decoded on every read. An item's `id` here is its id and its version,
    for each version of it is a row.
    """

    def __init__(
        self, lifecycle: Lifecycle, *, store_name: str, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        super().__init__(lifecycle, store_name=store_name, limits=limits)
        self._datasets = Collection()
        self._items = Collection(HISTORY, HISTORY_BY_NAME)
        self._versions = Collection(VERSIONS_OF)

    def _beside(self) -> "Experiments | None":
        """Return the experiments of the same store."""
        found: Any = self.store.get_store("experiments") if self.store else None
        return found if isinstance(found, Experiments) else None

    def _dataset(self, dataset_id: str, scope: Scope) -> Row | None:
        """Return a data set, decoded, if it is there for who asks."""
        row = self._datasets.get(dataset_id)
        return shown(row, DATASET_JSON) if row and within(row, scope) else None

    def _existing(self, dataset_id: str, scope: Scope) -> Row:
        row = self._dataset(dataset_id, scope)
        if row is None:
            raise no_dataset(dataset_id)
        return row

    def _advance(self, dataset_id: str, at: datetime) -> int:
        """Make the next version of a data set and return its number."""
        row = self._datasets.get(dataset_id)
        assert row is not None
        version = int(row["version"]) + 1
        self._datasets.put({**row, "version": version})
        self._record(dataset_id, new_id(), version, at)
        return version

    def _record(self, dataset_id: str, version_id: str, version: int, at: datetime) -> None:
        self._versions.put(
            {"id": version_id, "datasetId": dataset_id, "version": version, "createdAt": at}
        )

    def _rows_of(self, item_id: str) -> list[Row]:
        """Return all rows of an item, the newest first, as they are held."""
        return list(self._items.read(self._items.ids(HISTORY, item_id, descending=True)))

    def _current(self, dataset_id: str) -> Iterable[Row]:
        """Go through the rows of the items that a data set has now, as they are held."""
        every = self._items.read(self._items.ids(Order("datasetId", "createdAt"), dataset_id))
        return (row for row in every if row["validTo"] is None and not row["isDeleted"])

    def _put_item(self, row: Row) -> None:
        self._items.put(
            {
                **row,
                "id": (row["item"], row["datasetVersion"]),
                "name": (row["datasetId"], row["externalId"]),
            }
        )


def columns(values: Values) -> dict[str, Any]:
    """Return values by the names of their columns."""
    return {to_camel(name): value for name, value in values.items()}


def shown(row: Row, names: Iterable[str]) -> Row:
    """Return a row as it is read: its JSON decoded."""
    return {**row, **{name: row[name] and decode(row[name]) for name in names}}


def shown_item(row: Row) -> Row:
    """Return the row of an item as it is read."""
    return {**shown(row, ITEM_JSON), "id": row["item"]}
