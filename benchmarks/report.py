"""Results as a table, as a JSON file, and as a picture where matplotlib is installed."""

import json
import platform
import sqlite3
from datetime import UTC, datetime
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from rich.table import Table

from benchmarks.timing import Result, Times

LIBRARIES = ("aiosqlite", "asyncpg", "pydantic", "pydantic-core", "sqlalchemy")


def table(results: list[Result]) -> Table:
    """Make a table for a terminal."""
    shown = Table(title="microseconds: median of the rounds, and the quartiles")
    for name in ("backend", "domain", "workload", "for each"):
        shown.add_column(name)
    for name in ("ours", "raw driver", "ratio", "Mastra in TypeScript,\nrecorded elsewhere"):
        shown.add_column(name, justify="right")
    last = None
    for result in results:
        place = (result.backend, result.domain)
        if last not in (None, place):
            shown.add_section()
        last = place
        recorded = result.workload.recorded.get(result.backend)
        shown.add_row(
            *place,
            result.workload.name,
            _unit(result),
            _spread(result.ours),
            _spread(result.raw),
            f"{result.ratio:.2f}",
            "" if recorded is None else f"{recorded:,}",
        )
    return shown


def write(results: list[Result], server: dict[str, Any], folder: Path) -> Path:
    """Write everything that was measured, and on what, to a file of its own; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    at = datetime.now(UTC)
    path = folder / f"{at:%Y%m%dT%H%M%SZ}.json"
    machine = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in LIBRARIES},
        **server,
    }
    found = [
        {
            "backend": each.backend,
            "domain": each.domain,
            "workload": each.workload.name,
            "per": _unit(each),
            "ratio": round(each.ratio, 3),
            "ours": _figures(each.ours),
            "raw": _figures(each.raw),
        }
        for each in results
    ]
    document = {"at": at.isoformat(), "unit": "microseconds", "on": machine, "results": found}
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    return path


def draw(results: list[Result], path: Path) -> bool:
    """Draw the ratios; say whether that could be done."""
    if find_spec("matplotlib") is None:
        return False
    matplotlib: Any = import_module("matplotlib")
    matplotlib.use("Agg")
    pyplot: Any = import_module("matplotlib.pyplot")
    figure, axes = pyplot.subplots(figsize=(9, 1 + len(results) / 3))
    labels = [f"{each.workload.name} ({each.backend})" for each in results]
    bars = axes.barh(labels[::-1], [each.ratio for each in results][::-1], color="#4477aa")
    axes.bar_label(bars, fmt="%.2f", padding=3)
    for mark in (1, 2):
        axes.axvline(mark, color="#999999", linewidth=0.8)
    axes.set_xlabel("times as long as the raw driver")
    figure.tight_layout()
    figure.savefig(path)
    return True


def _unit(result: Result) -> str:
    return "call" if result.workload.items == 1 else "message"


def _spread(times: Times) -> str:
    low, high = times.quartiles
    return f"{_short(times.median)} [dim]({_short(low)}–{_short(high)})[/]"


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def _figures(times: Times) -> dict[str, Any]:
    low, high = times.quartiles
    return {
        "median": round(times.median, 2),
        "quartiles": [round(low, 2), round(high, 2)],
        "rounds": [round(each, 2) for each in times.rounds],
    }
