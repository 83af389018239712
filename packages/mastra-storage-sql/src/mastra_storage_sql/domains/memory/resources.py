"""Resources on any SQL database."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.memory.models import Resource
from mastra_storage_core.domains.memory.requests import Row
from mastra_storage_core.domains.memory.resources import ResourceStorage

from mastra_storage_sql.database import Database
from mastra_storage_sql.domains.memory.statements import MemoryStatements


class SqlResources(ResourceStorage):
    _db: Database
    _sql: MemoryStatements

    async def _get_resource(self, resource_id: str) -> Row | None:
        rows = await self._db.fetch(self._sql.resources.get_resource()(resource=resource_id))
        return rows[0] if rows else None

    async def _save_resource(self, resource: Resource) -> None:
        values = {name: getattr(resource, name) for name in Resource.model_fields}
        await self._db.fetch(self._sql.resources.save_resource()(**values))

    async def _update_resource(
        self,
        resource_id: str,
        given: bool,
        working_memory: str | None,
        metadata: Mapping[str, Any] | None,
        at: datetime,
    ) -> Row:
        statement = self._sql.resources.update_resource(
            working_memory=given, metadata=metadata is not None
        )
        call = statement(
            id=resource_id,
            working_memory=working_memory,
            metadata=metadata or {},
            created_at=at,
            updated_at=at,
            at=at,
        )
        (row,) = await self._db.fetch(call)
        return row
