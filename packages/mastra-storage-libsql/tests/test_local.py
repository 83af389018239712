"""A database file as it is driven: its settings, its locks, its connections and whose they are."""

# ruff: noqa: ASYNC240 - a test is alone on its event loop

import asyncio
import inspect
import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextvars import ContextVar
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeAlias

import aiosqlite
import pytest
from mastra_storage_core import BusyError, ClosedError, Include, StorageError, Thread
from mastra_storage_libsql import LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]


async def test_the_private_names_of_aiosqlite_are_those_that_we_use(path: Path) -> None:
    parameters = list(inspect.signature(aiosqlite.Connection._execute).parameters)
    connection = aiosqlite.connect(path)

    assert (0, 20) <= tuple(map(int, version("aiosqlite").split(".")[:2])) <= (0, 22)
    assert parameters == ["self", "fn", "args", "kwargs"]
    assert type(vars(aiosqlite.Connection)["_conn"]) is property
    assert connection._tx.qsize() == 0
    thread: Any = getattr(connection, "_thread", connection)
    assert thread.daemon is False


async def test_every_connection_has_the_settings_of_the_store(open_store: OpenStore) -> None:
    store = open_store(synchronous="full", cache_kib=4_000, mmap_bytes=1 << 20, busy_timeout_ms=70)
    await store.init()
    names = ["journal_mode", "synchronous", "temp_store", "cache_size", "mmap_size", "busy_timeout"]

    for connection in (store._db._writing, *store._db._readers):
        found = [await connection.execute_fetchall(f"PRAGMA {name}") for name in names]
        values = [next(iter(rows))[0] for rows in found]
        assert values == ["wal", 2, 2, -4_000, 1 << 20, 70]


async def test_a_writer_that_waits_too_long_is_busy_and_wrote_nothing(
    open_store: OpenStore, raw: sqlite3.Connection, said: Any
) -> None:
    memory = open_store(busy_timeout_ms=30).memory
    thread = await memory.create_thread(resource_id="r")
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError) as caught:
        await memory.save_messages(said(thread, 1))
    with pytest.raises(BusyError):
        await memory.update_thread(thread.id, title="new")
    assert await memory.get_thread_by_id(thread.id) == thread
    raw.execute("ROLLBACK")

    assert len(await memory.save_messages(said(thread, 1))) == 1
    assert caught.value.mastra_id == "MASTRA_STORAGE_LIBSQL_SAVE_MESSAGES_BUSY"


async def test_a_writer_waits_for_another_one(
    open_store: OpenStore, raw: sqlite3.Connection
) -> None:
    store = open_store()
    await store.init()
    raw.execute("BEGIN IMMEDIATE")
    waiting = asyncio.create_task(store.memory.create_thread(resource_id="r"))
    await asyncio.sleep(0.05)
    assert not waiting.done()
    raw.execute("COMMIT")
    assert (await waiting).resource_id == "r"


@pytest.mark.parametrize("readers", [0, 1, 5])
async def test_a_reader_sees_what_was_written_before(open_store: OpenStore, readers: int) -> None:
    store = open_store(readers=readers)
    for number in range(1, 30):
        thread = await store.memory.create_thread(resource_id="r")
        assert await store.memory.get_thread_by_id(thread.id) == thread
        assert (await store.memory.list_threads()).total == number


async def test_reading_takes_no_lock_that_writers_wait_for(
    open_store: OpenStore, raw: sqlite3.Connection, said: Any
) -> None:
    memory = open_store(busy_timeout_ms=0).memory
    thread = await memory.create_thread(resource_id="r")
    await memory.save_messages(said(thread, 5))
    raw.execute("BEGIN IMMEDIATE")
    near = Include(id="m3", with_previous_messages=1)

    page = await memory.list_messages(thread.id, include=[near], metadata={"a": 1})

    assert [each.id for each in page.messages] == ["m2", "m3"]


