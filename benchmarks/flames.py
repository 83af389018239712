"""`nox -s bench -- flames`: where the time of three workloads goes, as flame graphs by py-spy,
which looks at every thread of this process while it works. Threads that wait are left out.
"""

import asyncio
import os
import re
import subprocess
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.contender import Job
from benchmarks.databases import Place, place_of
from benchmarks.domain import Domain
from benchmarks.memory.workloads import MEMORY
from benchmarks.observability.workloads import OBSERVABILITY

IMAGES = Path("docs/images")
SECONDS, RATE = 12, 300


class Flame(NamedTuple):
    """A picture, and what it is of."""

    picture: str
    backend: str
    domain: Domain
    workload: str


FLAMES = (
    Flame("flame-last-messages", "libsql", MEMORY, "list_messages_last_40 of 10k"),
    Flame("flame-whole-trace", "libsql", OBSERVABILITY, "get_trace 500"),
    Flame("flame-ingest", "pg", OBSERVABILITY, "batch_create_spans 500"),
)


def main() -> None:
    """Draw each."""
    for flame in FLAMES:
        with place_of(flame.backend, {}) as place:
            asyncio.run(_draw(flame, place))


async def _draw(flame: Flame, place: Place) -> None:
    """Fill a database, and work for as long as py-spy looks."""
    workload = next(each for each in flame.domain.workloads if each.name == flame.workload)
    store = place.store(await place.fill(flame.domain, flame.domain.tables(None)))
    async with flame.domain.ours(store) as ours:
        # Made beforehand, and used again: what a batch costs to make up is not shown.
        jobs = cycle([workload.prepare(ours) for _ in range(20)])
        await _work(jobs, 20)
        path = IMAGES / f"{flame.picture}.svg"
        drawing = await asyncio.create_subprocess_exec(*_command(path), stdout=subprocess.DEVNULL)
        while drawing.returncode is None:
            await _work(jobs, 5)
    title = f"{flame.workload}, {'SQLite' if flame.backend == 'libsql' else 'PostgreSQL'}"
    path.write_text(_titled(path.read_text(), title))
    print(f"{path}: {path.stat().st_size:,} bytes")


async def _work(jobs: Iterator[Job], calls: int) -> None:
    for job in islice(jobs, calls):
        await job()


def _command(path: Path) -> list[str]:
    options = ["--duration", str(SECONDS), "--rate", str(RATE), "--function", "--nonblocking"]
    return ["py-spy", "record", "--pid", str(os.getpid()), "--output", str(path), *options]


def _titled(svg: str, title: str) -> str:
    """Say what the picture is of, where py-spy says how it was called."""
    return re.sub(r'(<text id="title"[^>]*>)[^<]*', rf"\g<1>{title}", svg)


if __name__ == "__main__":
    main()
