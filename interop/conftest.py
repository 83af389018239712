"""Options of the proof, its report, and the table in the README."""

from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from interop.figures import Figures, table
from interop.table import Table, write_table

TABLE = pytest.StashKey[Table]()
FIGURES: defaultdict[str, Figures] = defaultdict(Figures)
"""What the hammer did, for the end of the log."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--hammer-seconds",
        type=float,
        default=5,
        help="how long both languages write at once, on each database (default: 5)",
    )
    parser.addoption("--hammer-runs", type=int, default=1, help="how often (default: 1)")
    parser.addoption("--table", type=Path, help="a page, to write the compatibility table into")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "shows(column): proves a column of the compatibility table")
    config.stash[TABLE] = Table()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    marker = item.get_closest_marker("shows")
    if marker and isinstance(item, pytest.Function) and (report.when == "call" or report.failed):
        parameters: dict[str, Any] = item.callspec.params
        domain = parameters.get("domain")
        item.config.stash[TABLE].note(
            marker.args[0], parameters["new_place"], domain and domain.name, report.passed
        )
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    page = session.config.getoption("--table")
    if page:
        write_table(page, session.config.stash[TABLE])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if FIGURES:
        terminalreporter.section("both at once")
        for line in table(FIGURES):
            terminalreporter.write_line(line)
