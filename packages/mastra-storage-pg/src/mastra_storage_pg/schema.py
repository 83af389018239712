"""Making what is missing of the schema, on a connection to PostgreSQL.

A current schema costs one query of the catalogue and no lock. `CREATE … IF NOT EXISTS` is not
atomic between sessions, so whoever finds something missing takes an advisory lock first and looks
again.
"""

import asyncio
import logging
from collections import defaultdict
from typing import NamedTuple

import asyncpg
from mastra_storage_core.errors import BusyError
from mastra_storage_sql.domains.memory.tables import MemoryTables
from mastra_storage_sql.schema import (
    add_column,
    create_index,
    create_table,
    drop_index,
    missing_columns,
)
from sqlalchemy import Index

from mastra_storage_pg.config import Connection

_log = logging.getLogger("mastra_storage_pg")

_LOCK = 0x6D617374_72615079
"""The key of the advisory lock on tables; any number that no other program uses."""

_INDEX_LOCK = _LOCK + 1
"""The key of the advisory lock on the building of indexes."""

_CATALOGUE = """
SELECT c.relkind::text, c.relname, a.attname
FROM pg_catalog.pg_namespace AS n
LEFT JOIN pg_catalog.pg_class AS c
  ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'i')
  AND (c.relname LIKE '%mastra%' OR c.relname LIKE 'idx%')
LEFT JOIN pg_catalog.pg_attribute AS a
  ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind <> 'i'
LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = c.oid
WHERE n.nspname = $1 AND (i.indisvalid IS NOT FALSE OR c.relname NOT LIKE 'mastra\\_py\\_%')
"""
"""An index of ours that was not built to its end counts as missing."""


class Catalogue(NamedTuple):
    """What the schema holds."""

    exists: bool
    columns: dict[str, list[str]]
    """The columns of each table."""
    indexes: set[str]


async def ensure(
    connection: Connection, tables: MemoryTables, schema: str, *, skip_indexes: bool
) -> None:
    """Create what is missing: tables and columns in one transaction, indexes of existing tables
    concurrently.
    """
    found = await _look(connection, schema)
    if _missing_tables(tables, found):
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock($1)", _LOCK)
            found = await _look(connection, schema)
            await _make_tables(connection, tables, schema, found, skip_indexes)
        found = await _look(connection, schema)
    wanted = _wanted(tables, skip_indexes)
    if any(index.name not in found.indexes for index in wanted):
        await _build(connection, tables, schema, wanted)


async def build_indexes(connection: Connection, tables: MemoryTables, schema: str) -> None:
    """Build our own indexes without locking out writers, after another process that does; it is
    `BusyError` if that takes longer than a minute.
    """
    for _ in range(600):
        if await _build(connection, tables, schema, list(tables.additions)):
            return
        await asyncio.sleep(0.1)
    raise BusyError("another process is building indexes")


async def _look(connection: Connection, schema: str) -> Catalogue:
    rows = await connection.fetch(_CATALOGUE, schema)
    columns: dict[str, list[str]] = defaultdict(list)
    indexes = set()
    for kind, name, column in rows:
        if kind == "i":
            indexes.add(name)
        elif name is not None:
            columns[name].append(column)
    return Catalogue(bool(rows), columns, indexes)


def _missing_tables(tables: MemoryTables, found: Catalogue) -> bool:
    return any(missing_columns(table, found.columns.get(table.name, ())) for table in tables.all)


def _wanted(tables: MemoryTables, skip_indexes: bool) -> list[Index]:
    if skip_indexes:
        return list(tables.required)
    return [*tables.required, *tables.indexes, *tables.additions]


async def _make_tables(
    connection: Connection,
    tables: MemoryTables,
    schema: str,
    found: Catalogue,
    skip_indexes: bool,
) -> None:
    compiler = tables.dialect.compiler
    if not found.exists:
        await connection.execute(
            f"CREATE SCHEMA IF NOT EXISTS {compiler.identifier_preparer.quote(schema)}"
        )
    for table in tables.all:
        if table.name in found.columns:
            for column in missing_columns(table, found.columns[table.name]):
                await connection.execute(add_column(column, compiler))
            continue
        await connection.execute(create_table(table, compiler))
        for index in _wanted(tables, skip_indexes):
            if index.table is table:
                await connection.execute(create_index(index, compiler))


async def _build(
    connection: Connection, tables: MemoryTables, schema: str, wanted: list[Index]
) -> bool:
    """Build the indexes that are missing, and return whether it was this process's turn.

    Two processes that build on one table wait for each other until one of them fails; whoever comes
    second leaves it to the first. It must not wait in the server: the first would wait for it.
    """
    if not await connection.fetchval("SELECT pg_try_advisory_lock($1)", _INDEX_LOCK):
        return False
    try:
        found = await _look(connection, schema)
        for index in wanted:
            if index.name not in found.indexes:
                await _build_one(connection, index, tables)
    finally:
        await connection.execute("SELECT pg_advisory_unlock($1)", _INDEX_LOCK)
    return True


async def _build_one(connection: Connection, index: Index, tables: MemoryTables) -> None:
    """Build an index; that the role may not is no reason to fail: no method needs it."""
    compiler = tables.dialect.compiler
    try:
        if index in tables.additions:
            await connection.execute(drop_index(index, compiler))
        await connection.execute(create_index(index, compiler, concurrently=True))
    except asyncpg.PostgresError as error:
        _log.warning("index %s was not built (SQLSTATE %s)", index.name, error.sqlstate)
