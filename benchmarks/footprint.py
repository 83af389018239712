"""`python -m benchmarks.footprint URL JOB`: go through the longest thread, and tell how much memory
this process has had at most. `nox -s bench` runs it in a process of its own.
"""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from mastra_storage_core import DateRange, Message, NewMessage, Store, open_store

from benchmarks.databases import Place
from benchmarks.measured import Footprint
from benchmarks.memory.contents import BUSY, HUGE, tables
from benchmarks.memory.workloads import MEMORY

PAGE = 1_000
JOBS = ("listing", "copying")


async def footprints(place: Place, size: int, advance: Callable[[str], None]) -> list[Footprint]:
    """Do each job in a process of its own, on a thread of so many messages."""
    advance(f"{place.backend} fills a long thread")
    url = await place.fill(MEMORY, tables(size))
    found = []
    for job in JOBS:
        command = [sys.executable, "-m", __name__, url, job]
        process = await asyncio.create_subprocess_exec(*command, stdout=PIPE)
        told, _ = await process.communicate()
        if process.returncode:
            raise RuntimeError(f"{job} a long thread failed")
        points = [(int(rows), float(peak)) for rows, peak in map(json.loads, told.splitlines())]
        found.append(Footprint(place.backend, job, points))
        advance(f"{place.backend} memory while {job}")
    return found


async def pages(store: Store) -> AsyncIterator[list[Message]]:
    """Read the thread page by page, each from where the one before ended: its times differ."""
    after = DateRange()
    while True:
        page = await store.memory.list_messages(
            HUGE["id"], date_range=after, per_page=PAGE, include_total=False
        )
        yield page.messages
        if not page.has_more:
            return
        after = DateRange(start=page.messages[-1].created_at, start_exclusive=True)


async def main(url: str, job: str) -> None:
    """Do a job, and tell after each fiftieth of it."""
    rows = 0
    async with open_store(url) as store:
        async for messages in pages(store):
            rows += len(messages)
            if job == "copying":
                await store.memory.save_messages(list(map(_copied, messages)))
            if rows % (20 * PAGE) == 0:
                print(json.dumps([rows, peak()]), flush=True)


def _copied(message: Message) -> NewMessage:
    return NewMessage(
        thread_id=BUSY["id"],
        resource_id=message.resource_id,
        role=message.role,
        content=message.content,
        created_at=message.created_at,
    )


def peak() -> float:
    """Return the most memory that this process has had, in megabytes, as Linux tells it of the
    program: `ru_maxrss` is at least that of the process which started this one.
    """
    told = Path("/proc/self/status").read_text(encoding="utf-8").partition("VmHWM:")[2]
    return int(told.split()[0]) / 1024


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
