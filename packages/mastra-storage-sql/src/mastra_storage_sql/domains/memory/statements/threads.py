"""The SQL of threads."""

from typing import Any

from mastra_storage_core.domains.memory.requests import ThreadQuery
from sqlalchemy import Select, Subquery, bindparam, delete, func, select, update
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter, values_of
from mastra_storage_sql.domains.memory.statements.base import Statements
from mastra_storage_sql.paging import paged, shape_of
from mastra_storage_sql.statement import Statement


class ThreadStatements(Statements):
    def get_thread(self, *, owned: bool) -> Statement:
        """A thread by id; with an owner, only if it is that owner's."""
        table = self.tables.threads
        return self.make(
            "get_thread",
            owned,
            build=lambda: select(*self.shown(table)).where(*self._thread(owned)),
        )

    def lock_thread(self, *, owned: bool) -> Statement:
        """As `get_thread`, and nobody else changes the thread until the transaction ends."""
        table = self.tables.threads
        return self.make(
            "lock_thread",
            owned,
            build=lambda: select(*self.shown(table)).where(*self._thread(owned)).with_for_update(),
        )

    def save_thread(self, *, owned: bool) -> Statement:
        """Insert or replace; with an owner, return nothing and change nothing where the stored one
        is another.
        """
        table = self.tables.threads

        def build() -> Any:
            insert = self.dialect.upsert(table).values(values_of(table))
            replaced = {name: insert.excluded[name] for name in table.c.keys() if name != "id"}
            same = table.c.resource_id == insert.excluded.resource_id if owned else None
            return insert.on_conflict_do_update(
                index_elements=[table.c.id], set_=replaced, where=same
            ).returning(table.c.id)

        return self.make("save_thread", owned, build=build)

    def create_thread(self) -> Statement:
        """Insert; return nothing where the id exists."""
        table = self.tables.threads
        return self.make(
            "create_thread",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(index_elements=[table.c.id])
                .returning(table.c.id)
            ),
        )

    def update_thread(self, *, title: bool, metadata: bool, owned: bool) -> Statement:
        """Set the title, merge into the metadata, or both; either way `updatedAt` rises."""
        table = self.tables.threads

        def build() -> Any:
            changes: dict[str, Any] = dict(self.dialect.later(table, "updated_at", "at"))
            if title:
                changes["title"] = parameter(table.c.title)
            if metadata:
                changes["metadata"] = self.dialect.merged(table.c.metadata, "metadata")
            return (
                update(table)
                .where(*self._thread(owned))
                .values(changes)
                .returning(*self.shown(table))
            )

        return self.make("update_thread", title, metadata, owned, build=build)

    def move_thread(self) -> Statement:
        """Give a thread to another owner."""
        table = self.tables.threads
        return self.make(
            "move_thread",
            build=lambda: (
                update(table)
                .where(*self._thread(False))
                .values(
                    resource_id=bindparam("resource_id"),
                    **self.dialect.later(table, "updated_at", "at"),
                )
                .returning(*self.shown(table))
            ),
        )

    def move_messages(self) -> Statement:
        """Give all messages of a thread to another owner."""
        table = self.tables.messages
        return self.make(
            "move_messages",
            build=lambda: (
                update(table)
                .where(table.c.thread_id == bindparam("of_thread"))
                .values(resource_id=bindparam("resource_id"))
            ),
        )

    def move_generations(self) -> Statement:
        """Give the observational memory of a thread to another owner."""
        table = self.tables.observations
        return self.make(
            "move_generations",
            build=lambda: (
                update(table)
                .where(table.c.lookup_key == bindparam("key"))
                .values(resource_id=bindparam("resource_id"))
            ),
        )

    def delete_threads(self, *, owned: bool) -> Statement:
        """Delete threads by id; return those that there were."""
        table = self.tables.threads
        conditions = [self.dialect.one_of(table.c.id, "threads")]
        if owned:
            conditions.append(table.c.resource_id == bindparam("owner"))
        return self.make(
            "delete_threads",
            owned,
            build=lambda: delete(table).where(*conditions).returning(table.c.id),
        )

    def delete_messages_of_threads(self) -> Statement:
        """Delete what was said in threads."""
        table = self.tables.messages
        return self.make(
            "delete_messages_of_threads",
            build=lambda: delete(table).where(self.dialect.one_of(table.c.thread_id, "threads")),
        )

    def delete_generations_of_threads(self) -> Statement:
        """Delete the observational memory of threads, by its lookup keys."""
        table = self.tables.observations
        return self.make(
            "delete_generations_of_threads",
            build=lambda: delete(table).where(self.dialect.one_of(table.c.lookup_key, "keys")),
        )

    def list_threads(self, query: ThreadQuery) -> Statement:
        """A page, with its total where wanted."""
        table = self.tables.threads

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            found = select(*columns)
            if query.resource_id is not None:
                found = found.where(table.c.resource_id == bindparam("owner"))
            if query.metadata:
                found = found.where(self.dialect.contains(table.c.metadata, "wanted"))
            return found

        def build() -> Select[Any]:
            key = self.dialect.instant(table, query.order_by.field)
            rows = matching(self.shown(table)).order_by(
                *self._direction(query, key, self.dialect.exact(table.c.id))
            )
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            column = rows.c[table.c[query.order_by.field].name]
            return self._direction(query, column, self.dialect.exact(rows.c.id))

        shape = (query.resource_id is not None, bool(query.metadata), query.order_by)
        return self.make("list_threads", *shape, *shape_of(query.page), build=build)

    @staticmethod
    def _direction(query: ThreadQuery, *keys: ColumnElement[Any]) -> list[ColumnElement[Any]]:
        return [key.desc() for key in keys] if query.order_by.descending else list(keys)

    def _thread(self, owned: bool) -> list[ColumnElement[bool]]:
        table = self.tables.threads
        conditions = [table.c.id == bindparam("thread")]
        if owned:
            conditions.append(table.c.resource_id == bindparam("owner"))
        return conditions
