"""What the suite cannot know of this backend: its keys, its file, its URL."""

import asyncio
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import lmdb
import pytest
from mastra_storage_core import (
    ConfigurationError,
    CorruptDataError,
    NewMessage,
    StorageError,
    UnavailableError,
    open_store,
)
from mastra_storage_lmdb import LmdbStore
from mastra_storage_lmdb.keys import LONGEST, number_key

TEXT = {"format": 2, "parts": [{"type": "text", "text": "x"}]}

ANOTHER_PROCESS = """
import asyncio, sys
from mastra_storage_core import open_store

async def main():
    async with open_store(sys.argv[1]) as store:
        thread = await store.memory.get_thread_by_id("t")
        await store.memory.update_thread("t", title=thread.title + " and back")

asyncio.run(main())
"""

WRITER = """
import lmdb, sys, time

with lmdb.open(sys.argv[1], subdir=False, map_size=16 * 1024**3).begin(write=True) as transaction:
    transaction.put(b"threads/t", b"half")
    print("in the middle", flush=True)
    time.sleep(600)
"""

FORK = """
import asyncio, os, sys
from mastra_storage_core import StorageError
from mastra_storage_lmdb import LmdbStore

async def rename(store, title):
    thread = await store.memory.update_thread("t", title=title)
    print(thread.title, flush=True)

async def child(inherited):
    for store in (inherited, LmdbStore(sys.argv[1])):
        try:
            await rename(store, "child")
        except StorageError as error:
            print(type(error).__name__, flush=True)

store = LmdbStore(sys.argv[1])
with asyncio.Runner() as runner:
    runner.run(store.memory.create_thread(resource_id="ada", thread_id="t"))
    if (pid := os.fork()) == 0:
        with asyncio.Runner() as another:
            another.run(child(store))
        os._exit(0)
    assert os.waitpid(pid, 0)[1] == 0
    runner.run(rename(store, "parent"))
    runner.run(store.close())
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "app.lmdb"


def message(message_id: str, **fields: object) -> NewMessage:
    values = {"id": message_id, "thread_id": "t", "resource_id": "ada", "role": "user"}
    return NewMessage.model_validate({**values, "content": TEXT, **fields})


@pytest.mark.asyncio
async def test_long_ids_that_begin_alike_keep_their_order(path: Path) -> None:
    beginnings = ["a", "é" * (LONGEST // 2), "a" * LONGEST, "é" * (LONGEST // 2 - 1)]
    ids = [one + "".join(other) for one in beginnings for other in product("bé", repeat=3)]
    ids += beginnings
    async with LmdbStore(path) as store:
        thread = await store.memory.create_thread(resource_id="ada", thread_id="t")
        noon = thread.created_at
        await store.memory.save_messages([message(each, created_at=noon) for each in ids])

        page = await store.memory.list_messages("t", per_page=None)

    assert [each.id for each in page.messages] == sorted(ids)


def test_numbers_sort_as_their_keys() -> None:
    numbers = [-(2**62), -1, 0, 1, 255, 256, 2**62]

    assert sorted(map(number_key, numbers)) == list(map(number_key, numbers))


@pytest.mark.asyncio
async def test_processes_share_a_file(path: Path) -> None:
    async with open_store(f"lmdb:{path}") as store:
        await store.memory.create_thread(resource_id="ada", thread_id="t", title="there")
        command = [sys.executable, "-c", ANOTHER_PROCESS, f"lmdb:{path}"]
        await asyncio.to_thread(subprocess.run, command, check=True)

        thread = await store.memory.get_thread_by_id("t")

    assert thread is not None
    assert thread.title == "there and back"


@pytest.mark.asyncio
async def test_a_writer_that_is_killed_leaves_nothing_half_done_and_no_lock(path: Path) -> None:
    async with LmdbStore(path) as store:
        await store.memory.create_thread(resource_id="ada", thread_id="t", title="whole")
        command = [sys.executable, "-c", WRITER, str(path)]
        writer = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        assert writer.stdout is not None
        await writer.stdout.readline()
        writer.kill()
        await writer.communicate()

        thread = await store.memory.update_thread("t", metadata={"still": "there"})

    assert thread.title == "whole"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_is_refused_what_its_parent_has_open(path: Path) -> None:
    # In a process of its own: Python 3.12 warns of a fork beside threads, of which pytest has some.
    done = subprocess.run(
        [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FORK, str(path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stdout.split()) == (
        0,
        ["ClosedError", "ConfigurationError", "parent"],
    )


@pytest.mark.asyncio
async def test_a_row_that_is_damaged_is_named(path: Path) -> None:
    async with LmdbStore(path) as store:
        await store.memory.create_thread(resource_id="ada", thread_id="t")
    environment = lmdb.open(str(path), subdir=False)
    with environment, environment.begin(write=True) as transaction:
        transaction.put(b"threads/t", b"secret")

    async with LmdbStore(path) as store:
        with pytest.raises(CorruptDataError, match="'t' of threads") as caught:
            await store.memory.get_thread_by_id("t")

    assert "secret" not in str(caught.value)


@pytest.mark.asyncio
async def test_a_full_file_says_so_and_nothing_was_written(path: Path) -> None:
    async with LmdbStore(path, map_size=1024 * 1024) as store:
        await store.memory.create_thread(resource_id="ada", thread_id="t")
        large = {**TEXT, "metadata": {"fill": "x" * 600_000}}
        with pytest.raises(StorageError, match="map_size") as caught:
            await store.memory.save_messages(
                [message("m1", content=large), message("m2", content=large)]
            )

        page = await store.memory.list_messages("t")

    assert not caught.value.retryable
    assert page.total == 0


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("contents", "kind"), [(b"something else" * 1000, CorruptDataError), (None, UnavailableError)]
)
async def test_what_cannot_be_opened_is_named_by_kind(
    path: Path, contents: bytes | None, kind: type[StorageError]
) -> None:
    if contents is None:
        path = path / "there is no such folder" / "app.lmdb"
    else:
        path.write_bytes(contents)
    with pytest.raises(kind):
        await LmdbStore(path).init()


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("lmdb:", {}),
        ("lmdb:a\0b", {}),
        ("lmdb:app.lmdb", {"size": 1}),
        ("lmdb:app.lmdb", {"map_size": "1 GB"}),
        ("lmdb:app.lmdb", {"map_size": 0}),
        ("lmdb:app.lmdb", {"sync": None}),
        ("lmdb:app.lmdb", {"limits": 1}),
    ],
)
def test_settings_that_cannot_be_are_refused_before_anything_is_opened(
    url: str, options: dict[str, object]
) -> None:
    with pytest.raises(ConfigurationError):
        open_store(url, **options)
