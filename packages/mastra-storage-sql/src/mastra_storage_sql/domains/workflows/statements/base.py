"""What the statements of all topics share."""

from typing import Any, ClassVar

from sqlalchemy import Table, bindparam
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import DomainStatements
from mastra_storage_sql.domains.workflows.tables import WorkflowTables


class Statements(DomainStatements[WorkflowTables]):
    domain: ClassVar[str] = "workflows"

    def of_run(self, table: Table, *, owned: bool = False) -> list[ColumnElement[bool]]:
        """Name a run by the parameters `workflow` and `run`, and its owner by `owner`."""
        conditions: list[ColumnElement[bool]] = [
            table.c.workflow_name == bindparam("workflow"),
            table.c.run_id == bindparam("run"),
        ]
        if owned:
            conditions.append(table.c.resource_id == bindparam("owner"))
        return conditions


def named_like(table: Table) -> dict[str, Any]:
    """Return the columns that name a run, with the same parameters as conditions have."""
    return {"workflow_name": bindparam("workflow"), "run_id": bindparam("run")}
