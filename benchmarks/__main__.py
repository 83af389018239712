"""`python -m benchmarks`: run the workloads on both databases, print a table, keep a JSON file."""

import argparse
import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mastra_storage_conformance.servers.postgres import PostgresServer
from mastra_storage_libsql import LibSQLStore
from mastra_storage_pg import PostgresStore
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks import report
from benchmarks.contender import Contender
from benchmarks.memory import WORKLOADS, Workload, fill
from benchmarks.ours import Ours
from benchmarks.raw_postgres import RawPostgres
from benchmarks.raw_sqlite import RawSqlite
from benchmarks.timing import Result, race

SETTINGS = """\
SQLite: a file each, WAL, synchronous=NORMAL. PostgreSQL: a database each on one server of its own,
fsync and synchronous_commit on. The raw driver holds one connection, SQLite's on the loop's thread;
both contenders use the same JSON library, and their input is made before the clock starts."""


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how often each workload runs")
    parser.add_argument("--only", choices=("libsql", "pg"), help="one database")
    parser.add_argument("--workload", default="", help="those whose name contains this")
    parser.add_argument("--results", type=Path, default=Path(__file__).parent / "results")
    return parser.parse_args()


async def on_sqlite(folder: str) -> tuple[Contender, Contender]:
    """Open a file for each; the tables and indexes of both are made by ours."""
    ours, other = (LibSQLStore(f"file:{folder}/{name}.db") for name in ("ours", "raw"))
    async with other:
        await ours.init()
    return Ours(ours), RawSqlite(f"{folder}/raw.db")


async def on_postgres(server: PostgresServer) -> tuple[Contender, Contender]:
    """Open a database for each, as `on_sqlite` does."""
    urls = [server.create_database(name) for name in ("ours", "raw")]
    ours, other = map(PostgresStore, urls)
    async with other:
        await ours.init()
    return Ours(ours), await RawPostgres.connect(urls[1])


async def measure(
    backend: str,
    chosen: list[Workload],
    rounds: int,
    server: PostgresServer | None,
    advance: Callable[[str], None],
) -> list[Result]:
    """Fill the databases of both contenders, and let them race."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory(prefix="mastra-storage-bench-"))
        ours, raw = await (on_postgres(server) if server else on_sqlite(folder))
        for contender in (ours, raw):
            await stack.enter_async_context(contender)
            advance(f"{backend} fills a database")
            await fill(contender)
        return await race(backend, ours, raw, chosen, rounds, advance)


def main() -> None:
    """Measure, print and keep."""
    chosen_by = options()
    console = Console()
    chosen = [each for each in WORKLOADS if chosen_by.workload in each.name]
    backends = [chosen_by.only] if chosen_by.only else ["libsql", "pg"]
    steps = len(backends) * (2 + len(chosen) * (chosen_by.rounds + 1))
    results: list[Result] = []
    about: dict[str, Any] = {"rounds": chosen_by.rounds}
    columns = (TextColumn("{task.description:42}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        task = progress.add_task("starting", total=steps)

        def advance(doing: str) -> None:
            progress.update(task, advance=1, description=doing)

        for backend in backends:
            if backend == "libsql":
                results += asyncio.run(measure(backend, chosen, chosen_by.rounds, None, advance))
                continue
            with PostgresServer.start(durable=True) as server:
                about["postgres"] = ".".join(map(str, server.version))
                results += asyncio.run(measure(backend, chosen, chosen_by.rounds, server, advance))
    console.print(report.table(results), SETTINGS, sep="\n")
    path = report.write(results, about, chosen_by.results)
    console.print(f"written to {path}", highlight=False)
    if report.draw(results, path.with_suffix(".png")):
        console.print(f"drawn in {path.with_suffix('.png')}", highlight=False)


if __name__ == "__main__":
    main()
