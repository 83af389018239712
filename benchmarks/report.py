"""Results as a table for a terminal, and as a JSON file."""

import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from rich.table import Table

from benchmarks.timing import MASTRA, OURS, RAW, Result, Times, spread

LIBRARIES = (
    *("aiosqlite", "asyncpg", "pydantic", "pydantic-core", "sqlalchemy"),
    *("openai-agents", "langgraph-checkpoint-sqlite", "langgraph-checkpoint-postgres"),
)


def table(results: Sequence[Result]) -> Table:
    """Make a table for a terminal."""
    shown = Table(title="ours: microseconds, median and quartiles; others: times as long as ours")
    for name in ("backend", "domain", "workload", "for each"):
        shown.add_column(name)
    for name in ("ours", "models", RAW, MASTRA, "peers"):
        shown.add_column(name, justify="right")
    last = None
    for result in results:
        place = (result.backend, result.domain)
        if last not in (None, place):
            shown.add_section()
        last = place
        ours = f"{short(result.ours.median)} [dim]({spelled(result.ours.quartiles)})[/]"
        others = (_ratio(result, RAW), _ratio(result, MASTRA))
        peers = "\n".join(f"{name} {_ratio(result, name)}" for name in result.peers)
        shown.add_row(*place, result.workload.name, unit(result), ours, models(result), *others, peers)
    return shown


def write(results: Sequence[Result], about: dict[str, Any], folder: Path) -> Path:
    """Write everything that was measured, and on what, to a file of its own; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    at = datetime.now(UTC)
    path = folder / f"{at:%Y%m%dT%H%M%SZ}.json"
    machine = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        **{name: version(name) for name in LIBRARIES},
        **about,
    }
    found = [
        {
            "backend": each.backend,
            "domain": each.domain,
            "workload": each.workload.name,
            "per": unit(each),
            "times": {name: figures(times) for name, times in each.times.items()},
            "models": figures(each.models),
        }
        for each in results
    ]
    document = {"at": at.isoformat(), "unit": "microseconds", "on": machine, "results": found}
    path.write_text(json.dumps(document, indent=1), encoding="utf-8")
    return path


def unit(result: Result) -> str:
    """Return what a time is for."""
    return "call" if result.workload.items == 1 else "row"


def short(value: float) -> str:
    """Return a figure with as many digits as it is worth."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def spelled(quartiles: tuple[float, float]) -> str:
    """Return a spread."""
    return "–".join(map(short, quartiles))


def models(result: Result) -> str:
    """Return what the models cost."""
    return short(result.models.median) if result.models.median else ""


def _ratio(result: Result, name: str) -> str:
    if name not in result.times:
        return ""
    low, high = spread(result.rounds_against(name))
    return f"{result.against(name):.2f} [dim]({low:.2f}–{high:.2f})[/]"


def figures(times: Times) -> dict[str, Any]:
    """Return what is kept of some times."""
    low, high = times.quartiles
    return {
        "median": round(times.median, 2),
        "quartiles": [round(low, 2), round(high, 2)],
        "rounds": [round(each, 2) for each in times.rounds],
    }
