"""Resources in memory."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core.domains.memory.changes import changed_resource
from mastra_storage_core.domains.memory.models import Resource
from mastra_storage_core.domains.memory.requests import Row
from mastra_storage_core.domains.memory.resources import ResourceStorage

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.memory.tables import MemoryTables


class InMemoryResources(MemoryTables, ResourceStorage):
    @atomic
    def _get_resource(self, resource_id: str) -> Row | None:
        return self._resources.get(resource_id)

    @atomic
    def _save_resource(self, resource: Resource) -> None:
        self._resources.put(resource.model_dump(by_alias=True))

    @atomic
    def _update_resource(
        self,
        resource_id: str,
        given: bool,
        working_memory: str | None,
        metadata: Mapping[str, Any] | None,
        at: datetime,
    ) -> Row:
        row = changed_resource(
            self._resources.get(resource_id),
            resource_id,
            at,
            given=given,
            working_memory=working_memory,
            metadata=metadata,
        )
        self._resources.put(row)
        return row
