"""`nox -s bench -- flames`: where the time of three workloads goes, as flame graphs by py-spy,
which looks at every thread of this process while it works. Threads that wait are left out.
"""

import asyncio
import os
import re
import subprocess
from collections.abc import Iterator
from html import escape, unescape
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
    path.write_text(_still(path.read_text(), title))
    print(f"{path}: {path.stat().st_size:,} bytes")


async def _work(jobs: Iterator[Job], calls: int) -> None:
    for job in islice(jobs, calls):
        await job()


def _command(path: Path) -> list[str]:
    options = ["--duration", str(SECONDS), "--rate", str(RATE), "--function", "--nonblocking"]
    return ["py-spy", "record", "--pid", str(os.getpid()), "--output", str(path), *options]


_SCRIPT = re.compile(r'<script.*?</script>| onload="[^"]*"', re.DOTALL)
_BUTTONS = re.compile(r'<text id="(?:unzoom|search|matched)"[^>]*>[^<]*</text>')
_LABEL = re.compile(r'(<rect [^>]*width="([\d.]+)%"[^>]*/><text [^>]*>)([^<]*)(?=</text></g>)')
_CHARACTERS = 1.6
"""How many fit into a hundredth of the width."""


def _still(svg: str, title: str) -> str:
    """Make of what is a page with a script a picture, whose labels fit, and say what it is of."""
    svg = re.sub(r'(<text id="title"[^>]*>)[^<]*', rf"\g<1>{title}", svg)
    return _LABEL.sub(_cut, _BUTTONS.sub("", _SCRIPT.sub("", svg)))


def _cut(label: re.Match[str]) -> str:
    before, width, text = label.groups()
    name, room = unescape(text), int(float(width) * _CHARACTERS)
    if len(name) > room:
        name = f"{name[: room - 2]}.." if room > 3 else ""
    return f"{before}{escape(name)}"


if __name__ == "__main__":
    main()
