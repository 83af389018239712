"""The SQL of scores."""

from typing import Any

from mastra_storage_core.domains.scores.requests import ScoreQuery
from sqlalchemy import Select, Subquery, bindparam, cast, func, literal_column, select
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import values_of
from mastra_storage_sql.domains.scores.statements.base import Statements
from mastra_storage_sql.paging import paged, shape_of as shape_of_page
from mastra_storage_sql.statement import Statement
from mastra_storage_sql.types import Json


class ScoreRowStatements(Statements):
    def save_score(self) -> Statement:
        """Insert, or replace all but the first time; return that time."""
        table = self.tables.scores

        def build() -> Any:
            values = values_of(table)
            for name in ("input", "output"):
                if not table.c[name].nullable:
                    null = cast(literal_column("'null'"), Json())
                    values[name] = func.coalesce(values[name], null)
            insert = self.dialect.upsert(table).values(values)
            kept = ("id", "created_at", "created_at_z")
            return insert.on_conflict_do_update(
                index_elements=[table.c.id],
                set_={key: insert.excluded[key] for key in table.c.keys() if key not in kept},
            ).returning(self.dialect.instant(table, "created_at").label("createdAt"))

        return self.make("save_score", build=build)

    def get_score(self) -> Statement:
        """A score by id."""
        table = self.tables.scores
        return self.make(
            "get_score",
            build=lambda: select(*self.shown(table)).where(table.c.id == bindparam("score_id")),
        )

    def list_scores(self, query: ScoreQuery) -> Statement:
        """A page in the total order, with its total where wanted."""
        table = self.tables.scores

        def matching(columns: list[ColumnElement[Any]]) -> Select[Any]:
            wanted = [table.c[name] == bindparam(name) for name in query.wanted]
            return select(*columns).where(*wanted)

        def build() -> Select[Any]:
            keys = (self.dialect.instant(table, "created_at"), self.dialect.exact(table.c.id))
            rows = matching(self.shown(table)).order_by(*self._order(query, *keys))
            return paged(rows, query.page, count, again)

        def count() -> ColumnElement[int]:
            return matching([func.count()]).select_from(table).scalar_subquery()

        def again(rows: Subquery) -> list[ColumnElement[Any]]:
            return self._order(query, rows.c.createdAt, self.dialect.exact(rows.c.id))

        shape = (tuple(query.wanted), query.order_by.descending, *shape_of_page(query.page))
        return self.make("list_scores", *shape, build=build)

    @staticmethod
    def _order(query: ScoreQuery, *keys: ColumnElement[Any]) -> list[ColumnElement[Any]]:
        return [key.desc() if query.order_by.descending else key for key in keys]
