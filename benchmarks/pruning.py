"""`python -m benchmarks.pruning`: prune a table of runs on a SQLite file; watch time and memory.

Nine runs of ten have come to an end long ago and go; the tenth is suspended and stays.
"""

import argparse
import asyncio
import resource
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from tempfile import TemporaryDirectory
from time import perf_counter

from mastra_storage_core import PruneReport
from mastra_storage_libsql import LibSQLStore
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

RETENTION = {"workflows": {"workflow_snapshot": {"max_age": "30d", "batch_size": 1000}}}
INSERT = """
INSERT INTO mastra_workflow_snapshot (workflow_name, run_id, snapshot, createdAt, updatedAt)
VALUES ('w', ?, ?, '2024-01-01T00:00:00.000Z', ?)
"""


def runs(number: int) -> Iterator[tuple[str, str, str]]:
    """Make the rows: their ids, their snapshots, and when they were last written."""
    for each in range(number):
        status = "suspended" if each % 10 == 0 else "success"
        second = each // 1000
        at = f"2024-01-{1 + second // 86400:02}T{second // 3600 % 24:02}:{second // 60 % 60:02}:"
        yield f"run-{each}", f'{{"status":"{status}","context":{{}}}}', f"{at}{second % 60:02}.000Z"


def peak() -> float:
    """Return the most memory that this process has had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fill(path: str, number: int) -> None:
    """Insert the rows; in a process of its own, for its memory is not that of pruning."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(INSERT, runs(number))


async def prune(path: str, number: int, console: Console) -> None:
    """Fill a file, prune it, and say what that took."""
    async with LibSQLStore(f"file:{path}"):
        pass
    with ProcessPoolExecutor(1, get_context("spawn")) as filling:
        filling.submit(fill, path, number).result()
    async with LibSQLStore(f"file:{path}", retention=RETENTION) as store:
        began = perf_counter()
        await store.build_indexes()
        built, before = perf_counter() - began, peak()
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
            task = progress.add_task("pruning", total=number * 9 // 10)

            def tell(report: PruneReport) -> None:
                progress.update(task, completed=report.deleted)

            began = perf_counter()
            (report,) = await store.prune(pause=0, progress=tell)
            took = perf_counter() - began
        left = await store.workflows.list_workflow_runs(per_page=0)
    console.print(
        f"{report.deleted:,} of {number:,} runs in {took:.1f} s, {report.deleted / took:,.0f} a "
        f"second; {left.total:,} stay. The indexes took {built:.1f} s. Peak memory: "
        f"{before:.0f} MB before, {peak():.0f} MB after."
    )


def main() -> None:
    """Read the command line, and prune."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pruning", description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="mastra-storage-bench-") as folder:
        asyncio.run(prune(f"{folder}/runs.db", asked.rows, Console()))


if __name__ == "__main__":
    main()
