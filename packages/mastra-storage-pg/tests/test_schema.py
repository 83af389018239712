"""What `init` makes, beside what the original makes, and what it leaves alone."""

import asyncio
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio
NOW = datetime.now(UTC)

OpenStore: TypeAlias = Callable[..., PostgresStore]
EMPTY = Path(__file__).parents[3] / "tests-conformance" / "golden" / "empty" / "postgres.schema.sql"
TABLES = [
    "mastra_threads",
    "mastra_messages",
    "mastra_resources",
    "mastra_observational_memory",
    "mastra_workflow_snapshot",
    "mastra_datasets",
    "mastra_dataset_items",
    "mastra_dataset_versions",
    "mastra_experiments",
    "mastra_experiment_results",
    "mastra_ai_spans",
    "mastra_scorers",
    *(table for each in EVERY for table in (each.kind.table, each.kind.version_table)),
    "mastra_favorites",
]

NUMBERED = {
    "index idx_mcp_client_versions_client_version",
    "index idx_mcp_server_versions_server_version",
    "index idx_prompt_block_versions_block_version",
    "index idx_scorer_definition_versions_def_version",
    "index idx_skill_versions_skill_version",
    "index idx_workspace_versions_workspace_version",
}
"""What keeps the numbers of versions apart is no index to skip."""

DESCRIBE = """
SELECT c.relname, 'column ' || a.attnum,
       format('%s %s %s %s', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
              pg_get_expr(d.adbin, d.adrelid))
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
WHERE c.relnamespace = quote_ident($1)::regnamespace AND c.relname = ANY($2)
UNION ALL
SELECT conrelid::regclass::text, 'constraint ' || conname, pg_get_constraintdef(oid)
FROM pg_constraint WHERE conrelid IN (
  SELECT oid FROM pg_class
  WHERE relnamespace = quote_ident($1)::regnamespace AND relname = ANY($2)
) AND contype <> 'n'
UNION ALL
SELECT tablename, 'index ' || indexname, indexdef FROM pg_indexes
WHERE schemaname = $1 AND tablename = ANY($2) AND indexname !~ '^mastra_py_'
UNION ALL
SELECT relname, 'replica identity', relreplident::text FROM pg_class
WHERE relnamespace = quote_ident($1)::regnamespace AND relname = ANY($2)
UNION ALL
SELECT c.relname, 'trigger ' || t.tgname, pg_get_triggerdef(t.oid) || p.prosrc
FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
WHERE c.relnamespace = quote_ident($1)::regnamespace AND NOT t.tgisinternal
"""

EVERYTHING = """
SELECT c.relkind::text, c.relname, pg_get_indexdef(c.oid), a.attname
FROM pg_class AS c LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND c.relkind <> 'i'
WHERE c.relnamespace = 'public'::regnamespace AND c.relname !~ '^mastra_py_'
UNION ALL
SELECT 'trigger', tgname, pg_get_triggerdef(oid), NULL FROM pg_trigger
UNION ALL
SELECT 'function', proname, prosrc, NULL FROM pg_proc
WHERE pronamespace = 'public'::regnamespace
ORDER BY 1, 2, 3, 4
"""

OURS = """
SELECT c.relname FROM pg_class AS c JOIN pg_index ON indexrelid = c.oid
WHERE c.relname ~ '^mastra_py_' AND indisvalid AND c.relnamespace = quote_ident($1)::regnamespace
"""


async def described(connection: Any, schema: str = "public", prefix: str = "") -> set[Any]:
    """Return what our tables are made of, with nothing that names the schema."""

    def bare(text: str) -> str:
        # The name of the constraint has the name of the default schema, too, and no capitals.
        spellings = f"public_|{prefix or 'public_'}|{re.escape(schema.lower())}_"
        names = re.compile(f"({spellings})(mastra|idx_)", re.IGNORECASE)
        return names.sub(r"\2", text.replace('"', "").replace(f"{schema}.", ""))

    return {tuple(map(bare, row)) for row in await connection.fetch(DESCRIBE, schema, TABLES)}


def declared(store: PostgresStore) -> set[str]:
    """Return the names of the indexes of ours that a store wants."""
    return {str(index.name) for each in store._tables.values() for index in each.additions}


async def ours(connection: Any, schema: str = "public") -> set[str]:
    """Return the names of our indexes that were built to the end."""
    return {name for (name,) in await connection.fetch(OURS, schema)}


