"""Making what is missing of the schema, on a connection to PostgreSQL.

A current schema costs one query of the catalogue and no lock. `CREATE … IF NOT EXISTS` is not
atomic between sessions, so whoever finds something missing takes an advisory lock first and looks
again.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import asyncpg
from mastra_storage_core.errors import BusyError
from mastra_storage_sql.newer import warn_of_newer
from mastra_storage_sql.schema import (
    Unique,
    add_column,
    add_unique,
    create_index,
    create_table,
    drop_index,
    missing_columns,
)
from mastra_storage_sql.tables import DomainTables
from sqlalchemy import Index, Table

from mastra_storage_pg import locks
from mastra_storage_pg.config import Connection, PostgresConfig

_log = logging.getLogger("mastra_storage_pg")

_MADE_MEANWHILE = (
    asyncpg.DuplicateColumnError,
    asyncpg.DuplicateObjectError,
    asyncpg.DuplicateSchemaError,
    asyncpg.DuplicateTableError,
    asyncpg.UniqueViolationError,
)
"""How a statement fails that makes what another session is making at this moment."""

_CATALOGUE = """
SELECT c.relkind::text, c.relname, a.attname
FROM pg_catalog.pg_namespace AS n
LEFT JOIN pg_catalog.pg_class AS c
  ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'i')
  AND (c.relname = ANY($2::text[]) OR c.relname LIKE 'mastra\\_%' AND c.relkind <> 'i')
LEFT JOIN pg_catalog.pg_attribute AS a
  ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind <> 'i'
  AND c.relname = ANY($2::text[])
LEFT JOIN pg_catalog.pg_index AS i ON i.indexrelid = c.oid
WHERE n.nspname = $1 AND (i.indisvalid IS NOT FALSE OR c.relname NOT LIKE 'mastra\\_py\\_%')
UNION ALL
SELECT 't', t.tgname, NULL
FROM pg_catalog.pg_namespace AS n
JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid
JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = c.oid
WHERE n.nspname = $1 AND t.tgname = ANY($2::text[]) AND NOT t.tgisinternal
UNION ALL
SELECT 'k', c.relname, NULL
FROM pg_catalog.pg_namespace AS n
JOIN pg_catalog.pg_class AS c ON c.relnamespace = n.oid
JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid
WHERE n.nspname = $1 AND c.relname = ANY($2::text[]) AND i.indisprimary
"""
"""All tables of Mastra's, and the columns of some. An index of ours that was not built to its end
counts as missing.
"""

_STAMP = """
CREATE OR REPLACE FUNCTION {function}() RETURNS TRIGGER AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW."createdAt" = NOW();
        NEW."updatedAt" = NOW();
        NEW."createdAtZ" = NOW();
        NEW."updatedAtZ" = NOW();
    ELSIF TG_OP = 'UPDATE' THEN
        NEW."updatedAt" = NOW();
        NEW."updatedAtZ" = NOW();
        NEW."createdAt" = OLD."createdAt";
        NEW."createdAtZ" = OLD."createdAtZ";
    END IF;
    RETURN NEW;
END;
$$ LANGUAGE plpgsql
"""
"""The original's own, to the letter: it replaces it whenever it starts."""


_OTHERS = ("i", "t", "k")
"""What is no table: indexes, triggers, and the tables with a primary key."""


class Catalogue(NamedTuple):
    """What the schema holds."""

    exists: bool
    columns: dict[str, list[str]]
    """The columns of each table; none of those that another domain has, or a newer Mastra."""
    indexes: set[str]
    triggers: set[str]
    keyed: set[str]
    """The tables that have a primary key, whatever its name."""

    def has(self, unique: Unique) -> bool:
        """Return whether a constraint is there."""
        return unique.table.name in self.keyed if unique.primary else unique.name in self.indexes


class Schema:
    """What a schema of a database should hold: the tables of some domains."""

    def __init__(
        self,
        config: PostgresConfig,
        domains: Sequence[DomainTables],
        *,
        skip_indexes: bool = False,
    ) -> None:
        self.config = config
        self.name = config.schema_name
        self.compiler = domains[0].dialect.compiler
        self.tables = [table for each in domains for table in each.all]
        self.uniques = [unique for each in domains for unique in each.uniques]
        self.stamped = [table for each in domains for table in each.stamped]
        additions = (index for each in domains for index in each.additions)
        self.additions = list(dict.fromkeys(additions))  # pruning may need what a list needs, too
        self.wanted = [index for each in domains for index in each.required]
        if not skip_indexes:
            self.wanted += [index for each in domains for index in each.indexes]
            self.wanted += self.additions
        named: list[Table | Unique | Index] = [*self.tables, *self.uniques, *self.wanted]
        self._names = [str(each.name) for each in (*named, *self.additions)]
        self._names += [trigger_of(table) for table in self.stamped]

    async def look(self, connection: Connection) -> Catalogue:
        """Read what of it is there."""
        rows = await connection.fetch(_CATALOGUE, self.name, self._names)
        columns: dict[str, list[str]] = defaultdict(list)
        others: dict[str, set[str]] = defaultdict(set)
        for kind, name, column in rows:
            if kind in _OTHERS:
                others[kind].add(name)
            elif name is not None:
                columns[name] += [] if column is None else [column]
        return Catalogue(bool(rows), columns, *(others[kind] for kind in _OTHERS))

    def lacking(self, found: Catalogue) -> Iterator[str]:
        """Yield the names of the tables, columns, constraints and triggers that are missing."""
        for table in self.tables:
            if table.name not in found.columns:
                yield table.name
            else:
                for column in missing_columns(table, found.columns[table.name]):
                    yield f"{table.name}.{column.name}"
        yield from (unique.name for unique in self.uniques if not found.has(unique))
        triggers = map(trigger_of, self.stamped)
        yield from (trigger for trigger in triggers if trigger not in found.triggers)

    def lacks_tables(self, found: Catalogue) -> bool:
        """Return whether a table, a column, a constraint or a trigger is missing."""
        return any(self.lacking(found))


