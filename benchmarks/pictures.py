"""A run as pictures, which a reader understands without the text."""

from collections.abc import Iterable, Sequence
from math import inf
from pathlib import Path
from statistics import median
from typing import Any

import matplotlib as mpl
from matplotlib import pyplot

from benchmarks.measured import MASTRA, OURS, RAW, Measured, Run
from benchmarks.report import BACKENDS, backends, digits

COLOURS = {OURS: "#0077bb", MASTRA: "#ee7733", RAW: "#777777"}
PEERS = ("#009988", "#aa3377", "#bbbb44")
LABELS = {OURS: "mastra-storage", MASTRA: "Mastra (TypeScript)", RAW: "driver alone"}
STYLE = {
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "font.size": 9,
    "savefig.dpi": 110,
}


def draw(run: Run, folder: Path) -> dict[str, Path]:
    """Draw all pictures of which the run has the figures; return their paths, by name."""
    mpl.use("Agg")
    made = {}
    with mpl.rc_context(STYLE):
        for name, picture in PICTURES.items():
            figure = picture(run)
            if figure is not None:
                made[name] = folder / f"bench-{name}.png"
                figure.savefig(made[name], bbox_inches="tight", metadata={"Software": None})
                pyplot.close(figure)
    return made


def others(run: Run) -> Any:
    """How many times longer others take than ours, for each workload."""
    rows = [each for each in run.results if MASTRA in each.times or each.peers]
    if not rows:
        return None
    figure, panels = _panels(rows, width=6.2, row=0.22)
    for axes, found in panels:
        for place, each in enumerate(found):
            names = [name for name in (MASTRA, *each.peers) if name in each.times]
            points = sorted((median(each.against(name)), name) for name in names)
            note = ""
            for (value, name), (after, _) in zip(points, [*points[1:], (inf, "")], strict=True):
                axes.plot([1, value], [place, place], color="#dddddd", zorder=1)
                axes.scatter(value, place, color=_colour(run, name), s=30, zorder=3)
                note += f" {digits(value)}×"
                if after > 2.5 * value:  # else the next point would cover it
                    axes.annotate(note, (value, place), (4, -3), textcoords="offset points", size=7)
                    note = ""
        _lines(axes, found, "times as long as mastra-storage, on a scale of powers")
        axes.axvspan(axes.get_xlim()[0], 1, color="#fbe3e0", zorder=0)
    figure.suptitle(
        "How much longer others take (right of the line: mastra-storage is faster)", y=1.02
    )
    _legend(figure, run, [MASTRA, *_peers(run)])
    return figure


def driver(run: Run) -> Any:
    """How many times as long as the driver ours takes, for each workload."""
    rows = [each for each in run.results if RAW in each.times]
    if not rows:
        return None
    figure, panels = _panels(rows, width=6.2, row=0.22)
    for axes, found in panels:
        for place, each in enumerate(found):
            value = median(each.driver_ratios())
            axes.barh(place, value, color=COLOURS[OURS], height=0.6)
            floor = median(each.floor_ratios())
            axes.plot([floor, floor], [place - 0.3, place + 0.3], color="#ffffff", linewidth=1.5)
            axes.annotate(f" {digits(value)}", (value, place), va="center", size=7)
        _lines(axes, found, "times as long as the driver with SQL by hand", log=False)
        axes.axvline(1.5, color="#cc3311", linewidth=0.8, linestyle=":")
    figure.suptitle(
        "What mastra-storage adds to the driver (1: nothing; dotted: 1.5). White: the same without "
        "models,\nand on SQLite beside the driver in a thread of its own",
        y=1.04,
    )
    return figure


LARGE = "list_messages_last_40, large"


def growth(run: Run) -> Any:
    """How the last 40 messages of a thread take longer as it grows, or do not."""
    shown = backends(run.results)
    if not any(each.workload == LARGE for each in run.results):
        return None
    last = "list_messages_last_40 of 10"
    sizes = {last: 10, f"{last}k": 10_000, LARGE: min(run.on["large"], 1_000_000)}
    figure, grid = pyplot.subplots(1, len(shown), figsize=(5 * len(shown), 3.4), squeeze=False)
    for axes, backend in zip(grid[0], shown, strict=True):
        found = {each.workload: each for each in run.results if each.backend == backend}
        for name in (MASTRA, *_peers(run), OURS):
            points = [
                (size, median(found[workload].times[name]) / 1_000)
                for workload, size in sizes.items()
                if workload in found and name in found[workload].times
            ]
            if points:
                axes.plot(*zip(*points, strict=True), "o-", color=_colour(run, name), lw=2)
        axes.set(xscale="log", yscale="log", xlabel="messages in the thread")
        axes.set(ylabel=f"milliseconds{_of_cpu(run)}", title=BACKENDS[backend])
        axes.grid(axis="y", color="#eeeeee")
    figure.suptitle(
        "Reading the last 40 messages of a thread (flat: its length costs nothing)", y=1.02
    )
    _legend(figure, run, [OURS, MASTRA, *_peers(run, "last_40")])
    return figure


CROWDS = {
    "read a thread": ("get_thread", "get_thread, {} callers"),
    "save a message": ("save_message_1", "save_message_1, {} callers"),
    "read the last 40": ("list_messages_last_40 of 10k", "list_messages_last_40, {} callers"),
}


