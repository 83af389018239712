"""The observability domain on any `Database`. One public method makes one call to it."""

from mastra_storage_core.domains.observability.interface import ObservabilityStorage

from mastra_storage_sql.domains.observability.discovery import SqlDiscovery
from mastra_storage_sql.domains.observability.feedback import SqlFeedback
from mastra_storage_sql.domains.observability.lists import SqlLists
from mastra_storage_sql.domains.observability.spans import SqlSpans
from mastra_storage_sql.domains.observability.statements import ObservabilityStatements
from mastra_storage_sql.domains.observability.traces import SqlTraces
from mastra_storage_sql.pruning import SqlPruning
from mastra_storage_sql.statement import Flow, Row


class SqlObservability(
    SqlSpans,
    SqlTraces,
    SqlLists,
    SqlFeedback,
    SqlDiscovery,
    SqlPruning[ObservabilityStatements],
    ObservabilityStorage,
):
    """Joins the topics, which share the database and the statements."""

    def _drop(self, table: str, rows: list[Row]) -> Flow[None]:
        yield self._sql.traces.delete_traces()(traces=[row["traceId"] for row in rows])
