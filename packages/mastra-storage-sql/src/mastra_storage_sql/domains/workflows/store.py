"""The workflows domain on any `Database`. One public method makes one call to it."""

from mastra_storage_core.domains.workflows.interface import WorkflowsStorage

from mastra_storage_sql.domain import SqlDomain
from mastra_storage_sql.domains.workflows.ownership import SqlOwnership
from mastra_storage_sql.domains.workflows.runs import SqlRuns
from mastra_storage_sql.domains.workflows.statements import WorkflowStatements
from mastra_storage_sql.domains.workflows.updates import SqlUpdates


class SqlWorkflows(
    SqlRuns, SqlUpdates, SqlOwnership, SqlDomain[WorkflowStatements], WorkflowsStorage
):
    """Joins the topics, which share the database and the statements."""
