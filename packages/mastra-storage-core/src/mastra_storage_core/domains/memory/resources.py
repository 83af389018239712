"""Resources and their working memory: the public methods, their checks, and what a backend
implements beneath them.
"""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.memory.models import Resource
from mastra_storage_core.domains.memory.requests import Row
from mastra_storage_core.domains.memory.rows import read_resource
from mastra_storage_core.errors import CorruptDataError
from mastra_storage_core.ids import now
from mastra_storage_core.unset import UNSET, Unset


class ResourceStorage(StorageDomain):
    """What is remembered of an owner across threads: working memory as text, and metadata."""

    @operation
    async def get_resource_by_id(self, resource_id: str) -> Resource | None:
        """Return a resource, or `None`."""
        return read_resource(
            await self._get_resource(checks.identifier(resource_id, "resource_id"))
        )

    @operation
    async def save_resource(self, resource: Resource) -> Resource:
        """Insert or replace a resource by id, with the times that it is given."""
        (resource,) = checks.instances([resource], Resource, "resource")
        checks.identifier(resource.id, "the resource's id")
        if resource.working_memory is not None:
            self._text(resource.working_memory, "working_memory")
        metadata = resource.metadata
        if metadata is not None:
            metadata = self._object(metadata, "metadata")
        checked = resource.model_copy(update={"metadata": metadata})
        await self._save_resource(checked)
        return checked

    @operation
    async def update_resource(
        self,
        resource_id: str,
        *,
        working_memory: str | Unset | None = UNSET,
        metadata: Mapping[str, Any] | None = None,
    ) -> Resource:
        """Replace the working memory, merge metadata key by key, or both; return the resource,
        which is made if there was none.

        `working_memory=None` clears it; what is not given is left alone. Atomic: of concurrent
        first updates none is lost.
        """
        given = not isinstance(working_memory, Unset)
        if isinstance(working_memory, Unset) or working_memory is None:
            text = None
        else:
            text = self._text(working_memory, "working_memory")
        row = await self._update_resource(
            checks.identifier(resource_id, "resource_id"),
            given,
            text,
            None if metadata is None else self._object(metadata, "metadata"),
            now(),
        )
        resource = read_resource(row)
        if resource is None:
            raise CorruptDataError("an updated resource was not returned", table="mastra_resources")
        return resource

    @abstractmethod
    async def _get_resource(self, resource_id: str) -> Row | None:
        """Return a row, or `None`."""

    @abstractmethod
    async def _save_resource(self, resource: Resource) -> None:
        """Insert or replace, with the times of the resource; its row is that of a thread alike."""

    @abstractmethod
    async def _update_resource(
        self,
        resource_id: str,
        given: bool,
        working_memory: str | None,
        metadata: Mapping[str, Any] | None,
        at: datetime,
    ) -> Row:
        """Store `changed_resource` in one atomic step, and return it."""
