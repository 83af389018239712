"""`python -m benchmarks`: run the workloads on both databases, print a table, keep a JSON file."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks import report
from benchmarks.databases import BACKENDS, Place, contenders, place_of
from benchmarks.domain import Domain
from benchmarks.mastra import Node, install_mastra
from benchmarks.memory.workloads import MEMORY
from benchmarks.observability.workloads import OBSERVABILITY
from benchmarks.scores.workloads import SCORES
from benchmarks.timing import Result, race
from benchmarks.workflows.workloads import WORKFLOWS

DOMAINS = {domain.name: domain for domain in (MEMORY, WORKFLOWS, OBSERVABILITY, SCORES)}
HERE = Path(__file__).parent


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--rounds", type=int, default=15, help="how often each workload runs")
    add("--only", choices=BACKENDS, help="one database")
    add("--domain", choices=DOMAINS, help="one domain")
    add("--workload", default="", help="those whose name contains this")
    add("--large", type=int, default=1_000_000, help="rows of the large tables; 0: without them")
    add("--alone", action="store_true", help="beside the driver only, without Mastra and peers")
    add("--results", type=Path, default=HERE / "results", help="where the JSON file goes")
    add("--home", type=Path, default=Path(".nox/.cache/interop"), help="where Mastra is installed")
    return parser.parse_args()


def plan(asked: argparse.Namespace) -> list[Result]:
    """Return what shall be measured, in order, with nothing measured yet."""
    return [
        Result(backend, domain.name, workload)
        for backend in BACKENDS
        if asked.only in (None, backend)
        for domain in DOMAINS.values()
        if asked.domain in (None, domain.name)
        for workload in domain.workloads
        if asked.workload in workload.name and (asked.large or not workload.large)
    ]


async def measure(
    place: Place,
    domain: Domain,
    heat: Sequence[Result],
    asked: argparse.Namespace,
    command: Sequence[str],
    advance: Callable[[str], None],
) -> None:
    """Make the databases of all contenders, and let them race."""
    advance(f"{place.backend} fills {domain.name}")
    sizes = {asked.large if each.workload.large else None for each in heat}
    async with AsyncExitStack() as opened:
        node = await opened.enter_async_context(Node.start(command)) if command else None
        field = contenders(place, domain, sizes, node, peers=bool(command))
        await race(await opened.enter_async_context(field), heat, asked.rounds, advance)


def run(
    asked: argparse.Namespace, results: list[Result], about: dict[str, Any], console: Console
) -> None:
    """Measure everything."""
    command = [] if asked.alone else install_mastra(asked.home.resolve())
    began = perf_counter()
    columns = (TextColumn("{task.description:42}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        task = progress.add_task("starting", total=None)

        def advance(doing: str) -> None:
            progress.update(task, advance=1, description=doing)
            if not sys.stdout.isatty():
                print(f"{perf_counter() - began:7.1f} s  {doing}", file=sys.stderr)

        heats = {(each.backend, each.domain): None for each in results}
        progress.update(task, total=len(heats) + len(results) * (asked.rounds + 1))
        for backend in {each.backend: None for each in results}:
            for domain in (name for where, name in heats if where == backend):
                heat = [each for each in results if (each.backend, each.domain) == (backend, domain)]
                with place_of(backend, about) as place:
                    asyncio.run(measure(place, DOMAINS[domain], heat, asked, command, advance))


def main() -> None:
    """Measure, print and keep."""
    asked = options()
    console = Console(width=None if sys.stdout.isatty() else 160)
    results = plan(asked)
    about: dict[str, Any] = {"rounds": asked.rounds, "large": asked.large}
    run(asked, results, about, console)
    console.print(report.table(results))
    path = report.write(results, about, asked.results)
    console.print(f"written to {path}", highlight=False)


if __name__ == "__main__":
    main()
