"""What a database is made of, as lines of text: tables, columns, types, defaults, constraints,
indexes. Read without our code.
"""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from typing import Any

import asyncpg
from mastra_storage_sql.schema import sanitised

from interop.places import Place

ADDITION = "mastra_py_"
"""How the names of all begin that we add: indexes, and the table of claims after the first."""

_SQLITE = """
SELECT 'column', t.name, c.cid, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
FROM sqlite_master AS t, pragma_table_xinfo(t.name) AS c WHERE t.type = 'table'
UNION ALL
SELECT 'unique', t.name, i.origin, i."unique", i.partial, group_concat(c.name || c.desc || c.coll),
       NULL, NULL, NULL
FROM sqlite_master AS t, pragma_index_list(t.name) AS i, pragma_index_xinfo(i.name) AS c
WHERE t.type = 'table' AND i.origin <> 'c' GROUP BY t.name, i.name
UNION ALL
SELECT type, tbl_name, name, sql, NULL, NULL, NULL, NULL, NULL
FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'table'
"""

_POSTGRES = """
SELECT 'column', c.relname::text, format('%s %s %s %s %s', a.attnum, a.attname,
       format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relnamespace = quote_ident($1)::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped
UNION ALL
SELECT 'constraint', c.relname, format('%s %s', o.conname, pg_get_constraintdef(o.oid))
FROM pg_constraint AS o JOIN pg_class AS c ON c.oid = o.conrelid
WHERE o.connamespace = quote_ident($1)::regnamespace AND o.contype <> 'n'
UNION ALL
SELECT 'index', tablename, indexdef FROM pg_indexes WHERE schemaname = $1
UNION ALL
SELECT 'trigger', c.relname, pg_get_triggerdef(t.oid)
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid
WHERE c.relnamespace = quote_ident($1)::regnamespace
UNION ALL
SELECT 'identity', c.relname, format('%s %s', c.relreplident, i.indexrelid::regclass)
FROM pg_class AS c LEFT JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisreplident
WHERE c.relnamespace = quote_ident($1)::regnamespace AND c.relkind = 'r'
"""


async def layout(place: Place, tables: Collection[str] = ()) -> set[str]:
    """Return a line for each part of some tables, or of all, our additions left out."""
    return {line for line in await everything(place, tables) if ADDITION not in line}


async def everything(place: Place, tables: Collection[str] = ()) -> set[str]:
    """Return a line for each part, our additions included."""
    rows = _of_file(place) if place.kind == "libsql" else await _of_schema(place)
    return {_line(row, place) for row in rows if not tables or row[1] in tables}


async def contents(place: Place, tables: Collection[str]) -> dict[str, list[Any]]:
    """Return every row of some tables, in no order that means anything."""
    return {
        table: sorted(map(repr, await fetch(place, f"SELECT * FROM {qualified(place, table)}")))
        for table in tables
    }


async def droppable(place: Place, tables: Collection[str]) -> list[str]:
    """Return the names of indexes that keep nothing unique."""
    if place.kind == "libsql":
        columns, where = "tbl_name, name, sql", "sqlite_master WHERE type = 'index'"
    else:
        columns = "tablename, indexname, indexdef"
        where = f"pg_indexes WHERE schemaname = '{place.schema}'"
    rows = await fetch(place, f"SELECT {columns} FROM {where}")
    return [
        name for table, name, sql in rows if table in tables and "UNIQUE" not in (sql or "UNIQUE")
    ]


def qualified(place: Place, table: str) -> str:
    """Return the quoted name of a table."""
    return f'"{place.schema}"."{table}"' if place.schema else f'"{table}"'


async def fetch(place: Place, sql: str) -> list[tuple[Any, ...]]:
    """Run statements, and return the rows of a single one."""
    if place.kind == "libsql":
        with closing(sqlite3.connect(place.path, isolation_level=None)) as file:
            file.execute("PRAGMA busy_timeout=5000")
            return file.execute(sql).fetchall()
    connection = await asyncpg.connect(place.url)
    try:
        return [tuple(row) for row in await connection.fetch(sql)]
    finally:
        await connection.close()


async def execute(place: Place, *statements: str) -> None:
    """Run statements, one after the other."""
    for sql in statements:
        await fetch(place, sql)


def _of_file(place: Place) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(place.path)) as connection:
        return connection.execute(_SQLITE).fetchall()


async def _of_schema(place: Place) -> list[tuple[Any, ...]]:
    connection = await asyncpg.connect(place.url)
    try:
        return [tuple(row) for row in await connection.fetch(_POSTGRES, place.schema)]
    finally:
        await connection.close()


def _line(row: tuple[Any, ...], place: Place) -> str:
    """Return a part as text: spaces and quotes do not count, and of a user's schema only how its
    name is spelled.
    """
    words = " ".join(" ".join(map(str, row)).replace('"', "").replace("`", "").split())
    words = words.replace("IF NOT EXISTS ", "").replace("( ", "(").replace(" )", ")")
    if place.schema not in (None, "public"):
        for spelling, name in _spellings(place.schema).items():
            words = words.replace(name, spelling)
    return words


def _spellings(schema: str) -> dict[str, str]:
    """Return the name of a user's schema in all spellings that stand in names of indexes."""
    safe = sanitised(schema)
    return {"SCHEMA": schema, "lowered": schema.lower(), "SAFE": safe, "safe": safe.lower()}