def trigger_of(table: Table) -> str:
    """Return the name of the trigger that sets the times of a table."""
    return f"{table.name}_timestamps"


async def initialise(connection: Connection, schema: Schema) -> None:
    """Create what is missing, and warn of what a newer Mastra has added."""
    found = await ensure(connection, schema)
    warn_of_newer(schema.tables, found.columns)


async def ensure(connection: Connection, schema: Schema) -> Catalogue:
    """Create what is missing: tables, columns and constraints in one transaction, indexes of
    existing tables concurrently. Return what there is then, but for these indexes.
    """
    found = await schema.look(connection)
    while schema.lacks_tables(found):
        failure = await _try_to_make_tables(connection, schema)
        before, found = found, await schema.look(connection)
        if failure and found == before:
            raise failure
    if any(index.name not in found.indexes for index in schema.wanted):
        await _build(connection, schema, schema.wanted)
    return found


async def _try_to_make_tables(
    connection: Connection, schema: Schema
) -> asyncpg.PostgresError | None:
    """Create what is missing, or return how that failed if the reason may be a Mastra that makes
    the same at this moment: it does not know our lock, and what it has made is there afterwards.
    """
    try:
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock($1)", locks.TABLES)
            await _make_tables(connection, schema, await schema.look(connection))
    except _MADE_MEANWHILE as failure:
        return failure
    return None


async def build_indexes(connection: Connection, schema: Schema) -> None:
    """Build our own indexes without locking out writers, after another process that does; it is
    `BusyError` if that takes longer than a minute.
    """
    for _ in range(600):
        if await _build(connection, schema, schema.additions):
            return
        await asyncio.sleep(0.1)
    raise BusyError("another process is building indexes")


async def _make_tables(connection: Connection, schema: Schema, found: Catalogue) -> None:
    compiler = schema.compiler
    if not found.exists:
        await connection.execute(
            f"CREATE SCHEMA IF NOT EXISTS {compiler.identifier_preparer.quote(schema.name)}"
        )
    for ddl in _missing_of(schema, found):
        await connection.execute(ddl)


def _missing_of(schema: Schema, found: Catalogue) -> Iterator[str]:
    """Yield what makes tables and columns, then constraints, then indexes: in a schema with a name
    of 63 bytes all of these are cut to one name, and a run needs the constraint.
    """
    compiler = schema.compiler
    for table in schema.tables:
        if table.name not in found.columns:
            yield create_table(table, compiler)
        else:
            for column in missing_columns(table, found.columns[table.name]):
                yield add_column(column, compiler)
    for unique in schema.uniques:
        if not found.has(unique):
            yield from add_unique(unique, compiler)
    for table in schema.stamped:
        if trigger_of(table) not in found.triggers:
            yield from _stamp(table, schema)
    for index in schema.wanted:
        if index.table is not None and index.table.name not in found.columns:
            yield create_index(index, compiler)


def _stamp(table: Table, schema: Schema) -> Iterator[str]:
    """Yield what makes the trigger that sets the times of a table."""
    quoted = schema.compiler.identifier_preparer
    function = f"{quoted.quote(schema.name)}.trigger_set_timestamps"
    yield _STAMP.format(function=function)
    yield (
        f"CREATE TRIGGER {quoted.quote(trigger_of(table))} BEFORE INSERT OR UPDATE ON "
        f"{quoted.format_table(table)} FOR EACH ROW EXECUTE FUNCTION {function}()"
    )


async def _build(connection: Connection, schema: Schema, wanted: list[Index]) -> bool:
    """Build the indexes that are missing, and return whether it was this process's turn.

    Two processes that build on one table wait for each other until one of them fails; whoever comes
    second leaves it to the first. It must not wait in the server: the first would wait for it.
    """
    async with locks.building(connection, schema.config) as mine:
        if mine:
            found = await schema.look(connection)
            for index in wanted:
                if index.name not in found.indexes:
                    await _build_one(connection, index, schema)
    return mine


async def _build_one(connection: Connection, index: Index, schema: Schema) -> None:
    """Build an index; that the role may not is no reason to fail: no method needs it."""
    compiler = schema.compiler
    try:
        if index in schema.additions:
            await connection.execute(drop_index(index, compiler))
        await connection.execute(create_index(index, compiler, concurrently=True))
    except asyncpg.PostgresError as error:
        _log.warning("index %s was not built (SQLSTATE %s)", index.name, error.sqlstate)
