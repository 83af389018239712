"""The observability domain on any `Database`. One public method makes one call to it."""

from datetime import datetime

from mastra_storage_core.domains.observability.interface import ObservabilityStorage
from mastra_storage_core.domains.observability.requests import Owner
from mastra_storage_core.domains.observability.signals import SIGNALS_BY_NAME
from pydantic.alias_generators import to_camel

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

    async def _count_prunable(self, table: str, before: datetime) -> int:
        if signal := SIGNALS_BY_NAME.get(table):
            await self._ready(signal)
        return await super()._count_prunable(table, before)

    def _drop(self, table: str, rows: list[Row]) -> Flow[None]:
        if signal := SIGNALS_BY_NAME.get(table):
            keys = [row[to_camel(signal.key)] for row in rows]
            yield self._sql.signals.delete_signals(signal, Owner(None, None))(keys=keys)
        else:
            yield self._sql.traces.delete_traces()(traces=[row["traceId"] for row in rows])
