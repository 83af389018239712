"""Runs cells in processes of their own, several at a time, and shows how far they are."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from queue import Empty
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from mastra_storage_conformance.deep.cell import Cell, Outcome, run

COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TextColumn("steps"),
    TimeElapsedColumn(),
)


def run_all(cells: Sequence[Cell], processes: int, console: Console) -> dict[Cell, Outcome]:
    """Run cells; return what became of each. A process serves one cell, and ends."""
    spawn = multiprocessing.get_context("spawn")
    with spawn.Manager() as manager, Progress(*COLUMNS, console=console) as progress:
        told = manager.Queue()
        pool = ProcessPoolExecutor(processes, spawn, max_tasks_per_child=1)
        with pool:
            started = {pool.submit(_told, cell, told): cell for cell in cells}
            _follow(started, told, progress)
            return {cell: _outcome(future) for future, cell in started.items()}


def _told(cell: Cell, told: Any) -> Outcome:
    return run(cell, lambda steps, programs: told.put((cell, steps)))


def _follow(started: dict[Future[Outcome], Cell], told: Any, progress: Progress) -> None:
    """Show what cells tell until all have ended."""
    bars: dict[Cell, Any] = {}
    ended: set[Future[Outcome]] = set()
    while len(ended) < len(started):
        try:
            cell, steps = told.get(timeout=0.5)
            if cell not in bars:
                bars[cell] = progress.add_task(f"{cell.domain} {cell.backend}", total=cell.steps)
            progress.update(bars[cell], completed=min(steps, cell.steps))
        except Empty:
            pass
        for future in wait(started, timeout=0).done - ended:
            ended.add(future)
            _say(started[future], _outcome(future), progress.console)


def _outcome(future: Future[Outcome]) -> Outcome:
    """Return what a process brought; one that died is a difference as well."""
    error = future.exception()
    return future.result() if error is None else Outcome(difference=f"the process died: {error}")


def _say(cell: Cell, outcome: Outcome, console: Console) -> None:
    rate = outcome.steps / outcome.seconds if outcome.seconds else 0
    found = "a difference" if outcome.difference else "no difference"
    console.print(
        f"{cell.domain} on {cell.backend}: {outcome.steps:,} steps in {outcome.programs:,} "
        f"programs, {outcome.seconds / 60:.1f} min, {rate:.0f} a second, {found}",
        highlight=False,
    )
    if outcome.difference:
        console.print(outcome.difference, markup=False, highlight=False)
