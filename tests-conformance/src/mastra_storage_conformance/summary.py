"""What the suite says at the end of a run of pytest: how each domain of each backend did, and which
grades it has.
"""

from collections.abc import Sequence

import pytest

from mastra_storage_conformance._version import __version__
from mastra_storage_conformance.recorder import RECORDER
from mastra_storage_conformance.report import CaseReport, Outcome, Report, count
from mastra_storage_conformance.spec import Grade

_COLUMNS = (Outcome.PASSED, Outcome.FAILED, Outcome.SKIPPED, Outcome.DEVIATION)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say how each domain of each backend did, which deviations it declares, and its grades."""
    reports = config.stash[RECORDER].reports()
    if not reports:
        return
    terminalreporter.section(f"mastra-storage-conformance {__version__}")
    rows = [row for report in reports for row in _rows(report)]
    for line in _aligned([["backend", "domain", *_COLUMNS], *rows]):
        terminalreporter.write_line(line)
    for report in reports:
        for case in report.of(Outcome.DEVIATION):
            terminalreporter.write_line(f"deviation: {report.backend}: {case.id}: {case.found}")
        for line in _grades(report):
            terminalreporter.write_line(f"{report.backend}: {line}")


def _grades(report: Report) -> list[str]:
    """Return a line for each grade, or one for all where a part of the suite was chosen."""
    left_out = len(report.of(Outcome.NOT_RUN))
    if left_out:
        return [f"no grade, {left_out:,} of {len(report.cases):,} cases have not run"]
    return [said(report, grade) for grade in Grade]


def said(report: Report, grade: Grade) -> str:
    """Return whether a grade is reached, and if not, what stands against it, in one line."""
    if report.grades[grade]:
        return f"{grade}: yes"
    against = count(report.against(grade))
    counted = [f"{number} {outcome}" for outcome, number in against.items() if number]
    return f"{grade}: no, {', '.join(counted) or 'no case of it has run'}"


def domain_of(case: CaseReport) -> str:
    """Return what a case is about, for a table."""
    return ", ".join(case.domains) or "store"


def _rows(report: Report) -> list[list[str]]:
    ran = [case for case in report.cases if case.outcome is not Outcome.NOT_RUN]
    rows = []
    for domain in sorted({domain_of(case) for case in ran}):
        found = count(case for case in ran if domain_of(case) == domain)
        rows.append([report.backend, domain, *(str(found[column]) for column in _COLUMNS)])
    return rows


def _aligned(table: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) + 2 for column in zip(*table, strict=True)]
    return [
        "".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
        for cells in table
    ]
