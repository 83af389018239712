"""What a connection to PostgreSQL tells of the state of its database."""

from time import perf_counter

from mastra_storage_core.health import TimesHealth, Vitals
from mastra_storage_sql.newer import MASTRA, newer_than
from mastra_storage_sql.types import UtcMirror
from sqlalchemy import Table

from mastra_storage_pg.config import Connection
from mastra_storage_pg.schema import Catalogue, Schema

_SETTINGS = ("synchronous_commit", "fsync", "full_page_writes")
_ASK = f"""
SELECT current_setting('server_version'), pg_catalog.pg_is_in_recovery(),
  {", ".join(f"current_setting('{name}')" for name in _SETTINGS)}
"""
_SIZES = """
SELECT c.relname, greatest(c.reltuples, 1), greatest(c.relpages, 1)
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relname = ANY($2::text[])
"""
"""How many rows and blocks tables have, by the server's own estimate."""
_BLOCKS = 16
"""How many blocks of a table are read at the least, on average: chance would else take none."""

_NOTHING = "SELECT WHERE false"


async def measure(connection: Connection, *, schema: Schema, sample: int, started: float) -> Vitals:
    """Read the settings, the catalogue, and a sample of rows if one is wanted."""
    ((version, standby, *settings),) = await connection.fetch(_ASK)
    round_trip = perf_counter() - started
    found = await schema.look(connection)
    return Vitals(
        round_trip_ms=round_trip * 1000,
        engine=f"PostgreSQL {version}",
        settings=dict(zip(_SETTINGS, settings, strict=True)),
        mastra_version=MASTRA,
        pending=tuple(schema.lacking(found)),
        pending_indexes=tuple(
            str(index.name) for index in schema.wanted if index.name not in found.indexes
        ),
        newer=tuple(newer_than(schema.tables, found.columns)),
        read_only=standby,
        times=await _times(connection, schema, found, sample) if sample else None,
    )


async def _times(
    connection: Connection, schema: Schema, found: Catalogue, sample: int
) -> TimesHealth:
    """Compare times with their mirrors, in blocks of each table that are taken at random."""
    there = [table for table in schema.tables if table.name in found.columns]
    sizes = await connection.fetch(_SIZES, schema.name, [table.name for table in there])
    shares = {
        name: min(1.0, max(2 * sample / rows, _BLOCKS / blocks)) for name, rows, blocks in sizes
    }
    queries = (
        _comparison(table, schema, found, shares.get(table.name, 1.0), sample) for table in there
    )
    compared = await connection.fetch(" UNION ALL ".join(filter(None, queries)) or _NOTHING)
    wrong = {name: disagreeing for name, _, disagreeing in compared if disagreeing}
    return TimesHealth(
        rows=sum(rows for _, rows, _ in compared), disagreeing=sum(wrong.values()), tables=wrong
    )


def _comparison(
    table: Table, schema: Schema, found: Catalogue, share: float, sample: int
) -> str | None:
    """Return a query for one row: the table, how many rows were looked at, how many disagree.

    It reads a share of the blocks, which is larger than it must be: blocks hold different numbers
    of rows.
    """
    quote = schema.compiler.identifier_preparer
    existing = set(found.columns[table.name])
    mirrors = [column.name for column in table.columns if isinstance(column.type, UtcMirror)]
    pairs = [(name[:-1], name) for name in mirrors if {name, name[:-1]} <= existing]
    if not pairs:
        return None
    columns = ", ".join(quote.quote(name) for pair in pairs for name in pair)
    differ = " OR ".join(
        f"date_trunc('milliseconds', {quote.quote(time)}) <> "
        f"date_trunc('milliseconds', {quote.quote(mirror)} AT TIME ZONE 'UTC')"
        for time, mirror in pairs
    )
    source = f"{quote.format_table(table)} TABLESAMPLE SYSTEM ({share * 100:.9f}) LIMIT {sample}"
    counts = f"count(*), count(*) FILTER (WHERE {differ})"
    return f"SELECT '{table.name}', {counts} FROM (SELECT {columns} FROM {source}) AS seen"  # noqa: S608 # names of ours
