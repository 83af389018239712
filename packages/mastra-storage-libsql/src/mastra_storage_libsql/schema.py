"""Making what is missing of the schema, on a connection of SQLite."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from mastra_storage_sql.newer import warn_of_newer
from mastra_storage_sql.schema import add_column, create_index, create_table, missing_columns
from mastra_storage_sql.tables import DomainTables
from sqlalchemy import Index

from mastra_storage_libsql.translate import only_reads

SMALL = 100_000
"""The highest rowid of a table on which `init` builds an index of ours. Two million rows took 1.8 s
with the write lock held, and the original waits 5 s for that lock.
"""

_COLUMNS = (
    "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c "
    "WHERE m.type = 'table' AND m.name LIKE 'mastra\\_%' ESCAPE '\\'"
)
_INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index'"


class Catalogue(NamedTuple):
    """What the database holds of Mastra's."""

    columns: dict[str, list[str]]
    """The columns of each table."""
    indexes: set[str]


class Lack(NamedTuple):
    """Something that is missing."""

    name: str
    """A table, an index, or a column with its table before it."""
    ddl: str
    """What makes it."""


def initialise(raw: Any, domains: Sequence[DomainTables]) -> None:
    """Create what is missing, and warn of what a newer Mastra has added."""
    found = ensure(raw, domains)
    warn_of_newer((table for each in domains for table in each.all), found.columns)


def ensure(raw: Any, domains: Sequence[DomainTables]) -> Catalogue:
    """Create what is missing, in one transaction, and return what was there; a current schema costs
    two reads and no lock.

    A database that can only be read may lack indexes: no method needs them.
    """
    found = look(raw)
    if not _missing(raw, domains, found):
        return found
    raw.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been faster: what is missing is looked up again under the lock.
        found = look(raw)
        for lack in _missing(raw, domains, found):
            _make(raw, lack.ddl)
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    return found


def _make(raw: Any, ddl: str) -> None:
    try:
        raw.execute(ddl)
    except raw.OperationalError as error:
        if not (only_reads(error) and ddl.startswith("CREATE INDEX")):
            raise


def lacks_tables(raw: Any, tables: DomainTables) -> bool:
    """Return whether a table is missing."""
    existing = {row[0] for row in raw.execute(_COLUMNS).fetchall()}
    return any(table.name not in existing for table in tables.all)


def build_indexes(raw: Any, domains: Sequence[DomainTables]) -> None:
    """Create our own indexes whatever the size of their tables.

    They are sorted in files meanwhile: in memory, those of ten million runs took 800 MB.
    """
    (before,) = raw.execute("PRAGMA temp_store").fetchone()
    raw.execute("PRAGMA temp_store=FILE")
    try:
        for tables in domains:
            for index in tables.additions:
                raw.execute(create_index(index, tables.dialect.compiler))
    finally:
        raw.execute(f"PRAGMA temp_store={before}")


def look(raw: Any) -> Catalogue:
    """Read what is there."""
    columns: dict[str, list[str]] = defaultdict(list)
    for table_name, column in raw.execute(_COLUMNS).fetchall():
        columns[table_name].append(column)
    return Catalogue(columns, {row[0] for row in raw.execute(_INDEXES).fetchall()})


def _missing(raw: Any, domains: Sequence[DomainTables], found: Catalogue) -> list[Lack]:
    lacks = []
    for tables in domains:
        lacks += lacking_tables(tables, found)
        wanted = lacking_indexes(tables, found)
        small = [i for i in wanted if i not in tables.additions or _is_small(raw, i, found.columns)]
        compiler = tables.dialect.compiler
        lacks += [Lack(str(index.name), create_index(index, compiler)) for index in small]
    return lacks


def lacking_tables(tables: DomainTables, found: Catalogue) -> list[Lack]:
    """Return the tables and columns of a domain that are missing."""
    compiler = tables.dialect.compiler
    lacks = []
    for table in tables.all:
        if table.name not in found.columns:
            lacks.append(Lack(table.name, create_table(table, compiler)))
        else:
            lacks += [
                Lack(f"{table.name}.{column.name}", add_column(column, compiler, required=False))
                for column in missing_columns(table, found.columns[table.name])
            ]
    return lacks


def lacking_indexes(tables: DomainTables, found: Catalogue) -> list[Index]:
    """Return the indexes of a domain that are missing."""
    every = [*tables.indexes, *tables.required, *tables.additions]
    return [index for index in every if index.name not in found.indexes]


def _is_small(raw: Any, index: Index, existing: dict[str, list[str]]) -> bool:
    name = index.table.name if index.table is not None else ""
    if name not in existing:
        return True
    highest = raw.execute(f'SELECT max(rowid) FROM "{name}"')  # noqa: S608 # a name of ours
    return (highest.fetchone()[0] or 0) < SMALL
