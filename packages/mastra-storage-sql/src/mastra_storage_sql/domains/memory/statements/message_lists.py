"""The SQL of lists of messages: pages, totals, and windows around a message."""

from typing import Any

from mastra_storage_core.domains.memory.requests import MessageQuery
from mastra_storage_core.paging import OrderBy
from sqlalchemy import (
    FromClause,
    Select,
    Subquery,
    and_,
    bindparam,
    func,
    literal_column,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql import paging
from mastra_storage_sql.domain import shape_of, within
from mastra_storage_sql.domains.memory.statements.base import Statements, owned_by
from mastra_storage_sql.statement import Statement

HIDDEN: ColumnElement[str] = literal_column("'system'")
"""The role of messages that lists leave out. A literal, so that the partial indexes on it apply."""


class MessageListStatements(Statements):
    def list_messages(self, query: MessageQuery) -> Statement:
        """A page, with its total where wanted."""
        filtered = bool(query.metadata)

        def build() -> Select[Any]:
            table = self.tables.messages
            shown = select(*self.shown(table)).where(*self._matching(query, filtered))
            if not query.include_system:
                shown = shown.where(table.c.role != HIDDEN)
            rows = shown.order_by(*self._order(table, query.order_by))
            return paging.paged(rows, query.page, lambda: self._count(query, filtered), again)

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            keys = (rows.c.createdAt, self.dialect.exact(rows.c.id))
            return [key.desc() for key in keys] if query.order_by.descending else list(keys)

        shape = (*_shape(query), query.order_by, filtered, *paging.shape_of(query.page))
        return self.make("list_messages", *shape, build=build)

    def candidates(self, query: MessageQuery) -> Statement:
        """All messages that a metadata filter may keep: those whose content mentions one of its
        keys.
        """

        def build() -> Select[Any]:
            table = self.tables.messages
            rows = select(*self.shown(table)).where(
                *self._matching(query, False), table.c.content.like(bindparam("mention"))
            )
            if not query.include_system:
                rows = rows.where(table.c.role != HIDDEN)
            return rows.order_by(*self._order(table, query.order_by))

        return self.make("candidates", *_shape(query), query.order_by, build=build)

    def windows(self, *, owned: bool, include_system: bool) -> Statement:
        """Targets by id, each with its neighbours by position in its own thread. Costs the same in
        a thread of any length.
        """
        said = self.tables.messages

        def build() -> Any:
            target, near, found = (said.alias(name) for name in ("target", "near", "found"))
            position = tuple_(near.c.created_at, self.dialect.exact(near.c.id))
            here = tuple_(target.c.created_at, self.dialect.exact(target.c.id))
            side = select(near.c.id).where(near.c.thread_id == target.c.thread_id)
            for condition in self._visible(near, owned, include_system):
                side = side.where(condition)
            order = (near.c.created_at, self.dialect.exact(near.c.id))
            before = (
                side.where(position <= here)
                .order_by(*(key.desc() for key in order))
                .limit(bindparam("up_to"))
            )
            after = side.where(position > here).order_by(*order).limit(bindparam("next"))
            at = [
                self.dialect.one_of(target.c.id, "ids"),
                *self._visible(target, owned, include_system),
            ]
            return union_all(
                *(
                    select(*self.shown(found)).where(
                        and_(*at), self.dialect.in_rows_of(found.c.id, rows.correlate(target))
                    )
                    for rows in (before, after)
                )
            )

        return self.make("windows", owned, include_system, build=build)

    def _visible(
        self, table: FromClause, owned: bool, include_system: bool
    ) -> list[ColumnElement[bool]]:
        conditions = []
        if owned:
            conditions.append(owned_by(table))
        if not include_system:
            conditions.append(table.c.role != HIDDEN)
        return conditions

    def _order(self, table: FromClause, order_by: OrderBy) -> list[ColumnElement[Any]]:
        keys = (table.c.created_at, self.dialect.exact(table.c.id))
        return [key.desc() for key in keys] if order_by.descending else list(keys)

    def _count(self, query: MessageQuery, filtered: bool) -> ColumnElement[int]:
        """All minus the hidden ones: two counts of an index, where reading each row's role would
        read each row.
        """
        table = self.tables.messages
        count = select(func.count()).select_from(table).where(*self._matching(query, filtered))
        if query.include_system:
            return count.scalar_subquery()
        hidden = count.where(table.c.role == HIDDEN)
        return count.scalar_subquery() - hidden.scalar_subquery()

    def _matching(self, query: MessageQuery, filtered: bool) -> list[ColumnElement[bool]]:
        table = self.tables.messages
        conditions = self._in_threads(query)
        if query.thread_ids is None:
            conditions.append(table.c.resource_id == bindparam("owner"))
        elif query.resource_id is not None:
            conditions.append(owned_by(table))
        conditions += within(table.c.created_at, query.dates)
        if filtered:
            conditions.append(self.dialect.contains(table.c.content, "wanted"))
        return conditions

    def _in_threads(self, query: MessageQuery) -> list[ColumnElement[bool]]:
        """One thread is compared with `=`: only then does an index give its rows in order."""
        thread_id = self.tables.messages.c.thread_id
        if query.thread_ids is None:
            return []
        if len(query.thread_ids) == 1:
            return [thread_id == bindparam("in_thread")]
        return [self.dialect.one_of(thread_id, "in_threads")]


def _shape(query: MessageQuery) -> tuple[object, ...]:
    return (
        None if query.thread_ids is None else len(query.thread_ids) == 1,
        query.resource_id is not None,
        *shape_of(query.dates),
        query.include_system,
    )


def values(query: MessageQuery) -> dict[str, Any]:
    """Return the values of the parameters of `list_messages`, whatever its shape."""
    threads = query.thread_ids or ("",)
    return {
        "in_thread": threads[0],
        "in_threads": list(threads),
        "owner": query.resource_id,
        "start": query.dates.start,
        "end": query.dates.end,
        "wanted": {"metadata": dict(query.metadata)},
        "mention": f'%"{max(query.metadata, key=len, default="")}"%',
    }
