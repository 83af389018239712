"""A run as tables: for a terminal, and for the documentation."""

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from rich.table import Table

from benchmarks.measured import MASTRA, OURS, RAW, Measured, Run, spread
from benchmarks.targets import (
    AGAINST_MASTRA,
    AGAINST_PEERS,
    DRIVER_LISTS,
    DRIVER_POINTS,
    LISTS,
    READS_OF_SQLITE,
    TARGETS,
    Target,
)

BACKENDS = {"libsql": "SQLite file", "pg": "PostgreSQL"}
FLOOR = "without models, the driver in a thread"
COLUMNS = ("workload", "ours, µs", "models, µs", "times the driver", FLOOR, MASTRA, "peers")


def terminal(run: Run) -> Iterator[Table]:
    """Make the tables for a terminal."""
    for backend in backends(run.results):
        shown = Table(title=f"{BACKENDS[backend]}: medians of the rounds, (quartiles)")
        shown.add_column(COLUMNS[0])
        for name in COLUMNS[1:]:
            shown.add_column(name, justify="right")
        last = None
        for each in run.results:
            if each.backend == backend:
                if last not in (None, each.domain):
                    shown.add_section()
                last = each.domain
                shown.add_row(*cells(each))
        yield shown


def backends(results: Sequence[Measured]) -> list[str]:
    """Return those that were measured."""
    return list({each.backend: None for each in results})


def cells(each: Measured) -> list[str]:
    """Return a row of the table. A cross is a target that was missed, a tick one that was met."""
    name = f"{each.workload}, each" if each.per == "row" else each.workload
    ours = f"{short(median(each.times[OURS]))} ({spelled(spread(each.times[OURS]))})"
    models = short(median(each.models)) if any(each.models) else ""
    floor = digits(median(each.floor_ratios())) if RAW in each.times else ""
    return [name, ours, models, _driver(each), floor, _mastra(each), _peers(each)]


def _driver(each: Measured) -> str:
    if RAW not in each.times:
        return ""
    lists = DRIVER_LISTS if each.kind in LISTS else None
    target = lists or (DRIVER_POINTS if each.backend == "pg" else None)
    return ratio(each.driver_ratios(), target)


def _mastra(each: Measured) -> str:
    if MASTRA not in each.times:
        return ""
    slow = (each.backend, each.kind) == ("libsql", "point read")
    return f"{ratio(each.against(MASTRA), READS_OF_SQLITE if slow else AGAINST_MASTRA)} times ours"


def _peers(each: Measured) -> str:
    told = (f"{name}: {ratio(each.against(name), AGAINST_PEERS)} times ours" for name in each.peers)
    return ", ".join(told)


def ratio(ratios: Sequence[float], target: Target | None) -> str:
    """Return the median of ratios, their quartiles, and how it stands with a target."""
    middle = median(ratios)
    mark = "" if target is None else " ✓" if target.met(middle) else " ✗"
    low, high = spread(ratios)
    return f"{digits(middle)} ({digits(low)}–{digits(high)}){mark}"


def digits(value: float) -> str:
    """Return a ratio with as many digits as it is worth."""
    return f"{value:.0f}" if value >= 20 else f"{value:.1f}" if value >= 5 else f"{value:.2f}"


def short(value: float) -> str:
    """Return a time with as many digits as it is worth."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def spelled(quartiles: tuple[float, float]) -> str:
    """Return a spread."""
    return "–".join(map(short, quartiles))


def verdicts(run: Run) -> list[list[str]]:
    """Return a row for each target: how often it was met, and what missed it."""
    rows = []
    for target in TARGETS:
        values = list(target.values(run))
        missed = target.missed(run)
        told = ", ".join(f"{name} {digits(value)}" for name, value in missed[:5])
        more = f" and {len(missed) - 5} more" if len(missed) > 5 else ""
        if values:
            met = f"{len(values) - len(missed)} of {len(values)}"
            rows.append([target.text, "met" if not missed else "missed", met, told + more])
    return rows


def markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table; all but the first column stand to the right."""
    lines = ["| " + " | ".join(headings) + " |", "| --- |" + " ---: |" * (len(headings) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def full(run: Run, backend: str, heading: Callable[[str], str]) -> str:
    """Write the tables of a backend, one for each domain."""
    parts = []
    of_backend = [each for each in run.results if each.backend == backend]
    for domain in {each.domain: None for each in of_backend}:
        rows = [cells(each) for each in of_backend if each.domain == domain]
        parts.append(f"{heading(domain)}\n\n{markdown(COLUMNS, rows)}")
    return "\n\n".join(parts)
