"""What `init` makes, beside what the original makes, and what it leaves alone."""

# ruff: noqa: ASYNC240 - a test is alone on its event loop

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mastra_storage_core.domains.versioned.kinds.every import EVERY
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]
GOLDEN = Path(__file__).parents[3] / "tests-conformance" / "golden"
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
OURS = "mastra_py_"


def described(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return the columns of our tables, and the columns of each of their indexes."""
    found: dict[str, Any] = {}
    for table in TABLES:
        found[table] = connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
        for _, name, unique, origin, partial in connection.execute(f"PRAGMA index_list({table})"):
            columns = connection.execute(f"PRAGMA index_xinfo({name})").fetchall()
            found[f"{table}: {name}"] = (unique, origin, partial, columns)
    return found


def additions(connection: sqlite3.Connection) -> set[str]:
    """Return the names of our indexes, without what they begin with."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE name LIKE 'mastra@_py%' ESCAPE '@'"
    )
    return {name.removeprefix(OURS) for (name,) in rows}


def declared(store: LibSQLStore) -> set[str]:
    """Return the names of the indexes of ours that a store wants, in the same way."""
    names = (index.name for tables in store._tables.values() for index in tables.additions)
    return {str(name).removeprefix(OURS) for name in names}


def dump(connection: sqlite3.Connection) -> list[str]:
    """Return a database as SQL, without what is ours."""
    return [line for line in connection.iterdump() if OURS not in line]


@pytest.fixture
def original() -> Iterator[sqlite3.Connection]:
    """An empty database as the original makes it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((GOLDEN / "empty" / "mastra.schema.sql").read_text())
        yield connection


async def test_a_fresh_database_has_the_tables_of_the_original(
    open_store: OpenStore, raw: sqlite3.Connection, original: sqlite3.Connection
) -> None:
    await open_store().init()
    ours = {key: value for key, value in described(raw).items() if OURS not in key}

    assert ours == described(original)
    tables = raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert sorted(tables) == sorted((table,) for table in TABLES)


@pytest.mark.parametrize("which", ["public", "empty"])
async def test_init_changes_nothing_that_the_original_would_notice(
    open_store: OpenStore, path: Path, raw: sqlite3.Connection, which: str
) -> None:
    path.write_bytes((GOLDEN / which / "mastra.sqlite").read_bytes())
    before = dump(raw)
    store = open_store()
    await store.init()

    assert dump(raw) == before
    assert additions(raw) == declared(store)


async def test_a_second_init_reads_and_takes_no_lock(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    await open_store().init()
    raw.execute("BEGIN IMMEDIATE")
    statements: list[str] = []
    store = open_store(busy_timeout_ms=0)
    await store.init()
    await store._db.run(lambda connection: connection.set_trace_callback(statements.append))
    await store._db._hop(store._db._writing, lambda raw, prepare: prepare(raw), store._db._prepare)

    ours = [each.lstrip() for each in statements if not each.startswith("--")]
    assert all(each.startswith("SELECT") for each in ours)
    assert len([each for each in ours if "max(rowid)" not in each]) == 2


OLD = """
CREATE TABLE mastra_messages (id TEXT NOT NULL PRIMARY KEY, thread_id TEXT NOT NULL,
  content TEXT NOT NULL, role TEXT NOT NULL, type TEXT NOT NULL, CREATEDAT TEXT NOT NULL);
CREATE TABLE mastra_observational_memory (id TEXT NOT NULL PRIMARY KEY, lookupKey TEXT NOT NULL,
  scope TEXT NOT NULL, resourceId TEXT, threadId TEXT, activeObservations TEXT NOT NULL,
  activeObservationsPendingUpdate TEXT, originType TEXT NOT NULL, config TEXT NOT NULL,
  generationCount INTEGER NOT NULL, lastObservedAt TEXT, lastReflectionAt TEXT,
  pendingMessageTokens INTEGER NOT NULL, totalTokensObserved INTEGER NOT NULL,
  observationTokenCount INTEGER NOT NULL, isObserving INTEGER NOT NULL,
  isReflecting INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, later TEXT);
