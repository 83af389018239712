"""The statements of all topics, built once for each kind of database and schema."""

from dataclasses import dataclass

from mastra_storage_sql.dialect import Dialect
from mastra_storage_sql.domains.workflows.statements.owners import OwnerStatements
from mastra_storage_sql.domains.workflows.statements.pruning import PruningStatements
from mastra_storage_sql.domains.workflows.statements.runs import RunStatements
from mastra_storage_sql.domains.workflows.tables import WorkflowTables, workflow_tables
from mastra_storage_sql.tables import kept


@dataclass(frozen=True, slots=True)
class WorkflowStatements:
    tables: WorkflowTables
    runs: RunStatements
    owners: OwnerStatements
    pruning: PruningStatements


@kept
def workflow_statements(dialect: Dialect, schema: str | None = None) -> WorkflowStatements:
    """Return the statements for a dialect and a schema, which every store of that kind shares."""
    tables = workflow_tables(dialect, schema)
    return WorkflowStatements(
        tables, RunStatements(tables), OwnerStatements(tables), PruningStatements(tables)
    )
