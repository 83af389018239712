"""What ran, as a table for people, as JSON for programs, and as Markdown for the documentation."""

from typing import Any

from rich.console import Console
from rich.table import Table

from mastra_storage_conformance.deep.cell import Cell, Outcome

COLUMNS = ("domain", "backend", "steps", "programs", "minutes", "differences")
Outcomes = dict[Cell, Outcome]


def as_json(outcomes: Outcomes) -> list[dict[str, Any]]:
    """Return a row for each cell."""
    return [
        {
            "domain": cell.domain,
            "backend": cell.backend,
            "steps": outcome.steps,
            "programs": outcome.programs,
            "minutes": round(outcome.seconds / 60, 1),
            "differences": int(outcome.difference is not None),
            "seed": cell.seed,
            "difference": outcome.difference,
        }
        for cell, outcome in outcomes.items()
    ]


def _cells(row: dict[str, Any]) -> list[str]:
    values = [row[name] for name in COLUMNS]
    return [f"{value:,}" if isinstance(value, int) else str(value) for value in values]


def as_markdown(outcomes: Outcomes) -> str:
    """Return a table."""
    rows = [COLUMNS, ["---", "---", "---:", "---:", "---:", "---:"]]
    rows += [_cells(row) for row in as_json(outcomes)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def show(outcomes: Outcomes, console: Console) -> None:
    """Print a table."""
    table = Table()
    for name in COLUMNS:
        table.add_column(name, justify="left" if name in COLUMNS[:2] else "right")
    for row in as_json(outcomes):
        table.add_row(*_cells(row), style="bold red" if row["differences"] else None)
    console.print(table)