INSERT INTO mastra_messages VALUES ('m', 't', 'hello', 'user', 'text', '2023-01-01T00:00:00.000Z');
INSERT INTO mastra_observational_memory VALUES ('o', 'thread:t', 'thread', NULL, 't', 'seen', NULL,
  'initial', '{}', 0, NULL, NULL, 1, 2, 3, 0, 0, '2023-01-01T00:00:00.000Z',
  '2023-01-01T00:00:00.000Z', 'unknown to us');
"""


async def test_old_tables_get_the_columns_that_they_lack(
    open_store: OpenStore, raw: sqlite3.Connection, original: sqlite3.Connection
) -> None:
    raw.executescript(OLD)
    memory = open_store().memory
    (message,) = (await memory.list_messages("t")).messages
    record = await memory.get_observational_memory(thread_id="t")

    assert (message.resource_id, message.content["parts"][0]["text"]) == (None, "hello")
    assert record
    assert (record.active_observations, record.is_buffering_reflection) == ("seen", False)
    assert raw.execute("SELECT later FROM mastra_observational_memory").fetchone() == (
        "unknown to us",
    )
    for table in TABLES:
        wanted = {row[1].lower() for row in original.execute(f"PRAGMA table_info({table})")}
        assert wanted <= {row[1].lower() for row in raw.execute(f"PRAGMA table_info({table})")}


async def test_a_large_table_gets_its_indexes_only_when_asked(
    open_store: OpenStore, golden: Path, raw: sqlite3.Connection
) -> None:
    raw.execute("UPDATE mastra_threads SET rowid = 99999 WHERE rowid = 2")
    raw.execute("UPDATE mastra_messages SET rowid = 100000 WHERE rowid = 2")
    raw.execute("UPDATE mastra_workflow_snapshot SET rowid = 100000 WHERE rowid = 2")
    raw.execute("UPDATE mastra_datasets SET rowid = 100000 WHERE rowid = 2")
    raw.execute("UPDATE mastra_dataset_items SET rowid = 100000 WHERE rowid = 2")
    raw.execute("UPDATE mastra_experiments SET rowid = 100000")
    raw.execute("UPDATE mastra_experiment_results SET rowid = 100000 WHERE rowid = 2")
    raw.execute("UPDATE mastra_ai_spans SET rowid = 100000 WHERE rowid = 2")
    raw.execute("UPDATE mastra_scorers SET rowid = 100000 WHERE rowid = 2")
    store = open_store()
    await store.init()
    of_init = additions(raw)
    await store.build_indexes()

    assert not [name for name in of_init if name.startswith(("messages", "workflow"))]
    assert {"threads", "agents"} <= {name.partition("_")[0] for name in of_init}
    assert additions(raw) == declared(store)


async def test_large_indexes_are_sorted_in_files(open_store: OpenStore) -> None:
    """In memory, those of ten million runs took 800 MB."""
    store, ran = open_store(), list[str]()
    await store.init()
    await store._db.run(lambda raw: raw.set_trace_callback(ran.append))
    await store.build_indexes()

    assert (ran[1], ran[-1]) == ("PRAGMA temp_store=FILE", "PRAGMA temp_store=2")
    assert {line.partition(" ")[0] for line in ran[2:-1]} == {"CREATE"}


async def test_tables_of_other_domains_are_neither_made_nor_read(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    raw.execute("CREATE TABLE mastra_unknown (anything)")
    raw.execute("CREATE VIEW mastra_view AS SELECT * FROM missing")
    await open_store().init()

    rows = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'mastra_unknown'")
    assert rows.fetchall() == [("CREATE TABLE mastra_unknown (anything)",)]


async def test_a_failed_init_leaves_nothing_behind(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    raw.execute("CREATE TABLE idx_om_lookup_key (in_the_way)")
    store = open_store()
    with pytest.raises(Exception, match="rejected a statement"):
        await store.init()
    assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (1,)
    raw.execute("DROP TABLE idx_om_lookup_key")

    await store.init()
    assert len(described(raw)) > len(TABLES)
