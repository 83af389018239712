"""A backup of a file in use: whole, of one moment, and only ever whole under its name."""

# ruff: noqa: ASYNC221, ASYNC240 - a test is alone on its event loop

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from mastra_storage_core import (
    ConflictError,
    CorruptDataError,
    InvalidInputError,
    NewMessage,
    Thread,
    UnavailableError,
)
from mastra_storage_libsql import BackupProgress, LibSQLStore

pytestmark = pytest.mark.asyncio

OpenStore = Callable[..., LibSQLStore]
Said = Callable[[Thread, int], list[NewMessage]]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a backup goes: a directory with nothing in it."""
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "copy.db"


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies page by page, so that much can happen meanwhile."""
    monkeypatch.setattr("mastra_storage_libsql.backup.PAGES", 1)


def names(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir()]


def read(path: Path, query: str) -> Any:
    with closing(sqlite3.connect(path)) as copy:
        return copy.execute(query).fetchone()[0]


async def filled(store: LibSQLStore, said: Said, *, messages: int = 1000) -> Thread:
    thread = await store.memory.create_thread(resource_id="ada", title="Travel")
    await store.memory.save_messages(said(thread, messages))
    return thread


async def test_a_copy_has_everything_and_is_a_store_by_itself(
    open_store: OpenStore, said: Said, target: Path
) -> None:
    store = open_store()
    thread = await filled(store, said)

    await store.backup(target)

    assert names(target.parent) == ["copy.db"]
    copied = await open_store(f"file:{target}").memory.list_messages(thread.id, per_page=None)
    assert copied == await store.memory.list_messages(thread.id, per_page=None)


async def test_beside_a_busy_writer_it_is_of_one_moment_and_holds_up_nobody(
    open_store: OpenStore, said: Said, target: Path, small_steps: None
) -> None:
    """Every copy has what was acknowledged before it, whole batches, and the file goes on."""
    store, writer = open_store(), open_store()
    thread = await filled(store, said)
    acknowledged, begun = 0, asyncio.Event()

    async def write() -> None:
        nonlocal acknowledged
        while True:
            batch = range(acknowledged, acknowledged + 3)
            said_now = said(thread, 3)
            await writer.memory.save_messages(
                [
                    each.model_copy(update={"id": f"new-{n}"})
                    for n, each in zip(batch, said_now, strict=True)
                ]
            )
            acknowledged += 3
            begun.set()

    writing = asyncio.create_task(write())
    await asyncio.wait_for(begun.wait(), 60)
    for number in range(3):
        before, copy = acknowledged, target.with_name(f"{number}.db")
        await store.backup(copy)

        assert acknowledged > before, "nobody wrote meanwhile"
        count = read(copy, "SELECT count(*) FROM mastra_messages") - 1000
        assert count % 3 == 0
        assert before <= count <= acknowledged + 3
        assert read(copy, "PRAGMA integrity_check") == "ok"
    writing.cancel()
    await asyncio.wait([writing])
    assert writing.cancelled()


async def test_a_file_of_that_name_is_not_touched(open_store: OpenStore, target: Path) -> None:
    target.write_text("precious")

    with pytest.raises(ConflictError, match="not touched"):
        await open_store().backup(target)

    assert target.read_text() == "precious"
    assert names(target.parent) == ["copy.db"]


async def test_a_file_that_comes_meanwhile_is_not_touched(
    open_store: OpenStore, said: Said, target: Path
) -> None:
    store = open_store()
    await filled(store, said)

    with pytest.raises(ConflictError):
        await store.backup(target, progress=lambda told: target.write_text("precious"))

    assert (target.read_text(), names(target.parent)) == ("precious", ["copy.db"])


