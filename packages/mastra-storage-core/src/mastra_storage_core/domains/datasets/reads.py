"""Items as they are now, as they were at a version, and how they became what they are."""

from abc import abstractmethod
from collections.abc import AsyncIterator
from dataclasses import replace

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.datasets.arguments import (
    MAX_VERSION,
    checked_scope,
    checked_version,
)
from mastra_storage_core.domains.datasets.datasets import no_dataset
from mastra_storage_core.domains.datasets.models import DatasetItem, ItemPage, ItemVersion
from mastra_storage_core.domains.datasets.requests import Found, ItemQuery, Row, Scope
from mastra_storage_core.domains.datasets.rows import read_history, read_item, read_items
from mastra_storage_core.errors import StorageError
from mastra_storage_core.paging import (
    CREATED_AT_ASC,
    CREATED_AT_DESC,
    OrderBy,
    PageRequest,
    checked_order,
)

ORDERS = ("created_at", "updated_at")
_EVERYTHING = PageRequest(0, None, include_total=False)


class ItemReads(StorageDomain):
    """A version that was made never changes: whoever reads it later finds the same items.

    Only `purge_item` reaches back. A version that is not made yet shows what the newest one shows.
    """

    @operation
    async def get_item_by_id(
        self,
        item_id: str,
        *,
        dataset_version: int | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> DatasetItem | None:
        """Return an item as it is, or as it was at a version; `None` if it is not there, not there
        yet, or deleted.
        """
        row = await self._get_item(
            checks.identifier(item_id, "item_id"),
            checked_version(dataset_version, "dataset_version"),
            checked_scope(organization_id, project_id),
        )
        return read_item(row)

    @operation
    async def get_items_by_version(
        self,
        dataset_id: str,
        *,
        version: int,
        organization_id: str | None = None,
        project_id: str | None = None,
    ) -> list[DatasetItem]:
        """Return all items of a data set as they were at a version: the newest first, by
        `created_at`, then by id, both descending.
        """
        query = ItemQuery(
            dataset_id=checks.identifier(dataset_id, "dataset_id"),
            version=checks.count(version, "version", MAX_VERSION),
            search=None,
            scope=checked_scope(organization_id, project_id),
            order=CREATED_AT_DESC,
            page=_EVERYTHING,
        )
        return read_items((await self._list_items(query)).rows)

    @operation
    async def get_item_history(
        self, item_id: str, *, organization_id: str | None = None, project_id: str | None = None
    ) -> list[ItemVersion]:
        """Return all that an item ever was, the newest first; that it was deleted is a row, too.
        An unknown item has no history.
        """
        rows = await self._item_history(
            checks.identifier(item_id, "item_id"), checked_scope(organization_id, project_id)
        )
        return read_history(rows)

    @operation
    async def list_items(
        self,
        dataset_id: str,
        *,
        version: int | None = None,
        search: str | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        order_by: OrderBy = CREATED_AT_DESC,
        page: int = 0,
        per_page: int | None = 100,
        include_total: bool = True,
    ) -> ItemPage:
        """Return one page of the items of a data set, as they are or as they were at a version, by
        `created_at` or `updated_at`, then by id, both in the direction of the order.

        `search` keeps the items that have it within any text, at any depth, of their input or their
        ground truth: no character in it means any other, and the case of the letters A to Z does
        not matter. Keys and numbers are not searched. An unknown data set is an empty page. A page
        past the end is empty and keeps its `total`.
        """
        query = ItemQuery(
            dataset_id=checks.identifier(dataset_id, "dataset_id"),
            version=checked_version(version, "version"),
            search=None if search is None else self._text(search, "search") or None,
            scope=checked_scope(organization_id, project_id),
            order=checked_order(order_by, ORDERS),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_items(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return ItemPage(
            items=read_items(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    async def iterate_items(
        self,
        dataset_id: str,
        *,
        version: int | None = None,
        organization_id: str | None = None,
        project_id: str | None = None,
        batch_size: int = 500,
    ) -> AsyncIterator[DatasetItem]:
        """Go through the items of a data set in the order in which they were added, as they were at
        one version: the newest, unless another is given. Memory does not grow with their number.

        What is changed meanwhile is not seen: each batch is read as of that version.
        `NotFoundError` for an unknown data set.
        """
        try:
            name = checks.identifier(dataset_id, "dataset_id")
            scope = checked_scope(organization_id, project_id)
            at = checked_version(version, "version")
            size = checks.count(batch_size, "batch_size", 10_000) or 1
            dataset = await self._get_dataset(name, scope)
            if dataset is None:
                raise no_dataset(name)
            query = ItemQuery(
                dataset_id=name,
                version=dataset["version"] if at is None else at,
                search=None,
                scope=scope,
                order=CREATED_AT_ASC,
                page=PageRequest(0, size, include_total=False),
            )
            async for rows in self._batches(query, size):
                for item in read_items(rows):
                    yield item
        except StorageError as error:
            error.at(self._store_name, f"{self.domain}.iterate_items")
            raise

    async def _batches(self, query: ItemQuery, size: int) -> AsyncIterator[list[Row]]:
        """Read batch after batch, each from where the one before it ended."""
        while True:
            rows = (await self._list_items(query)).rows[:size]
            if rows:
                yield rows
            if len(rows) < size:
                return
            last = rows[-1]
            query = replace(query, after=(last["createdAt"], last["id"]))

    @abstractmethod
    async def _get_dataset(self, dataset_id: str, scope: Scope) -> Row | None: ...

    @abstractmethod
    async def _get_item(self, item_id: str, version: int | None, scope: Scope) -> Row | None: ...

    @abstractmethod
    async def _list_items(self, query: ItemQuery) -> Found: ...

    @abstractmethod
    async def _item_history(self, item_id: str, scope: Scope) -> list[Row]: ...
