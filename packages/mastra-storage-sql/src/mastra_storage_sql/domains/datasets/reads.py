"""Items as they are now, and as they were, on any SQL database."""

from typing import Any

from mastra_storage_core.domains.datasets.reads import ItemReads
from mastra_storage_core.domains.datasets.requests import Found, ItemQuery, Row, Scope

from mastra_storage_sql.domains.datasets.statements.base import of_scope
from mastra_storage_sql.domains.datasets.steps import Steps
from mastra_storage_sql.paging import split, window


class SqlReads(Steps, ItemReads):
    async def _get_item(self, item_id: str, version: int | None, scope: Scope) -> Row | None:
        statement = self._sql.reads.get_item(scope, at_version=version is not None)
        call = statement(item=item_id, version=version, deleted=False, **of_scope(scope))
        rows = await self._db.fetch(call)
        return rows[0] if rows else None

    async def _list_items(self, query: ItemQuery) -> Found:
        call = self._sql.reads.list_items(query)(**asked(query))
        return Found(*split(await self._db.fetch(call), query.page))

    async def _item_history(self, item_id: str, scope: Scope) -> list[Row]:
        statement = self._sql.reads.item_history(scope)
        return await self._db.fetch(statement(item=item_id, **of_scope(scope)))


def asked(query: ItemQuery) -> dict[str, Any]:
    """Return the values of the parameters of a list of items."""
    after, after_id = query.after or (None, None)
    return {
        "dataset": query.dataset_id,
        "version": query.version,
        "search": query.search and query.search.encode().lower().decode(),
        "deleted": False,
        "after": after,
        "after_id": after_id,
        **of_scope(query.scope),
        **window(query.page),
    }
