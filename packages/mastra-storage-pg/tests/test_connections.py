"""Reaching a server, losing it, and sharing its connections."""

import asyncio
import json
import random
import subprocess
import sys
import traceback
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any, TypeAlias
from urllib.parse import urlsplit

import asyncpg
import pytest
from mastra_storage_conformance.servers._relay import Relay
from mastra_storage_conformance.servers._wire import fatal_error, message, read_startup
from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_core import (
    BusyError,
    ClosedError,
    ConfigurationError,
    StorageError,
    Thread,
    UnavailableError,
    UnsupportedError,
)
from mastra_storage_pg import PostgresStore
from mastra_storage_pg.translate import translate

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., PostgresStore]
SECRET = "s3cret"
KILL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


async def refusal(store: PostgresStore) -> StorageError:
    """Return the error of the first use, after checking that no secret shows anywhere in it."""
    with pytest.raises(StorageError) as caught:
        await store.memory.list_threads()
    shown = [*traceback.format_exception(caught.value), repr(caught.value), *caught.value.args]
    assert not any(SECRET in text for text in shown)
    return caught.value


class AsksPassword(Relay):
    """Asks for a password and refuses it."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one client."""
        await read_startup(reader)
        writer.write(message(b"R", (3).to_bytes(4)))
        await reader.readuntil(SECRET.encode() + b"\0")
        writer.write(fatal_error("28P01", f"password {SECRET} is wrong"))


async def test_a_wrong_password_is_a_wrong_setting_and_never_shown(
    server: PostgresServer, open_store: OpenStore
) -> None:
    async with AsksPassword(server.url) as relay:
        url = f"postgresql://user:{SECRET}@localhost:{relay.port}/db?sslmode=disable"
        with pytest.raises(ConfigurationError, match="refused user or password") as caught:
            await open_store(url).init()

    assert caught.value.mastra_id == "MASTRA_STORAGE_PG_INIT_CONFIGURATION"
    assert SECRET not in str(caught.value)


async def test_settings_that_the_server_refuses_are_wrong_settings(
    server: PostgresServer, open_store: OpenStore
) -> None:
    where = urlsplit(server.url)
    parts = {"host": where.hostname, "port": where.port, "password": SECRET}
    wrong: list[dict[str, Any]] = [
        {"user": "nobody", "database": "postgres"},
        {"user": "postgres", "database": "missing"},
        {"user": "postgres", "database": "postgres", "schema_name": "pg_mine"},
        {"user": "postgres", "database": "postgres", "ssl": SECRET},
    ]
    for settings in wrong:
        assert isinstance(await refusal(open_store(**parts, **settings)), ConfigurationError)
    for query in (f"unknown={SECRET}", f"sslmode={SECRET}"):
        assert isinstance(await refusal(open_store(f"{server.url}?{query}")), ConfigurationError)
    nowhere = f"postgresql:///db?host=localhost&port={SECRET}"
    assert isinstance(await refusal(open_store(nowhere)), ConfigurationError)


@pytest.mark.parametrize("host", ["127.0.0.1:1", "nowhere.invalid", "127.0.0.1:1,127.0.0.1:2"])
async def test_a_server_that_is_not_there_is_unavailable(open_store: OpenStore, host: str) -> None:
    error = await refusal(open_store(f"postgresql://user:{SECRET}@{host}/db"))

    assert isinstance(error, UnavailableError)
    assert error.retryable
    assert error.mastra_id == "MASTRA_STORAGE_PG_LIST_THREADS_UNAVAILABLE"


async def test_a_server_is_reached_by_its_parts(url: str, open_store: OpenStore) -> None:
    where = urlsplit(url)
    parts = {"host": where.hostname, "port": where.port, "database": where.path[1:]}
    login = {"user": where.username, "password": where.password}
    store = open_store(**parts, **login, ssl=False)

    assert (await store.memory.list_threads()).total == 0