async def test_a_fresh_database_has_the_tables_of_the_original(
    server: PostgresServer, url: str, open_store: OpenStore, connect: Any
) -> None:
    original = await connect(server.create_database("original", dump=EMPTY))
    store = open_store(url)
    await store.init()
    connection = await connect(url)
    tables = await connection.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")

    assert await described(connection) == await described(original)
    assert sorted(name for (name,) in tables) == sorted(TABLES)
    assert await ours(connection) == declared(store)


@pytest.mark.parametrize(
    ("name", "prefix"),
    [
        ("mine", "mine_"),
        ("My-größe 1", "My_gr__e_1_"),
        ("1st", "_1st_"),
        ("a%s", "a_s_"),
    ],
)
async def test_another_schema_has_them_too_with_its_name_before_the_indexes(
    url: str, open_store: OpenStore, connect: Any, name: str, prefix: str
) -> None:
    await open_store(url).init()
    store = open_store(url, schema_name=name)
    thread = await store.memory.create_thread(resource_id="r")
    connection = await connect(url)
    names = await connection.fetch("SELECT indexname FROM pg_indexes WHERE schemaname = $1", name)

    assert await described(connection, name, prefix) == await described(connection)
    assert {index for (index,) in names} >= {
        f"{prefix}mastra_threads_resourceid_createdat_idx",
        f"{prefix}mastra_messages_thread_id_createdat_idx",
        f"{prefix}mastra_workflow_snapshot_name_createdat_idx",
        f"{prefix}mastra_scores_trace_id_span_id_created_at_idx",
        f"{name.lower()}_mastra_workflow_snapshot_name_status_createdat_idx",
        f"{name.lower()}_mastra_workflow_snapshot_threadid_idx",
        "idx_om_lookup_key",
    }
    assert await ours(connection, name) == await ours(connection)
    assert await open_store(url).memory.get_thread_by_id(thread.id) is None


@pytest.mark.parametrize(
    "name", ["x" * 63, "x" * 30, "a.b", "a:b", "a;b", "SELECT", "名" * 21, "--"]
)
async def test_any_legal_schema_name_works(
    url: str, open_store: OpenStore, connect: Any, name: str
) -> None:
    store = open_store(url, schema_name=name)
    await store.memory.create_thread(resource_id="r", metadata={"a": 1})
    run: Any = {"workflow_name": "w", "run_id": "r", "snapshot": {"status": "running"}}
    await store.workflows.persist_workflow_snapshot(**run)
    again = open_store(url, schema_name=name)
    await again.init()

    await again.workflows.persist_workflow_snapshot(**run)
    span: Any = {"trace_id": "t", "span_id": "s", "name": "n", "span_type": "generic"}
    for _ in range(2):
        await again.observability.create_span(span | {"started_at": NOW})
    await again.workflows.claim_run_ownership(
        workflow_name="w", run_id="r", owner_id="me", lease_ms=1
    )

    assert (await again.memory.list_threads(metadata={"a": 1})).total == 1
    assert (await again.workflows.list_workflow_runs(status="running")).total == 1
    connection = await connect(url)
    assert await connection.fetchval("SELECT count(*) FROM pg_namespace WHERE nspname = $1", name)
    assert await connection.fetch("SELECT 1 FROM pg_tables WHERE schemaname = 'public'") == []


async def test_init_changes_nothing_that_the_original_would_notice(
    golden: str, open_store: OpenStore, connect: Any
) -> None:
    connection = await connect(golden)
    before = await connection.fetch(EVERYTHING)
    store = open_store(golden)
    await store.init()

    assert await connection.fetch(EVERYTHING) == before
    assert await ours(connection) == declared(store)


