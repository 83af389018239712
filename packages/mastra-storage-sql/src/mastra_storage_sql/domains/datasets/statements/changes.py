"""The SQL that changes items. Each row of an item is valid for some versions of its data set; a
change closes the current row and inserts the next, whose unchanged columns never leave the
database.
"""

from typing import Any

from mastra_storage_core.domains.datasets.payloads import FIELDS
from sqlalchemy import (
    Insert,
    Select,
    bindparam,
    delete,
    exists,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.sql import ColumnElement

from mastra_storage_sql.domain import parameter, values_of
from mastra_storage_sql.domains.datasets.statements.base import Statements, unindexed
from mastra_storage_sql.statement import Statement


class ChangeStatements(Statements):
    def insert_item(self) -> Statement:
        """Insert a row of an item."""
        table = self.tables.items
        return self.make(
            "insert_item", build=lambda: self.dialect.upsert(table).values(values_of(table))
        )

    def known_items(self) -> Statement:
        """The first and the newest row of each item of a data set that has one of some external
        ids.
        """
        table = self.tables.items
        before = table.alias("before")
        earlier: Select[Any] = select(literal_column("1")).where(
            before.c.dataset_id == table.c.dataset_id,
            before.c.external_id == table.c.external_id,
            before.c.dataset_version < table.c.dataset_version,
        )
        return self.make(
            "known_items",
            build=lambda: select(*self.shown(table)).where(
                table.c.dataset_id == bindparam("dataset"),
                self.dialect.one_of(table.c.external_id, "external_ids"),
                table.c.valid_to.is_(None) | ~exists(earlier.correlate(table)),
            ),
        )

    def newest_row(self) -> Statement:
        """What has to be known of an item to change it, be it deleted or not."""
        table = self.tables.items
        shown = ("id", "dataset_id", "is_deleted", "metadata", "organization_id", "project_id")
        return self.make(
            "newest_row",
            build=lambda: select(*(table.c[name] for name in shown)).where(
                table.c.id == bindparam("item"), table.c.valid_to.is_(None)
            ),
        )

    def close_items(self) -> Statement:
        """Let the current rows of items of a data set end with a version; return which there
        were.
        """
        table = self.tables.items
        return self.make(
            "close_items",
            build=lambda: (
                update(table)
                .where(
                    self.dialect.one_of(table.c.id, "items"),
                    unindexed(table.c.dataset_id == bindparam("dataset")),
                    table.c.valid_to.is_(None),
                    table.c.is_deleted == parameter(table.c.is_deleted, "deleted"),
                )
                .values(valid_to=parameter(table.c.valid_to, "version"))
                .returning(table.c.id)
            ),
        )

    def renew_item(self, columns: frozenset[str]) -> Statement:
        """Insert the next row of an item whose current one has just ended, with some columns
        replaced; return it.
        """
        table = self.tables.items
        return self.make(
            "renew_item",
            columns,
            build=lambda: self._next_rows(columns).returning(*self.shown(table)),
        )

    def bury_items(self) -> Statement:
        """Insert the marks that items, whose current rows have just ended, were deleted."""
        return self.make("bury_items", build=lambda: self._next_rows(frozenset()))

    def erase_item(self) -> Statement:
        """Erase the content of every row of an item of a data set; return which there were."""
        table = self.tables.items
        return self.make(
            "erase_item",
            build=lambda: (
                update(table)
                .where(
                    table.c.id == bindparam("item"),
                    unindexed(table.c.dataset_id == bindparam("dataset")),
                )
                .values({name: parameter(table.c[name]) for name in FIELDS})
                .returning(table.c.id)
            ),
        )

    def delete_items(self) -> Statement:
        """Delete all rows of the items of a data set."""
        table = self.tables.items
        return self.make(
            "delete_items",
            build=lambda: delete(table).where(table.c.dataset_id == bindparam("dataset")),
        )

    def _next_rows(self, columns: frozenset[str]) -> Insert:
        """Insert rows like those that end with the parameter `version`, with some columns
        replaced.
        """
        table = self.tables.items
        replaced = columns | {"valid_to", "is_deleted"}
        replaced |= {key for key in table.c.keys() if key.startswith("updated_at")}
        chosen: list[ColumnElement[Any]] = []
        for column in table.c:
            if column.key == "dataset_version":
                chosen.append(parameter(column, "version"))
            else:
                chosen.append(parameter(column) if column.key in replaced else column)
        ended = select(*chosen).where(
            self.dialect.one_of(table.c.id, "items"),
            unindexed(table.c.dataset_id == bindparam("dataset")),
            unindexed(table.c.valid_to == parameter(table.c.valid_to, "version")),
        )
        return insert(table).from_select([column.key for column in table.c], ended)
