"""Bad files: each is a typed error at the first touch, and nothing that was there is lost."""

# ruff: noqa: ASYNC221, ASYNC240 - a test is alone on its event loop

import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from mastra_storage_core import (
    ConfigurationError,
    CorruptDataError,
    StorageError,
    UnavailableError,
)
from mastra_storage_libsql import LibSQLStore, local

pytestmark = pytest.mark.asyncio

OpenStore: TypeAlias = Callable[..., LibSQLStore]


async def refusal(store: LibSQLStore) -> StorageError:
    """Return the error of the first use."""
    with pytest.raises(StorageError) as caught:
        await store.memory.list_threads()
    assert caught.value.mastra_id.startswith("MASTRA_STORAGE_LIBSQL_LIST_THREADS_")
    assert "app.db" not in str(caught.value)
    return caught.value


async def test_a_directory_is_no_database(open_store: OpenStore, path: Path) -> None:
    path.mkdir()

    assert isinstance(await refusal(open_store()), UnavailableError)
    assert list(path.iterdir()) == []


async def test_a_directory_is_not_made(open_store: OpenStore, tmp_path: Path) -> None:
    missing = tmp_path / "missing"

    assert isinstance(await refusal(open_store(f"file:{missing}/app.db")), UnavailableError)
    assert not missing.exists()


@pytest.mark.parametrize("junk", [b"no database" * 1_000, b"xy", b"\0" * 8_192])
async def test_a_file_of_another_kind_is_refused_and_not_touched(
    open_store: OpenStore, path: Path, junk: bytes
) -> None:
    path.write_bytes(junk)

    assert isinstance(await refusal(open_store()), CorruptDataError)
    assert path.read_bytes() == junk


@pytest.mark.parametrize("size", [5_000, 100_000])
async def test_a_truncated_database_is_refused_and_not_touched(
    open_store: OpenStore, golden: Path, size: int
) -> None:
    rest = golden.read_bytes()[:size]
    golden.write_bytes(rest)

    assert isinstance(await refusal(open_store()), CorruptDataError)
    assert golden.read_bytes()[100:] == rest[100:]  # only its header knows of the journal mode


@pytest.mark.parametrize("url", ["file://host/app.db", "file:app.db?mode=x", "file:app.db?vfs=x"])
async def test_a_url_that_sqlite_does_not_understand_is_a_wrong_setting(
    open_store: OpenStore, url: str
) -> None:
    assert isinstance(await refusal(open_store(url)), ConfigurationError)


@pytest.mark.parametrize("current", [True, False])
async def test_a_database_that_can_only_be_read_is_read(
    open_store: OpenStore, golden: Path, current: bool
) -> None:
    if current:
        await open_store().init()
    store = open_store(f"file:{golden}?mode=ro")

    assert (await store.memory.list_threads(metadata={"a": 1})).total is not None
    assert (await store.memory.list_threads()).total == 23
    with pytest.raises(ConfigurationError, match="can only be read") as caught:
        await store.memory.create_thread(resource_id="r")
    assert not caught.value.retryable


async def test_an_empty_database_that_can_only_be_read_is_refused(
    open_store: OpenStore, path: Path
) -> None:
    sqlite3.connect(path).close()
    path.touch()

    assert isinstance(await refusal(open_store(f"file:{path}?mode=ro")), ConfigurationError)
    assert path.read_bytes() == b""


async def test_without_init_nothing_is_touched(open_store: OpenStore, golden: Path) -> None:
    before = golden.read_bytes()
    store = open_store(disable_init=True)

    found = await store.memory.list_threads(per_page=None)
    for thread in found.threads:
        await store.memory.list_messages(thread.id)
    await store.close()

    assert found.total == 23
    assert golden.read_bytes() == before
    assert [each.name for each in golden.parent.iterdir()] == [golden.name]


async def test_without_init_everything_works_on_a_database_of_the_original(
    open_store: OpenStore, golden: Path, raw: sqlite3.Connection, said: Any
) -> None:
    schema = raw.execute("SELECT sql FROM sqlite_master").fetchall()
    memory = open_store(disable_init=True).memory
    thread = await memory.create_thread(resource_id="r", metadata={"a": 1})
    await memory.save_messages(said(thread, 3))
    await memory.update_thread(thread.id, metadata={"b": [1]})
    await memory.update_resource("r", working_memory="x")
    await memory.clone_thread(thread.id)

    assert (await memory.list_threads(resource_id="r", metadata={"a": 1, "b": [1]})).total == 1
    assert await memory.delete_thread(thread.id)
    assert raw.execute("SELECT sql FROM sqlite_master").fetchall() == schema


