"""Who is chosen to end a deadlock: nothing of the call was done, and the next one works."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from mastra_storage_core import BusyError
from mastra_storage_pg import PostgresStore

pytestmark = pytest.mark.asyncio

LOOKS_AFTER = "ALTER DATABASE {} SET deadlock_timeout = '2s'"
NEVER_LOOKS = {"deadlock_timeout": "1h", "lock_timeout": "20s"}
"""Of the two that wait for each other the server ends the one that looks first."""
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"


async def test_a_deadlock_is_busy_and_nothing_was_written(
    url: str, open_store: Callable[..., PostgresStore], connect: Any, said: Any
) -> None:
    other = await connect(url, server_settings=NEVER_LOOKS)
    await other.execute(LOOKS_AFTER.format(await other.fetchval("SELECT current_database()")))
    memory = open_store(url).memory
    thread = await memory.create_thread(resource_id="ada", thread_id="t")
    first, second = said(thread, 2)
    await memory.save_messages([second])
    holder = other.transaction()
    await holder.start()
    await other.execute("UPDATE mastra_messages SET role = 'user' WHERE id = $1", second.id)

    saved = asyncio.create_task(memory.save_messages([first, second]))
    while not await other.fetchval(WAITING):  # noqa: ASYNC110 - of another process
        await asyncio.sleep(0.01)
    await other.execute("UPDATE mastra_threads SET title = 'mine' WHERE id = 't'")

    with pytest.raises(BusyError, match="nothing was written"):
        await saved
    await holder.commit()
    assert [each.id for each in (await memory.list_messages("t")).messages] == [second.id]
    await memory.save_messages([first, second])
    assert len((await memory.list_messages("t")).messages) == 2
