"""No statement needs an engine newer than PostgreSQL 14 or SQLite 3.35.

Every shape of every statement is prepared by the engine at hand. `nox -s conformance -- pg-oldest`
has the oldest server; the lists of words are for every other day.
"""

import re
import sqlite3

import asyncpg
import pytest
from every_statement import DIALECTS, statements
from layout import laid_out
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_libsql.dialect import SQLITE, SQLITE_WITH_JSONB
from mastra_storage_libsql.functions import register
from mastra_storage_libsql.schema import ensure
from mastra_storage_pg import PostgresStore
from mastra_storage_pg.dialect import POSTGRES
from mastra_storage_sql import (
    Dialect,
    dataset_tables,
    experiment_tables,
    memory_tables,
    observability_tables,
    score_tables,
    versioned_domain_tables,
    workflow_tables,
)
from seeded import make_legacy_tables, make_table_of_owners

NEWER = {
    "postgresql": r"""
        \b( MERGE \s+ INTO | NULLS \s+ NOT \s+ DISTINCT | WITHOUT \s+ OVERLAPS | security_invoker
        | regexp_(count|instr|like|substr) | range_agg | any_value | date_add | date_subtract
        | array_(sample|shuffle|sort|reverse) | random_normal | pg_input_is_valid | casefold
        | json_(table|value|query|exists|scalar|serialize|arrayagg|objectagg) \s* \( | to_bin
        | IS \s+ (NOT \s+)? JSON | uuidv[47] | RETURNING \s+ WITH | (old|new)\."?\w+ | crc32c?
        | GRAPH_TABLE )\b
    """,
    "sqlite": r"""
        \b( (RIGHT|FULL) \s+ (OUTER \s+)? JOIN | DISTINCT \s+ FROM | unixepoch | format \s* \( | iif
        | string_agg | concat(_ws)? \s* \( | octet_length | timediff | json_(pretty|error_position)
        | jsonb\w* | STRICT | DROP \s+ COLUMN | MATERIALIZED )\b | ->
    """,
}
"""What came after PostgreSQL 14 and after SQLite 3.35, as far as a storage could want it."""


@pytest.mark.parametrize("name", DIALECTS)
def test_no_statement_has_a_newer_word(name: str) -> None:
    newer = re.compile(NEWER[name], re.VERBOSE | re.IGNORECASE)
    found = {
        (statement.name, match[0])
        for statement in statements(DIALECTS[name])
        for match in [newer.search(statement.sql)]
        if match
    }
    assert not found


@pytest.mark.parametrize(
    ("name", "sql"),
    [
        ("postgresql", "SELECT uuidv7()"),
        ("postgresql", "MERGE INTO a USING b ON true"),
        ("postgresql", "SELECT a FROM b WHERE a IS NOT JSON"),
        ("sqlite", "SELECT a ->> '$.b' FROM c"),
        ("sqlite", "SELECT a IS NOT DISTINCT FROM b FROM c"),
    ],
)
def test_the_words_are_found(name: str, sql: str) -> None:
    assert re.search(NEWER[name], sql, re.VERBOSE | re.IGNORECASE)


@pytest.mark.asyncio
async def test_postgresql_prepares_every_statement(server: PostgresServer) -> None:
    url = server.create_database()
    async with PostgresStore(url) as store:
        await make_table_of_owners(store)
        await make_legacy_tables(store)
        for made in observability_tables(POSTGRES).at_first_use.values():
            await store._db.ensure(made)
    connection = await asyncpg.connect(url, statement_cache_size=0)
    try:
        await connection.execute("CREATE TABLE memory_messages (metadata jsonb)")
        for statement in statements(POSTGRES):
            prepared = await connection.prepare(laid_out(statement.sql))
            assert len(prepared.get_parameters()) == len(statement._compiled[1])
    finally:
        await connection.close()


@pytest.mark.parametrize("dialect", [SQLITE, SQLITE_WITH_JSONB], ids=["old", "with JSONB"])
def test_sqlite_prepares_every_statement(dialect: Dialect) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    register(connection)
    workflows = workflow_tables(dialect)
    ensure(connection, [dataset_tables(dialect), experiment_tables(dialect)])
    scores = score_tables(dialect)
    observed = observability_tables(dialect)
    domains = [memory_tables(dialect), workflows, observed, scores]
    late = [workflows.at_first_claim, scores.at_first_eval, scores.at_first_trace]
    late += observed.at_first_use.values()
    entities = versioned_domain_tables(dialect).values()
    ensure(connection, [*domains, *late, *entities])
    for statement in statements(dialect):
        connection.execute(
            f"EXPLAIN {laid_out(statement.sql)}", [None] * len(statement._compiled[1])
        )
    connection.close()
