"""The SQL of owners of runs. Times are those of the database's clock, in milliseconds."""

from typing import Any

from sqlalchemy import Select, bindparam, case, or_, select, update
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domains.workflows.statements.base import Statements, named_like
from mastra_storage_sql.domains.workflows.tables import KEY
from mastra_storage_sql.statement import Statement


class OwnerStatements(Statements):
    def owners_table(self) -> Statement:
        """One row if the table is there, which the first claim makes."""
        return self.make("owners_table", build=lambda: self.dialect.exists(self.tables.owners))

    def get_owner(self) -> Statement:
        """Who owns a run, and what time it is."""
        return self.make("get_owner", build=self._owner)

    def hold_owner(self, *, alone: bool) -> Statement:
        """As `get_owner`, and nobody claims the run until the transaction ends; `alone` keeps out
        those who only hold it, too.
        """
        return self.make(
            "hold_owner", alone, build=lambda: self._owner().with_for_update(read=not alone)
        )

    def claim_run(self, *, force: bool) -> Statement:
        """Own a run under a new generation; return nothing where another worker holds it."""
        table, clock = self.tables.owners, self.dialect.clock()

        def build() -> Any:
            insert = self.dialect.upsert(table).values(
                **named_like(table), owner_id=bindparam("owner"), generation=clock, **self._lease()
            )
            new = insert.excluded
            free = self._free(new.owner_id, new.claimed_at)
            return insert.on_conflict_do_update(
                index_elements=[table.c[name] for name in KEY],
                set_={
                    "owner_id": new.owner_id,
                    "generation": self._next(new.generation),
                    "claimed_at": new.claimed_at,
                    "expires_at": new.expires_at,
                },
                where=None if force else free,
            ).returning(*self._shown())

        return self.make("claim_run", force, build=build)

    def claim_expected(self, *, force: bool) -> Statement:
        """As `claim_run`, of a run whose generation is the one expected."""
        table, clock = self.tables.owners, self.dialect.clock()

        def build() -> Any:
            owner = bindparam("owner", type_=table.c.owner_id.type)
            conditions = [*self.of_run(table), table.c.generation == bindparam("expected")]
            if not force:
                conditions.append(self._free(owner, clock))
            return (
                update(table)
                .where(*conditions)
                .values(owner_id=owner, generation=self._next(clock), **self._lease())
                .returning(*self._shown())
            )

        return self.make("claim_expected", force, build=build)

    def renew_run(self) -> Statement:
        """Let the lease of a generation end later; return nothing where it is lost."""
        table = self.tables.owners
        return self.make(
            "renew_run",
            build=lambda: (
                update(table)
                .where(*self._under_generation())
                .values(expires_at=self._lease()["expires_at"])
                .returning(*self._shown())
            ),
        )

    def release_run(self) -> Statement:
        """Let go of a run under a generation; return nothing where it is lost."""
        table = self.tables.owners
        return self.make(
            "release_run",
            build=lambda: (
                update(table)
                .where(*self._under_generation())
                .values(owner_id=None)
                .returning(table.c.run_id)
            ),
        )

    def forget_owner(self) -> Statement:
        """Let go of a run that was deleted; its generation is remembered."""
        table = self.tables.owners
        return self.make(
            "forget_owner",
            build=lambda: update(table).where(*self.of_run(table)).values(owner_id=None),
        )

    def _owner(self) -> Select[Any]:
        return select(*self._shown()).where(*self.of_run(self.tables.owners))

    def _shown(self) -> list[ColumnElement[Any]]:
        return [*self.tables.owners.c, self.dialect.clock().label("now")]

    def _lease(self) -> dict[str, Any]:
        clock = self.dialect.clock()
        return {"claimed_at": clock, "expires_at": clock + bindparam("lease")}

    def _next(self, clock: ColumnElement[Any]) -> ColumnElement[Any]:
        """One more than the last generation, and at least the clock."""
        last = self.tables.owners.c.generation
        return case((last >= clock, last + 1), else_=clock)

    def _free(self, owner: Any, clock: ColumnElement[Any]) -> ColumnElement[bool]:
        table = self.tables.owners
        return or_(
            table.c.owner_id.is_(None), table.c.owner_id == owner, table.c.expires_at <= clock
        )

    def _under_generation(self) -> list[ColumnElement[bool]]:
        table = self.tables.owners
        return [
            *self.of_run(table),
            table.c.generation == bindparam("generation"),
            table.c.owner_id.is_not(None),
        ]
