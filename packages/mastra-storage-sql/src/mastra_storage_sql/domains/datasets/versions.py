"""The versions of data sets on any SQL database."""

from datetime import datetime

from mastra_storage_core.domains.datasets.requests import EVERYONE, Found, VersionQuery
from mastra_storage_core.domains.datasets.versions import VersionStorage, recordable

from mastra_storage_sql.domains.datasets.steps import Steps
from mastra_storage_sql.paging import split, window
from mastra_storage_sql.statement import Flow


class SqlVersions(Steps, VersionStorage):
    async def _create_version(
        self, dataset_id: str, version_id: str, version: int, at: datetime
    ) -> None:
        await self._db.transact(self._recording(dataset_id, version_id, version, at))

    def _recording(
        self, dataset_id: str, version_id: str, version: int, at: datetime
    ) -> Flow[None]:
        dataset = yield from self._existing(dataset_id, EVERYONE)
        found = yield self._sql.versions.find_version()(dataset=dataset_id, version=version)
        recordable(dataset, version, recorded=bool(found))
        yield self._sql.versions.record_version()(
            id=version_id, dataset_id=dataset_id, version=version, created_at=at
        )

    async def _list_versions(self, query: VersionQuery) -> Found:
        call = self._sql.versions.list_versions(query)(
            dataset=query.dataset_id, **window(query.page)
        )
        return Found(*split(await self._db.fetch(call), query.page))