async def test_without_links_no_file_is_overwritten_either(
    open_store: OpenStore, said: Said, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    store = open_store()
    await filled(store, said)
    await store.backup(target)

    assert names(target.parent) == ["copy.db"]
    with pytest.raises(ConflictError):
        await store.backup(target)


async def test_progress_is_told_of_bytes_until_all_are_copied(
    open_store: OpenStore, said: Said, target: Path
) -> None:
    store = open_store()
    await filled(store, said, messages=5000)
    told: list[BackupProgress] = []

    await store.backup(target, progress=told.append)

    size = target.stat().st_size
    assert [each.total for each in told] == [size] * len(told)
    assert [each.done for each in told] == [
        min(size, 256 * 4096 * step) for step in range(1, len(told) + 1)
    ]
    assert told[-1].done == size


@pytest.mark.parametrize("at_the_end", [False, True])
async def test_what_progress_raises_ends_it_and_leaves_nothing(
    open_store: OpenStore, said: Said, target: Path, small_steps: None, at_the_end: bool
) -> None:
    store = open_store()
    await filled(store, said)
    heard: list[BackupProgress] = []

    def refuse(told: BackupProgress) -> None:
        if not heard:
            time.sleep(0.5)  # meanwhile the copy gets ahead of what is told
        heard.append(told)
        if told.done == told.total or not at_the_end:
            raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        await store.backup(target, progress=refuse)

    assert names(target.parent) == []


async def test_one_that_is_cancelled_leaves_nothing(
    open_store: OpenStore, said: Said, target: Path, small_steps: None
) -> None:
    store = open_store()
    await filled(store, said)
    begun = asyncio.Event()
    making = asyncio.create_task(store.backup(target, progress=lambda told: begun.set()))
    await begun.wait()

    making.cancel()
    await asyncio.wait([making])

    assert making.cancelled()
    assert names(target.parent) == []
    assert (await store.memory.list_threads()).total == 1


KILLED = """
import asyncio, os, signal, sys
from mastra_storage_libsql import LibSQLStore, backup
backup.PAGES = 1

async def main(url, target):
    async with LibSQLStore(url) as store:
        await store.backup(target, progress=lambda told: os.kill(os.getpid(), signal.SIGKILL))

asyncio.run(main(*sys.argv[1:]))
"""


async def test_one_that_is_killed_leaves_nothing_under_its_name(
    open_store: OpenStore, said: Said, path: Path, target: Path
) -> None:
    store = open_store()
    await filled(store, said)

    killed = subprocess.run([sys.executable, "-c", KILLED, f"file:{path}", target], check=False)

    assert killed.returncode == -signal.SIGKILL
    assert all(name.endswith(".partial") for name in names(target.parent))
    await store.backup(target)
    assert read(target, "SELECT count(*) FROM mastra_messages") == 1000


async def test_a_damaged_database_is_not_taken_for_a_backup(
    open_store: OpenStore, said: Said, path: Path, target: Path
) -> None:
    store = open_store()
    await filled(store, said)
    await store.close()
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(os.urandom(40_000))

    with pytest.raises(CorruptDataError):
        await open_store(disable_init=True).backup(target)

    assert names(target.parent) == []


async def test_a_database_in_memory_can_be_kept(
    open_store: OpenStore, said: Said, target: Path
) -> None:
    store = open_store(":memory:")
    thread = await filled(store, said)

    await store.backup(target)

    assert (await open_store(f"file:{target}").memory.list_messages(thread.id)).total == 1000


async def test_a_directory_that_is_not_there_is_an_error(open_store: OpenStore) -> None:
    with pytest.raises(UnavailableError):
        await open_store(":memory:").backup("/no/such/directory/copy.db")


@pytest.mark.parametrize("where", ["", "file:copy.db", "a\0b", 7, b"copy.db", None])
async def test_what_is_no_path_is_refused(open_store: OpenStore, where: Any) -> None:
    with pytest.raises(InvalidInputError):
        await open_store().backup(where)


async def test_a_progress_that_would_have_to_be_awaited_is_refused(
    open_store: OpenStore, target: Path
) -> None:
    async def progress(told: BackupProgress) -> None:
        """Never awaited."""

    with pytest.raises(InvalidInputError):
        await open_store().backup(target, progress=progress)
