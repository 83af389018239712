"""What the statements of all topics share."""

from typing import ClassVar

from sqlalchemy import FromClause, bindparam, false, func
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import DomainStatements
from mastra_storage_sql.domains.memory.tables import MemoryTables


class Statements(DomainStatements[MemoryTables]):
    domain: ClassVar[str] = "memory"


def owned_by(table: FromClause) -> ColumnElement[bool]:
    """Guard messages that are found by id or in a thread: a condition for each row.

    Spelled so that no index answers it, which could hold a million messages of the owner, and
    so that no statistics make a planner expect one row of a thread and sort all of them.
    """
    return func.coalesce(table.c.resource_id == bindparam("owner"), false())
