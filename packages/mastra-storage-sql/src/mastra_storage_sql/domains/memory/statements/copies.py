"""The SQL of thread copies."""

from typing import Any

from mastra_storage_core.domains.memory.requests import CopyRequest
from sqlalchemy import Select, bindparam, insert, select

from mastra_storage_sql.domain import shape_of, within
from mastra_storage_sql.domains.memory.statements.base import Statements
from mastra_storage_sql.statement import Statement


class CopyStatements(Statements):
    def chosen_messages(self, request: CopyRequest) -> Statement:
        """The ids of the messages to copy, newest first, so that a limit keeps the newest."""
        table = self.tables.messages
        some, limit = bool(request.message_ids), request.newest is not None

        def build() -> Select[Any]:
            chosen = select(table.c.id).where(table.c.thread_id == bindparam("in_thread"))
            chosen = chosen.where(*within(table.c.created_at, request.dates))
            if some:
                chosen = chosen.where(self.dialect.one_of(table.c.id, "ids"))
            chosen = chosen.order_by(
                table.c.created_at.desc(), self.dialect.exact(table.c.id).desc()
            )
            return chosen.limit(bindparam("newest")) if limit else chosen

        return self.make("chosen_messages", *shape_of(request.dates), some, limit, build=build)

    def copy_messages(self) -> Statement:
        """Copy rows inside the database; a table of old and new ids says which becomes which."""
        table = self.tables.messages

        def build() -> Any:
            ids = self.dialect.table_of("copies", ["old_id", "new_id"])
            copied: dict[str, Any] = {column.key: column for column in table.c}
            copied |= {
                "id": ids.c.new_id,
                "thread_id": bindparam("to_thread"),
                "resource_id": bindparam("to_resource"),
            }
            rows = select(*copied.values()).where(table.c.id == ids.c.old_id)
            return insert(table).from_select(list(copied), rows)

        return self.make("copy_messages", build=build)

    def copied_messages(self) -> Statement:
        """All messages of the new thread."""
        table = self.tables.messages
        return self.make(
            "copied_messages",
            build=lambda: select(*self.shown(table)).where(
                table.c.thread_id == bindparam("in_thread")
            ),
        )
