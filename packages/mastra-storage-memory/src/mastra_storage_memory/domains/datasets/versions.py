"""The versions of data sets in memory."""

from datetime import datetime

from mastra_storage_core.domains.datasets.requests import EVERYONE, Found, VersionQuery
from mastra_storage_core.domains.datasets.versions import VersionStorage, recordable

from mastra_storage_memory.domain import atomic
from mastra_storage_memory.domains.datasets.tables import VERSIONS_OF, DatasetTables
from mastra_storage_memory.paging import read_page


class InMemoryVersions(DatasetTables, VersionStorage):
    @atomic
    def _create_version(self, dataset_id: str, version_id: str, version: int, at: datetime) -> None:
        dataset = self._existing(dataset_id, EVERYONE)
        rows = self._versions.read(self._versions.ids(VERSIONS_OF, dataset_id))
        recordable(dataset, version, recorded=any(row["version"] == version for row in rows))
        self._record(dataset_id, version_id, version, at)

    @atomic
    def _list_versions(self, query: VersionQuery) -> Found:
        ids = self._versions.ids(VERSIONS_OF, query.dataset_id, descending=True)
        return Found(*read_page(self._versions, ids, query.page))
