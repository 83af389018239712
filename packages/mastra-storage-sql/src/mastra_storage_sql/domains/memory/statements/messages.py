"""The SQL of messages by id: saved, changed, deleted. How they are listed is in `message_lists`."""

from typing import Any

from sqlalchemy import (
    bindparam,
    delete,
    func,
    null,
    select,
    union,
    union_all,
    update,
)
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import values_of
from mastra_storage_sql.domains.memory.statements.base import Statements, owned_by
from mastra_storage_sql.statement import Statement


class MessageStatements(Statements):
    def touch_threads(self, *, owned: bool = False) -> Statement:
        """Raise `updatedAt` of threads: those that are named, and those that hold the messages.

        And so lock them until the transaction ends: all at once, in one order for every caller, so
        that no two transactions wait for each other.
        """
        table = self.tables.threads

        def build() -> Any:
            named = select(table.c.id).where(self.dialect.one_of_keys(table.c.id, "threads"))
            holding = select(self.tables.messages.c.thread_id).where(*self._by_id(owned))
            locked = (
                select(table.c.id)
                .where(self.dialect.in_rows_of(table.c.id, union(named, holding)))
                .order_by(self.dialect.exact(table.c.id))
                .with_for_update()
            )
            return (
                update(table)
                .where(self.dialect.in_rows_of(table.c.id, locked))
                .values(dict(self.dialect.later(table, "updated_at", "at")))
                .returning(table.c.id, table.c.resource_id)
            )

        return self.make("touch_threads", owned, build=build)

    def stored_before(self, *, newest: bool) -> Statement:
        """What is there before a save: messages with these ids, and where asked the newest time of
        each thread.
        """
        messages, threads = self.tables.messages, self.tables.threads

        def build() -> Any:
            same = select(messages.c.id, messages.c.thread_id, messages.c.created_at).where(
                self.dialect.one_of_keys(messages.c.id, "ids")
            )
            if not newest:
                return same
            time = (
                select(func.max(messages.c.created_at, type_=messages.c.created_at.type))
                .where(messages.c.thread_id == threads.c.id)
                .scalar_subquery()
            )
            latest = select(null(), threads.c.id, time).where(
                self.dialect.one_of_keys(threads.c.id, "threads")
            )
            return union_all(same, latest)

        return self.make("stored_before", newest, build=build)

    def save_messages(self, *, owned: bool) -> Statement:
        """Insert or replace, but keep the first `createdAt`; with an owner, another's message stays
        as it is.
        """
        table = self.tables.messages
        kept = {"id", "created_at", "created_at_z"}

        def build() -> Any:
            insert = self.dialect.upsert(table).values(values_of(table))
            return insert.on_conflict_do_update(
                index_elements=[table.c.id],
                set_={name: insert.excluded[name] for name in table.c.keys() if name not in kept},
                where=table.c.resource_id == insert.excluded.resource_id if owned else None,
            )

        return self.make("save_messages", owned, build=build)

    def foreign_messages(self) -> Statement:
        """Which of these messages belong to another owner."""
        table = self.tables.messages
        return self.make(
            "foreign_messages",
            build=lambda: select(table.c.id).where(
                self.dialect.one_of_keys(table.c.id, "ids"),
                table.c.resource_id.is_distinct_from(bindparam("owner")),
            ),
        )

    def threads_of(self, *, owned: bool) -> Statement:
        """Where messages are."""
        table = self.tables.messages
        return self.make(
            "threads_of",
            owned,
            build=lambda: select(table.c.id, table.c.thread_id).where(*self._by_id(owned)),
        )

    def lock_messages(self, *, owned: bool) -> Statement:
        """Messages by id, which nobody else changes until the transaction ends."""
        table = self.tables.messages
        return self.make(
            "lock_messages",
            owned,
            build=lambda: select(*self.shown(table)).where(*self._by_id(owned)).with_for_update(),
        )

    def list_messages_by_id(self, *, owned: bool) -> Statement:
        """Messages by id, from any thread."""
        table = self.tables.messages
        return self.make(
            "list_messages_by_id",
            owned,
            build=lambda: select(*self.shown(table)).where(*self._by_id(owned)),
        )

    def update_message(self) -> Statement:
        """Write a message anew, all but its id."""
        table = self.tables.messages
        values = {name: value for name, value in values_of(table).items() if name != "id"}
        return self.make(
            "update_message",
            build=lambda: update(table).where(table.c.id == bindparam("message")).values(values),
        )

    def delete_messages(self, *, owned: bool) -> Statement:
        """Delete messages by id; return those that there were."""
        table = self.tables.messages
        return self.make(
            "delete_messages",
            owned,
            build=lambda: delete(table).where(*self._by_id(owned)).returning(table.c.id),
        )

    def _by_id(self, owned: bool) -> list[ColumnElement[bool]]:
        table = self.tables.messages
        conditions = [self.dialect.one_of_keys(table.c.id, "ids")]
        if owned:
            conditions.append(owned_by(table))
        return conditions
