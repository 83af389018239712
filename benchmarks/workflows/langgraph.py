"""LangGraph's savers: what Mastra calls the snapshot of a run is a checkpoint of a thread.

A snapshot is one channel of a checkpoint, and each checkpoint is a new one, as LangGraph makes them
after each step. `update_workflow_results` is `aput_writes`: the result of one step, beside the
checkpoint. The saver of PostgreSQL has one connection, as its documentation opens it.
"""

from contextlib import AsyncExitStack
from itertools import count
from random import Random
from typing import Any, ClassVar

from langgraph.checkpoint.base import empty_checkpoint
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from benchmarks.contender import Contender, Json
from benchmarks.workflows.contents import BUSY, RUN, of_10_kb


class Checkpoints(Contender):
    workloads: ClassVar[frozenset[str] | None] = frozenset(
        {"persist_snapshot_10KB", "load_snapshot_10KB", "update_workflow_results"}
    )

    def __init__(self, saver: Any, opened: AsyncExitStack) -> None:
        self._saver, self._opened = saver, opened
        self._numbers = count()
        self._last: Json = {}

    async def persist(self, workflow: str, run_id: str, snapshot: Json) -> None:
        version = f"{next(self._numbers):032}"
        checkpoint = empty_checkpoint()
        checkpoint["channel_values"] = {"state": snapshot}
        checkpoint["channel_versions"] = {"state": version}
        place = {"configurable": {"thread_id": run_id, "checkpoint_ns": ""}}
        metadata: Any = {"source": "loop", "step": 1, "parents": {}}
        self._last = await self._saver.aput(place, checkpoint, metadata, {"state": version})

    async def load(self, workflow: str, run_id: str) -> object:
        place = {"configurable": {"thread_id": run_id, "checkpoint_ns": ""}}
        found = await self._saver.aget_tuple(place)
        return found.checkpoint["channel_values"]["state"]

    async def update_results(
        self, workflow: str, run_id: str, step_id: str, result: Json
    ) -> object:
        task = f"task-{next(self._numbers)}"
        return await self._saver.aput_writes(self._last, [(step_id, result)], task)

    async def close(self) -> None:
        await self._opened.aclose()


async def open_peer(url: str) -> Checkpoints:
    """Open the saver of a database, make its tables, and save a first checkpoint."""
    opened = AsyncExitStack()
    if url.startswith("file:"):
        opening: Any = AsyncSqliteSaver.from_conn_string(url.removeprefix("file:"))
    else:
        opening = AsyncPostgresSaver.from_conn_string(url)
    saver = await opened.enter_async_context(opening)
    await saver.setup()
    made = Checkpoints(saver, opened)
    await made.persist(BUSY, RUN, of_10_kb(Random(1)))
    return made
