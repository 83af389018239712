"""`python -m benchmarks`: run the workloads on both databases, print a table, keep a JSON file."""

import argparse
import asyncio
import os
import platform
import sys
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from math import inf
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks import report
from benchmarks.cold import cold_starts
from benchmarks.databases import BACKENDS, Place, contenders, place_of
from benchmarks.domain import Domain
from benchmarks.footprint import footprints
from benchmarks.mastra import Node, install_mastra, versions
from benchmarks.measured import Run
from benchmarks.memory.workloads import MEMORY
from benchmarks.observability.workloads import OBSERVABILITY
from benchmarks.scores.workloads import SCORES
from benchmarks.timing import CpuClock, Heat, WallClock, race
from benchmarks.workflows.workloads import WORKFLOWS

DOMAINS = {domain.name: domain for domain in (MEMORY, WORKFLOWS, OBSERVABILITY, SCORES)}
HERE = Path(__file__).parent
PARTS = ("workloads", "cold", "memory")
LIBRARIES = (
    *("aiosqlite", "asyncpg", "pydantic", "pydantic-core", "sqlalchemy"),
    *("openai-agents", "langgraph-checkpoint-sqlite", "langgraph-checkpoint-postgres"),
)


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--rounds", type=int, default=15, help="how often each workload runs")
    add("--clock", choices=("wall", "cpu"), default="wall", help="cpu: for a machine that is busy")
    add(
        "--minutes", type=float, default=inf, help="for a domain on a database; then no more rounds"
    )
    add("--only", choices=BACKENDS, help="one database")
    add("--domain", choices=DOMAINS, help="one domain")
    add("--workload", default="", help="those whose name contains this")
    add("--large", type=int, default=1_000_000, help="rows of the large tables; 0: without them")
    add("--alone", action="store_true", help="beside the driver only, without Mastra and peers")
    add("--results", type=Path, default=HERE / "results", help="where the JSON file goes")
    add("--parts", nargs="*", default=PARTS, choices=PARTS, help="what is measured")
    add("--publish", action="store_true", help="write tables and pictures into the documentation")
    add("--home", type=Path, default=Path(".nox/.cache/interop"), help="where Mastra is installed")
    return parser.parse_args()


def plan(asked: argparse.Namespace) -> list[Heat]:
    """Return which workloads shall be measured, in order."""
    return (
        []
        if "workloads" not in asked.parts
        else [
            Heat.of(backend, domain.name, workload)
            for backend in BACKENDS
            if asked.only in (None, backend)
            for domain in DOMAINS.values()
            if asked.domain in (None, domain.name)
            for workload in domain.workloads
            if asked.workload in workload.name and (asked.large or not workload.large)
        ]
    )


async def measure(
    place: Place,
    domain: Domain,
    heats: Sequence[Heat],
    asked: argparse.Namespace,
    command: Sequence[str],
    advance: Callable[[str], None],
) -> None:
    """Make the databases of all contenders, and let them race."""
    advance(f"{place.backend} fills {domain.name}")
    sizes = {asked.large if each.workload.large else None for each in heats}
    async with AsyncExitStack() as opened:
        node = await opened.enter_async_context(Node.start(command)) if command else None
        field = contenders(place, domain, sizes, node, peers=bool(command))
        until = perf_counter() + 60 * asked.minutes
        clock = CpuClock(place.server_cpu) if asked.clock == "cpu" else WallClock()
        await race(
            await opened.enter_async_context(field), heats, asked.rounds, clock, until, advance
        )


def run_all(asked: argparse.Namespace, heats: Sequence[Heat], run: Run, console: Console) -> None:
    """Measure everything; a domain after the other, so that few databases lie on the disk."""
    command, about = [] if asked.alone else install_mastra(asked.home.resolve()), run.on
    if command:
        about |= versions(command)
    began = perf_counter()
    columns = (TextColumn("{task.description:42}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        task = progress.add_task("starting", total=None)

        def advance(doing: str) -> None:
            progress.update(task, advance=1, description=doing)
            if not console.is_terminal:
                console.print(f"{perf_counter() - began:7.1f} s  {doing}", highlight=False)

        parts = list({(each.measured.backend, each.measured.domain): None for each in heats})
        progress.update(task, total=len(parts) + len(heats) * (asked.rounds + 1))
        for backend, domain in parts:
            heat = [
                each
                for each in heats
                if (each.measured.backend, each.measured.domain) == (backend, domain)
            ]
            with place_of(backend, about) as place:
                asyncio.run(measure(place, DOMAINS[domain], heat, asked, command, advance))
        for backend in BACKENDS if asked.only is None else (asked.only,):
            with place_of(backend, about) as place:
                if "cold" in asked.parts:
                    run.cold.extend(asyncio.run(cold_starts(place, command, asked.rounds, advance)))
                if "memory" in asked.parts and asked.large:
                    run.footprints.extend(asyncio.run(footprints(place, asked.large, advance)))
    about["load"] = round(sum(os.getloadavg()[1:]) / 2)


def main() -> None:
    """Measure, print and keep."""
    asked = options()
    console = Console(width=None if sys.stdout.isatty() else 160)
    heats = plan(asked)
    about: dict[str, Any] = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        **{name: version(name) for name in LIBRARIES},
        "cores": os.cpu_count(),
        "rounds": asked.rounds,
        "large": asked.large,
        "clock": asked.clock,
    }
    at = datetime.now(UTC)
    run = Run(at.isoformat(timespec="seconds"), about, [each.measured for each in heats])
    run_all(asked, heats, run, console)
    console.print(*report.terminal(run))
    path = asked.results / f"{at:%Y%m%dT%H%M%SZ}.json"
    run.write(path)
    console.print(f"written to {path}", highlight=False)
    if asked.publish:
        # It needs matplotlib, which nothing else does.
        console.print(*import_module("benchmarks.page").publish(run), sep="\n", highlight=False)


if __name__ == "__main__":
    main()
