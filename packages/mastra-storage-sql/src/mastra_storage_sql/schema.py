"""What a schema should hold, and the DDL of what is missing. Additive only: nothing is ever dropped
or changed.
"""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any, NamedTuple

from mastra_storage_core.errors import ConfigurationError
from sqlalchemy import Column, Index, Integer, Table, Text, func
from sqlalchemy.engine import Dialect as Compiler
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable, DropIndex

from mastra_storage_sql.types import Flag, JsonDocument, JsonText, Utc, UtcMirror


def with_mirrors(columns: list[Column[Any]]) -> list[Column[Any]]:
    """Append, for each time column, its mirror: `timestamptz`, nullable, `now()` where a writer
    leaves it out.
    """
    mirrors: list[Column[Any]] = [
        Column(f"{column.name}Z", UtcMirror, key=f"{column.key}_z", server_default=func.now())
        for column in columns
        if isinstance(column.type, Utc)
    ]
    return columns + mirrors


MIRROR_IS_TRUTH = {"mirror_is_truth": True}
"""The `info` of a time column that the original fills with local time, and its mirror with the
right one.
"""

NAME_LENGTH = 63
"""Where PostgreSQL cuts longer names."""


def index_prefix(schema: str | None) -> str:
    """Return what the original puts before index names in a schema that is not the default one."""
    return "" if schema in (None, "public") else f"{sanitised(schema)}_"


def sanitised(schema: str) -> str:
    """Return a schema's name as the original puts it into other names."""
    safe = re.sub(r"[^A-Za-z0-9_]", "_", schema)
    return f"_{safe}" if safe[0].isdigit() else safe


def cut_name(name: str, length: int = NAME_LENGTH) -> str:
    """Cut a name to a number of bytes, between two characters."""
    return name.encode()[:length].decode(errors="ignore")


def hashed_name(name: str) -> str:
    """Cut a name that is too long as the original cuts some: its end becomes a hash."""
    if cut_name(name) == name:
        return name
    return f"{cut_name(name, NAME_LENGTH - 9)}_{sha256(name.encode()).hexdigest()[:8]}"


def create_table(table: Table, compiler: Compiler) -> str:
    """Return the DDL of a table; it does nothing where the table exists."""
    return str(CreateTable(table, if_not_exists=True).compile(dialect=compiler)).strip()


def create_index(index: Index, compiler: Compiler, *, concurrently: bool = False) -> str:
    """Return the DDL of an index; it does nothing where an index of that name exists."""
    ddl = str(CreateIndex(index, if_not_exists=True).compile(dialect=compiler)).strip()
    return ddl.replace("INDEX", "INDEX CONCURRENTLY", 1) if concurrently else ddl


class Unique(NamedTuple):
    """A constraint that the original adds, by name, to a table without a primary key."""

    table: Table
    name: str
    columns: tuple[str, ...]
    primary: bool = False
    """Whether it becomes the primary key."""


def add_unique(unique: Unique, compiler: Compiler) -> tuple[str, ...]:
    """Return the DDL that adds the constraint, and that which makes its index the identity of rows
    for logical replication, which a primary key is by itself.
    """
    quoted = compiler.identifier_preparer
    table, name = quoted.format_table(unique.table), quoted.quote(unique.name)
    columns = ", ".join(map(quoted.quote, unique.columns))
    if unique.primary:
        return (f"ALTER TABLE {table} ADD CONSTRAINT {name} PRIMARY KEY ({columns})",)
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {name} UNIQUE ({columns})",
        f"ALTER TABLE {table} REPLICA IDENTITY USING INDEX {name}",
    )


def drop_index(index: Index, compiler: Compiler) -> str:
    """Return the DDL that removes an index without locking out writers; it does nothing where there
    is none.
    """
    ddl = str(DropIndex(index, if_exists=True).compile(dialect=compiler)).strip()
    return ddl.replace("DROP INDEX", "DROP INDEX CONCURRENTLY", 1)


def add_column(column: Column[Any], compiler: Compiler, *, required: bool = True) -> str:
    """Return the DDL that adds a column to an existing table, with the default that the original
    gives it there; where its adapter leaves `NOT NULL` out, it is not `required`.

    A mirror stays empty in rows that exist: by its default, `now()`, it would say that all of them
    are of today. A table that lacks a column that it always had is somebody else's, which is
    `ConfigurationError`.
    """
    table = compiler.identifier_preparer.format_table(column.table)
    if isinstance(column.type, UtcMirror):
        name = compiler.identifier_preparer.format_column(column)
        kind = compiler.type_compiler_instance.process(column.type)
        added = f"ALTER TABLE {table} ADD COLUMN {name} {kind}"
        return f"{added}, ALTER COLUMN {name} SET DEFAULT now()"
    spelled = str(CreateColumn(column).compile(dialect=compiler))
    if not column.nullable:
        spelled = spelled if required else spelled.replace(" NOT NULL", "")
        default = _DEFAULTS.get(type(column.type))
        if default is None:
            raise ConfigurationError(
                f"the table {column.table.name} has no column {column.name}, so it is not Mastra's"
            )
        spelled += f" DEFAULT {default}"
    return f"ALTER TABLE {table} ADD COLUMN {spelled}"


_DEFAULTS: dict[type[Any], str] = {
    Text: "''",
    JsonText: "'{}'",
    JsonDocument: "'{}'",
    Integer: "0",
    Flag: "FALSE",
}
"""What rows that exist get in a new column that may not be empty. Times have none: they came with
the table.
"""


def missing_columns(table: Table, existing: Iterable[str]) -> list[Column[Any]]:
    """Return the columns that an existing table lacks, mirrors first, as the original adds them;
    names are compared without case, as the original does.
    """
    have = {name.lower() for name in existing}
    missing = [column for column in table.columns if column.name.lower() not in have]
    return sorted(missing, key=lambda column: not isinstance(column.type, UtcMirror))
