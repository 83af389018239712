"""The datasets domain on any `Database`. One public method makes one call to it."""

from mastra_storage_core.domains.datasets.interface import DatasetsStorage

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.datasets.bulk import SqlBulk
from mastra_storage_sql.domains.datasets.datasets import SqlDatasetTopic
from mastra_storage_sql.domains.datasets.reads import SqlReads
from mastra_storage_sql.domains.datasets.statements import DatasetStatements
from mastra_storage_sql.domains.datasets.versions import SqlVersions


class SqlDatasets(
    SqlDatasetTopic,
    SqlBulk,
    SqlReads,
    SqlVersions,
    SqlDomain[DatasetStatements],
    DatasetsStorage,
):
    """Joins the topics, which share the database and the statements."""
