"""What the suite says at the end of a run: how each domain of each backend did."""

from collections import Counter
from collections.abc import Iterator

import pytest

from mastra_storage_conformance._version import __version__

PROPERTY = "mastra_storage"
"""The property of an item that holds its backend and its domain, for the summary."""

_COLUMNS = {"passed": "passed", "failed": "failed", "error": "failed"}
_COLUMNS |= {"skipped": "skipped", "xfailed": "deviation"}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how each domain of each backend did, and which deviations it declares."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    deviations: list[str] = []
    for outcome, column in _COLUMNS.items():
        for report in terminalreporter.stats.get(outcome, []):
            for place in _places(report):
                counts.setdefault(place, Counter())[column] += 1
                if outcome == "xfailed":
                    deviations.append(f"{place[0]}: {report.nodeid}: {report.wasxfail}")
    if not counts:
        return
    terminalreporter.section(f"mastra-storage-conformance {__version__}")
    columns = list(dict.fromkeys(_COLUMNS.values()))
    table = [["backend", "domain", *columns]]
    table += [
        [*place, *(str(found[name]) for name in columns)] for place, found in sorted(counts.items())
    ]
    widths = [max(map(len, column)) + 2 for column in zip(*table, strict=True)]
    for cells in table:
        line = "".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        terminalreporter.write_line(line.rstrip())
    for line in deviations:
        terminalreporter.write_line(f"deviation: {line}")


def _places(report: object) -> Iterator[tuple[str, str]]:
    for name, value in getattr(report, "user_properties", ()):
        if name == PROPERTY:
            backend, domain = value
            yield backend, domain
