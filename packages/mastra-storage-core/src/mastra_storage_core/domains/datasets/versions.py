"""The versions of a data set: which there are, and when they were made."""

from abc import abstractmethod
from datetime import datetime

from mastra_storage_core import checks
from mastra_storage_core.domain import StorageDomain, operation
from mastra_storage_core.domains.datasets.arguments import MAX_VERSION
from mastra_storage_core.domains.datasets.models import DatasetVersion, DatasetVersionPage
from mastra_storage_core.domains.datasets.requests import Found, Row, VersionQuery
from mastra_storage_core.domains.datasets.rows import read_versions
from mastra_storage_core.errors import ConflictError, named
from mastra_storage_core.ids import new_id, now
from mastra_storage_core.paging import PageRequest


class VersionStorage(StorageDomain):
    """Every call that changes items makes one version, and records it, by itself."""

    @operation
    async def create_dataset_version(self, dataset_id: str, *, version: int) -> DatasetVersion:
        """Record a version that the data set has come to and that is not recorded, as in a database
        that was put together by hand; return the record.

        A version that is recorded, and one that the data set has not come to yet, are
        `ConflictError`, whose `current` is the version of the data set; nothing is written.
        `NotFoundError` for an unknown data set.
        """
        name = checks.identifier(dataset_id, "dataset_id")
        number = checks.count(version, "version", MAX_VERSION)
        made = DatasetVersion(id=new_id(), dataset_id=name, version=number, created_at=now())
        await self._create_version(name, made.id, number, made.created_at)
        return made

    @operation
    async def list_dataset_versions(
        self,
        dataset_id: str,
        *,
        page: int = 0,
        per_page: int | None = 100,
        include_total: bool = True,
    ) -> DatasetVersionPage:
        """Return one page of the versions of a data set, the newest first.

        An unknown data set is an empty page. A page past the end is empty and keeps its `total`.
        """
        query = VersionQuery(
            dataset_id=checks.identifier(dataset_id, "dataset_id"),
            page=PageRequest.check(page, per_page, include_total),
        )
        found = await self._list_versions(query)
        rows, has_more = query.page.cut(found.rows, found.total)
        return DatasetVersionPage(
            versions=read_versions(rows),
            total=found.total,
            page=page,
            per_page=per_page,
            has_more=has_more,
        )

    @abstractmethod
    async def _create_version(
        self, dataset_id: str, version_id: str, version: int, at: datetime
    ) -> None:
        """Insert under the lock of the data set, if it has come that far (`recordable`)."""

    @abstractmethod
    async def _list_versions(self, query: VersionQuery) -> Found: ...


def recordable(dataset: Row, version: int, *, recorded: bool) -> None:
    """Raise unless a version can be recorded."""
    if recorded or not 1 <= version <= dataset["version"]:
        problem = "is recorded already" if recorded else "was never made"
        raise ConflictError(
            f"version {version} of data set {named(dataset['id'])} {problem}",
            constraint="version",
            current=dataset["version"],
        )
