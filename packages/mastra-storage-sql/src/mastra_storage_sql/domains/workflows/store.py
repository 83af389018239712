"""The workflows domain on any `Database`. One public method makes one call to it."""

from mastra_storage_core.domains.workflows.interface import WorkflowsStorage

from mastra_storage_sql.domains.workflows.ownership import SqlOwnership
from mastra_storage_sql.domains.workflows.runs import SqlRuns
from mastra_storage_sql.domains.workflows.statements import WorkflowStatements
from mastra_storage_sql.domains.workflows.tables import KEY
from mastra_storage_sql.domains.workflows.updates import SqlUpdates
from mastra_storage_sql.pruning import SqlPruning
from mastra_storage_sql.statement import Flow, Row


class SqlWorkflows(
    SqlRuns, SqlUpdates, SqlOwnership, SqlPruning[WorkflowStatements], WorkflowsStorage
):
    """Joins the topics, which share the database and the statements."""

    def _drop(self, table: str, rows: list[Row]) -> Flow[None]:
        sql, runs = self._sql.pruning, [[row[name] for name in KEY] for row in rows]
        yield sql.delete_runs()(runs=runs)
        if (yield from self._owners()):
            yield sql.delete_owners()(runs=runs)
