"""Data sets in memory."""

from operator import itemgetter

from mastra_storage_core.domains.datasets.datasets import DatasetStorage
from mastra_storage_core.domains.datasets.items import within
from mastra_storage_core.domains.datasets.requests import (
    DatasetChange,
    DatasetQuery,
    Found,
    Row,
    Scope,
    Values,
)
from mastra_storage_core.paging import PageRequest
from pydantic.alias_generators import to_camel

from mastra_storage_memory.collection import Order
from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.datasets.tables import (
    DATASET_JSON,
    VERSIONS_OF,
    DatasetTables,
    columns,
    shown,
    shown_item,
)


class InMemoryDatasetTopic(DatasetTables, DatasetStorage):
    @atomic
    def _create_dataset(self, values: Values) -> Row:
        row = self._datasets.get(values["id"])
        if row is None:
            row = columns(values)
            self._datasets.put(row)
        return shown(row, DATASET_JSON)

    @atomic
    def _get_dataset(self, dataset_id: str, scope: Scope) -> Row | None:
        return self._dataset(dataset_id, scope)

    @atomic
    def _update_dataset(self, change: DatasetChange) -> Row | None:
        row = self._dataset(change.dataset_id, change.scope)
        if row is None:
            return None
        if check := change.check(row):
            check([shown_item(item) for item in self._current(change.dataset_id)])
            check([])
        held = self._datasets.get(change.dataset_id)
        assert held is not None
        self._datasets.put({**held, **columns(change.values), "updatedAt": change.at})
        return self._dataset(change.dataset_id, change.scope)

    @atomic
    def _delete_dataset(self, dataset_id: str, scope: Scope) -> bool:
        if self._dataset(dataset_id, scope) is None:
            return False
        if experiments := self._beside():
            experiments.leave(dataset_id)
        self._datasets.delete(dataset_id)
        self._versions.delete(*list(self._versions.ids(VERSIONS_OF, dataset_id)))
        self._items.delete(*list(self._items.ids(Order("datasetId", "createdAt"), dataset_id)))
        return True

    @atomic
    def _list_datasets(self, query: DatasetQuery) -> Found:
        rows = [row for row in self._every_dataset() if _matches(row, query)]
        return page_of(rows, query.page, to_camel(query.order.field), query.order.descending)

    def _every_dataset(self) -> list[Row]:
        every = self._datasets.read(self._datasets.ids(Order(None, "createdAt"), None))
        return [shown(row, DATASET_JSON) for row in every]


def page_of(rows: list[Row], page: PageRequest, field: str, descending: bool) -> Found:
    """Sort rows by a field, then by id; return a page of them."""
    rows.sort(key=itemgetter(field, "id"), reverse=descending)
    end = None if page.fetch is None else page.offset + page.fetch
    return Found(rows[page.offset : end], len(rows) if page.include_total else None)


def lowered(text: str) -> str:
    """Return a text in which the letters A to Z are small."""
    return "".join(each.lower() if each.isascii() else each for each in text)


def _matches(row: Row, query: DatasetQuery) -> bool:
    asked = (query.candidate_key, query.candidate_id, query.target_type)
    has = (row["candidateKey"], row["candidateId"], row["targetType"])
    targets = row["targetIds"] if isinstance(row["targetIds"], list) else []
    return (
        within(row, query.scope)
        and all(wanted in (None, found) for wanted, found in zip(asked, has, strict=True))
        and (not query.target_ids or not set(query.target_ids).isdisjoint(targets))
        and (query.name is None or lowered(query.name) in lowered(row["name"]))
    )