async def test_without_init_no_file_is_made(open_store: OpenStore, path: Path) -> None:
    assert isinstance(await refusal(open_store(disable_init=True)), UnavailableError)
    assert not path.exists()


async def test_a_full_disk_loses_nothing_that_was_acknowledged(
    open_store: OpenStore, said: Any
) -> None:
    store = open_store()
    thread = await store.memory.create_thread(resource_id="r", metadata={"kept": True})
    await store._db.run(lambda raw: raw.execute("PRAGMA max_page_count = 40"))

    with pytest.raises(UnavailableError, match="full"):
        await store.memory.save_messages(said(thread, 2_000))
    assert (await store.memory.list_messages(thread.id)).total == 0
    assert len(await store.memory.save_messages(said(thread, 3))) == 3
    assert await store.memory.get_thread_by_id(thread.id)


FILL = """
import asyncio, os, resource, sys
from mastra_storage_core import StorageError, NewMessage
from mastra_storage_libsql import LibSQLStore

async def main():
    store = LibSQLStore("file:" + sys.argv[1])
    thread = await store.memory.create_thread(resource_id="r", thread_id="t")
    size = max(os.path.getsize(sys.argv[1] + end) for end in ("", "-wal")) + 300_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    for number in range(100):
        batch = [NewMessage(thread_id="t", resource_id="r", role="user",
                            content={"format": 2, "parts": ["x" * 900]}) for _ in range(10)]
        try:
            await store.memory.save_messages(batch)
        except StorageError as error:
            print(number, type(error).__name__)
            return

asyncio.run(main())
"""


async def test_a_write_that_the_system_refuses_leaves_what_was_there(
    open_store: OpenStore, path: Path
) -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)
    command = [sys.executable, "-c", FILL, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    batches, error = done.stdout.split()
    store = open_store()

    assert error == "UnavailableError"
    assert (await store.memory.list_messages("t", per_page=0)).total == int(batches) * 10
    check = await store._db.run(lambda raw: raw.execute("PRAGMA integrity_check").fetchall())
    assert check == [("ok",)]


async def test_nothing_is_written_into_a_file_that_was_deleted(
    open_store: OpenStore, path: Path
) -> None:
    store = open_store()
    thread = await store.memory.create_thread(resource_id="r")
    for file in path.parent.iterdir():
        file.unlink()
    with pytest.raises(StorageError, match="deleted or replaced") as caught:
        await store.memory.update_thread(thread.id, title="new")
    await store.close()

    assert not caught.value.retryable
    assert (await open_store().memory.list_threads()).total == 0


@pytest.mark.parametrize("moved", [False, True], ids=["written over by another", "moved away"])
async def test_a_file_that_is_replaced_while_open_is_not_written(
    open_store: OpenStore, path: Path, tmp_path: Path, moved: bool
) -> None:
    other = tmp_path / "other.db"
    async with LibSQLStore(f"file:{other}") as backup:
        await backup.memory.create_thread(resource_id="r", thread_id="of the backup")
    store = open_store()
    await store.memory.create_thread(resource_id="r", thread_id="before")
    if moved:
        path.rename(tmp_path / "away.db")
    other.replace(path)

    with pytest.raises(StorageError, match="deleted or replaced"):
        await store.memory.create_thread(resource_id="r", thread_id="lost")
    await store.close()
    for left in (path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        left.unlink(missing_ok=True)  # as who restores a backup has to

    threads = (await open_store().memory.list_threads()).threads
    assert [thread.id for thread in threads] == ["of the backup"]


async def test_the_wal_that_grew_behind_a_long_reader_is_cut_when_it_ends(
    open_store: OpenStore, path: Path, said: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_WAL_BYTES", 2**20)
    store = open_store()
    thread = await store.memory.create_thread(resource_id="r")
    wal = path.with_name(f"{path.name}-wal")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM mastra_threads").fetchall()
        while wal.stat().st_size < 6 * 2**20:
            await store.memory.save_messages(said(thread, 500))

    for _ in range(2):
        await store.memory.save_messages(said(thread, 500))

    assert wal.stat().st_size <= 2**20


LEAVE = """
import asyncio, sys
from mastra_storage_libsql import LibSQLStore
store = LibSQLStore(sys.argv[1], slow_ms=None)

async def main():
    await store.memory.create_thread(resource_id="r", thread_id="t")

asyncio.run(main())
"""


async def test_a_process_ends_although_nobody_closed_the_store(
    open_store: OpenStore, path: Path
) -> None:
    command = [sys.executable, "-c", LEAVE, f"file:{path}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert await open_store().memory.get_thread_by_id("t")