async def test_a_connection_that_was_cut_between_two_calls_is_replaced(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    store = open_store(url, max_connections=1)
    killer = await connect(url)
    for _ in range(5):
        thread = await store.memory.create_thread(resource_id="r")
        await killer.execute(KILL)
        try:
            await store.memory.update_thread(thread.id, title="new")
        except UnavailableError as error:
            assert error.retryable  # noqa: PT017 - either is fine
            await store.memory.update_thread(thread.id, title="new")

    assert {each.title for each in (await store.memory.list_threads()).threads} == {"new"}


async def test_a_connection_that_is_cut_during_a_call_is_unavailable(
    url: str, open_store: OpenStore, connect: Any, said: Any
) -> None:
    store = open_store(url)
    thread = await store.memory.create_thread(resource_id="r")
    other = await connect(url)
    async with other.transaction():
        await other.execute("LOCK TABLE mastra_messages")
        saving = asyncio.create_task(store.memory.save_messages(said(thread, 3)))
        await asyncio.sleep(0.1)
        await other.execute(KILL)
        with pytest.raises(UnavailableError):
            await saving

    assert (await store.memory.list_messages(thread.id)).total == 0


async def test_a_pool_without_a_free_connection_is_busy(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    store = open_store(url, max_connections=1, pool_timeout=0.05)
    await store.init()
    other = await connect(url)
    async with other.transaction():
        await other.execute("LOCK TABLE mastra_threads")
        waiting = asyncio.create_task(store.memory.list_threads())
        await asyncio.sleep(0.05)
        assert isinstance(await refusal(store), BusyError)

    assert (await waiting).total == 0


@pytest.mark.parametrize(
    ("setting", "kind"), [("statement_timeout", BusyError), ("lock_timeout", BusyError)]
)
async def test_a_statement_that_the_server_cancels_is_busy(
    url: str, open_store: OpenStore, connect: Any, setting: str, kind: type[StorageError]
) -> None:
    await open_store(url).init()
    store = open_store(f"{url}?{setting}=50")
    other = await connect(url)
    async with other.transaction():
        await other.execute("LOCK TABLE mastra_threads")
        assert type(await refusal(store)) is kind

    assert (await store.memory.list_threads()).total == 0


async def test_a_command_that_takes_too_long_is_unavailable(
    url: str, open_store: OpenStore, connect: Any
) -> None:
    await open_store(url).init()
    store = open_store(url, command_timeout=0.05, disable_init=True)
    other = await connect(url)
    async with other.transaction():
        await other.execute("LOCK TABLE mastra_threads")
        assert type(await refusal(store)) is UnavailableError

    assert (await store.memory.list_threads()).total == 0


async def test_calls_that_are_cancelled_anywhere_leave_the_pool_usable(
    url: str, open_store: OpenStore, said: Any
) -> None:
    store = open_store(url, max_connections=2)
    thread = await store.memory.create_thread(resource_id="r")
    ids = [message.id for message in said(thread, 100)]
    for _ in range(30):
        saving = asyncio.create_task(store.memory.save_messages(said(thread, 100)))
        listing = asyncio.create_task(store.memory.list_threads())
        await asyncio.sleep(random.random() * 0.02)
        saving.cancel()
        listing.cancel()
        await asyncio.gather(saving, listing, return_exceptions=True)
        assert (await store.memory.list_messages(thread.id, per_page=0)).total in (0, 100)
        await store.memory.delete_messages(ids)

    assert store._db._pool is not None
    assert store._db._pool.get_size() - store._db._pool.get_idle_size() == 0


async def test_a_pool_of_the_callers_is_used_and_never_closed(
    url: str, open_store: OpenStore, said: Any
) -> None:
    async def with_codecs(connection: asyncpg.Connection) -> None:
        for kind in ("json", "jsonb"):
            await connection.set_type_codec(
                kind, schema="pg_catalog", encoder=json.dumps, decoder=json.loads
            )

    async with asyncpg.create_pool(url, min_size=0, max_size=3, init=with_codecs) as mine:
        memory = (store := open_store(pool=mine)).memory
        thread = await memory.create_thread(resource_id="r", metadata={"a": [1, {"b": "c"}]})
        await memory.save_messages(said(thread, 3))
        await memory.update_thread(thread.id, metadata={"d": None})
        clone = await memory.clone_thread(thread.id)
        found = await memory.list_threads(metadata={"a": [1, {"b": "c"}], "d": None})
        await store.close()

        assert [each.metadata for each in found.threads] == [{"a": [1, {"b": "c"}], "d": None}]
        assert len(clone.cloned_messages) == 3
        assert await mine.fetchval("SELECT count(*) FROM mastra_messages") == 6


async def test_a_pool_that_its_owner_closed_is_a_closed_store(
    url: str, open_store: OpenStore
) -> None:
    async with asyncpg.create_pool(url, min_size=0) as mine:
        store = open_store(pool=mine)
        await store.init()

    assert isinstance(await refusal(store), ClosedError)


async def test_a_store_that_is_closed_under_way_breaks_no_call_in_the_middle(
    url: str, open_store: OpenStore
) -> None:
    store = open_store(url, max_connections=2)
    await store.init()
    running = [asyncio.create_task(store.memory.create_thread(resource_id="r")) for _ in range(20)]
    await asyncio.sleep(0.001)
    await store.close()
    results = await asyncio.gather(*running, return_exceptions=True)

    assert {type(result) for result in results} <= {Thread, ClosedError, UnavailableError}
    for use in (store.memory.list_threads(), store.init(), store.build_indexes()):
        with pytest.raises(ClosedError):
            await use


@pytest.mark.parametrize("error", [KeyError("mine"), OSError("mine"), TimeoutError("mine")])
async def test_an_error_of_the_callers_own_arrives_as_it_is(
    url: str, open_store: OpenStore, error: Exception
) -> None:
    store = open_store(url)
    thread = await store.memory.create_thread(resource_id="r")

    def fail(_: Thread) -> dict[str, Any]:
        raise error

    with pytest.raises(type(error), match="mine"):
        await store.memory.update_thread_metadata(thread.id, fail)
    assert await store.memory.get_thread_by_id(thread.id) == thread


async def test_a_table_that_is_missing_asks_for_init(url: str, open_store: OpenStore) -> None:
    error = await refusal(open_store(url, disable_init=True))

    assert "init()" in str(error)


async def test_a_store_serves_the_event_loop_that_opened_it_and_says_so_in_others(
    url: str, open_store: OpenStore
) -> None:
    store = open_store(url)
    await store.init()

    async def refused(work: Callable[[], Awaitable[object]]) -> None:
        with pytest.raises(UnsupportedError, match="open one in each loop"):
            await work()

    for work in (store.memory.list_threads, partial(store.memory.create_thread, resource_id="r")):
        await asyncio.to_thread(asyncio.run, refused(work))

    assert (await store.memory.list_threads()).total == 0


FORK = """
import asyncio, os, sys
from mastra_storage_core import ClosedError
from mastra_storage_pg import PostgresStore

store = PostgresStore(sys.argv[1])

async def child():
    try:
        await store.memory.create_thread(resource_id="r")
    except ClosedError as error:
        print(error, flush=True)
    await store.close()
    async with PostgresStore(sys.argv[1]) as own:
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
loop.run_until_complete(store.close())
"""


async def test_a_process_that_was_forked_from_one_with_an_open_store_opens_its_own(
    url: str, open_store: OpenStore
) -> None:
    command = [sys.executable, "-W", "ignore", "-c", FORK, url]
    done = subprocess.run(  # noqa: ASYNC221 - a test is alone on its event loop
        command, capture_output=True, text=True, timeout=60, check=True
    )

    assert "opened before this process was forked; open one in each process" in done.stdout
    threads = (await open_store(url).memory.list_threads()).threads
    assert sorted(thread.id for thread in threads) == [
        "of the child",
        "of the parent 1",
        "of the parent 2",
    ]


@pytest.mark.parametrize(
    ("state", "kind", "said"),
    [
        ("40003", UnavailableError, "may have been carried out"),
        ("40001", BusyError, "nothing was written"),
        ("40P01", BusyError, "nothing was written"),
        ("25P03", BusyError, "nothing was written"),
        ("57P01", UnavailableError, ""),
    ],
)
async def test_nothing_was_written_is_said_only_where_the_server_says_so(
    state: str, kind: type[StorageError], said: str
) -> None:
    error = translate(asyncpg.PostgresError.new({"C": state, "M": "?"}))

    assert type(error) is kind
    assert said in str(error)


async def test_a_server_that_comes_back_empty_is_said_to_lack_its_tables_and_nothing_is_made_there(
    server: PostgresServer, url: str, open_store: OpenStore, connect: Any
) -> None:
    """A standby that nothing was copied to is taken for the database."""
    store = open_store(url, max_connections=1)
    await store.memory.create_thread(resource_id="r", thread_id="kept")
    name, admin = url.rpartition("/")[2], await connect(server.url)
    end = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1"

    await admin.fetch(end, name)
    await admin.execute(f'ALTER DATABASE "{name}" RENAME TO "{name}_away"')
    await admin.execute(f'CREATE DATABASE "{name}"')
    errors = [await refusal(store) for _ in range(3)]
    assert "call init()" in str(errors[-1])
    assert not errors[-1].retryable
    empty = await connect(url)
    assert await empty.fetchval("SELECT count(*) FROM pg_class WHERE relname LIKE 'mastra%'") == 0

    await admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await admin.execute(f'ALTER DATABASE "{name}_away" RENAME TO "{name}"')
    with suppress(UnavailableError):
        await store.memory.list_threads()
    assert await store.memory.get_thread_by_id("kept")
