"""PostgreSQL's own tools make backups of a database in use, and a store finds everything there."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from mastra_storage_conformance.servers._client import wait_until_ready
from mastra_storage_conformance.servers._process import (
    Process,
    Workspace,
    choose_account,
    free_port,
)
from mastra_storage_conformance.servers.postgres import (
    BIN_VARIABLE,
    PostgresServer,
    find_binaries,
)
from mastra_storage_core import NewMessage, Thread
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

OpenStore = Callable[..., PostgresStore]
Said = Callable[[Thread, int], list[NewMessage]]


class Tools(Workspace):
    """The programs that come with the server, and a directory for what they write."""

    def __init__(self) -> None:
        named = os.environ.get(BIN_VARIABLE)
        self.programs = Path(named) if named else find_binaries()
        super().__init__("backup", choose_account(self.programs / "postgres"))

    def command(self, program: str, *arguments: str) -> list[str]:
        return [str(self.programs / program), *arguments]

    async def use(self, program: str, *arguments: str) -> None:
        failed = await asyncio.to_thread(self.run, self.command(program, *arguments), {})
        assert failed is None, failed


@pytest.fixture
def tools(server: PostgresServer) -> Iterator[Tools]:
    made = Tools()
    if server._process is not None:  # where its locales are
        made.env |= server._process._workspace.env
    yield made
    made.remove()


class Writer:
    """Writes batches of three messages to a thread, and counts those that were acknowledged."""

    def __init__(self, store: PostgresStore, said: Said) -> None:
        self.acknowledged = 0
        self._store, self._said = store, said

    @asynccontextmanager
    async def busy(self) -> AsyncIterator[None]:
        """Write, from before the block until after it."""
        thread = await self._store.memory.create_thread(resource_id="ada", title="Travel")
        begun = asyncio.Event()

        async def write() -> None:
            while True:
                batch = self._said(thread, self.acknowledged + 3)[-3:]
                await self._store.memory.save_messages(batch)
                self.acknowledged += 3
                begun.set()

        writing = asyncio.create_task(write())
        await asyncio.wait_for(begun.wait(), 60)
        yield
        writing.cancel()
        await asyncio.wait([writing])
        assert writing.cancelled()


async def messages_in(store: PostgresStore) -> int:
    (thread,) = (await store.memory.list_threads()).threads
    total = (await store.memory.list_messages(thread.id)).total
    assert total is not None
    return total


async def test_a_dump_beside_a_busy_writer_is_of_one_moment(
    open_store: OpenStore, server: PostgresServer, url: str, said: Said, tools: Tools
) -> None:
    """It has whole batches, and all of those that were acknowledged before it began."""
    writer = Writer(open_store(url), said)
    dump, restored = str(tools.path / "app.dump"), server.create_database("restored")
    async with writer.busy():
        before = writer.acknowledged
        await tools.use("pg_dump", "--format=custom", f"--file={dump}", url)
        assert writer.acknowledged > before, "nobody wrote meanwhile"
    await tools.use("pg_restore", "--no-owner", "--exit-on-error", f"--dbname={restored}", dump)

    store = open_store(restored, disable_init=True)
    health, count = await store.health(timeout=60), await messages_in(store)

    assert (health.status, health.pending, health.pending_indexes) == ("ok", (), ())
    assert before <= count <= writer.acknowledged + 3
    assert count % 3 == 0


async def test_a_copy_of_the_server_has_what_was_acknowledged(
    open_store: OpenStore, url: str, said: Said, tools: Tools
) -> None:
    writer = Writer(open_store(url), said)
    copy = str(tools.path / "copy")
    async with writer.busy():
        before = writer.acknowledged
        await tools.use(
            "pg_basebackup",
            f"--pgdata={copy}",
            "--wal-method=stream",
            "--checkpoint=fast",
            f"--dbname={url}",
        )
    await tools.use("pg_verifybackup", copy)
    port = free_port()
    settings = (f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=")
    options = [word for setting in settings for word in ("-c", setting)]
    process = Process(tools, tools.command("postgres", "-D", copy, *options))
    try:
        database = url.rpartition("/")[2]
        copied = f"postgresql://postgres@127.0.0.1:{port}/{database}"
        await wait_until_ready(process, copied, "select 1", 1)
        store = open_store(copied, disable_init=True)
        count = await messages_in(store)
        await store.close()
    finally:
        process.stop()

    assert before <= count <= writer.acknowledged + 3
    assert count % 3 == 0
