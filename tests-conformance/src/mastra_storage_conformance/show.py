"""A report for people: on a console, as a row for a README, and as a badge."""

from collections.abc import Iterable
from html import escape

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mastra_storage_conformance.report import CaseReport, Outcome, Report, count
from mastra_storage_conformance.spec import Grade
from mastra_storage_conformance.summary import domain_of, said

_SHOWN = (Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED, Outcome.DEVIATION, Outcome.NOT_RUN)
_LINES = 12
"""How many lines of what was found are shown of one failure; the JSON has all."""


def show(report: Report, console: Console) -> None:
    """Print the failures, a table of the domains, the deviations and the grades."""
    for case in report.of(Outcome.FAILED):
        console.print(_failure(case))
    console.print(_domains(report))
    for case in report.of(Outcome.DEVIATION):
        console.print(Text.assemble(("deviation ", "yellow"), f"{case.id}: {case.found}"))
    for grade in Grade:
        style = "bold green" if report.grades[grade] else "dim"
        console.print(Text(said(report, grade), style))


def _failure(case: CaseReport) -> Text:
    found = case.found.splitlines()[:_LINES]
    return Text.assemble(
        (f"{case.id}\n", "bold red"),
        ("promised: ", "bold"),
        f"{case.promise}\n",
        ("found:    ", "bold"),
        "\n          ".join(found),
        ("\nwhy:      ", "bold"),
        f"{case.why}\n",
    )


def _domains(report: Report) -> Table:
    table = Table(title=f"{report.backend}: contract {report.spec}", min_width=60)
    table.add_column("domain")
    for outcome in _SHOWN:
        table.add_column(outcome, justify="right")
    for domain in sorted({domain_of(case) for case in report.cases}):
        found = count(case for case in report.cases if domain_of(case) == domain)
        table.add_row(domain, *(str(found[outcome] or "") for outcome in _SHOWN))
    total = count(report.cases)
    table.add_row("all", *(str(total[outcome]) for outcome in _SHOWN), style="bold")
    return table


def as_markdown(reports: Iterable[Report]) -> str:
    """Return a table with a row for each backend: its grades, how many cases passed, and what it
    does not pass.
    """
    head = ["backend", "contract", *Grade, "passed", "failed", "skipped", "deviations"]
    lines = [_row(head), _row(["---"] * len(head)), *map(_row, map(_cells, reports))]
    return "\n".join(lines) + "\n"


def _cells(report: Report) -> list[str]:
    found = count(report.cases)
    numbers = [Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED, Outcome.DEVIATION]
    return [
        report.backend,
        report.spec,
        *("yes" if report.grades[grade] else "no" for grade in Grade),
        *(str(found[outcome]) for outcome in numbers),
    ]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


_BADGE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" \
aria-label="{label}: {value}">
<title>{label}: {value}</title>
<rect width="{width}" height="20" rx="3" fill="#555"/>
<path d="M{left} 0h{right_less}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right_less}z" fill="{color}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
<text x="{left_middle}" y="14" textLength="{left_text}">{label}</text>
<text x="{right_middle}" y="14" textLength="{right_text}">{value}</text>
</g>
</svg>
"""
_CHARACTER = 6.5
"""About how wide a character of 11 pixels is; `textLength` makes the text fit it."""


def as_badge(report: Report) -> str:
    """Return an SVG that says which grades a backend has, or that it has none."""
    reached = [str(grade) for grade in Grade if report.grades[grade]]
    label, value = f"mastra-storage {report.spec}", " · ".join(reached) or "no grade"
    left_text, right_text = (round(len(text) * _CHARACTER) for text in (label, value))
    left, right = left_text + 12, right_text + 12
    return _BADGE.format(
        width=left + right,
        left=left,
        right_less=right - 3,
        left_middle=left / 2,
        right_middle=left + right / 2,
        left_text=left_text,
        right_text=right_text,
        label=escape(label),
        value=escape(value),
        color="#2e7d32" if reached else "#b71c1c",
    )
