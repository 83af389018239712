"""Items as they are now, and as they were, in memory."""

from typing import Any

from mastra_storage_core.domains.datasets.items import within
from mastra_storage_core.domains.datasets.reads import ItemReads
from mastra_storage_core.domains.datasets.requests import Found, ItemQuery, Row, Scope
from pydantic.alias_generators import to_camel

from mastra_storage_memory.collection import Order
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.datasets.datasets import lowered, page_of
from mastra_storage_memory.domains.datasets.tables import DatasetTables, shown_item


class InMemoryReads(DatasetTables, ItemReads):
    @atomic
    def _get_item(self, item_id: str, version: int | None, scope: Scope) -> Row | None:
        rows = (row for row in self._rows_of(item_id) if within(row, scope))
        return next((shown_item(row) for row in rows if visible(row, version)), None)

    @atomic
    def _list_items(self, query: ItemQuery) -> Found:
        every = self._items.read(self._items.ids(Order("datasetId", "createdAt"), query.dataset_id))
        there = (row for row in every if visible(row, query.version) and within(row, query.scope))
        rows = [row for row in map(shown_item, there) if _matches(row, query)]
        return page_of(rows, query.page, to_camel(query.order.field), query.order.descending)

    @atomic
    def _item_history(self, item_id: str, scope: Scope) -> list[Row]:
        return [shown_item(row) for row in self._rows_of(item_id) if within(row, scope)]


def visible(row: Row, version: int | None) -> bool:
    """Return whether a row of an item is what a data set shows at a version, or now."""
    if row["isDeleted"]:
        return False
    if version is None:
        return row["validTo"] is None
    return row["datasetVersion"] <= version and (row["validTo"] is None or row["validTo"] > version)


def _matches(row: Row, query: ItemQuery) -> bool:
    if query.after is not None and (row["createdAt"], row["id"]) <= query.after:
        return False
    return query.search is None or any(
        lowered(query.search) in lowered(text)
        for column in ("input", "groundTruth")
        for text in _texts(row[column])
    )


def _texts(value: Any) -> list[str]:
    """Return the texts in a JSON value, at any depth."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for each in value for text in _texts(each)] if isinstance(value, list) else []
