"""The SQL of runs."""

from typing import Any

from mastra_storage_core.domains.workflows.requests import RunQuery
from sqlalchemy import Select, Subquery, bindparam, delete, func, or_, select, update
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter, shape_of, values_of, within
from mastra_storage_sql.domains.workflows.statements.base import Statements
from mastra_storage_sql.domains.workflows.tables import KEY, THREADS
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement


class RunStatements(Statements):
    def persist_run(self) -> Statement:
        """Insert, or replace the snapshot; return nothing where the run belongs to another
        resource. Who has no owner yet gets one.
        """
        table = self.tables.runs

        def build() -> Any:
            insert = self.dialect.upsert(table).values(values_of(table))
            given, stored = insert.excluded.resource_id, table.c.resource_id
            kept = ("workflow_name", "run_id", "created_at", "created_at_z")
            replaced = {key: insert.excluded[key] for key in table.c.keys() if key not in kept}
            return insert.on_conflict_do_update(
                index_elements=[table.c[name] for name in KEY],
                set_={**replaced, "resource_id": func.coalesce(stored, given)},
                where=or_(given.is_(None), stored.is_(None), stored == given),
            ).returning(table.c.run_id)

        return self.make("persist_run", build=build)

    def start_run(self) -> Statement:
        """Insert; return nothing where the run exists."""
        table = self.tables.runs
        return self.make(
            "start_run",
            build=lambda: (
                self.dialect.upsert(table)
                .values(values_of(table))
                .on_conflict_do_nothing(index_elements=[table.c[name] for name in KEY])
                .returning(table.c.run_id)
            ),
        )

    def load_snapshot(self, *, owned: bool) -> Statement:
        """The snapshot of a run; with an owner, only if it is that owner's."""
        table = self.tables.runs
        return self.make(
            "load_snapshot",
            owned,
            build=lambda: select(table.c.snapshot).where(*self.of_run(table, owned=owned)),
        )

    def lock_snapshot(self, *, owned: bool) -> Statement:
        """As `load_snapshot`, and nobody else changes the run until the transaction ends."""
        table = self.tables.runs
        return self.make(
            "lock_snapshot",
            owned,
            build=lambda: (
                select(table.c.snapshot).where(*self.of_run(table, owned=owned)).with_for_update()
            ),
        )

    def replace_snapshot(self) -> Statement:
        """Replace the snapshot of a run that is locked."""
        table = self.tables.runs
        times = [key for key in table.c.keys() if key.startswith("updated_at")]
        return self.make(
            "replace_snapshot",
            build=lambda: (
                update(table)
                .where(*self.of_run(table))
                .values({key: parameter(table.c[key]) for key in ("snapshot", *times)})
            ),
        )

    def get_run(self, *, named: bool, owned: bool, fields: bool) -> Statement:
        """The newest run of an id, of one workflow where it is named, whole or with some members
        of its snapshot.
        """
        table = self.tables.runs

        def build() -> Select[Any]:
            columns = self.shown(table)
            if fields:
                at = next(n for n, each in enumerate(columns) if each is table.c.snapshot)
                columns[at] = self.dialect.members(table.c.snapshot, "fields").label("snapshot")
            found = select(*columns).where(table.c.run_id == bindparam("run"))
            if owned:
                found = found.where(table.c.resource_id == bindparam("owner"))
            if named:
                return found.where(table.c.workflow_name == bindparam("workflow"))
            return found.order_by(*self._order(self._keys())).limit(1)

        return self.make("get_run", named, owned, fields, build=build)

    def delete_run(self, *, owned: bool) -> Statement:
        """Delete a run; return nothing where there was none."""
        table = self.tables.runs
        return self.make(
            "delete_run",
            owned,
            build=lambda: (
                delete(table).where(*self.of_run(table, owned=owned)).returning(table.c.run_id)
            ),
        )

    def list_runs(self, query: RunQuery) -> Statement:
        """A page, the newest first, with its total where wanted."""
        table = self.tables.runs

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            return select(*columns).where(*self._conditions(query))

        def build() -> Select[Any]:
            created, *others = self._keys()
            if query.thread_id is not None:
                created = self.dialect.found_first(created)
            rows = matching(self.shown(table)).order_by(*self._order([created, *others]))
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            names = [self.dialect.exact(rows.c[name]) for name in ("run_id", "workflow_name")]
            return self._order([rows.c.createdAt, *names])

        asked = (query.workflow_name, query.resource_id, query.status, query.thread_id)
        shape = (*(each is not None for each in asked), *shape_of(query.dates))
        return self.make("list_runs", *shape, *shape_of_page(query.page), build=build)

    def _conditions(self, query: RunQuery) -> list[ColumnElement[bool]]:
        table, dialect = self.tables.runs, self.dialect
        conditions = within(dialect.instant(table, "created_at"), query.dates)
        if query.workflow_name is not None:
            conditions.append(table.c.workflow_name == bindparam("workflow"))
        if query.resource_id is not None:
            conditions.append(table.c.resource_id == bindparam("owner"))
        if query.status is not None:
            status = dialect.text_at(table.c.snapshot, ("status",))
            conditions.append(status == bindparam("status"))
        if query.thread_id is not None:
            conditions.append(dialect.any_text(table.c.snapshot, THREADS, "in_thread"))
        return conditions

    def _keys(self) -> list[ColumnElement[Any]]:
        table, exact = self.tables.runs, self.dialect.exact
        created = self.dialect.instant(table, "created_at")
        return [created, exact(table.c.run_id), exact(table.c.workflow_name)]

    @staticmethod
    def _order(keys: list[ColumnElement[Any]]) -> list[ColumnElement[Any]]:
        return [key.desc() for key in keys]