@pytest.mark.parametrize("url", [":memory:", "file:x?mode=memory"])
async def test_a_database_in_memory_survives_transactions_and_errors(
    open_store: OpenStore, said: Any, url: str
) -> None:
    memory = open_store(url).memory
    thread = await memory.create_thread(resource_id="r", metadata={"a": 1})
    await memory.save_messages(said(thread, 3))
    with pytest.raises(ZeroDivisionError):
        await memory.update_thread_metadata(thread.id, lambda _: {"a": 1 // 0})
    await memory.clone_thread(thread.id)

    assert (await memory.list_messages(thread.id)).total == 3
    assert (await memory.list_threads()).total == 2


@pytest.mark.parametrize("error", [KeyError("mine"), OSError("mine"), sqlite3.Error("mine")])
async def test_an_error_of_the_callers_own_arrives_as_it_is(
    open_store: OpenStore, error: Exception
) -> None:
    store = open_store()
    thread = await store.memory.create_thread(resource_id="r")

    def fail(_: Thread) -> dict[str, Any]:
        raise error

    with pytest.raises(type(error), match="mine"):
        await store.memory.update_thread_metadata(thread.id, fail)
    assert (await store.memory.update_thread(thread.id, title="new")).title == "new"


@pytest.mark.parametrize("isolation_level", [None, "", "DEFERRED", "IMMEDIATE"])
async def test_a_connection_of_the_callers_is_used_and_never_closed(
    open_store: OpenStore, path: Path, raw: sqlite3.Connection, said: Any, isolation_level: Any
) -> None:
    count = "SELECT count(*) FROM mastra_messages"
    async with aiosqlite.connect(path, isolation_level=isolation_level) as mine:
        mine.row_factory = sqlite3.Row
        store = open_store(connection=mine)
        thread = await store.memory.create_thread(resource_id="r", metadata={"a": [1]})
        await store.memory.save_messages(said(thread, 3))
        await store.memory.update_thread(thread.id, metadata={"b": 2})

        assert raw.execute(count).fetchone() == (3,)  # committed: another connection sees it
        assert (await store.memory.list_threads(metadata={"a": [1], "b": 2})).total == 1
        await store.close()
        assert not mine.in_transaction
        assert [tuple(row) for row in await mine.execute_fetchall(count)] == [(3,)]


async def test_a_connection_that_its_owner_closed_is_a_closed_store(
    open_store: OpenStore, path: Path
) -> None:
    mine = aiosqlite.connect(path)
    with pytest.raises(ClosedError):
        await open_store(connection=mine).init()
    async with mine:
        store = open_store(connection=mine)
        await store.init()

    with pytest.raises(ClosedError):
        await store.memory.list_threads()


async def test_a_call_that_is_cancelled_happens_wholly_or_not_at_all(
    open_store: OpenStore, said: Any
) -> None:
    store = open_store()
    thread = await store.memory.create_thread(resource_id="r")
    seen = set()
    for _ in range(20):
        saving = asyncio.create_task(store.memory.save_messages(said(thread, 300)))
        await asyncio.sleep(random.random() * 0.02)
        saving.cancel()
        seen.add((await store.memory.list_messages(thread.id, per_page=0)).total)
        await store.memory.delete_messages([f"m{index}" for index in range(300)])

    assert seen <= {0, 300}
    assert not store._db._writing.in_transaction


async def test_a_closed_store_refuses_every_use_and_lets_go_of_its_file(
    open_store: OpenStore, path: Path
) -> None:
    store = open_store()
    running = [asyncio.create_task(store.memory.create_thread(resource_id="r")) for _ in range(20)]
    await asyncio.sleep(0.01)
    await store.close()
    results = await asyncio.gather(*running, return_exceptions=True)

    assert {type(result) for result in results} <= {Thread, ClosedError}
    for use in (store.memory.list_threads(), store.init(), store.build_indexes()):
        with pytest.raises(ClosedError):
            await use
    assert [each.name for each in path.parent.iterdir()] == [path.name]


async def test_a_failed_start_is_tried_again(open_store: OpenStore, path: Path) -> None:
    path.mkdir()
    store = open_store()
    with pytest.raises(StorageError) as caught:
        await store.init()
    path.rmdir()

    assert caught.value.mastra_id == "MASTRA_STORAGE_LIBSQL_INIT_UNAVAILABLE"
    assert (await store.memory.list_threads()).total == 0


async def test_the_threads_of_connections_see_the_context_of_the_caller(
    open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    who = ContextVar("who", default="nobody")
    seen: list[str] = []
    connect: Any = sqlite3.connect

    def connect_seen(*args: Any, **settings: Any) -> sqlite3.Connection:
        seen.append(who.get())
        connection: sqlite3.Connection = connect(*args, **settings)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect_seen)
    who.set("a tracer")
    found = await open_store(readers=1)._db.run(lambda raw: who.get())

    assert (found, seen) == ("a tracer", ["a tracer"] * 2)


async def test_event_loops_of_other_threads_may_open_and_use_a_store(
    open_store: OpenStore,
) -> None:
    store = open_store()
    barrier = threading.Barrier(4)

    def use(number: int) -> None:
        async def save() -> None:
            barrier.wait()
            for turn in range(5):
                await store.memory.create_thread(resource_id="r", thread_id=f"{number}-{turn}")

        asyncio.run(save())

    threads = [threading.Thread(target=use, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        await asyncio.to_thread(thread.join)

    assert (await store.memory.list_threads()).total == 20


FORK = """
import asyncio, os, sys, warnings
from mastra_storage_core import ClosedError
from mastra_storage_libsql import LibSQLStore
warnings.simplefilter("ignore")  # of threads in the process that forks, which is what this is about

store = LibSQLStore(sys.argv[1])

async def child():
    try:
        await store.memory.create_thread(resource_id="r")
    except ClosedError as error:
        print(error, flush=True)
    await store.close()
    async with LibSQLStore(sys.argv[1]) as own:
        await own.memory.create_thread(resource_id="r", thread_id="of the child")

async def parent(number):
    await store.memory.create_thread(resource_id="r", thread_id=f"of the parent {number}")

loop = asyncio.new_event_loop()
loop.run_until_complete(parent(1))
if os.fork() == 0:
    asyncio.run(asyncio.wait_for(child(), 30))
    os._exit(0)
os.wait()
loop.run_until_complete(parent(2))
"""


async def test_a_process_that_was_forked_from_one_with_an_open_store_opens_its_own(
    open_store: OpenStore, path: Path
) -> None:
    command = [sys.executable, "-c", FORK, f"file:{path}"]
    done = subprocess.run(  # noqa: ASYNC221 - as above
        command, capture_output=True, text=True, timeout=60, check=True
    )

    assert "opened before this process was forked; open one in each process" in done.stdout
    threads = (await open_store().memory.list_threads()).threads
    assert sorted(thread.id for thread in threads) == [
        "of the child",
        "of the parent 1",
        "of the parent 2",
    ]
