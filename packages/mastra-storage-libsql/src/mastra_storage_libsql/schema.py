"""Making what is missing of the schema, on a connection of SQLite."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

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


def ensure(raw: Any, domains: Sequence[DomainTables]) -> None:
    """Create what is missing, in one transaction; a current schema costs two reads and no lock.

    A database that can only be read may lack indexes: no method needs them.
    """
    if not _missing(raw, domains):
        return
    raw.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have been faster: what is missing is looked up again under the lock.
        for ddl in _missing(raw, domains):
            _make(raw, ddl)
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise


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


def _missing(raw: Any, domains: Sequence[DomainTables]) -> list[str]:
    existing: dict[str, list[str]] = defaultdict(list)
    for table_name, column in raw.execute(_COLUMNS).fetchall():
        existing[table_name].append(column)
    indexes = {row[0] for row in raw.execute(_INDEXES).fetchall()}
    return [ddl for tables in domains for ddl in _missing_of(raw, tables, existing, indexes)]


def _missing_of(
    raw: Any, tables: DomainTables, existing: dict[str, list[str]], indexes: set[str]
) -> list[str]:
    compiler = tables.dialect.compiler
    ddl = []
    for table in tables.all:
        if table.name not in existing:
            ddl.append(create_table(table, compiler))
        else:
            lacking = missing_columns(table, existing[table.name])
            ddl += [add_column(column, compiler, required=False) for column in lacking]
    every = [*tables.indexes, *tables.required, *tables.additions]
    wanted = [index for index in every if index.name not in indexes]
    small = [i for i in wanted if i not in tables.additions or _is_small(raw, i, existing)]
    return ddl + [create_index(index, compiler) for index in small]


def _is_small(raw: Any, index: Index, existing: dict[str, list[str]]) -> bool:
    name = index.table.name if index.table is not None else ""
    if name not in existing:
        return True
    highest = raw.execute(f'SELECT max(rowid) FROM "{name}"')  # noqa: S608 # a name of ours
    return (highest.fetchone()[0] or 0) < SMALL
