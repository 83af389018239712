"""`python -m benchmarks`: run the workloads on both databases, print a table, keep a JSON file."""

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks import report
from benchmarks.databases import BACKENDS, Pair, opened
from benchmarks.domain import Domain, Workload
from benchmarks.memory.workloads import MEMORY
from benchmarks.observability.contents import begin_with
from benchmarks.observability.workloads import OBSERVABILITY
from benchmarks.scores.workloads import SCORES
from benchmarks.timing import Result, race
from benchmarks.workflows.workloads import WORKFLOWS

DOMAINS = {domain.name: domain for domain in (MEMORY, WORKFLOWS, OBSERVABILITY, SCORES)}
SETTINGS = """\
SQLite: a file each, WAL, synchronous=NORMAL. PostgreSQL: a database each on one server of its own,
fsync and synchronous_commit on. The raw driver holds one connection, SQLite's on the loop's thread;
both contenders use the same JSON library, and their input is made before the clock starts."""


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how often each workload runs")
    parser.add_argument("--only", choices=BACKENDS, help="one database")
    parser.add_argument("--domain", choices=DOMAINS, help="one domain")
    parser.add_argument("--workload", default="", help="those whose name contains this")
    parser.add_argument("--rows", type=int, default=10_000, help="how many spans there are first")
    parser.add_argument("--results", type=Path, default=Path(__file__).parent / "results")
    return parser.parse_args()


async def measure(
    domain: Domain,
    results: Sequence[Result],
    rounds: int,
    open_pair: Callable[[Domain], Awaitable[Pair]],
    advance: Callable[[str], None],
) -> None:
    """Make the databases of both contenders, and let them race."""
    advance(f"{results[0].backend} fills databases")
    ours, raw = await open_pair(domain)
    async with ours, raw:
        await race(ours, raw, results, rounds, advance)


def main() -> None:
    """Measure, print and keep."""
    asked = options()
    begin_with(asked.rows)
    backends = [asked.only] if asked.only else list(BACKENDS)
    chosen: dict[str, list[Workload]] = {
        name: [each for each in domain.workloads if asked.workload in each.name]
        for name, domain in DOMAINS.items()
        if asked.domain in (None, name)
    }
    chosen = {name: workloads for name, workloads in chosen.items() if workloads}
    steps = sum(1 + len(each) * (asked.rounds + 1) for each in chosen.values()) * len(backends)
    about: dict[str, Any] = {"rounds": asked.rounds, "spans": asked.rows}
    results: list[Result] = []
    console = Console(width=None if sys.stdout.isatty() else 140)
    columns = (TextColumn("{task.description:42}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        task = progress.add_task("starting", total=steps)

        def advance(doing: str) -> None:
            progress.update(task, advance=1, description=doing)

        for backend in backends:
            with opened(backend, about) as open_pair:
                for name, workloads in chosen.items():
                    heat = [Result(backend, name, each) for each in workloads]
                    asyncio.run(measure(DOMAINS[name], heat, asked.rounds, open_pair, advance))
                    results += heat
    tell(results, about, asked.results, console)


def tell(results: list[Result], about: dict[str, Any], folder: Path, console: Console) -> None:
    """Print a table, and keep the figures and their picture."""
    console.print(report.table(results), SETTINGS, sep="\n")
    path = report.write(results, about, folder)
    console.print(f"written to {path}", highlight=False)
    if report.draw(results, path.with_suffix(".png")):
        console.print(f"drawn in {path.with_suffix('.png')}", highlight=False)


if __name__ == "__main__":
    main()