def crowds(run: Run) -> Any:
    """How many calls are done in a second, by one caller, eight and 64."""
    shown = backends(run.results)
    if not any("64 callers" in each.workload for each in run.results):
        return None
    figure, grid = pyplot.subplots(
        len(shown), len(CROWDS), figsize=(11, 2.6 * len(shown)), squeeze=False
    )
    for row, backend in zip(grid, shown, strict=True):
        found = {each.workload: each for each in run.results if each.backend == backend}
        for axes, (job, (alone, many)) in zip(row, CROWDS.items(), strict=True):
            names = {1: alone, 8: many.format(8), 64: many.format(64)}
            for name in (MASTRA, *_peers(run), OURS):
                points = [
                    (place, 1e6 / median(found[each].times[name]))
                    for place, each in enumerate(names.values())
                    if each in found and name in found[each].times
                ]
                if points:
                    axes.plot(*zip(*points, strict=True), "o-", color=_colour(run, name), lw=2)
            axes.set_xticks(range(3), [str(each) for each in names])
            axes.set(title=f"{BACKENDS[backend]}: {job}", ylim=(0, None))
            axes.set(xlabel="callers at once", ylabel=f"calls a second{_of_cpu(run)}")
            axes.grid(axis="y", color="#eeeeee")
    figure.suptitle("One process, several callers at once (higher is better)")
    figure.tight_layout(rect=(0, 0.05, 1, 1))
    _legend(figure, run, [OURS, MASTRA, *_peers(run, "callers")])
    return figure


PARTS = {
    "python": "Python itself",
    "pydantic": "pydantic",
    "driver": "driver",
    "import": "mastra-storage",
    "sqlalchemy": "SQLAlchemy, when a store opens",
    "current": "opening, and init on a current database",
}


def cold(run: Run) -> Any:
    """Where the CPU time of a cold start goes."""
    if not run.cold:
        return None
    stages = {(each.backend, each.stage): each.median for each in run.cold}
    shown = list({each.backend: None for each in run.cold})
    figure, axes = pyplot.subplots(figsize=(9, 1 + 0.7 * len(shown)))
    for place, backend in enumerate(reversed(shown)):
        left = 0.0
        for number, (stage, label) in enumerate(PARTS.items()):
            until = stages[backend, stage]
            colour = ["#dddddd", "#bbbbbb", "#999999", "#0077bb", "#ddaa33", "#66ccee"][number]
            axes.barh(place, until - left, left=left, color=colour, label="_" * bool(place) + label)
            if until - left > 8:
                axes.annotate(f"{until - left:.0f}", ((left + until) / 2, place), ha="center")
            left = until
    axes.set_yticks(range(len(shown)), [BACKENDS[each] for each in reversed(shown)])
    axes.set(xlabel="milliseconds of CPU", title="From nothing to the first call, a fresh process")
    axes.legend(ncols=3, frameon=False, loc="upper center", bbox_to_anchor=(0.5, -0.35))
    return figure


def footprints(run: Run) -> Any:
    """How much memory a process has while it goes through a million messages."""
    if not run.footprints:
        return None
    figure, axes = pyplot.subplots(figsize=(7, 3.2))
    for number, each in enumerate(run.footprints):
        rows, megabytes = zip(*each.points, strict=True)
        label = f"{BACKENDS[each.backend]}: {each.job}"
        axes.plot(rows, megabytes, color=f"C{number}", lw=2, label=label)
    axes.set(xlabel="messages", ylabel="peak memory, MB", ylim=(0, None))
    axes.set_title("Memory of a process that goes through a long thread (flat: constant)")
    axes.legend(frameon=False)
    return figure


def _panels(rows: Sequence[Measured], width: float, row: float) -> tuple[Any, list[Any]]:
    """Return a panel for each backend, with its workloads from the top."""
    shown = backends(rows)
    found = [[each for each in rows if each.backend == backend][::-1] for backend in shown]
    height = 1.6 + row * max(map(len, found))
    figure, grid = pyplot.subplots(
        1, len(shown), figsize=(width * len(shown), height), squeeze=False
    )
    for axes, backend in zip(grid[0], shown, strict=True):
        axes.set_title(BACKENDS[backend])
    return figure, list(zip(grid[0], found, strict=True))


def _lines(axes: Any, rows: Sequence[Measured], label: str, *, log: bool = True) -> None:
    axes.set_yticks(range(len(rows)), [each.workload for each in rows], size=7)
    axes.set_ylim(-0.7, len(rows) - 0.3)
    axes.axvline(1, color="#333333", linewidth=1)
    axes.set_xlabel(label)
    if log:
        axes.set_xscale("log")
        low, high = axes.get_xlim()
        axes.set_xlim(min(low, 0.5), high * 2)
    figure = axes.get_figure()
    figure.tight_layout(rect=(0, 0.03, 1, 1))


def _of_cpu(run: Run) -> str:
    return " of CPU" if run.on["clock"] == "cpu" else ""


def _peers(run: Run, words: str = "") -> list[str]:
    shown = (each for each in run.results if words in each.workload)
    return list({name: None for each in shown for name in each.peers})


def _colour(run: Run, name: str) -> str:
    return COLOURS.get(name) or PEERS[_peers(run).index(name) % len(PEERS)]


def _legend(figure: Any, run: Run, names: Iterable[str]) -> None:
    names = list(names)
    marks = [
        pyplot.Line2D([], [], marker="o", linestyle="", color=_colour(run, name)) for name in names
    ]
    labels = [LABELS.get(name, name) for name in names]
    place = {"loc": "upper center", "bbox_to_anchor": (0.5, 0.02)}
    figure.legend(marks, labels, ncols=len(names), frameon=False, **place)


PICTURES = {
    "others": others,
    "driver": driver,
    "growth": growth,
    "crowds": crowds,
    "cold": cold,
    "memory": footprints,
}