async def test_a_warm_init_is_one_look_at_the_catalogue(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    await open_store(url).init()
    connection = await connect(url)
    store = open_store(url)
    said: list[str] = []
    connection.add_query_logger(lambda record: said.append(record.query))
    assert store._db._prepare is not None
    await store._db._prepare(connection)
    await asyncio.sleep(0)  # the driver tells of a query in the next turn of the loop

    assert len(said) == 1
    assert "pg_catalog.pg_class" in said[0]


async def test_a_warm_init_waits_for_no_lock(url: str, open_store: OpenStore, connect: Any) -> None:
    await open_store(url).init()
    connection = await connect(url)
    async with connection.transaction():
        for table in TABLES:
            await connection.execute(f"LOCK TABLE {table}")
        await asyncio.wait_for(open_store(url).init(), 5)


@pytest.mark.parametrize("original", [True, False])
async def test_many_stores_may_be_the_first_at_once(
    url: str, golden: str, open_store: OpenStore, connect: Any, original: bool
) -> None:
    where = golden if original else url
    stores = [open_store(where, max_connections=1) for _ in range(8)]
    await asyncio.wait_for(asyncio.gather(*(store.init() for store in stores)), 5)
    for number, store in enumerate(stores):
        await store.memory.create_thread(resource_id="crowd", thread_id=f"t{number}")

    assert (await stores[0].memory.list_threads(resource_id="crowd")).total == 8
    assert await ours(await connect(where)) == declared(stores[0])


CROWD = """
import asyncio, os, sys
from mastra_storage_pg import PostgresStore

async def main(number):
    async with PostgresStore(sys.argv[1], schema_name="crowd") as store:
        await store.memory.create_thread(resource_id="r", thread_id=f"t{number}")

async def first():  # a call before the fork, or else each process imports, and they drift apart
    async with PostgresStore(sys.argv[1], schema_name="another") as store:
        await store.memory.list_threads()

asyncio.run(first())
reader, writer = os.pipe()
for number in range(8):
    if os.fork() == 0:
        os.close(writer)
        os.read(reader, 1)
        asyncio.run(main(number))
        os._exit(0)
os.close(writer)
sys.exit(sum(os.wait()[1] != 0 for _ in range(8)))
"""


async def test_eight_processes_may_be_the_first_at_once(url: str, open_store: OpenStore) -> None:
    command = [sys.executable, "-c", CROWD, url]
    done = await asyncio.to_thread(subprocess.run, command, capture_output=True, timeout=60)

    assert (done.returncode, done.stderr) == (0, b"")
    assert (await open_store(url, schema_name="crowd").memory.list_threads()).total == 8


@pytest.mark.parametrize("by", ["init", "build_indexes"])
async def test_an_index_of_ours_that_was_not_built_to_its_end_is_built_again(
    golden: str, open_store: OpenStore, connect: Any, by: str
) -> None:
    await open_store(golden).init()
    connection = await connect(golden)
    await connection.execute("""
        UPDATE pg_index SET indisvalid = false
        WHERE indexrelid = 'mastra_py_threads_created_idx'::regclass
    """)
    store = open_store(golden, skip_default_indexes=by != "init")
    assert await ours(connection) == declared(store) - {"mastra_py_threads_created_idx"}
    await (store.init() if by == "init" else store.build_indexes())

    assert await ours(connection) == declared(store)


async def test_default_indexes_can_be_skipped_and_built_later(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    store = open_store(url, skip_default_indexes=True)
    await store.init()
    connection = await connect(url)
    made = {row[1] for row in await described(connection) if row[1].startswith("index")}
    before = await ours(connection)
    await store.build_indexes()

    assert {name for name in made if not name.endswith("pkey")} == {
        "index idx_om_lookup_key",
        "index mastra_workflow_snapshot_workflow_name_run_id_key",
        "index mastra_ai_spans_traceid_spanid_pk",
        *NUMBERED,
    }
    assert (before, await ours(connection)) == (set(), declared(store))


async def test_old_tables_get_the_columns_that_they_lack(
    server: PostgresServer, open_store: OpenStore, connect: Any
) -> None:
    url = server.create_database("old", dump=EMPTY)
    connection = await connect(url)
    wanted = {row[2].split()[0] for row in await described(connection) if "column" in row[1]}
    await connection.execute("""
        ALTER TABLE mastra_messages DROP "resourceId", DROP "createdAtZ", ADD later text;
        ALTER TABLE mastra_observational_memory DROP "isBufferingObservation",
          DROP "lastBufferedAtTokens", DROP "metadata", DROP "lastBufferedAtTimeZ";
        INSERT INTO mastra_messages (id, thread_id, content, role, type, "createdAt", later)
          VALUES ('m', 't', 'hello', 'user', 'text', '2023-01-01', 'unknown to us');
    """)
    (message,) = (await open_store(url).memory.list_messages("t")).messages

    assert (message.resource_id, message.content["content"]) == (None, "hello")
    assert await connection.fetchval("SELECT later FROM mastra_messages") == "unknown to us"
    found = {row[2].split()[0] for row in await described(connection) if "column" in row[1]}
    assert found >= wanted


async def test_without_init_nothing_is_made(
    golden: str, open_store: OpenStore, connect: Any
) -> None:
    store = open_store(golden, disable_init=True)
    await store.init()
    await store.memory.create_thread(resource_id="r")

    assert await ours(await connect(golden)) == set()
